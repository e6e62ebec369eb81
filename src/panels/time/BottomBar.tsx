/** Bottom: the timeline, and the way to the 台账. */
import { figureText } from '../../view/absent.ts'
import { useSession } from '../../view/store.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { Timeline } from './Timeline.tsx'
import './timeline.css'

export const BottomBar = () => {
  const ledger = useSession((s) => s.view.ledger)
  const change = useSession((s) => s.change)
  const count = useSession((s) => figureText(s.overview, 'issues.csv', s.shownIssues?.length))
  return (
    <div className="bottom-bar panel unprinted">
      <Timeline />
      <button
        type="button"
        className="ledger-open"
        aria-expanded={ledger.open}
        onClick={() => change({ ledger: { ...ledger, open: !ledger.open } })}
      >
        <Glyph name={ledger.open ? 'down' : 'table'} />
        <span>问题台账</span>
        <b className="num">{count}</b>
      </button>
    </div>
  )
}
