/** What narrows the 台账 beyond states and kinds: whether anything does, and the spans of days that are asked for most. */
import type { Day } from '../model/day.ts'
import { DEFAULT_VIEW, type ViewState } from './link/state.ts'

type Ledger = ViewState['ledger']

export const isNarrowed = (ledger: Ledger): boolean =>
  ledger.text !== '' ||
  ledger.area !== null ||
  ledger.link !== null ||
  ledger.kinds.length + ledger.severities.length + ledger.sources.length > 0 ||
  ledger.foundFrom !== null ||
  ledger.foundTo !== null ||
  ledger.dueFrom !== null ||
  ledger.dueTo !== null

/** The sheet without its filters, open and sorted as it was. */
export const widened = ({ open, sort, descending }: Ledger): Ledger => ({
  ...DEFAULT_VIEW.ledger,
  open,
  sort,
  descending,
})

/**
 * The area the 台账 is of when it is opened beside what is selected: that of the selection, unless somebody has chosen
 * another. @param followed the area that an earlier selection has set
 */
export const areaBeside = (
  selection: ViewState['selection'],
  { area }: Pick<Ledger, 'area'>,
  followed: string | null,
): string | null => (selection?.type === 'area' && (area === null || area === followed) ? selection.id : area)

/** Days back from the day shown, that day included. */
export const SPANS = [7, 30, 90] as const

export type FoundSpan = 'any' | 'custom' | `${(typeof SPANS)[number]}`

/** Which of the usual spans the filter is, seen from `asOf`. */
export const foundOf = ({ foundFrom, foundTo }: Ledger, asOf: Day): FoundSpan => {
  if (foundFrom === null && foundTo === null) return 'any'
  const span = SPANS.find((days) => foundTo === null && foundFrom === asOf - days + 1)
  return span === undefined ? 'custom' : `${span}`
}

/** The filter for a span. A custom one begins as the last 30 days. */
export const foundSpan = (found: FoundSpan, asOf: Day): Pick<Ledger, 'foundFrom' | 'foundTo'> => {
  switch (found) {
    case 'any':
      return { foundFrom: null, foundTo: null }
    case 'custom':
      return { foundFrom: asOf - 29, foundTo: asOf }
    case '7':
    case '30':
    case '90':
      return { foundFrom: asOf - Number(found) + 1, foundTo: null }
  }
}
