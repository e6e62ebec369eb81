/** How every place stands on a day: what it got, what is open at it, when it was last seen, its state. */
import type { Day } from '../../model/day.ts'
import { issueStateAt } from '../../model/state.ts'
import { statusAt } from '../../scoring/rows/counted.ts'
import { ratesOf } from '../../scoring/rows/rates.ts'
import type { Board } from '../contract/board.ts'
import type { Opened } from '../package/open.ts'

/** Day of the last check of each place by `t`, by its index among the sites; NaN = never. */
export const lastVisits = ({ model, places, prepared }: Opened, t: Day): Float64Array<ArrayBuffer> => {
  const last = new Float64Array(model.sites.length).fill(Number.NaN)
  for (const { spot: at, entries } of prepared.siteItemRows.values()) {
    const spot = places.spots[at]
    if (spot?.of !== 'site') continue
    for (const { day, origin } of entries) {
      if (day > t) break
      if (origin.type === 'check' && !((last[spot.index] as number) >= day)) last[spot.index] = day
    }
  }
  return last
}

export const siteStates = (opened: Opened, t: Day): Board['sites'] => {
  const { model, prepared, places, scores } = opened
  const count = model.sites.length
  const { counted, waived } = scores(t)
  const open = new Uint16Array(count)
  const overdue = new Uint16Array(count)
  model.issues.forEach((issue, i) => {
    const spot = places.spots[prepared.issueSpot[i] as number]
    const state = issueStateAt(issue, t)
    if (spot?.of !== 'site' || state === null || state === '已销号') return
    open[spot.index] = (open[spot.index] as number) + 1
    if (state === '逾期') overdue[spot.index] = (overdue[spot.index] as number) + 1
  })
  return {
    // Sites are the first of the spots, in the same order.
    rate: Float32Array.from(ratesOf(opened, counted).subarray(0, count)),
    open,
    overdue,
    lastVisit: lastVisits(opened, t),
    waived: Uint8Array.from(model.sites, (_, i) => (waived.has(i) ? 1 : 0)),
    status: model.sites.map((site, i) => statusAt(prepared.statusOf.get(i), site.status, t)),
  }
}
