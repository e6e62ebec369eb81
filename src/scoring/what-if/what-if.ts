/**
 * What the scores would be with some actions done, or halves of them. A problem that closes costs nothing but stays within
 * the window, a check that passes was counted before: which categories are scored does not change, so only the
 * (area, category) pairs an action touches are summed again; caps it brought are lifted. Equal to scoring the day with
 * the closures and rows written into the records.
 */

import type { Counted } from '../rows/counted.ts'
import { type CapHit, capsAt, gradeUnder } from '../score/caps.ts'
import { categoryScore } from '../score/category.ts'
import {
  type CategoryIndex,
  categoryTotals,
  type DayState,
  dayStateOf,
  gradeIn,
  rowsAt,
  totalOf,
} from '../score/category-index.ts'
import { aggregate, type OfficeScore, scoreOffices } from '../score/offices.ts'
import type { Scores } from '../score/score.ts'
import { type Actions, actionsAt, closes, type Halves, rechecks } from './actions.ts'

/** A day as it is: what every supposition starts from. */
export interface Baseline {
  categoryIndex: CategoryIndex
  state: DayState
  scores: Scores
  actions: Actions
}

/** @param scores those of the day */
export const baselineAt = (categoryIndex: CategoryIndex, scores: Scores): Baseline => {
  const { t } = scores
  const rows = rowsAt(categoryIndex, scores.waters, t)
  return {
    categoryIndex,
    state: dayStateOf(categoryIndex, Float64Array.from(rows, gradeIn), t),
    scores,
    actions: actionsAt(categoryIndex, rows, t),
  }
}

/** Which actions (indices) are done, and which halves of them. */
export type Done = ReadonlyMap<number, Halves>

/** These actions, whole. */
export const whole = (actions: Iterable<number>): Done => new Map([...actions].map((at) => [at, 'both']))

export interface SupposedArea {
  score: number | null
  /** T: the score or the provisional one */
  total: number | null
  grade: string
  caps: CapHit[]
}

export interface Supposed {
  /** in the order of the model's areas */
  areas: SupposedArea[]
  offices: OfficeScore[]
  district: OfficeScore
}

/** The baseline with the actions done: its state, which rows count, which pairs are to be summed again. */
const stateWith = ({ categoryIndex, state, scores, actions }: Baseline, done: Done) => {
  const { places, categoryOf, standard } = categoryIndex.prepared
  const I = standard.items.length
  const [costs, grades] = [state.costs.slice(), state.grades.slice()]
  const closed = new Set<number>()
  const regraded = new Map<number, number>()
  const touched = new Map<number, Set<number>>()
  const touch = (area: number, item: number) => {
    const categories = touched.get(area) ?? new Set()
    categories.add(categoryOf[item] as number)
    touched.set(area, categories)
  }
  for (const [at, halves] of done) {
    const action = actions.list[at]
    if (action === undefined) continue
    const { spot, item, siteItem, issues, recheck } = action
    if (closes(halves))
      for (const index of issues) {
        closed.add(index)
        costs[index] = 0
        for (const { area } of places.issues[index]?.shares ?? []) touch(area, item)
      }
    if (rechecks(halves) && recheck !== null) {
      grades[siteItem] = recheck.to
      regraded.set(spot * I + item, recheck.to)
      for (const { area } of places.spots[spot]?.placement.shares ?? []) touch(area, item)
      // What the check takes off a problem, it takes off where the problem lies.
      for (const index of issues) for (const { area } of places.issues[index]?.shares ?? []) touch(area, item)
    }
  }
  const counted =
    regraded.size === 0
      ? scores.counted
      : scores.counted.map((row): Counted => {
          const grade = regraded.get(row.spot * I + row.item)
          return grade === undefined ? row : { ...row, grade }
        })
  return { state: { ...state, costs, grades }, counted, closed, touched }
}

export const whatIf = (baseline: Baseline, done: Done): Supposed => {
  const { categoryIndex, scores } = baseline
  const { prepared } = categoryIndex
  const { model, standard } = prepared
  const C = standard.categories.length
  const { state, counted, closed, touched } = stateWith(baseline, done)
  const areas = scores.areas.map(
    ({ score, total, grade, caps }): SupposedArea => ({ score, total, grade, caps }),
  )
  const { waters, t } = scores
  const hits = touched.size === 0 ? [] : capsAt({ prepared, counted, waters, t, closed })
  for (const [area, categories] of touched) {
    const figures = [...(scores.areas[area]?.categories ?? [])]
    for (const c of categories)
      figures[c] = categoryScore(categoryTotals(categoryIndex, state, area * C + c), standard)
    const { total, enough } = totalOf(categoryIndex, figures)
    const caps = hits[area] ?? []
    areas[area] =
      enough && total !== null
        ? { score: total, total, grade: gradeUnder(standard, total, caps), caps }
        : { score: null, total, grade: standard.insufficient, caps }
  }
  const everywhere = model.areas.map((_, i) => i)
  return {
    areas,
    offices: scoreOffices(model.areas, areas, standard),
    district: aggregate('', everywhere, model.areas, areas, standard),
  }
}
