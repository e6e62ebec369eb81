/**
 * The district laid out by (area, category), so that a part of it can be summed again without the rest: wherever a row
 * can stand (a track), which of them lie in which pair and with what share, which problems are charged to it. A pair is
 * `area · categories + category`.
 */

import type { Day } from '../model/day.ts'
import { oncePer } from '../model/remembered.ts'
import type { Item } from '../model/standard.ts'
import { type CategoryScore, coverageOf, noSums, type Sums, weighted } from './category.ts'
import { bestOf, derivedSlots, statusEntry, waterEntry } from './counted.ts'
import type { Entry, Prepared } from './prepare.ts'
import { costAt, openWithin } from './problem.ts'
import { gradesOfWaters, type WaterGrade } from './water.ts'

/** A site and item at which a row can stand. */
export interface Track {
  spot: number
  item: number
  /** its rows, by day, then line */
  entries: readonly Entry[]
  /** its derived row at a day, where it can have one; that of a water body is given by `water` */
  status: ((t: Day) => Entry | null) | null
  /** index of the water body whose grade stands here, -1 none */
  water: number
}

/** A site and item that applies to a pair, with the share of it; `track` -1 = no row can ever stand there. */
interface Part {
  track: number
  item: number
  share: number
}

/**
 * The problems of one site and item that are charged to a pair: what a check of that site and item lost in the area is
 * taken off them together, once. A problem at no track stands alone.
 */
export interface Claim {
  /** -1 = no row can stand at the site and item, or they are not known */
  track: number
  /** share of the site in the area: 0 where its check does not count there, and takes nothing off */
  checked: number
  /** in the order of the file, with the share of each problem in the area */
  issues: { index: number; share: number }[]
}

export interface Layout {
  prepared: Prepared
  tracks: Track[]
  parts: Part[][]
  /** problems charged to each pair */
  claims: Claim[][]
  /** the track of each problem's site and item, -1 none */
  trackOfIssue: Int32Array
}

/** How everything stands: what a pair is summed from. */
export interface Standing {
  /** by track: the grade that counts; null = 不适用, undefined = no row counts */
  grades: (number | null | undefined)[]
  /** by problem: what it costs before what a check already lost is taken off, in item points */
  costs: Float64Array
  /** by problem: 1 where it was open at any moment of the window */
  within: Uint8Array
}

const layOutAnew = (prepared: Prepared): Layout => {
  const { model, standard, places, slots, itemsOfKind, categoryOf, issueItem, issueSpot } = prepared
  const [A, C, I] = [model.areas.length, standard.categories.length, standard.items.length]
  const tracks: Track[] = []
  const trackAt = new Map<number, number>()
  const applies = standard.kinds.map((_, kind) => new Set(itemsOfKind[kind]))
  const track = (spot: number, item: number): Track | null => {
    if (!applies[places.spots[spot]?.kind ?? -1]?.has(item)) return null
    const key = spot * I + item
    const known = trackAt.get(key)
    if (known !== undefined) return tracks[known] as Track
    const entries = slots.get(key)?.entries ?? []
    const made: Track = { spot, item, entries, status: null, water: -1 }
    trackAt.set(key, tracks.length)
    tracks.push(made)
    return made
  }
  for (const { spot, item } of slots.values()) track(spot, item)
  const derived = derivedSlots(prepared)
  for (const { spot, item, rule } of derived.status) {
    const made = track(spot, item)
    if (made) made.status = (t) => statusEntry(prepared, spot, rule, t)
  }
  for (const { spot, item, index } of derived.waters) {
    const made = track(spot, item)
    if (made) made.water = index
  }

  const trackOfIssue = new Int32Array(model.issues.length).fill(-1)
  const claims: Claim[][] = Array.from({ length: A * C }, () => [])
  const claimAt = new Map<number, Claim>()
  model.issues.forEach((_, index) => {
    const [item, spot] = [issueItem[index] as number, issueSpot[index] as number]
    if (item < 0) return
    const at = spot < 0 ? undefined : trackAt.get(spot * I + item)
    if (at !== undefined) trackOfIssue[index] = at
    for (const { area, share } of places.issues[index]?.shares ?? []) {
      const known = at === undefined ? undefined : claimAt.get(at * A + area)
      if (known !== undefined) {
        known.issues.push({ index, share })
        continue
      }
      const checked = places.spots[spot]?.placement.shares.find((one) => one.area === area)?.share ?? 0
      const claim = { track: at ?? -1, checked: at === undefined ? 0 : checked, issues: [{ index, share }] }
      claims[area * C + (categoryOf[item] as number)]?.push(claim)
      if (at !== undefined) claimAt.set(at * A + area, claim)
    }
  })

  const parts: Part[][] = Array.from({ length: A * C }, () => [])
  places.spots.forEach((spot, s) => {
    for (const item of itemsOfKind[spot.kind] ?? [])
      for (const { area, share } of spot.placement.shares)
        parts[area * C + (categoryOf[item] as number)]?.push({
          track: trackAt.get(s * I + item) ?? -1,
          item,
          share,
        })
  })
  return { prepared, tracks, parts, claims, trackOfIssue }
}

