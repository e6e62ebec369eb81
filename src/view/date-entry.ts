/** A date as it is typed or picked: what a text means, the month that is shown, where a key leads in it. */
import { addMonths, type Day, dateOf, formatDay, parseDay, weekdayOf } from '../model/day.ts'

export interface DayRange {
  first: Day | null
  last: Day | null
}

export interface DateEntry {
  /** null: nothing was written, or nothing that may be used */
  day: Day | null
  /** '' = nothing is wrong */
  fault: string
}

/** What was typed; a text that is no date, or a day outside the range, says so. */
export const readEntry = (text: string, { first, last }: DayRange): DateEntry => {
  if (text.trim() === '') return { day: null, fault: '' }
  const day = parseDay(text.normalize('NFKC'))
  if (day === null) return { day, fault: '不是日期，应写成 2019-05-27' }
  if (first !== null && day < first) return { day: null, fault: `不能早于 ${formatDay(first)}` }
  if (last !== null && day > last) return { day: null, fault: `不能晚于 ${formatDay(last)}` }
  return { day, fault: '' }
}

/** A text that can be taken while it is still being typed: no more figures can follow. */
export const isWhole = (text: string): boolean => /^(\d{4}-\d{2}-\d{2}|\d{8})$/.test(text)

export const within = (day: Day, { first, last }: DayRange): boolean =>
  (first === null || day >= first) && (last === null || day <= last)

/** The weeks, from Monday, that the month of a day touches. */
export const weeksOf = (day: Day): Day[][] => {
  const start = day - dateOf(day).getUTCDate() + 1
  const end = addMonths(start, 1) - 1
  const monday = start - ((weekdayOf(start) + 6) % 7)
  return Array.from({ length: Math.ceil((end - monday + 1) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, at) => monday + 7 * week + at),
  )
}

/** Where a key leads from a day, as in any grid of dates; null for a key that leads nowhere. */
export const dayByKey = (day: Day, key: string, shift: boolean): Day | null => {
  const column = (weekdayOf(day) + 6) % 7
  switch (key) {
    case 'ArrowLeft':
      return day - 1
    case 'ArrowRight':
      return day + 1
    case 'ArrowUp':
      return day - 7
    case 'ArrowDown':
      return day + 7
    case 'Home':
      return day - column
    case 'End':
      return day + 6 - column
    case 'PageUp':
      return addMonths(day, shift ? -12 : -1)
    case 'PageDown':
      return addMonths(day, shift ? 12 : 1)
    default:
      return null
  }
}

/** 2019年5月. */
export const monthText = (day: Day): string => {
  const date = dateOf(day)
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月`
}
