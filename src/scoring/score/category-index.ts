/**
 * What each category of each area is summed from, so that one can be summed again without the rest: which site–items lie
 * in it and with what share, and which problems. An (area, category) pair is the number `area · categories + category`.
 */

import type { Day } from '../../model/day.ts'
import { oncePer } from '../../model/remembered.ts'
import type { Item } from '../../model/standard.ts'
import { bestOf, derivedSiteItems, statusEntry, waterEntry } from '../rows/counted.ts'
import type { Entry, Prepared } from '../rows/prepare.ts'
import { costAt, openWithin } from '../rows/problem.ts'
import { gradesOfWaters, type WaterGrade } from '../water.ts'
import { type CategoryScore, type CategoryTotals, coverageOf, noTotals, weighted } from './category.ts'

/** A site–item: an item that applies to a site, and the rows that may count for it. */
export interface SiteItem {
  spot: number
  item: number
  /** its rows, by day, then line */
  entries: readonly Entry[]
  /** its derived row at a day, where it can have one; that of a water body is given by `water` */
  status: ((t: Day) => Entry | null) | null
  /** index of the water body whose grade stands here, -1 none */
  water: number
}

/** A site–item of a pair, with the share of the site in the area; `siteItem` -1 = it can have no row. */
interface Part {
  siteItem: number
  item: number
  share: number
}

/**
 * The problems of one site–item in one area: what its check lost there is taken off their cost together, once. A problem
 * without a site–item is a group of its own.
 */
export interface ProblemGroup {
  /** -1 = it can have no row, or site and item are not known */
  siteItem: number
  /** share of the site in the area: 0 where its check does not count there, and takes nothing off */
  checked: number
  /** in the order of the file, with the share of each problem in the area */
  issues: { index: number; share: number }[]
}

export interface CategoryIndex {
  prepared: Prepared
  siteItems: SiteItem[]
  /** by pair */
  parts: Part[][]
  /** by pair */
  problemGroups: ProblemGroup[][]
  /** by problem: its site–item, -1 none */
  siteItemOfIssue: Int32Array
}

/** The district at the end of a day, as far as category totals depend on it. */
export interface DayState {
  /** by site–item: the grade that counts; null = 不适用, undefined = no row counts */
  grades: (number | null | undefined)[]
  /** by problem: what it costs before what a check already lost is taken off, in item points */
  costs: Float64Array
  /** by problem: 1 where it was open at any moment of the window */
  within: Uint8Array
}

export const categoryIndexOf = oncePer((prepared: Prepared): CategoryIndex => {
  const { model, standard, places, siteItemRows, itemsOfKind, categoryOf, issueItem, issueSpot } = prepared
  const [A, C, I] = [model.areas.length, standard.categories.length, standard.items.length]
  const siteItems: SiteItem[] = []
  const siteItemAt = new Map<number, number>()
  const applies = standard.kinds.map((_, kind) => new Set(itemsOfKind[kind]))
  const siteItem = (spot: number, item: number): SiteItem | null => {
    if (!applies[places.spots[spot]?.kind ?? -1]?.has(item)) return null
    const key = spot * I + item
    const known = siteItemAt.get(key)
    if (known !== undefined) return siteItems[known] as SiteItem
    const entries = siteItemRows.get(key)?.entries ?? []
    const made: SiteItem = { spot, item, entries, status: null, water: -1 }
    siteItemAt.set(key, siteItems.length)
    siteItems.push(made)
    return made
  }
  for (const { spot, item } of siteItemRows.values()) siteItem(spot, item)
  const derived = derivedSiteItems(prepared)
  for (const { spot, item, rule } of derived.status) {
    const made = siteItem(spot, item)
    if (made) made.status = (t) => statusEntry(prepared, spot, rule, t)
  }
  for (const { spot, item, index } of derived.waters) {
    const made = siteItem(spot, item)
    if (made) made.water = index
  }

  const siteItemOfIssue = new Int32Array(model.issues.length).fill(-1)
  const problemGroups: ProblemGroup[][] = Array.from({ length: A * C }, () => [])
  const groupAt = new Map<number, ProblemGroup>()
  model.issues.forEach((_, index) => {
    const [item, spot] = [issueItem[index] as number, issueSpot[index] as number]
    if (item < 0) return
    const at = spot < 0 ? undefined : siteItemAt.get(spot * I + item)
    if (at !== undefined) siteItemOfIssue[index] = at
    for (const { area, share } of places.issues[index]?.shares ?? []) {
      const known = at === undefined ? undefined : groupAt.get(at * A + area)
      if (known !== undefined) {
        known.issues.push({ index, share })
        continue
      }
      const checked = places.spots[spot]?.placement.shares.find((one) => one.area === area)?.share ?? 0
      const group = {
        siteItem: at ?? -1,
        checked: at === undefined ? 0 : checked,
        issues: [{ index, share }],
      }
      problemGroups[area * C + (categoryOf[item] as number)]?.push(group)
      if (at !== undefined) groupAt.set(at * A + area, group)
    }
  })

  const parts: Part[][] = Array.from({ length: A * C }, () => [])
  places.spots.forEach((spot, s) => {
    for (const item of itemsOfKind[spot.kind] ?? [])
      for (const { area, share } of spot.placement.shares)
        parts[area * C + (categoryOf[item] as number)]?.push({
          siteItem: siteItemAt.get(s * I + item) ?? -1,
          item,
          share,
        })
  })
  return { prepared, siteItems, parts, problemGroups, siteItemOfIssue }
})

