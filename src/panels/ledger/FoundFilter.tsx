/** When a problem was found: one of the usual spans, or from one day to another. */
import { formatDay, parseDay } from '../../model/day.ts'
import { dayOf } from '../../view/issue-query.ts'
import { type FoundSpan, foundOf, foundSpan, SPANS } from '../../view/ledger-filter.ts'
import type { ViewState } from '../../view/link/state.ts'
import { useSession } from '../../view/store.ts'

interface DayFieldProps {
  label: string
  day: number | null
  onChange: (day: number | null) => void
}

const DayField = ({ label, day, onChange }: DayFieldProps) => (
  <input
    type="date"
    aria-label={label}
    title={label}
    value={day === null ? '' : formatDay(day)}
    onChange={(event) => onChange(parseDay(event.target.value))}
  />
)

export const FoundFilter = () => {
  const ledger = useSession((s) => s.view.ledger)
  const change = useSession((s) => s.change)
  const asOf = useSession(dayOf)
  const set = (patch: Partial<ViewState['ledger']>) => change({ ledger: { ...ledger, ...patch } })
  const found = foundOf(ledger, asOf)
  return (
    <>
      <select
        aria-label="发现时间"
        value={found}
        data-set={found !== 'any'}
        onChange={(event) => set(foundSpan(event.target.value as FoundSpan, asOf))}
      >
        <option value="any">发现时间</option>
        {SPANS.map((days) => (
          <option key={days} value={days}>
            近 {days} 天发现
          </option>
        ))}
        <option value="custom">指定起止日期</option>
      </select>
      {found === 'custom' && (
        <span className="span">
          <DayField label="发现日期，从" day={ledger.foundFrom} onChange={(day) => set({ foundFrom: day })} />
          至
          <DayField label="发现日期，到" day={ledger.foundTo} onChange={(day) => set({ foundTo: day })} />
        </span>
      )}
    </>
  )
}
