/** Days and deadlines as an official paper writes them. */
import { type Day, formatMonthDay, yearOf } from '../../model/day.ts'
import { type Calendar, workdaysBetween } from '../../model/working-days.ts'
import { calendarDoubt } from '../deadline.ts'

/** 2019年5月27日. */
export const chineseDay = (day: Day): string => `${yearOf(day)}年${formatMonthDay(day)}`

/** 「5月28日（1 个工作日）」「5月20日（已超期 7 天、5 个工作日）」. */
export const dueWords = (calendar: Calendar, due: Day, today: Day): string => {
  const doubt = calendarDoubt(calendar, Math.min(due, today), Math.max(due, today))
  const more = doubt === '' ? '' : `；${doubt}`
  const span = Math.abs(workdaysBetween(calendar, today, due))
  if (due < today) return `${formatMonthDay(due)}（已超期 ${today - due} 天、${span} 个工作日${more}）`
  return `${formatMonthDay(due)}（${due === today ? '当日' : `${span} 个工作日`}${more}）`
}
