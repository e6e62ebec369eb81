/**
 * 工作日: days on which offices work. The overdue rule of the score counts calendar days and does not lean on this;
 * deadlines are set, and lateness is also told, in working days.
 */
import { type Day, weekdayOf, yearOf } from './day.ts'

export interface Calendar {
  /** first and last year whose holidays are known; beyond them Monday to Friday are taken. null = of no year */
  years: readonly [first: number, last: number] | null
  isWorkday: (day: Day) => boolean
}

const SATURDAY = 6
const SUNDAY = 0

export const isMondayToFriday = (day: Day): boolean =>
  weekdayOf(day) !== SATURDAY && weekdayOf(day) !== SUNDAY

/** No holidays at all: what stands in while the holiday calendar is not there. */
export const WEEKDAYS: Calendar = { years: null, isWorkday: isMondayToFriday }

/** The `count`-th working day after `from`; `from` itself for 0. */
export const workdayAfter = (calendar: Calendar, from: Day, count: number): Day => {
  let day = from
  for (let left = count; left > 0; ) if (calendar.isWorkday(++day)) left--
  return day
}

/** Working days in (from, to]; negative where `to` is before `from`. */
export const workdaysBetween = (calendar: Calendar, from: Day, to: Day): number => {
  if (to < from) return -workdaysBetween(calendar, to, from)
  let count = 0
  for (let day = from + 1; day <= to; day++) if (calendar.isWorkday(day)) count++
  return count
}

/** Years of [from, to] whose holidays the calendar does not know. */
export const unknownYears = ({ years }: Calendar, from: Day, to: Day): number[] => {
  const found: number[] = []
  for (let year = yearOf(from); year <= yearOf(to); year++)
    if (years === null || year < years[0] || year > years[1]) found.push(year)
  return found
}
