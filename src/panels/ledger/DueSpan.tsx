/** The 台账 narrowed to a span of deadlines, as a figure asked for it: named, and taken back. */
import { formatMonthDay } from '../../model/day.ts'
import { useSession } from '../../view/store.ts'
import { Glyph } from '../kit/Glyph.tsx'

export const DueSpan = () => {
  const ledger = useSession((s) => s.view.ledger)
  const change = useSession((s) => s.change)
  const { dueFrom, dueTo } = ledger
  if (dueFrom === null && dueTo === null) return null
  const text = (day: number | null) => (day === null ? '' : formatMonthDay(day))
  return (
    <span className="due-span">
      期限 {text(dueFrom)} 至 {text(dueTo)}
      <button
        type="button"
        className="tool"
        aria-label="不限期限"
        title="不限期限"
        onClick={() => change({ ledger: { ...ledger, dueFrom: null, dueTo: null } })}
      >
        <Glyph name="close" />
      </button>
    </span>
  )
}
