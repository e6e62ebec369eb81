/** On which days each place was visited: one column of all days, a place's own in order, so that none is gone through. */
import type { Day } from '../../model/day.ts'
import { oncePer } from '../../model/remembered.ts'
import type { Prepared } from './prepare.ts'

interface VisitDays {
  /** by spot: where its days begin and end in `days` */
  from: Int32Array
  to: Int32Array
  /** days with a check row, for each spot ascending, each once */
  days: Int32Array
}

/** How often each of the numbers from 0 to `most` stands in `values`, summed up to the one before it. */
const beginnings = (values: Int32Array, most: number): Int32Array => {
  const from = new Int32Array(most + 2)
  for (let i = 0; i < values.length; i++) {
    const next = (values[i] as number) + 1
    from[next] = (from[next] as number) + 1
  }
  for (let i = 1; i < from.length; i++) from[i] = (from[i] as number) + (from[i - 1] as number)
  return from
}

/** Places in `values` (whole numbers from 0), by the number there. */
const sorted = (values: Int32Array, most: number): Int32Array => {
  const next = beginnings(values, most)
  const places = new Int32Array(values.length)
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    const at = next[value] as number
    places[at] = i
    next[value] = at + 1
  }
  return places
}

const visitDaysOf = oncePer(({ model, checkSpot, places }: Prepared): VisitDays => {
  const { checks } = model
  // Rows that are none stand at one more spot, behind the others.
  const spots = checkSpot.map((spot) => (spot < 0 ? places.spots.length : spot))
  const since = Int32Array.from(checks, ({ day }) => day)
  const least = since.reduce((a, b) => Math.min(a, b), 0)
  const most = since.reduce((a, b) => Math.max(a, b), 0) - least
  for (let i = 0; i < since.length; i++) since[i] = (since[i] as number) - least
  const from = beginnings(spots, places.spots.length)
  const to = from.slice()
  const days = new Int32Array(checks.length)
  const inOrder = sorted(since, most)
  for (let i = 0; i < inOrder.length; i++) {
    const row = inOrder[i] as number
    const spot = spots[row] as number
    const day = (since[row] as number) + least
    const end = to[spot] as number
    // A visit has a row an item.
    if (end > (from[spot] as number) && days[end - 1] === day) continue
    days[end] = day
    to[spot] = end + 1
  }
  return { from, to, days }
})

/** Lays out the days of all places. */
export const layOutVisits = (prepared: Prepared): void => void visitDaysOf(prepared)

/** Day of the last check of each spot (index) by `t`; NaN = never. */
export const lastChecks = (prepared: Prepared, t: Day): Float64Array<ArrayBuffer> => {
  const { from, to, days } = visitDaysOf(prepared)
  const last = new Float64Array(prepared.places.spots.length).fill(Number.NaN)
  for (let spot = 0; spot < last.length; spot++) {
    let low = from[spot] as number
    let high = to[spot] as number
    const first = low
    while (low < high) {
      const middle = (low + high) >> 1
      if ((days[middle] as number) <= t) low = middle + 1
      else high = middle
    }
    if (low > first) last[spot] = days[low - 1] as number
  }
  return last
}