/** The state in which nothing was looked at and no problem is known. */
export const emptyState = ({ siteItems, prepared }: CategoryIndex): DayState => ({
  grades: new Array<undefined>(siteItems.length).fill(undefined),
  costs: new Float64Array(prepared.model.issues.length),
  within: new Uint8Array(prepared.model.issues.length),
})

/** The row that counts for each site–item at the end of day `t`, null where none does; grade null = 不适用. */
export const rowsAt = (
  categoryIndex: CategoryIndex,
  waters: readonly WaterGrade[],
  t: Day,
): (Entry | null)[] => {
  const waterRows = waters.map((water, index) => waterEntry(categoryIndex.prepared, water, index))
  return categoryIndex.siteItems.map((siteItem) => rowAt(categoryIndex, siteItem, waterRows, t))
}

/** The state at the end of day `t`. @param rows the row that counts for each site–item at `t` */
export const dayStateOf = (
  categoryIndex: CategoryIndex,
  rows: readonly (Entry | null)[],
  t: Day,
): DayState => {
  const { model, standard, issueItem } = categoryIndex.prepared
  const state = emptyState(categoryIndex)
  rows.forEach((row, at) => {
    state.grades[at] = row?.grade
  })
  model.issues.forEach((issue, index) => {
    if ((issueItem[index] as number) < 0) return
    state.costs[index] = costAt(issue, standard, t)
    state.within[index] = openWithin(issue, t, standard.window) ? 1 : 0
  })
  return state
}

/** The state at the end of day `t`. */
export const dayStateAt = (categoryIndex: CategoryIndex, t: Day): DayState =>
  dayStateOf(categoryIndex, rowsAt(categoryIndex, gradesOfWaters(categoryIndex.prepared, t), t), t)

/** The row that counts for a site–item at `t`. @param waterRows the row of each water body at `t` */
export const rowAt = (
  { prepared }: CategoryIndex,
  { entries, status, water }: SiteItem,
  waterRows: readonly (Entry | null)[],
  t: Day,
): Entry | null => bestOf(entries, status?.(t) ?? waterRows[water] ?? null, t, prepared.standard.window)

/** What a check of grade `grade` at the site–item of a group lost in its area, σ·p·(1 − g/10): 0 where none counts there. */
const lostBy = (
  { prepared, siteItems }: CategoryIndex,
  { siteItem, checked }: ProblemGroup,
  grade: number | null | undefined,
): number => {
  if (grade == null || checked === 0) return 0
  const item = prepared.standard.items[(siteItems[siteItem] as SiteItem).item] as Item
  return checked * item.points * (1 - grade / 10)
}

/** Σ (σ·κ − taken off) of a group, in item points. @param grade that of its check, another one to try what it would cost */
export const costOf = (
  categoryIndex: CategoryIndex,
  state: DayState,
  group: ProblemGroup,
  grade: number | null | undefined = state.grades[group.siteItem],
): number => {
  let cost = 0
  for (const { index, share } of group.issues) cost += share * (state.costs[index] as number)
  return cost === 0 ? 0 : Math.max(0, cost - lostBy(categoryIndex, group, grade))
}

/** What each open problem of a group costs, 0 where all is taken off: what its check lost is taken off in file order. */
export const netCosts = (
  categoryIndex: CategoryIndex,
  state: DayState,
  group: ProblemGroup,
): { index: number; cost: number }[] => {
  let left = lostBy(categoryIndex, group, state.grades[group.siteItem])
  return group.issues.flatMap(({ index, share }) => {
    const gross = share * (state.costs[index] as number)
    const taken = Math.min(gross, left)
    left -= taken
    return gross > 0 ? [{ index, cost: gross - taken }] : []
  })
}

/** The totals of a category of an area in a state. @param pair `area · categories + category` */
export const categoryTotals = (
  categoryIndex: CategoryIndex,
  state: DayState,
  pair: number,
): CategoryTotals => {
  const { items } = categoryIndex.prepared.standard
  const sum = noTotals()
  for (const { siteItem, item, share } of categoryIndex.parts[pair] ?? []) {
    const grade = state.grades[siteItem]
    if (grade === null) continue
    const { points } = items[item] as Item
    sum.applicable += share * points
    sum.applicableItems++
    if (grade === undefined) continue
    sum.points += share * points
    sum.gained += (share * points * grade) / 10
    sum.counted++
  }
  for (const group of categoryIndex.problemGroups[pair] ?? []) {
    sum.problem ||= group.issues.some(({ index }) => state.within[index] === 1)
    sum.cost += costOf(categoryIndex, state, group)
  }
  return sum
}

/** T of an area from its categories, and whether enough was looked at for it to be the score. */
export const totalOf = (
  { prepared }: CategoryIndex,
  figures: readonly CategoryScore[],
): { total: number | null; enough: boolean } => {
  const { categories, minCoverage } = prepared.standard
  const total = weighted(categories, figures, () => true)
  return { total, enough: total !== null && coverageOf(categories, figures) >= minCoverage - 1e-12 }
}
