/** Bottom: the timeline, and the way to the 台账. */
import { useMemo } from 'react'
import { listedText } from '../../view/absent.ts'
import { useSession } from '../../view/store.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { Timeline } from './Timeline.tsx'
import './timeline.css'

export const BottomBar = () => {
  const ledger = useSession((s) => s.view.ledger)
  const change = useSession((s) => s.change)
  const overview = useSession((s) => s.overview)
  const shown = useSession((s) => s.shownIssues)
  const { within, outside } = useMemo(() => listedText(overview, shown), [overview, shown])
  return (
    <div className="bottom-bar panel unprinted">
      <Timeline />
      <button
        type="button"
        className="ledger-open"
        aria-expanded={ledger.open}
        title={outside > 0 ? `另有 ${outside} 个不在任何居委会内，不计入指标` : undefined}
        onClick={() => change({ ledger: { ...ledger, open: !ledger.open } })}
      >
        <Glyph name={ledger.open ? 'down' : 'table'} />
        <span>问题台账</span>
        <b className="num">{within}</b>
        {outside > 0 && <small className="num">区外 {outside}</small>}
      </button>
    </div>
  )
}
