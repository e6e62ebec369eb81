/**
 * What each category of each area is summed from, so that one can be summed again without the rest: which site–items lie
 * in it and with what share, and which problems. An (area, category) pair is the number `area · categories + category`.
 */

import type { Day } from '../../model/day.ts'
import { issueDaysOf } from '../../model/issue-days.ts'
import type { Issue } from '../../model/records.ts'
import { oncePer } from '../../model/remembered.ts'
import type { Item } from '../../model/standard.ts'
import { bestOf, type Counted, derivedSiteItems, isOver, statusEntry, waterEntry } from '../rows/counted.ts'
import type { Entry, Prepared } from '../rows/prepare.ts'
import { costAt } from '../rows/problem.ts'
import { gradesOfWaters, type WaterGrade } from '../water.ts'
import { hasFloor } from './caps.ts'
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

/** No row counts for a site–item. */
const NO_ROW = Number.NaN
/** A row 不适用 counts. */
const WAIVED = -1

/** Whether a row with a grade counts. */
export const isGraded = (grade: number | undefined): grade is number => grade !== undefined && grade >= 0

export const isWaived = (grade: number): boolean => grade === WAIVED

/** The grade of the row that counts, as a column holds it. */
export const gradeIn = (entry: Entry | null): number => (entry === null ? NO_ROW : (entry.grade ?? WAIVED))

/**
 * What a day looks at of every site–item and every pair, as columns: one number beside the next, where going from object to
 * object takes ten times as long. A list of `from` has one more entry, where the last ends.
 */
interface Columns {
  /** by site–item: where its rows begin in `day`, `rank`, `grade` */
  rowFrom: Int32Array
  day: Int32Array
  rank: Int32Array
  /** as `DayState.grades` */
  grade: Float64Array
  /** each row as what counts, made when it first does: days share them */
  counted: (Counted | undefined)[]
  /** by site–item: its spot, and the points of its item */
  spot: Int32Array
  points: Float64Array
  /** site–items that may have a derived row, ascending; those of items with a floor */
  derived: number[]
  floored: number[]
  /** by pair: where its parts begin in `partSiteItem` and `partPoints` (share · points of the item) */
  partFrom: Int32Array
  partSiteItem: Int32Array
  partPoints: Float64Array
  /** by pair: where its groups begin in `groupSiteItem` and `groupPoints` (share of the check · points of the item) */
  groupFrom: Int32Array
  groupSiteItem: Int32Array
  groupPoints: Float64Array
  /** by group: where its problems begin in `issue` and `issueShare` */
  issueFrom: Int32Array
  issue: Int32Array
  issueShare: Float64Array
}

export interface CategoryIndex {
  prepared: Prepared
  siteItems: SiteItem[]
  columns: Columns
  /** by pair */
  parts: Part[][]
  /** by pair */
  problemGroups: ProblemGroup[][]
  /** by problem: its site–item, -1 none */
  siteItemOfIssue: Int32Array
}

/** The district at the end of a day, as far as category totals depend on it. */
export interface DayState {
  /** by site–item: the grade that counts; −1 = 不适用, NaN = no row counts */
  grades: Float64Array
  /** by problem: what it costs before what a check already lost is taken off, in item points */
  costs: Float64Array
  /** by problem: 1 where it was open at any moment of the window */
  within: Uint8Array
}

/** Where each of some lists begins when they stand behind each other; one more entry is where the last ends. */
const beginnings = (lists: readonly { length: number }[]): Int32Array => {
  const from = new Int32Array(lists.length + 1)
  lists.forEach(({ length }, i) => {
    from[i + 1] = (from[i] as number) + length
  })
  return from
}

