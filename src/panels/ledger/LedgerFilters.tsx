/** What narrows the 台账, and with it the problems on the map. */
import type { ReactNode } from 'react'
import { ISSUE_STATES } from '../../model/state.ts'
import { kindGroups } from '../../view/kinds.ts'
import type { ViewState } from '../../view/link/state.ts'
import { useSession } from '../../view/store.ts'
import { StateGlyph } from '../kit/Glyph.tsx'
import { DueSpan } from './DueSpan.tsx'
import { FoundFilter } from './FoundFilter.tsx'
import './ledger-filters.css'

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

export const StateButtons = () => {
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

/** @param children further choices, before those of days */
export const LedgerFilters = ({ children }: { children?: ReactNode }) => {
  const { overview, view, change } = useSession()
  if (overview === null) return null
  const { ledger, office } = view
  const { standard } = overview
  const set = (patch: Partial<Ledger>) => change({ ledger: { ...ledger, ...patch } })
  const one = (list: readonly string[]) => list[0] ?? ''
  const list = (value: string) => (value === '' ? [] : [value])
  const areas = overview.areas.filter((area) => office === null || area.office === office)
  return (
    <div className="filters">
      <input
        type="search"
        placeholder="描述、点位、单位"
        title="按描述、点位、责任单位或编号筛选"
        aria-label="文字筛选"
        value={ledger.text}
        onChange={(event) => set({ text: event.target.value })}
        onKeyDown={(event) => {
          // Not every browser clears such a field by itself.
          if (event.key !== 'Escape' || event.nativeEvent.isComposing || ledger.text === '') return
          event.preventDefault()
          set({ text: '' })
        }}
      />
      <Choice
        label="居委会"
        all="居委会"
        value={ledger.area ?? ''}
        options={areas.map((area) => [area.code, area.name])}
        onChange={(value) => set({ area: value || null })}
      />
      <Choice
        label="类别"
        all="类别"
        value={one(ledger.kinds)}
        options={kindGroups(standard.kinds, {})
          .flatMap((group) => group.kinds)
          .map((kind) => [kind.id, kind.label])}
        onChange={(value) => set({ kinds: list(value) })}
      />
      <Choice
        label="严重程度"
        all="程度"
        value={one(ledger.severities)}
        options={standard.severity.levels.map((level) => [level.id, level.id])}
        onChange={(value) => set({ severities: list(value) })}
      />
      <Choice
        label="来源"
        all="来源"
        value={one(ledger.sources)}
        options={standard.sources.map((source) => [source.id, source.id])}
        onChange={(value) => set({ sources: list(value) })}
      />
      {children}
      <FoundFilter />
      <DueSpan />
    </div>
  )
}