/** The layout of a district; worked out once. */
export const layOut = oncePer(layOutAnew)

/** A standing in which nothing was looked at and no problem is known. */
export const emptyStanding = ({ tracks, prepared }: Layout): Standing => ({
  grades: new Array<undefined>(tracks.length).fill(undefined),
  costs: new Float64Array(prepared.model.issues.length),
  within: new Uint8Array(prepared.model.issues.length),
})

/** The row that counts on each track at the end of day `t`, null where none does; grade null = 不适用. */
export const rowsAt = (layout: Layout, waters: readonly WaterGrade[], t: Day): (Entry | null)[] => {
  const waterRows = waters.map((water, index) => waterEntry(layout.prepared, water, index))
  return layout.tracks.map((track) => rowAt(layout, track, waterRows, t))
}

/** How everything stands at the end of day `t`. @param rows the row that counts on each track at `t` */
export const standingOf = (layout: Layout, rows: readonly (Entry | null)[], t: Day): Standing => {
  const { model, standard, issueItem } = layout.prepared
  const standing = emptyStanding(layout)
  rows.forEach((row, at) => {
    standing.grades[at] = row?.grade
  })
  model.issues.forEach((issue, index) => {
    if ((issueItem[index] as number) < 0) return
    standing.costs[index] = costAt(issue, standard, t)
    standing.within[index] = openWithin(issue, t, standard.window) ? 1 : 0
  })
  return standing
}

/** How everything stands at the end of day `t`. */
export const standingAt = (layout: Layout, t: Day): Standing =>
  standingOf(layout, rowsAt(layout, gradesOfWaters(layout.prepared, t), t), t)

/** The row that counts on a track at `t`. @param waterRows the row of each water body at `t` */
export const rowAt = (
  { prepared }: Layout,
  { entries, status, water }: Track,
  waterRows: readonly (Entry | null)[],
  t: Day,
): Entry | null => bestOf(entries, status?.(t) ?? waterRows[water] ?? null, t, prepared.standard.window)

/** What a check of grade `grade` at the place of a claim lost in its area, σ·p·(1 − g/10): 0 where none counts there. */
const lostBy = (
  { prepared, tracks }: Layout,
  { track, checked }: Claim,
  grade: number | null | undefined,
): number => {
  if (grade == null || checked === 0) return 0
  const item = prepared.standard.items[(tracks[track] as Track).item] as Item
  return checked * item.points * (1 - grade / 10)
}

/** Σ (σ·κ − taken off) of a claim, in item points. @param grade that of its check, another one to try what it would cost */
export const costOf = (
  layout: Layout,
  standing: Standing,
  claim: Claim,
  grade: number | null | undefined = standing.grades[claim.track],
): number => {
  let cost = 0
  for (const { index, share } of claim.issues) cost += share * (standing.costs[index] as number)
  return cost === 0 ? 0 : Math.max(0, cost - lostBy(layout, claim, grade))
}

/** What each open problem of a claim costs, 0 where all is taken off: what its check lost goes in the order of the file. */
export const netCosts = (
  layout: Layout,
  standing: Standing,
  claim: Claim,
): { index: number; cost: number }[] => {
  let left = lostBy(layout, claim, standing.grades[claim.track])
  return claim.issues.flatMap(({ index, share }) => {
    const gross = share * (standing.costs[index] as number)
    const taken = Math.min(gross, left)
    left -= taken
    return gross > 0 ? [{ index, cost: gross - taken }] : []
  })
}

/** The sums of a pair as everything stands. */
export const sumOf = (layout: Layout, standing: Standing, pair: number): Sums => {
  const { items } = layout.prepared.standard
  const sum = noSums()
  for (const { track, item, share } of layout.parts[pair] ?? []) {
    const grade = standing.grades[track]
    if (grade === null) continue
    const { points } = items[item] as Item
    sum.applicable += share * points
    sum.applicableItems++
    if (grade === undefined) continue
    sum.points += share * points
    sum.gained += (share * points * grade) / 10
    sum.counted++
  }
  for (const claim of layout.claims[pair] ?? []) {
    sum.problem ||= claim.issues.some(({ index }) => standing.within[index] === 1)
    sum.cost += costOf(layout, standing, claim)
  }
  return sum
}

/** T of an area from its categories, and whether enough was looked at for it to be the score. */
export const totalOf = (
  { prepared }: Layout,
  figures: readonly CategoryScore[],
): { total: number | null; enough: boolean } => {
  const { categories, minCoverage } = prepared.standard
  const total = weighted(categories, figures, () => true)
  return { total, enough: total !== null && coverageOf(categories, figures) >= minCoverage - 1e-12 }
}