const columnsOf = (
  { standard: { items } }: Prepared,
  siteItems: readonly SiteItem[],
  partsOf: readonly Part[][],
  groupsOf: readonly ProblemGroup[][],
): Columns => {
  const rowFrom = beginnings(siteItems.map(({ entries }) => entries))
  const count = rowFrom[siteItems.length] as number
  const [day, rank, grade] = [new Int32Array(count), new Int32Array(count), new Float64Array(count)]
  let row = 0
  for (const { entries } of siteItems)
    for (const entry of entries) {
      day[row] = entry.day
      rank[row] = entry.rank
      grade[row++] = gradeIn(entry)
    }
  const parts = partsOf.flat()
  const groups = groupsOf.flat()
  const issues = groups.flatMap((group) => group.issues)
  const pointsOf = (item: number) => (items[item] as Item).points
  const places = (wanted: (siteItem: SiteItem) => boolean) =>
    siteItems.flatMap((siteItem, at) => (wanted(siteItem) ? [at] : []))
  return {
    rowFrom,
    day,
    rank,
    grade,
    counted: new Array<undefined>(count).fill(undefined),
    spot: Int32Array.from(siteItems, ({ spot }) => spot),
    points: Float64Array.from(siteItems, ({ item }) => pointsOf(item)),
    derived: places(({ status, water }) => status !== null || water >= 0),
    floored: places(({ item }) => hasFloor(items[item] as Item)),
    partFrom: beginnings(partsOf),
    partSiteItem: Int32Array.from(parts, ({ siteItem }) => siteItem),
    partPoints: Float64Array.from(parts, ({ share, item }) => share * pointsOf(item)),
    groupFrom: beginnings(groupsOf),
    groupSiteItem: Int32Array.from(groups, ({ siteItem }) => siteItem),
    groupPoints: Float64Array.from(groups, ({ siteItem, checked }) =>
      checked === 0 ? 0 : checked * pointsOf((siteItems[siteItem] as SiteItem).item),
    ),
    issueFrom: beginnings(groups.map((group) => group.issues)),
    issue: Int32Array.from(issues, ({ index }) => index),
    issueShare: Float64Array.from(issues, ({ share }) => share),
  }
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
  const columns = columnsOf(prepared, siteItems, parts, problemGroups)
  return { prepared, siteItems, columns, parts, problemGroups, siteItemOfIssue }
})

/** The state in which nothing was looked at and no problem is known. */
export const emptyState = ({ siteItems, prepared }: CategoryIndex): DayState => ({
  grades: new Float64Array(siteItems.length).fill(NO_ROW),
  costs: new Float64Array(prepared.model.issues.length),
  within: new Uint8Array(prepared.model.issues.length),
})

/** Which of the rows of a site–item counts at `t`, by its place among the columns; -1 where none does. */
const latestRow = ({ rowFrom, day, rank }: Columns, siteItem: number, t: Day, window: number): number => {
  const first = rowFrom[siteItem] as number
  let low = first
  let high = rowFrom[siteItem + 1] as number
  while (low < high) {
    const middle = (low + high) >> 1
    if ((day[middle] as number) <= t) low = middle + 1
    else high = middle
  }
  // From the latest back: an earlier one counts only where its source ranks higher.
  let best = -1
  for (let at = low - 1; at >= first && (day[at] as number) > t - window; at--)
    if (best < 0 || (rank[at] as number) > (rank[best] as number)) best = at
  return best
}

/** The rows that count on a day. */
export interface DayRows {
  /** by site–item: the place of its row among the columns; -1 where none counts, or a derived one does */
  at: Int32Array
  /** by site–item: the derived row that counts */
  derived: ReadonlyMap<number, Entry>
  /** as `DayState.grades` */
  grades: Float64Array
}

/** What counts at the end of day `t`. */
export const dayRowsAt = (
  { siteItems, columns, prepared }: CategoryIndex,
  waters: readonly WaterGrade[],
  t: Day,
): DayRows => {
  const { window } = prepared.standard
  const at = new Int32Array(siteItems.length)
  const grades = new Float64Array(siteItems.length)
  for (let siteItem = 0; siteItem < at.length; siteItem++) {
    const row = latestRow(columns, siteItem, t, window)
    at[siteItem] = row
    grades[siteItem] = row < 0 ? NO_ROW : (columns.grade[row] as number)
  }
  const waterRows = waters.map((water, index) => waterEntry(prepared, water, index))
  const derived = new Map<number, Entry>()
  for (const siteItem of columns.derived) {
    const { entries, status, water } = siteItems[siteItem] as SiteItem
    const entry = status?.(t) ?? waterRows[water] ?? null
    const own = entries[(at[siteItem] as number) - (columns.rowFrom[siteItem] as number)]
    if (entry === null || (own !== undefined && isOver(own, entry))) continue
    derived.set(siteItem, entry)
    at[siteItem] = -1
    grades[siteItem] = gradeIn(entry)
  }
  return { at, derived, grades }
}

