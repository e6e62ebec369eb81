/** What the 台账 and the map's problems ask the engine for, given the view. */
import type { IssueQuery } from '../engine/contract/issues.ts'
import type { Overview } from '../engine/contract/package.ts'
import type { Day } from '../model/day.ts'
import type { ViewState } from './link/state.ts'

/** What is looked at; no package while none is read yet. */
interface Looking {
  view: ViewState
  overview: Overview | null
}

/** The day the screen shows: the one chosen, else the package's own. */
export const dayOf = ({ view, overview }: Looking): Day => view.asOf ?? overview?.asOf ?? 0

/** null = nothing can pass (every state or every kind is off), so there is nothing to ask. */
export const issueQueryOf = (session: Looking): IssueQuery | null => {
  const { view, overview } = session
  const { ledger } = view
  const drawn = (overview?.standard.kinds ?? [])
    .map((kind) => kind.id)
    .filter((id) => !view.hiddenKinds.includes(id))
  // A problem at no place has no kind: it is left out only when kinds are.
  const all = ledger.kinds.length === 0 && view.hiddenKinds.length === 0
  const kinds = ledger.kinds.length === 0 ? drawn : ledger.kinds.filter((id) => drawn.includes(id))
  if (view.states.length === 0 || (!all && kinds.length === 0)) return null
  return {
    asOf: dayOf(session),
    office: view.office,
    area: ledger.area,
    site: null,
    link: ledger.link,
    kinds: all ? [] : kinds,
    states: view.states,
    severities: ledger.severities,
    sources: ledger.sources,
    foundFrom: ledger.foundFrom,
    foundTo: ledger.foundTo,
    dueFrom: ledger.dueFrom,
    dueTo: ledger.dueTo,
    text: ledger.text,
    sort: ledger.sort,
    descending: ledger.descending,
  }
}

/** The same 台账 with no layer of places switched off; null where none is. */
export const withoutLayers = (session: Looking): IssueQuery | null => {
  const { view } = session
  if (view.hiddenKinds.length === 0) return null
  return issueQueryOf({ ...session, view: { ...view, hiddenKinds: [] } })
}

/** Every problem of the office found by the day of the screen, in the order of the 台账. */
export const everyIssueOf = (session: Looking): IssueQuery => {
  const { sort, descending } = session.view.ledger
  return {
    asOf: dayOf(session),
    office: session.view.office,
    area: null,
    site: null,
    kinds: [],
    states: [],
    severities: [],
    sources: [],
    foundFrom: null,
    foundTo: null,
    dueFrom: null,
    dueTo: null,
    text: '',
    sort,
    descending,
  }
}
