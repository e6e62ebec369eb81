/** Scores at the end of every day of the data, of areas, offices and the district. */
import type { Day } from '../../model/day.ts'
import { areasInScope } from '../../model/scope.ts'
import { aggregate } from '../../scoring/score/offices.ts'
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
  const offices = new Set(model.areas.flatMap(({ office }) => office ?? []))
  return {
    days,
    district: together('', areasInScope(null, model.areas)),
    areas: Object.fromEntries(
      model.areas.map(({ code }, i) => [code, scores.map((day) => day[i]?.score ?? null)]),
    ),
    offices: Object.fromEntries(
      [...offices].map((name) => [
        name,
        together(name, areasInScope({ type: 'office', id: name }, model.areas)),
      ]),
    ),
  }
}
