/** The days the slider runs over. */
import type { EventDay } from '../engine/contract/board.ts'
import { type Day, dayOf, formatDay } from '../model/day.ts'
import { shareIn } from './chart/scale.ts'

export interface DaySpan {
  firstDay: Day
  lastDay: Day
  /** the package's own day */
  asOf: Day
}

export const WEEK = 7

/** A package of boundaries alone speaks of no day: its days stand at the beginning of the count. */
export const hasDays = ({ firstDay, lastDay }: DaySpan): boolean => firstDay !== 0 || lastDay !== 0

/** Where play begins when it stands at the end: far enough in that there is something to see. */
const LEAD_IN = 4 * WEEK

/** The last day the slider reaches: the package may speak of a day after its last record. */
export const endOf = ({ lastDay, asOf }: DaySpan): Day => Math.max(lastDay, asOf)

/** A day within the slider; the package's own day is the default, so that a link to it stays one to "the latest". */
export const chosenDay = (span: DaySpan, day: Day): Day | null => {
  const within = Math.min(endOf(span), Math.max(span.firstDay, day))
  return within === span.asOf ? null : within
}

/** How far a step of the timeline goes: seven days, or to the end of a month. */
export type PlayStep = 'week' | 'month'

const partsOf = (day: Day) => formatDay(day).split('-').map(Number) as [number, number, number]

/** Last day of the month `months` after that of `day`. */
const monthEnd = (day: Day, months: number): Day => {
  const [year, month] = partsOf(day)
  const at = year * 12 + month + months
  return (dayOf(Math.floor(at / 12), (at % 12) + 1, 1) as Day) - 1
}

/** One step on or back. Months are told as they are closed: by their last days. */
export const stepFrom = (day: Day, pace: PlayStep, way: 1 | -1): Day => {
  if (pace === 'week') return day + way * WEEK
  if (way < 0) return monthEnd(day, -1)
  const end = monthEnd(day, 0)
  return end > day ? end : monthEnd(day, 1)
}

/** The next day of a play; null when it has arrived at the package's own day. */
export const nextInPlay = (span: DaySpan, day: Day, pace: PlayStep): Day | null => {
  const next = stepFrom(day, pace, 1)
  return next >= span.asOf ? null : next
}

/** Where play starts from `day`. */
export const playFrom = (span: DaySpan, day: Day): Day =>
  day >= span.asOf ? Math.min(span.asOf, span.firstDay + LEAD_IN) : day

/** First days of months, for the ticks; when there are too many for `most`, of quarters or years. */
export const monthTicks = ({ firstDay, lastDay }: DaySpan, most = 14): { day: Day; label: string }[] => {
  const starts: { day: Day; label: string; month: number }[] = []
  for (let day = firstDay; day <= lastDay; day++) {
    const [year, month, date] = partsOf(day)
    if (date === 1) starts.push({ day, month, label: month === 1 ? `${year}年` : `${month}月` })
  }
  const step = [1, 3, 12].find((n) => starts.length / n <= most) ?? 12
  return starts.filter(({ month }) => (month - 1) % step === 0).map(({ day, label }) => ({ day, label }))
}

/** Share of the way from the first day to the last, 0–1. */
export const shareOf = (span: DaySpan): ((day: Day) => number) => shareIn([span.firstDay, endOf(span)])

/** A day marked on the track: what happened then, and close by. */
export interface DayMark {
  day: Day
  kind: EventDay['kind']
  events: EventDay[]
}

/** Marks on the track, and how close two may stand, as a share of it. */
const MARKS = 8
const APART = 0.045
/** An action is the campaign's, not one 居委会's own, from so many on a day. */
const TOGETHER = 5

/** Meetings tell most, then surveys, then actions of the whole campaign, then the days of most 暗访. */
const ORDER: readonly EventDay['kind'][] = ['动员', '测评', '活动', '暗访']

/**
 * The few most telling days, in order; what happened close to one of them is told with it.
 * @param apart least distance of two marks, as a share of the track: each has to be pressed without its neighbour
 */
export const markedDays = (events: readonly EventDay[], span: DaySpan, apart = APART): DayMark[] => {
  const least = Math.max(APART, apart)
  const share = shareOf(span)
  const telling = events
    .filter(
      ({ day, kind, count }) =>
        day >= span.firstDay && day <= endOf(span) && (kind !== '活动' || count >= TOGETHER),
    )
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || b.count - a.count || a.day - b.day)
  const marks: DayMark[] = []
  for (const event of telling) {
    const near = marks.find(({ day }) => Math.abs(share(day) - share(event.day)) < least)
    // Visits go on all the time: those close to a mark are not told.
    if (near) {
      if (event.kind !== '暗访') near.events.push(event)
    } else if (marks.length < MARKS) marks.push({ day: event.day, kind: event.kind, events: [event] })
  }
  for (const mark of marks) mark.events.sort((a, b) => a.day - b.day)
  return marks.sort((a, b) => a.day - b.day)
}
