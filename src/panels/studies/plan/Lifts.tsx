import type { LiftAnswer, SmallestLists } from '../../../engine/contract/studies/plan.ts'
import { UNTICKED } from '../../../view/studies/plan/options.ts'
import { scoreText } from '../../kit/format.ts'
import { useOptions } from '../hooks.ts'

const LiftNote = ({ lift }: { lift: LiftAnswer }) =>
  lift.blocked.length > 0 ? (
    <p className="notice" data-tone="bad">
      怎么改也升不到“{lift.grade}”：{[...new Set(lift.blocked.map(({ reason }) => reason))].join('；')}
      。要先解决它。
    </p>
  ) : (
    <p className="notice">
      问题全部销号、不合格的全部复查合格，也只到 {scoreText(lift.total)} 分，离“{lift.grade}”差{' '}
      {scoreText(Math.max(0.1, lift.min - lift.total))} 分：其余要靠把已合格的做到很好。
    </p>
  )

/** The fewest actions to each better grade; why there is no such list. */
export const Lifts = ({ lists }: { lists: SmallestLists }) => {
  const [{ grade }, set] = useOptions('plan')
  const able = lists.lifts.filter(({ actions }) => actions !== null)
  const unable = lists.lifts.find(({ actions }) => actions === null)
  return (
    <div className="plan-lifts">
      {able.map((lift) => (
        <button
          key={lift.grade}
          type="button"
          className="text-button"
          aria-pressed={grade === lift.grade}
          onClick={() => set({ ...UNTICKED, grade: grade === lift.grade ? null : lift.grade })}
        >
          升到“{lift.grade}”最少改 {lift.actions?.length} 项
          <small>{lift.exact ? '精确' : '近似，未证明最少'}</small>
        </button>
      ))}
      {unable && <LiftNote lift={unable} />}
      {lists.inspect.length > 0 && (
        <p className="notice">
          数据不足，没有等级可升。先补查{lists.inspect.map(({ label }) => label).join('、')}，查后才有得分。
        </p>
      )}
    </div>
  )
}
