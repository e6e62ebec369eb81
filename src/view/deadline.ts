/** By when a problem is to be put right, as the standard proposes. */
import type { Day } from '../model/day.ts'
import type { Standard } from '../model/standard.ts'

const SATURDAY = 6
const SUNDAY = 0

/** 0 = Sunday; the first day of the count was a Thursday. */
const weekdayOf = (day: Day): number => (((day + 4) % 7) + 7) % 7

const isWorking = (day: Day): boolean => weekdayOf(day) !== SATURDAY && weekdayOf(day) !== SUNDAY

/** The `days`-th working day after `from`. Monday to Friday are: the package knows no holidays. */
const workingDaysAfter = (from: Day, days: number): Day => {
  let day = from
  for (let left = days; left > 0; ) if (isWorking(++day)) left--
  return day
}

export interface Deadline {
  day: Day
  /** what it follows from: 「立行立改（1 个工作日）」 */
  why: string
}

/** Null where the standard sets no time for that severity. */
export const proposedDeadline = (
  { deadlines }: Pick<Standard, 'deadlines'>,
  severity: string,
  from: Day,
): Deadline | null => {
  const tier = deadlines.find((one) => one.severity.includes(severity))
  if (tier === undefined) return null
  const { id, days, working } = tier
  const span = `${days} 个${working ? '工作日，工作日按周一至周五计' : '自然日'}`
  return { day: working ? workingDaysAfter(from, days) : from + days, why: `${severity}问题“${id}”：${span}` }
}
