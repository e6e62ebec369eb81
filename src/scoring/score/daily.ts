/**
 * The scores of every day of a span, the window sliding: each day only what changed on it is counted anew. One idea: a
 * site–item, a problem and a water body know on which days they can change; on such a day they mark the (area, category)
 * pairs they lie in, and only these are summed again, from their own rows. Equal to scoring each day alone.
 */
import type { Day } from '../../model/day.ts'
import type { Issue } from '../../model/records.ts'
import type { Standard } from '../../model/standard.ts'
import { waterEntry } from '../rows/counted.ts'
import type { Entry, Prepared } from '../rows/prepare.ts'
import { costAt, openWithin } from '../rows/problem.ts'
import { gradeWater } from '../water.ts'
import { type CategoryScore, categoryScore } from './category.ts'
import {
  categoryIndexOf,
  categoryTotals,
  emptyState,
  gradeIn,
  rowAt,
  type SiteItem,
  totalOf,
} from './category-index.ts'

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
  categories: Float64Array
}

/** The days on which what `issue` costs can change, up to `last`. */
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
  const days: Set<number>[] = Array.from({ length: last - first + 1 }, () => new Set())
  return {
    on: (day: number): Iterable<number> => days[day] ?? [],
    note: (day: Day, index: number) => {
      if (day <= last) days[Math.max(0, day - first)]?.add(index)
    },
  }
}

/**
 * Scores every day from `first` to `last`, both included.
 * Throws RangeError when `last` is before `first`.
 */
export const scoreDaily = (prepared: Prepared, first: Day, last: Day): DailyScores => {
  if (last < first) throw new RangeError(`scoreDaily: the last day ${last} is before the first ${first}`)
  const { model, standard, places, categoryOf, issueItem } = prepared
  const { categories, window, waterWindow } = standard
  const [A, C] = [model.areas.length, categories.length]
  const days = last - first + 1
  const categoryIndex = categoryIndexOf(prepared)
  const state = emptyState(categoryIndex)

  const [siteItemDays, waterDays, issueDays] = [agenda(first, last), agenda(first, last), agenda(first, last)]
  categoryIndex.siteItems.forEach(({ spot, entries, status, water }, at) => {
    siteItemDays.note(first, at)
    for (const { day } of entries) {
      siteItemDays.note(day, at)
      siteItemDays.note(day + window, at)
    }
    if (status) for (const { day } of prepared.statusOf.get(spot) ?? []) siteItemDays.note(day, at)
    for (const sample of prepared.samplesOf[water] ?? [])
      for (const day of [sample.day, sample.day + waterWindow]) {
        waterDays.note(day, water)
        siteItemDays.note(day, at)
      }
  })
  model.issues.forEach((issue, index) => {
    if ((issueItem[index] as number) < 0) return
    issueDays.note(first, index)
    for (const day of changesOf(issue, standard, last)) issueDays.note(day, index)
  })

  const result: DailyScores = {
    first,
    days,
    scores: new Float64Array(days * A),
    totals: new Float64Array(days * A),
    categories: new Float64Array(days * A * C),
  }
  const figures: CategoryScore[][] = model.areas.map(() => [])
  const now = model.areas.map(() => ({ score: Number.NaN, total: Number.NaN }))
  /** the row of each water body at the day */
  const waterRows: (Entry | null)[] = model.waters.map(() => null)

  for (let d = 0; d < days; d++) {
    const t = first + d
    const dirty = new Set<number>()
    const mark = (shares: readonly { area: number }[], item: number) => {
      for (const { area } of shares) dirty.add(area * C + (categoryOf[item] as number))
    }
    for (const index of waterDays.on(d)) {
      const water = model.waters[index]
      if (water === undefined) continue
      const grade = gradeWater(water, prepared.samplesOf[index] ?? [], standard, t)
      waterRows[index] = waterEntry(prepared, grade, index)
    }
    for (const at of siteItemDays.on(d)) {
      const siteItem = categoryIndex.siteItems[at] as SiteItem
      const grade = gradeIn(rowAt(categoryIndex, siteItem, waterRows, t))
      if (Object.is(grade, state.grades[at])) continue
      state.grades[at] = grade
      mark(places.spots[siteItem.spot]?.placement.shares ?? [], siteItem.item)
    }
    for (const index of issueDays.on(d)) {
      const issue = model.issues[index] as Issue
      state.costs[index] = costAt(issue, standard, t)
      state.within[index] = openWithin(issue, t, window) ? 1 : 0
      mark(places.issues[index]?.shares ?? [], issueItem[index] as number)
    }
    // On the first day everything is new, also what no row has touched yet.
    if (d === 0) for (let pair = 0; pair < A * C; pair++) dirty.add(pair)

    const touched = new Set<number>()
    for (const pair of dirty) {
      const area = Math.floor(pair / C)
      ;(figures[area] as CategoryScore[])[pair % C] = categoryScore(
        categoryTotals(categoryIndex, state, pair),
        standard,
      )
      touched.add(area)
    }
    for (const area of touched) {
      const { total, enough } = totalOf(categoryIndex, figures[area] as CategoryScore[])
      now[area] = { score: enough && total !== null ? total : Number.NaN, total: total ?? Number.NaN }
    }
    now.forEach(({ score, total }, area) => {
      result.scores[d * A + area] = score
      result.totals[d * A + area] = total
      ;(figures[area] as CategoryScore[]).forEach((figure, c) => {
        result.categories[(d * A + area) * C + c] = figure.score ?? Number.NaN
      })
    })
  }
  return result
}
