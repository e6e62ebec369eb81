/** When a problem was found: one of the usual spans, or from one day to another. */
import { formatDay, parseDay } from '../../model/day.ts'
import { dayOf } from '../../view/issue-query.ts'
import { type FoundSpan, foundOf, foundSpan, SPANS } from '../../view/ledger-filter.ts'
import type { ViewState } from '../../view/link/state.ts'
import { useSession } from '../../view/store.ts'
import { DateField } from '../kit/DateField.tsx'

interface DayFieldProps {
  label: string
  day: number | null
  start: number
  onChange: (day: number | null) => void
}

const DayField = ({ label, day, start, onChange }: DayFieldProps) => (
  <DateField
    aria-label={label}
    start={start}
    value={day === null ? '' : formatDay(day)}
    onChange={(text) => {
      const chosen = parseDay(text)
      if (chosen !== null || text === '') onChange(chosen)
    }}
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
          <DayField
            label="发现日期，从"
            day={ledger.foundFrom}
            start={asOf}
            onChange={(day) => set({ foundFrom: day })}
          />
          至
          <DayField
            label="发现日期，到"
            day={ledger.foundTo}
            start={asOf}
            onChange={(day) => set({ foundTo: day })}
          />
        </span>
      )}
    </>
  )
}
