/**
 * How urgent it is to go and look at a place: what is open there, what failed when it was looked at, how long nobody
 * looked, and whether it should not be there at all. All in item points of the standard, so that they can be added.
 */
import type { Day } from '../../model/day.ts'
import { mildestOf } from '../../model/severity.ts'
import type { Standard } from '../../model/standard.ts'
import { issueStateAt } from '../../model/state.ts'
import { type Counted, derivedSiteItems, statusEntry } from '../rows/counted.ts'
import { isFailing } from '../rows/grade.ts'
import type { Prepared } from '../rows/prepare.ts'
import { costAt } from '../rows/problem.ts'
import { lastChecks } from '../rows/visits.ts'

export interface Urgency {
  /** index into spots, -1 for a problem at no place */
  spot: number
  /** index of the problem that is at no place, else -1 */
  issue: number
  /** Σ of the four parts */
  points: number
  /** what the open problems cost: severity · (pending) · (1 + overdue) */
  problems: { points: number; open: number; overdue: number }
  /**
   * what items that count as 不合格 cost, p · (1 − g/10), as far as a problem of the same item does not say so already;
   * `items` is how many there are
   */
  failed: { points: number; items: number }
  /**
   * days since the last visit; null = never. Costs as much as the mildest problem when it is as long as the standard's
   * window or longer, in proportion before; nothing where the place is closed down.
   */
  unseen: { points: number; days: number | null }
  /** what the state of a place to be closed down costs: p · (1 − g/10) */
  status: { points: number; state: string | null }
}

/** Day of the last visit to each spot by `t` (check rows, and samples of a water), −Infinity never. */
const lastVisits = (prepared: Prepared, t: Day): Float64Array => {
  const { places, samplesOf } = prepared
  const last = lastChecks(prepared, t).map((day) => (Number.isNaN(day) ? -Infinity : day))
  const seen = (spot: number, day: Day) => {
    if (day <= t && day > (last[spot] as number)) last[spot] = day
  }
  places.spots.forEach(({ of, index }, spot) => {
    if (of === 'water') for (const { day } of samplesOf[index] ?? []) seen(spot, day)
  })
  return last
}

const unseenPoints = (days: number | null, standard: Standard): number => {
  const mildest = mildestOf(standard).points
  return mildest * (days === null ? 1 : Math.min(1, days / standard.window))
}

/**
 * Every place that can be visited (sites and waters; problems at no place stand alone), in the order of the package.
 * Nothing dated after `t` is seen.
 * @param counted the rows that count at `t`
 */
export const urgencies = (prepared: Prepared, counted: readonly Counted[], t: Day): Urgency[] => {
  const { model, places, standard, issueSpot, issueItem } = prepared
  const last = lastVisits(prepared, t)
  const all: Urgency[] = places.spots.map((_, spot) => {
    const seen = last[spot] as number
    const days = seen === -Infinity ? null : t - seen
    return {
      spot,
      issue: -1,
      points: 0,
      problems: { points: 0, open: 0, overdue: 0 },
      failed: { points: 0, items: 0 },
      unseen: { points: unseenPoints(days, standard), days },
      status: { points: 0, state: null },
    }
  })
  for (const { spot, item, rule } of derivedSiteItems(prepared).status) {
    const entry = statusEntry(prepared, spot, rule, t)
    const urgency = all[spot]
    if (entry === null || entry.origin.type !== 'status' || urgency === undefined) continue
    const points = (standard.items[item]?.points ?? 0) * (1 - (entry.grade ?? 10) / 10)
    urgency.status = { points, state: entry.origin.status }
    if (points === 0) urgency.unseen.points = 0
  }
  /** what problems cost, by spot · items + item */
  const charged = new Map<number, number>()
  const keyOf = (spot: number, item: number) => spot * standard.items.length + item
  const loose: Urgency[] = []
  model.issues.forEach((issue, index) => {
    const state = issueStateAt(issue, t)
    if (state === null || state === '已销号') return
    const spot = issueSpot[index] as number
    const problems = { points: costAt(issue, standard, t), open: 1, overdue: state === '逾期' ? 1 : 0 }
    const at = all[spot]
    // A problem of a whole 居委会 is nowhere in particular: where it has a place of its own, that is gone to.
    if (at === undefined || places.spots[spot]?.of === 'area')
      loose.push({
        spot: -1,
        issue: index,
        points: 0,
        problems,
        failed: { points: 0, items: 0 },
        unseen: { points: 0, days: null },
        status: { points: 0, state: null },
      })
    else {
      at.problems.points += problems.points
      at.problems.open++
      at.problems.overdue += problems.overdue
      const key = keyOf(spot, issueItem[index] as number)
      charged.set(key, (charged.get(key) ?? 0) + problems.points)
    }
  })
  for (const { spot, item, grade, entry } of counted) {
    const urgency = all[spot]
    if (urgency === undefined || entry.origin.type === 'status' || !isFailing(grade, standard)) continue
    const lost = (standard.items[item]?.points ?? 0) * (1 - grade / 10)
    urgency.failed.items++
    urgency.failed.points += Math.max(0, lost - (charged.get(keyOf(spot, item)) ?? 0))
  }
  const visited = all.filter(({ spot }) => places.spots[spot]?.of !== 'area')
  const listed = [...visited, ...loose]
  for (const one of listed)
    one.points = one.problems.points + one.failed.points + one.unseen.points + one.status.points
  return listed
}
