/**
 * The scores of every day of a span, the window sliding: each day only what changed on it is counted anew. One idea: a
 * site–item, a problem and a water body know on which days they can change; on such a day they mark the (area, category)
 * pairs they lie in, and only these are summed again, from their own rows. Equal to scoring each day alone.
 */
import type { Day } from '../model/day.ts'
import type { Issue } from '../model/records.ts'
import type { Category, Item, Standard } from '../model/standard.ts'
import { bestOf, derivedSlots, statusEntry, waterEntry } from './counted.ts'
import type { Entry, Prepared } from './prepare.ts'
import { costAt, openWithin } from './problem.ts'
import { type CategoryScore, categoryScore, coverageOf, noSums, type Sums, weighted } from './score.ts'
import { gradeWater } from './water.ts'

/** Scores by day and area, as columns. NaN = no score. */
export interface DailyScores {
  first: Day
  /** number of days */
  days: number
  /** day · areas + area: the score, NaN where 数据不足 */
  scores: Float64Array
  /** day · areas + area: T, NaN where nothing is known */
  totals: Float64Array
  /** (day · areas + area) · categories + category: S, NaN unless scored or ledgerOnly */
  categories: Float32Array
}

/** A site and item as the days go by. */
interface Track {
  spot: number
  item: number
  entries: readonly Entry[]
  /** its derived row at a day, if it can have one */
  derived: ((t: Day) => Entry | null) | null
  /** grade that counts; null = 不适用, undefined = no row counts */
  grade: number | null | undefined
  /** problems (indices) at the same site and item */
  issues: number[]
}

/** A site and item that applies to an (area, category), with the share of it. `track` -1 = it never has a row. */
interface Part {
  track: number
  item: number
  share: number
}

interface Problem {
  item: number
  /** its track, -1 where no row ever stands there */
  track: number
  cost: number
  within: boolean
}

/** The days on which what `issue` costs can change, from its first to its last. */
function* changesOf(issue: Issue, { window, overdue }: Standard, last: Day): Generator<Day> {
  yield issue.foundOn
  if (issue.fixedOn !== null) yield issue.fixedOn
  if (issue.verifiedOn !== null) {
    yield issue.verifiedOn
    yield issue.verifiedOn + window
  }
  if (issue.dueOn === null || overdue.rate === 0) return
  // It costs more on the first late day and each week after that, until the cap.
  const end = Math.min(last, issue.fixedOn ?? last, issue.verifiedOn ?? last)
  for (let day = issue.dueOn + 1, weeks = 1; day <= end; day += 7, weeks++) {
    yield day
    if (overdue.rate * weeks >= overdue.cap) return
  }
}

/** Days → what may change on them. Days before `first` fall on `first`, those after `last` are left out. */
const agenda = (first: Day, last: Day) => {
  const days: number[][] = Array.from({ length: last - first + 1 }, () => [])
  return {
    days,
    note: (day: Day, index: number) => {
      if (day <= last) days[Math.max(0, day - first)]?.push(index)
    },
  }
}

/**
 * Scores every day from `first` to `last`, both included.
 * Throws RangeError when `last` is before `first`.
 */
