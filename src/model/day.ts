/**
 * Calendar days. Inside the product a date is a whole number of days since 1970-01-01 (a day has no hour and no zone,
 * so nothing depends on the machine's clock); at the edges it is written YYYY-MM-DD.
 */

/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
export type Day = number

const MS_PER_DAY = 86_400_000

/** The day of a calendar date, or null where there is no such date (2019-02-30). `month` is 1–12. */
export const dayOf = (year: number, month: number, date: number): Day | null => {
  const time = Date.UTC(year, month - 1, date)
  const back = new Date(time)
  if (back.getUTCFullYear() !== year || back.getUTCMonth() !== month - 1 || back.getUTCDate() !== date)
    return null
  return time / MS_PER_DAY
}

/**
 * Reads the date forms staff write: 2019-05-27, 2019/5/7, 2019.5.7, 20190527, 2019年5月7日, an ISO time (its hour is
 * dropped). Null when it is none of these or not a date of the calendar.
 */
export const parseDay = (text: string): Day | null => {
  const t = text.trim()
  const m =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(
      t,
    ) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(t)
  return m ? dayOf(Number(m[1]), Number(m[2]), Number(m[3])) : null
}

/** Midnight of the day in UTC. */
export const dateOf = (day: Day): Date => new Date(day * MS_PER_DAY)

export const yearOf = (day: Day): number => dateOf(day).getUTCFullYear()

/** 0 = Sunday; the first day of the count was a Thursday. */
export const weekdayOf = (day: Day): number => (((day + 4) % 7) + 7) % 7

/** The same date some months on, or the month's last day where it has no such date. */
export const addMonths = (day: Day, months: number): Day => {
  const date = dateOf(day)
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth() + months
  for (let on = date.getUTCDate(); on > 28; on--) {
    const there = dayOf(Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, on)
    if (there !== null) return there
  }
  return dayOf(Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, Math.min(28, date.getUTCDate())) ?? day
}

/** YYYY-MM-DD. */
export const formatDay = (day: Day): string => dateOf(day).toISOString().slice(0, 10)

/** 5月27日. */
export const formatMonthDay = (day: Day): string => {
  const date = dateOf(day)
  return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`
}
