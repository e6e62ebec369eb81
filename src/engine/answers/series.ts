/** Scores at the end of every day of the data, of areas, offices and the district. */

import { type Day, formatDay } from '../../model/day.ts'
import { aggregate } from '../../scoring/offices.ts'
import type { Series } from '../contract/board.ts'
import type { Opened } from '../package/open.ts'

export const seriesOf = (opened: Opened): Series => {
  const { model, standard } = opened
  const daily = opened.daily()
  const count = model.areas.length
  const days = Array.from({ length: daily.days }, (_, d): Day => daily.first + d)
  const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value)
  const scores = days.map((_, d) =>
    model.areas.map((_, i) => ({ score: known(daily.scores[d * count + i]) })),
  )
  const together = (name: string, members: readonly number[]) =>
    scores.map((day) => aggregate(name, members, model.areas, day, standard).score)
  const everywhere = model.areas.map((_, i) => i)
  const offices = new Set(model.areas.flatMap(({ office }) => office ?? []))
  return {
    days,
    district: together('', everywhere),
    areas: Object.fromEntries(
      model.areas.map(({ code }, i) => [code, scores.map((day) => day[i]?.score ?? null)]),
    ),
    offices: Object.fromEntries(
      [...offices].map((name) => [
        name,
        together(
          name,
          everywhere.filter((i) => model.areas[i]?.office === name),
        ),
      ]),
    ),
  }
}

/** The score of one category on every day of the data, by area code; null when the standard has no such category. */
export const categorySeriesOf = (
  { model, standard, daily }: Opened,
  id: string,
): Record<string, (number | null)[]> | null => {
  const category = standard.categories.findIndex((candidate) => candidate.id === id)
  if (category < 0) return null
  const { days, categories } = daily()
  const [areas, count] = [model.areas.length, standard.categories.length]
  const at = (day: number, area: number) => {
    const score = categories[(day * areas + area) * count + category]
    return score === undefined || Number.isNaN(score) ? null : score
  }
  return Object.fromEntries(
    model.areas.map(({ code }, area) => [code, Array.from({ length: days }, (_, day) => at(day, area))]),
  )
}

/** The series as the score document has it: days written out. */
export const seriesDocument = (opened: Opened) => {
  const { days, ...scores } = seriesOf(opened)
  return {
    days: days.map(formatDay),
    ...scores,
    /** by category, then area code */
    categories: Object.fromEntries(
      opened.standard.categories.map(({ id }) => [id, categorySeriesOf(opened, id)]),
    ),
  }
}
