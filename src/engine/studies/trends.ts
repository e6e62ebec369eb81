/** 走势: the scores of every day of the data, of categories too. */
import { formatDay } from '../../model/day.ts'
import type { FromPackage } from '../answering.ts'
import { seriesOf } from '../answers/series.ts'
import type { TrendAnswers } from '../contract/studies/trends.ts'
import type { Opened } from '../package/open.ts'

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
export const trendDocument = (opened: Opened) => {
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

export const trendAnswers: FromPackage<TrendAnswers> = { categorySeries: categorySeriesOf }
