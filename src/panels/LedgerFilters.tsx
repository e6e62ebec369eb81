/** What narrows the 台账, and with it the problems on the map. */
import { formatDay, parseDay } from '../model/day.ts'
import { ISSUE_STATES } from '../model/state.ts'
import { kindGroups } from '../view/kinds.ts'
import { areaOfRef } from '../view/selection.ts'
import { DEFAULT_VIEW, type ViewState } from '../view/state.ts'
import { useSession } from '../view/store.ts'
import { StateGlyph } from './Glyph.tsx'

type Ledger = ViewState['ledger']

interface ChoiceProps {
  label: string
  all: string
  value: string
  options: readonly (readonly [value: string, text: string])[]
  onChange: (value: string) => void
}

const Choice = ({ label, all, value, options, onChange }: ChoiceProps) => (
  <select
    aria-label={label}
    value={value}
    data-set={value !== ''}
    onChange={(event) => onChange(event.target.value)}
  >
    <option value="">{all}</option>
    {options.map(([key, text]) => (
      <option key={key} value={key}>
        {text}
      </option>
    ))}
  </select>
)

const DayField = ({
  label,
  day,
  onChange,
}: {
  label: string
  day: number | null
  onChange: (day: number | null) => void
}) => (
  <input
    type="date"
    aria-label={label}
    title={label}
    value={day === null ? '' : formatDay(day)}
    onChange={(event) => onChange(parseDay(event.target.value))}
  />
)

const StateButtons = () => {
  const states = useSession((s) => s.view.states)
  const change = useSession((s) => s.change)
  return (
    <span className="state-buttons">
      {ISSUE_STATES.map((state) => (
        <button
          key={state}
          type="button"
          aria-pressed={states.includes(state)}
          onClick={() =>
            change({
              states: ISSUE_STATES.filter((s) => (s === state ? !states.includes(s) : states.includes(s))),
            })
          }
        >
          <StateGlyph state={state} />
          {state}
        </button>
      ))}
    </span>
  )
}

const isNarrowed = (ledger: Ledger): boolean =>
  ledger.text !== '' ||
  ledger.area !== null ||
  ledger.kinds.length + ledger.severities.length + ledger.sources.length > 0 ||
  ledger.foundFrom !== null ||
  ledger.foundTo !== null

export const LedgerFilters = () => {
  const { overview, view, change } = useSession()
  if (overview === null) return null
  const { ledger, office } = view
  const { standard } = overview
  const set = (patch: Partial<Ledger>) => change({ ledger: { ...ledger, ...patch } })
  const one = (list: readonly string[]) => list[0] ?? ''
  const list = (value: string) => (value === '' ? [] : [value])
  const areas = overview.areas.filter((area) => office === null || area.office === office)
  const near = areas.find((area) => area.code === areaOfRef(view.selection, overview))
  return (
    <div className="filters">
      <input
        type="search"
        placeholder="描述、点位、责任单位、编号"
        aria-label="文字筛选"
        value={ledger.text}
        onChange={(event) => set({ text: event.target.value })}
      />
      <Choice
        label="居委会"
        all={office ?? '全部居委会'}
        value={ledger.area ?? ''}
        options={areas.map((area) => [area.code, area.name])}
        onChange={(value) => set({ area: value || null })}
      />
      <Choice
        label="类别"
        all="全部类别"
        value={one(ledger.kinds)}
        options={kindGroups(standard.kinds, {})
          .flatMap((group) => group.kinds)
          .map((kind) => [kind.id, kind.label])}
        onChange={(value) => set({ kinds: list(value) })}
      />
      <Choice
        label="严重程度"
        all="全部程度"
        value={one(ledger.severities)}
        options={standard.severity.levels.map((level) => [level.id, level.id])}
        onChange={(value) => set({ severities: list(value) })}
      />
      <Choice
        label="来源"
        all="全部来源"
        value={one(ledger.sources)}
        options={standard.sources.map((source) => [source.id, source.id])}
        onChange={(value) => set({ sources: list(value) })}
      />
      <span className="span">
        <DayField label="发现日期，从" day={ledger.foundFrom} onChange={(day) => set({ foundFrom: day })} />
        至
        <DayField label="发现日期，到" day={ledger.foundTo} onChange={(day) => set({ foundTo: day })} />
      </span>
      <StateButtons />
      {near && ledger.area !== near.code && (
        <button type="button" className="text-button" onClick={() => set({ area: near.code })}>
          只看{near.shortName}
        </button>
      )}
      {isNarrowed(ledger) && (
        <button
          type="button"
          className="text-button"
          onClick={() => {
            const { open, sort, descending } = ledger
            change({ ledger: { ...DEFAULT_VIEW.ledger, open, sort, descending } })
          }}
        >
          清除筛选
        </button>
      )}
    </div>
  )
}
