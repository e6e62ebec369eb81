/** What time a sheet speaks of, by its title: 「太昊路办事处2019年5月第三周检查台账」. */
import { type Day, dayOf } from '../../model/day.ts'
import { inFigures, lastOfMonth, parseDate } from './date-forms.ts'

export interface Period {
  year: number | null
  /** first and last day, where the month is told */
  days: readonly [first: Day, last: Day] | null
  /** the day it was filled in, where it says so */
  reportedOn: Day | null
}

const REPORTED =
  /(?:填报|制表|报送|上报|打印|更新|截至|截止)(?:日期|时间)?[:\s]*(20\d{2}[-年./]\d{1,2}[-月./]\d{1,2}日?)/

/** @param texts the name of the file, of the sheet and its titles, the nearest to the rows last */
export const periodOf = (texts: readonly string[]): Period => {
  let year: number | null = null
  let month: number | null = null
  let date: number | null = null
  let reportedOn: Day | null = null
  for (const whole of texts.toReversed().map((one) => inFigures(one.normalize('NFKC')))) {
    const told = REPORTED.exec(whole)
    reportedOn ??= told === null ? null : parseDate(told[1] as string)
    const text = whole.replace(REPORTED, ' ')
    const full = /(?<!\d)(20\d{2})\s*[-年./]\s*(\d{1,2})(?:\s*[-月./]\s*(\d{1,2})(?!\d))?/.exec(text)
    if (full !== null && Number(full[2]) >= 1 && Number(full[2]) <= 12) {
      year ??= Number(full[1])
      if (month === null) {
        month = Number(full[2])
        date = full[3] === undefined ? null : Number(full[3])
      }
      continue
    }
    year ??= Number(/(?<!\d)(20\d{2})\s*年?(?!\d)/.exec(text)?.[1] ?? 0) || null
    const alone = Number(/(?<!\d)(\d{1,2})月/.exec(text)?.[1] ?? 0)
    if (month === null && alone >= 1 && alone <= 12) month = alone
  }
  const first = year === null || month === null ? null : dayOf(year, month, date ?? 1)
  return {
    year,
    days: first === null ? null : [first, date === null ? lastOfMonth(first) : first],
    reportedOn,
  }
}
