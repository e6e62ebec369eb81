/**
 * What the scores would be with some problems closed. A problem that closes costs nothing but stays within the window, so
 * only the (area, category) pairs it is charged to are summed again; caps it brought are lifted. Equal to scoring the day
 * with these problems taken as verified.
 */
import { type CapHit, capsOf, gradeUnder } from './caps.ts'
import { categoryScore } from './category.ts'
import { type Layout, type Standing, sumOf, totalOf } from './layout.ts'
import { aggregate, type OfficeScore, scoreOffices } from './offices.ts'
import type { Scores } from './score.ts'

/** A day as it is: what every supposition starts from. */
export interface Present {
  layout: Layout
  standing: Standing
  scores: Scores
}

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

/** How everything stands with these problems closed. */
const standingWithout = (standing: Standing, closed: Iterable<number>): Standing => {
  const costs = standing.costs.slice()
  for (const index of closed) costs[index] = 0
  return { ...standing, costs }
}

/** @param closed problems (indices) taken as verified on the day */
export const whatIf = ({ layout, standing, scores }: Present, closed: ReadonlySet<number>): Supposed => {
  const { prepared } = layout
  const { model, standard, places, issueItem, categoryOf } = prepared
  const C = standard.categories.length
  const supposed = standingWithout(standing, closed)
  const touched = new Map<number, Set<number>>()
  for (const index of closed)
    for (const { area } of places.issues[index]?.shares ?? []) {
      const categories = touched.get(area) ?? new Set()
      const category = categoryOf[issueItem[index] as number]
      if (category !== undefined) categories.add(category)
      touched.set(area, categories)
    }
  const areas = scores.areas.map(
    ({ score, total, grade, caps }): SupposedArea => ({ score, total, grade, caps }),
  )
  for (const [area, categories] of touched) {
    const figures = [...(scores.areas[area]?.categories ?? [])]
    for (const c of categories) figures[c] = categoryScore(sumOf(layout, supposed, area * C + c), standard)
    const { total, enough } = totalOf(layout, figures)
    const { counted, waters, t } = scores
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
