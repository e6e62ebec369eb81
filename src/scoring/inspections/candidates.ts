/**
 * 评选: which streets and shops qualify by the records, and how many families a 居委会 may put forward. Only
 * suggestions: 居委会推荐、办事处审核、指挥部审定. No person and no household is ever named.
 */
import type { Day } from '../../model/day.ts'
import { reboundsAt } from '../closure/rebound.ts'
import type { Prepared } from '../rows/prepare.ts'
import { openAt } from '../rows/problem.ts'

/**
 * The district's rule of May 2019 (周口日报, 2019-05-20): each 居委会 picks one 示范街 and five 卫生家庭 by how they
 * look. A place qualifies that was looked at twice in the standard's window, reached 90 % of its points, has no open
 * problem and none that came back.
 */
const AWARD = { visits: 2, rate: 0.9, families: 5 } as const

/** Kinds of the standard that can be a 示范街 or a 文明商户, and those whose state speaks for the families in them. */
const STREETS = ['alley', 'road', 'frontage']
const SHOPS = ['market', 'food-shop', 'service-shop']
const HOMES = ['estate', 'village']

export interface Candidate {
  /** index into spots, and of the area it lies in */
  spot: number
  area: number
  /** visits in the window, by day: the source and the worst grade of each */
  visits: { day: Day; source: string; worst: number }[]
  /** 得分率 0–1 of what counts */
  rate: number
  /** since the last problem was closed; null = never a problem known */
  daysClean: number | null
  /** 1 = the best of its sort in its area; equals share a rank */
  rank: number
}

export interface FamilyQuota {
  area: number
  /** estates and villages looked at in the window, and how many of them stand as well as a candidate must */
  seen: number
  good: number
  /** families the 居委会 may put forward: its five in proportion to `good`; null where nothing was looked at */
  suggested: number | null
}

export interface Candidates {
  /** by area, then rank */
  streets: Candidate[]
  shops: Candidate[]
  /** one an area */
  families: FamilyQuota[]
}

/** Visits to each spot within (t − window, t], newest first. */
const visitsOf = ({ siteItemRows, model, standard }: Prepared, t: Day): Map<number, Candidate['visits']> => {
  const found = new Map<number, Map<string, Candidate['visits'][number]>>()
  for (const { spot, entries } of siteItemRows.values())
    for (const { day, grade, origin } of entries) {
      const check = origin.type === 'check' ? model.checks[origin.index] : undefined
      if (check === undefined || grade === null || day > t || day <= t - standard.window) continue
      const visits = found.get(spot) ?? new Map()
      found.set(spot, visits)
      const key = `${day} ${check.visit}`
      const visit = visits.get(key) ?? { day, source: check.source, worst: grade }
      visits.set(key, { ...visit, worst: Math.min(visit.worst, grade) })
    }
  return new Map(
    [...found].map(([spot, visits]) => [spot, [...visits.values()].sort((a, b) => b.day - a.day)]),
  )
}

/** @param rates 得分率 of each spot at `t` */
export const candidatesAt = (prepared: Prepared, rates: Float64Array, t: Day): Candidates => {
  const { model, standard, places, issueSpot } = prepared
  const visits = visitsOf(prepared, t)
  const troubled = new Set(reboundsAt(prepared, t, standard.window).map(({ spot }) => spot))
  const closedOn = new Map<number, Day>()
  model.issues.forEach((issue, i) => {
    const spot = issueSpot[i] as number
    if (openAt(issue, t)) troubled.add(spot)
    else if (issue.verifiedOn !== null && issue.verifiedOn <= t)
      closedOn.set(spot, Math.max(closedOn.get(spot) ?? -Infinity, issue.verifiedOn))
  })
  const kindIds = (spot: number) => standard.kinds[places.spots[spot]?.kind ?? -1]?.id ?? ''
  const good = (spot: number) => (rates[spot] as number) >= AWARD.rate - 1e-9 && !troubled.has(spot)
  const of = (kinds: readonly string[]): Candidate[] => {
    const found = places.spots.flatMap(({ of: sort, placement }, spot): Candidate[] => {
      const seen = visits.get(spot) ?? []
      if (sort !== 'site' || placement.area < 0 || !kinds.includes(kindIds(spot))) return []
      if (!good(spot) || seen.length < AWARD.visits) return []
      const closed = closedOn.get(spot)
      const daysClean = closed === undefined ? null : t - closed
      const rate = rates[spot] as number
      return [{ spot, area: placement.area, visits: seen, rate, daysClean, rank: 0 }]
    })
    for (const one of found)
      one.rank = 1 + found.filter(({ area, rate }) => area === one.area && rate > one.rate + 1e-9).length
    return found.sort((a, b) => a.area - b.area || a.rank - b.rank || a.spot - b.spot)
  }
  const families = model.areas.map((_, area): FamilyQuota => {
    const homes = places.spots.flatMap(({ of: sort, placement }, spot) =>
      sort === 'site' && placement.area === area && HOMES.includes(kindIds(spot)) && visits.has(spot)
        ? [spot]
        : [],
    )
    const well = homes.filter(good).length
    const suggested = homes.length === 0 ? null : Math.floor((AWARD.families * well) / homes.length)
    return { area, seen: homes.length, good: well, suggested }
  })
  return { streets: of(STREETS), shops: of(SHOPS), families }
}
