/** Half a year to the day the paper wrote of: 2018-11-27 to 2019-05-27. Days are whole numbers since 1970-01-01. */
import { dayOf, formatDay, weekdayOf } from '../../src/model/day.ts'

const day = (y: number, m: number, d: number): number => dayOf(y, m, d) as number

export const START = day(2018, 11, 27)
export const END = day(2019, 5, 27)
/** 动员; the campaign's last wave begins. */
export const MUSTER = day(2019, 5, 20)
/** Spring festival: nobody inspects from the 28th of the twelfth month to the sixth of the first. */
const HOLIDAY = [day(2019, 2, 2), day(2019, 2, 10)] as const

export const iso = formatDay

export const isWorkday = (d: number): boolean =>
  weekdayOf(d) !== 0 && weekdayOf(d) !== 6 && !(d >= HOLIDAY[0] && d <= HOLIDAY[1])

/** The day `n` working days after `d`. */
export const afterWorkdays = (d: number, n: number): number => {
  let at = d
  for (let left = n; left > 0; ) {
    at++
    if (isWorkday(at)) left--
  }
  return at
}

/** How far the campaign has come: 0 at the start, slow over the winter, steep in the last week; 1 at the end. */
export const progress = (d: number): number => {
  const t = (d - START) / (END - START)
  const surge = d >= MUSTER ? 0.14 * ((d - MUSTER) / (END - MUSTER)) : 0
  return Math.min(1, Math.max(0, 0.86 * (0.35 * t + 0.65 * t * t * (3 - 2 * t)) + surge))
}