export const scoreDaily = (prepared: Prepared, first: Day, last: Day): DailyScores => {
  if (last < first) throw new RangeError(`scoreDaily: the last day ${last} is before the first ${first}`)
  const { model, standard, places, slots, itemsOfKind, categoryOf, issueItem, issueSpot } = prepared
  const { categories, items, window } = standard
  const [A, C, I] = [model.areas.length, categories.length, items.length]
  const days = last - first + 1

  // Tracks: wherever a row can stand.
  const tracks: Track[] = []
  const trackAt = new Map<number, number>()
  const applies = standard.kinds.map((_, kind) => new Set(itemsOfKind[kind]))
  const track = (spot: number, item: number): Track | null => {
    if (!applies[places.spots[spot]?.kind ?? -1]?.has(item)) return null
    const key = spot * I + item
    const known = trackAt.get(key)
    if (known !== undefined) return tracks[known] as Track
    const made: Track = {
      spot,
      item,
      entries: slots.get(key)?.entries ?? [],
      derived: null,
      grade: undefined,
      issues: [],
    }
    trackAt.set(key, tracks.length)
    tracks.push(made)
    return made
  }
  for (const { spot, item } of slots.values()) track(spot, item)

  const trackDays = agenda(first, last)
  const note = (made: Track, day: Day) =>
    trackDays.note(day, trackAt.get(made.spot * I + made.item) as number)
  const derived = derivedSlots(prepared)
  for (const { spot, item, rule } of derived.status) {
    const made = track(spot, item)
    if (made === null) continue
    made.derived = (t) => statusEntry(prepared, spot, rule, t)
    for (const change of prepared.statusOf.get(spot) ?? []) note(made, change.day)
  }
  /** the row of each water body as it stands, renewed on the days its samples come and go */
  const waterRows: (Entry | null)[] = model.waters.map(() => null)
  const waterDays = agenda(first, last)
  for (const { spot, item, index } of derived.waters) {
    const made = track(spot, item)
    if (made === null) continue
    made.derived = () => waterRows[index] ?? null
    for (const sample of prepared.samplesOf[index] ?? [])
      for (const day of [sample.day, sample.day + standard.waterWindow]) {
        waterDays.note(day, index)
        note(made, day)
      }
  }
  for (const made of tracks) {
    note(made, first)
    for (const { day } of made.entries) {
      note(made, day)
      note(made, day + window)
    }
  }

  // Problems.
  const issueDays = agenda(first, last)
  const problems: Problem[] = model.issues.map((issue, index) => {
    const item = issueItem[index] as number
    const spot = issueSpot[index] as number
    const at = spot < 0 || item < 0 ? undefined : trackAt.get(spot * I + item)
    if (at !== undefined) tracks[at]?.issues.push(index)
    if (item >= 0) {
      issueDays.note(first, index)
      for (const day of changesOf(issue, standard, last)) issueDays.note(day, index)
    }
    return { item, track: at ?? -1, cost: 0, within: false }
  })

  // What lies in each (area, category).
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
  const charges: { index: number; share: number }[][] = Array.from({ length: A * C }, () => [])
  problems.forEach(({ item }, index) => {
    if (item < 0) return
    for (const { area, share } of places.issues[index]?.shares ?? [])
      charges[area * C + (categoryOf[item] as number)]?.push({ index, share })
  })

  const sumOf = (pair: number): Sums => {
    const sum = noSums()
    for (const { track: at, item, share } of parts[pair] as Part[]) {
      const grade = at < 0 ? undefined : tracks[at]?.grade
      if (grade === null) continue
      const points = (items[item] as Item).points
      sum.applicable += share * points
      sum.applicableItems++
      if (grade === undefined) continue
      sum.points += share * points
      sum.gained += (share * points * grade) / 10
      sum.counted++
    }
    for (const { index, share } of charges[pair] as { index: number; share: number }[]) {
      const { within, cost } = problems[index] as Problem
      if (!within) continue
      sum.problem = true
      sum.cost += share * cost
    }
    return sum
  }

  const result: DailyScores = {
    first,
    days,
    scores: new Float64Array(days * A),
    totals: new Float64Array(days * A),
    categories: new Float32Array(days * A * C),
  }
  const figures: CategoryScore[][] = model.areas.map(() =>
    categories.map(() => ({ state: 'notApplicable', score: null, base: null, deduction: null })),
  )
  const standing = new Float64Array(2 * A)

  for (let d = 0; d < days; d++) {
    const t = first + d
    const dirty = new Set<number>()
    const stale = new Set(issueDays.days[d])
    for (const index of new Set(waterDays.days[d])) {
      const water = model.waters[index]
      if (water === undefined) continue
      const grade = gradeWater(water, prepared.samplesOf[index] ?? [], standard, t)
      waterRows[index] = waterEntry(prepared, grade, index)
    }
    for (const at of new Set(trackDays.days[d])) {
      const made = tracks[at] as Track
      const grade = bestOf(made.entries, made.derived?.(t) ?? null, t, window)?.grade
      if (grade === made.grade) continue
      made.grade = grade
      for (const { area } of places.spots[made.spot]?.placement.shares ?? [])
        dirty.add(area * C + (categoryOf[made.item] as number))
      for (const index of made.issues) stale.add(index)
    }
    for (const index of stale) {
      const issue = model.issues[index] as Issue
      const problem = problems[index] as Problem
      const grade = tracks[problem.track]?.grade
      const lost = grade == null ? 0 : (items[problem.item] as Item).points * (1 - grade / 10)
      problem.within = openWithin(issue, t, window)
      problem.cost = Math.max(0, costAt(issue, standard, t) - lost)
      for (const { area } of places.issues[index]?.shares ?? [])
        dirty.add(area * C + (categoryOf[problem.item] as number))
    }
    // On the first day everything is new, also what no row has touched yet.
    if (d === 0) for (let pair = 0; pair < A * C; pair++) dirty.add(pair)
    const touched = new Set<number>()
    for (const pair of dirty) {
      const area = Math.floor(pair / C)
      ;(figures[area] as CategoryScore[])[pair % C] = categoryScore(sumOf(pair), standard)
      touched.add(area)
    }
    for (const area of touched) {
      const own = figures[area] as CategoryScore[]
      const total = weighted(categories as readonly Category[], own, () => true)
      const enough = total !== null && coverageOf(categories, own) >= standard.minCoverage - 1e-12
      standing[2 * area] = enough ? total : Number.NaN
      standing[2 * area + 1] = total ?? Number.NaN
    }
    for (let area = 0; area < A; area++) {
      result.scores[d * A + area] = standing[2 * area] as number
      result.totals[d * A + area] = standing[2 * area + 1] as number
      ;(figures[area] as CategoryScore[]).forEach(({ score }, c) => {
        result.categories[(d * A + area) * C + c] = score ?? Number.NaN
      })
    }
  }
  return result
}
