/** By when a problem is to be put right, as the standard proposes. */
import type { Day } from '../model/day.ts'
import type { Standard } from '../model/standard.ts'
import { type Calendar, unknownYears, workdayAfter } from '../model/working-days.ts'

export interface Deadline {
  day: Day
  /** what it follows from: 「一般问题“立行立改”：1 个工作日」 */
  why: string
}

/** 「2027 年放假安排未收录，按周一至周五计」; '' where every holiday between the days is known. */
export const calendarDoubt = (calendar: Calendar, from: Day, to: Day): string => {
  if (calendar.years === null) return '没有节假日安排，工作日按周一至周五计'
  const years = unknownYears(calendar, from, to)
  return years.length === 0 ? '' : `${years.join('、')} 年放假安排未收录，工作日按周一至周五计`
}

/** Null where the standard sets no time for that severity. */
export const proposedDeadline = (
  { deadlines }: Pick<Standard, 'deadlines'>,
  severity: string,
  from: Day,
  calendar: Calendar,
): Deadline | null => {
  const tier = deadlines.find((one) => one.severity.includes(severity))
  if (tier === undefined) return null
  const { id, days, working } = tier
  const day = working ? workdayAfter(calendar, from, days) : from + days
  const doubt = working ? calendarDoubt(calendar, from, day) : ''
  const span = [`${days} 个${working ? '工作日' : '自然日'}`, doubt].filter(Boolean).join('，')
  return { day, why: `${severity}问题“${id}”：${span}` }
}