/** The row that counts for each site–item at the end of day `t`, null where none does; grade null = 不适用. */
export const rowsAt = (
  categoryIndex: CategoryIndex,
  waters: readonly WaterGrade[],
  t: Day,
): (Entry | null)[] => {
  const { siteItems, columns } = categoryIndex
  const { at, derived } = dayRowsAt(categoryIndex, waters, t)
  return siteItems.map(
    ({ entries }, siteItem) =>
      derived.get(siteItem) ??
      entries[(at[siteItem] as number) - (columns.rowFrom[siteItem] as number)] ??
      null,
  )
}

/** Those of the rows of a day that have a grade. @param among site–items, ascending */
export const countedAmong = (
  { siteItems, columns }: CategoryIndex,
  { at, derived, grades }: DayRows,
  among: Iterable<number>,
): Counted[] => {
  const counted: Counted[] = []
  for (const siteItem of among) {
    const grade = grades[siteItem]
    if (!isGraded(grade)) continue
    const row = at[siteItem] as number
    const known = columns.counted[row]
    if (known !== undefined) {
      counted.push(known)
      continue
    }
    const { spot, item, entries } = siteItems[siteItem] as SiteItem
    const entry = derived.get(siteItem) ?? (entries[row - (columns.rowFrom[siteItem] as number)] as Entry)
    const made: Counted = { spot, item, entry, grade }
    if (row >= 0) columns.counted[row] = made
    counted.push(made)
  }
  return counted
}

/** The state at the end of day `t`. @param grades of the rows that count at `t` */
export const dayStateOf = (categoryIndex: CategoryIndex, grades: Float64Array, t: Day): DayState => {
  const { model, standard, issueItem } = categoryIndex.prepared
  const state = { ...emptyState(categoryIndex), grades }
  const days = issueDaysOf(model.issues)
  for (let index = 0; index < model.issues.length; index++) {
    if ((issueItem[index] as number) < 0 || (days.foundOn[index] as number) > t) continue
    const verifiedOn = days.verifiedOn[index] as number
    if (verifiedOn > t) state.costs[index] = costAt(model.issues[index] as Issue, standard, t)
    if (verifiedOn > t - standard.window) state.within[index] = 1
  }
  return state
}

/** The state at the end of day `t`. */
export const dayStateAt = (categoryIndex: CategoryIndex, t: Day): DayState =>
  dayStateOf(categoryIndex, dayRowsAt(categoryIndex, gradesOfWaters(categoryIndex.prepared, t), t).grades, t)

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
  grade: number | undefined,
): number => {
  if (!isGraded(grade) || checked === 0) return 0
  const item = prepared.standard.items[(siteItems[siteItem] as SiteItem).item] as Item
  return checked * item.points * (1 - grade / 10)
}

/** Σ (σ·κ − taken off) of a group, in item points. @param grade that of its check, another one to try what it would cost */
export const costOf = (
  categoryIndex: CategoryIndex,
  state: DayState,
  group: ProblemGroup,
  grade: number | undefined = state.grades[group.siteItem],
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
  const { columns } = categoryIndex
  const { partFrom, partSiteItem, partPoints, groupFrom, groupSiteItem, groupPoints } = columns
  const { grades, costs, within } = state
  const sum = noTotals()
  const lastPart = partFrom[pair + 1] as number
  for (let part = partFrom[pair] as number; part < lastPart; part++) {
    const grade = grades[partSiteItem[part] as number]
    if (grade === WAIVED) continue
    const points = partPoints[part] as number
    sum.applicable += points
    sum.applicableItems++
    if (!isGraded(grade)) continue
    sum.points += points
    sum.gained += (points * grade) / 10
    sum.counted++
  }
  const lastGroup = groupFrom[pair + 1] as number
  for (let group = groupFrom[pair] as number; group < lastGroup; group++) {
    let cost = 0
    const last = columns.issueFrom[group + 1] as number
    for (let at = columns.issueFrom[group] as number; at < last; at++) {
      const index = columns.issue[at] as number
      cost += (columns.issueShare[at] as number) * (costs[index] as number)
      if (within[index] === 1) sum.problem = true
    }
    if (cost === 0) continue
    const grade = grades[groupSiteItem[group] as number]
    const lost = isGraded(grade) ? (groupPoints[group] as number) * (1 - grade / 10) : 0
    sum.cost += Math.max(0, cost - lost)
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
