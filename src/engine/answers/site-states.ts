/** How every place stands on a day: what it got, what is open at it, when it was last seen, its state. */
import type { Day } from '../../model/day.ts'
import { issueDaysOf, stateIndexAt } from '../../model/issue-days.ts'
import { ISSUE_STATES } from '../../model/state.ts'
import { statusAt } from '../../scoring/rows/counted.ts'
import { lastChecks } from '../../scoring/rows/visits.ts'
import type { Board } from '../contract/board.ts'
import type { Opened } from '../package/open.ts'

/** Day of the last check of each place by `t`, by its index among the sites; NaN = never. */
export const lastVisits = ({ model, prepared }: Opened, t: Day): Float64Array<ArrayBuffer> =>
  // Sites are the first of the spots, in the same order.
  lastChecks(prepared, t).slice(0, model.sites.length)

export const siteStates = (opened: Opened, t: Day): Board['sites'] => {
  const { model, prepared, scores } = opened
  const count = model.sites.length
  const { rates, waived } = scores(t)
  const open = new Uint16Array(count)
  const overdue = new Uint16Array(count)
  const days = issueDaysOf(model.issues)
  for (let i = 0; i < model.issues.length; i++) {
    const state = ISSUE_STATES[stateIndexAt(days, i, t)]
    // Sites are the first of the spots, in the same order.
    const site = prepared.issueSpot[i] as number
    if (site < 0 || site >= count || state === undefined || state === '已销号') continue
    open[site] = (open[site] as number) + 1
    if (state === '逾期') overdue[site] = (overdue[site] as number) + 1
  }
  return {
    rate: Float32Array.from(rates.subarray(0, count)),
    open,
    overdue,
    lastVisit: lastVisits(opened, t),
    waived: Uint8Array.from(model.sites, (_, i) => (waived.has(i) ? 1 : 0)),
    status: model.sites.map((site, i) => statusAt(prepared.statusOf.get(i), site.status, t)),
  }
}
