/** Right, when nothing is selected: how the district (or the office asked for) stands, and who stands where in it. */
import { useSession } from '../../view/store.ts'
import { Paged } from '../kit/Paged.tsx'
import { Segments } from '../kit/Segments.tsx'
import { Ranking } from '../ranking/Ranking.tsx'
import { Themes } from '../why/Themes.tsx'
import { Why } from '../why/Why.tsx'
import './standing.css'

const TABS = [
  ['area', '居委会排名'],
  ['office', '办事处排名'],
  ['why', '得分解释'],
] as const

export const Standing = () => {
  const board = useSession((s) => s.board)
  const office = useSession((s) => s.view.office)
  const tab = useSession((s) => s.view.standing)
  const change = useSession((s) => s.change)
  const figures = (office === null ? null : board?.offices.find((o) => o.id === office)) ?? board?.district
  if (!figures) return null
  return (
    <div className="standing">
      <header>
        <Segments label="右侧显示" options={TABS} value={tab} onChange={(standing) => change({ standing })} />
      </header>
      {tab !== 'why' && (
        <div className="standing-themes">
          <h2>{office ?? '全区'}：脏、乱、差</h2>
          <Themes figures={figures} />
        </div>
      )}
      {tab === 'why' ? (
        <Paged className="standing-body standing-why">
          <h2>{office ?? '全区'}</h2>
          <Why of={office === null ? null : { type: 'office', id: office }} />
        </Paged>
      ) : (
        <div className="standing-body scrolls" key={tab}>
          <Ranking of={tab} />
        </div>
      )}
    </div>
  )
}
