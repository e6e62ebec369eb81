/** The score itself: large, with its grade, what caps it, and the few figures beside it. */
import type { CapFigure, Figures } from '../engine/api.ts'
import { openOf } from '../view/ranking.ts'
import { useSession } from '../view/store.ts'
import { changeText, percentText, scoreText, toneOf } from './format.ts'
import { GradeChip } from './GradeChip.tsx'
import { goTo } from './goto.ts'
import { Rolling } from './Rolling.tsx'

const Cap = ({ cap }: { cap: CapFigure }) => (
  <p className="notice" data-tone="bad">
    <span className="veto">一票否决</span> 最高评为“{cap.maxGrade}”：{cap.reason}
  </p>
)

/** Vetoes of an aggregate stand in its areas: named, and one press away. */
const CappedAreas = () => {
  const board = useSession((s) => s.board)
  const office = useSession((s) =>
    s.view.selection?.type === 'office' ? s.view.selection.id : s.view.office,
  )
  const capped = (board?.areas ?? []).filter(
    (area) => area.caps.length > 0 && (office === null || area.office === office),
  )
  if (capped.length === 0) return null
  return (
    <p className="notice" data-tone="bad">
      <span className="veto">一票否决</span> {capped.length} 个居委会：
      {capped.map((area) => (
        <button
          key={area.id}
          type="button"
          className="inline-link"
          onClick={() => goTo({ type: 'area', id: area.id })}
        >
          {area.name}
        </button>
      ))}
    </p>
  )
}

const factsOf = (figures: Figures): [string, string][] => [
  ...(figures.weightCoverage === null
    ? []
    : [['已查分值', percentText(figures.weightCoverage)] satisfies [string, string]]),
  ['查过点位', `${figures.visited}/${figures.sites}`],
  ['未销号', String(openOf(figures))],
  ['其中逾期', String(figures.states.逾期)],
  ['整改指数', scoreText(figures.index)],
  ['荣誉', String(figures.honours)],
]

export const ScoreHead = ({ figures, alone }: { figures: Figures; alone: boolean }) => {
  const score = figures.score ?? figures.provisional
  return (
    <>
      <div className="score-head">
        <b className="num" data-provisional={figures.score === null}>
          {score === null ? '—' : <Rolling value={score} digits={1} />}
        </b>
        <div>
          <GradeChip grade={figures.grade} />
          {figures.rank !== null && <small>第 {figures.rank} 名</small>}
          <i data-tone={toneOf(figures.change, 'up')} className="num">
            {figures.change === null ? '' : `较一周前 ${changeText(figures.change)}`}
          </i>
        </div>
      </div>
      {figures.score === null && (
        <p className="notice">
          {score === null
            ? '还没有查过任何项目：请先安排检查。'
            : '查过的分值不足，不评定得分：上面是按已查部分的暂计分，不参加排名。请补查未查的分类。'}
        </p>
      )}
      {figures.leftOut > 0 && <p className="notice">{figures.leftOut} 个居委会数据不足，没有计入平均。</p>}
      {alone ? (
        figures.caps.map((cap) => <Cap key={`${cap.rule} ${cap.record} ${cap.reason}`} cap={cap} />)
      ) : (
        <CappedAreas />
      )}
      <dl className="figures">
        {factsOf(figures).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
