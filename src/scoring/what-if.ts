/**
 * What the scores would be with some actions done, or halves of them. A problem that closes costs nothing but stays within
 * the window, a check that passes was counted before: which categories are scored does not change, so only the
 * (area, category) pairs an action touches are summed again; caps it brought are lifted. Equal to scoring the day with
 * the closures and rows written into the records.
 */
import { type Actions, actionsAt, closes, type Halves, rechecks } from './actions.ts'
import { type CapHit, capsOf, gradeUnder } from './caps.ts'
import { categoryScore } from './category.ts'
import type { Counted } from './counted.ts'
import { type Layout, rowsAt, type Standing, standingOf, sumOf, totalOf } from './layout.ts'
import { aggregate, type OfficeScore, scoreOffices } from './offices.ts'
import type { Scores } from './score.ts'

/** A day as it is: what every supposition starts from. */
export interface Present {
  layout: Layout
  standing: Standing
  scores: Scores
  actions: Actions
}

/** @param scores those of the day */
export const presentAt = (layout: Layout, scores: Scores): Present => {
  const { t } = scores
  const rows = rowsAt(layout, scores.waters, t)
  return { layout, standing: standingOf(layout, rows, t), scores, actions: actionsAt(layout, rows, t) }
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

/** The present with the actions done: how everything stands, which rows count, which pairs are to be summed again. */
const standingWith = ({ layout, standing, scores, actions }: Present, done: Done) => {
  const { places, categoryOf, standard } = layout.prepared
  const I = standard.items.length
  const [costs, grades] = [standing.costs.slice(), standing.grades.slice()]
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
    const { spot, item, track, issues, recheck } = action
    if (closes(halves))
      for (const index of issues) {
        closed.add(index)
        costs[index] = 0
        for (const { area } of places.issues[index]?.shares ?? []) touch(area, item)
      }
    if (rechecks(halves) && recheck !== null) {
      grades[track] = recheck.to
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
  return { standing: { ...standing, costs, grades }, counted, closed, touched }
}

export const whatIf = (present: Present, done: Done): Supposed => {
  const { layout, scores } = present
  const { prepared } = layout
  const { model, standard } = prepared
  const C = standard.categories.length
  const { standing, counted, closed, touched } = standingWith(present, done)
  const areas = scores.areas.map(
    ({ score, total, grade, caps }): SupposedArea => ({ score, total, grade, caps }),
  )
  for (const [area, categories] of touched) {
    const figures = [...(scores.areas[area]?.categories ?? [])]
    for (const c of categories) figures[c] = categoryScore(sumOf(layout, standing, area * C + c), standard)
    const { total, enough } = totalOf(layout, figures)
    const { waters, t } = scores
    const caps = capsOf({ prepared, counted, waters, area, t, closed })
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
