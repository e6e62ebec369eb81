/** The days the slider runs over. */
import { type Day, formatDay } from '../model/day.ts'

export interface Span {
  firstDay: Day
  lastDay: Day
  /** the package's own day */
  asOf: Day
}

export const WEEK = 7

/** A package of boundaries alone speaks of no day: its days stand at the beginning of the count. */
export const hasDays = ({ firstDay, lastDay }: Span): boolean => firstDay !== 0 || lastDay !== 0

/** Where play begins when it stands at the end: far enough in that there is something to see. */
const LEAD_IN = 4 * WEEK

/** The last day the slider reaches: the package may speak of a day after its last record. */
export const endOf = ({ lastDay, asOf }: Span): Day => Math.max(lastDay, asOf)

/** A day within the slider; the package's own day is the default, so that a link to it stays one to "the latest". */
export const chosenDay = (span: Span, day: Day): Day | null => {
  const within = Math.min(endOf(span), Math.max(span.firstDay, day))
  return within === span.asOf ? null : within
}

/** The next week of a play; null when it has arrived at the package's own day. */
export const nextInPlay = (span: Span, day: Day): Day | null => (day + WEEK >= span.asOf ? null : day + WEEK)

/** Where play starts from `day`. */
export const playFrom = (span: Span, day: Day): Day =>
  day >= span.asOf ? Math.min(span.asOf, span.firstDay + LEAD_IN) : day

/** First days of months, for the ticks; when there are too many for `most`, of quarters or years. */
export const monthTicks = ({ firstDay, lastDay }: Span, most = 14): { day: Day; label: string }[] => {
  const starts: { day: Day; label: string; month: number }[] = []
  for (let day = firstDay; day <= lastDay; day++) {
    const [year, month, date] = formatDay(day).split('-').map(Number) as [number, number, number]
    if (date === 1) starts.push({ day, month, label: month === 1 ? `${year}年` : `${month}月` })
  }
  const step = [1, 3, 12].find((n) => starts.length / n <= most) ?? 12
  return starts.filter(({ month }) => (month - 1) % step === 0).map(({ day, label }) => ({ day, label }))
}

/** Share of the way from the first day to the last, 0–1. */
export const shareOf = (span: Span, day: Day): number =>
  Math.min(1, Math.max(0, (day - span.firstDay) / Math.max(1, endOf(span) - span.firstDay)))
