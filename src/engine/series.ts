/** Scores at the end of each week of the data. */
import type { Series } from './api.ts'
import { WEEK } from './figures.ts'
import type { Opened } from './open.ts'

export const seriesOf = (opened: Opened): Series => {
  const { intake, model } = opened
  const days: number[] = []
  for (let day = intake.asOf; day >= intake.firstDay; day -= WEEK) days.unshift(day)
  const scores = days.map((day) => opened.scores(day))
  return {
    days,
    district: scores.map((s) => s.district.score),
    areas: Object.fromEntries(
      model.areas.map((area, i) => [area.code, scores.map((s) => s.areas[i]?.score ?? null)]),
    ),
    offices: Object.fromEntries(
      (scores[0]?.offices ?? []).map(({ name }, i) => [name, scores.map((s) => s.offices[i]?.score ?? null)]),
    ),
  }
}
