/** The slider, its play and its ticks. */

import { describe, expect, test } from 'vitest'
import type { EventDay } from '../../src/engine/contract/board.ts'
import { dayOf, formatDay } from '../../src/model/day.ts'
import {
  chosenDay,
  hasDays,
  markedDays,
  monthTicks,
  nextInPlay,
  playFrom,
  shareOf,
  stepFrom,
} from '../../src/view/timeline.ts'

const day = (text: string) => dayOf(...(text.split('-').map(Number) as [number, number, number])) as number
const span = { firstDay: day('2018-11-20'), lastDay: day('2019-05-27'), asOf: day('2019-05-27') }

describe('a chosen day', () => {
  test('stays within the records', () => {
    expect(chosenDay(span, day('2018-01-01'))).toBe(span.firstDay)
    expect(chosenDay(span, day('2019-04-01'))).toBe(day('2019-04-01'))
  })
  test('is none at the package’s own day, so that the link stays short', () => {
    expect(chosenDay(span, span.asOf)).toBeNull()
    expect(chosenDay(span, day('2020-01-01'))).toBeNull()
  })
  test('reaches the package’s own day even beyond the last record, and future records too', () => {
    expect(chosenDay({ ...span, asOf: span.lastDay + 30 }, span.lastDay + 10)).toBe(span.lastDay + 10)
    expect(chosenDay({ ...span, lastDay: span.asOf + 9 }, span.asOf + 50)).toBe(span.asOf + 9)
  })
})

describe('play', () => {
  test('goes by weeks and ends at the package’s own day', () => {
    const seen: number[] = []
    for (let at: number | null = playFrom(span, span.asOf); at !== null; at = nextInPlay(span, at, 'week'))
      seen.push(at)
    expect(seen[0]).toBe(span.firstDay + 28)
    expect(new Set(seen.slice(1).map((at, i) => at - (seen[i] as number)))).toEqual(new Set([7]))
    expect(seen[seen.length - 1]).toBeLessThan(span.asOf)
  })
  test('starts where it stands when there is something left', () => {
    expect(playFrom(span, day('2019-02-01'))).toBe(day('2019-02-01'))
  })
  test('a span shorter than the lead-in does not run past its end', () => {
    const short = { firstDay: 100, lastDay: 110, asOf: 110 }
    expect(playFrom(short, 110)).toBe(110)
    expect(nextInPlay(short, 110, 'week')).toBeNull()
  })
})

describe('steps', () => {
  const on = (from: string, pace: 'week' | 'month', way: 1 | -1) => formatDay(stepFrom(day(from), pace, way))
  test('of a week are seven days', () => {
    expect(on('2019-05-27', 'week', -1)).toBe('2019-05-20')
    expect(on('2019-02-25', 'week', 1)).toBe('2019-03-04')
  })
  test('of a month go from month’s end to month’s end, over the year and leap years', () => {
    expect(on('2019-05-27', 'month', -1)).toBe('2019-04-30')
    expect(on('2019-04-30', 'month', -1)).toBe('2019-03-31')
    expect(on('2019-03-31', 'month', -1)).toBe('2019-02-28')
    expect(on('2019-01-10', 'month', -1)).toBe('2018-12-31')
    expect(on('2018-12-05', 'month', 1)).toBe('2018-12-31')
    expect(on('2018-12-31', 'month', 1)).toBe('2019-01-31')
    expect(on('2020-01-31', 'month', 1)).toBe('2020-02-29')
  })
  test('a play by months shows every month’s end on its way', () => {
    const seen: string[] = []
    for (let at: number | null = playFrom(span, span.asOf); at !== null; at = nextInPlay(span, at, 'month'))
      seen.push(formatDay(at))
    expect(seen).toEqual(['2018-12-18', '2018-12-31', '2019-01-31', '2019-02-28', '2019-03-31', '2019-04-30'])
  })
})

describe('marked days', () => {
  const event = (text: string, kind: EventDay['kind'], count = 1): EventDay => ({
    day: day(text),
    kind,
    title: `${kind} ${text}`,
    count,
  })
  test('meetings and surveys come first, one 居委会’s own action not at all', () => {
    const marks = markedDays(
      [event('2019-01-01', '活动', 4), event('2019-02-01', '活动', 5), event('2019-03-28', '动员')],
      span,
    )
    expect(marks.map(({ day: at, kind }) => [formatDay(at), kind])).toEqual([
      ['2019-02-01', '活动'],
      ['2019-03-28', '动员'],
    ])
  })
  test('stay few and apart, the days of most 暗访 before those of few', () => {
    const visits = Array.from({ length: 90 }, (_, i) => ({
      ...event('2018-11-20', '暗访', (i * 7) % 19),
      day: span.firstDay + 2 * i,
    }))
    const marks = markedDays(visits, span)
    expect(marks).toHaveLength(8)
    const days = marks.map((mark) => mark.day)
    const gaps = days.slice(1).map((at, i) => at - (days[i] as number))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(8)
    expect(Math.max(...marks.map(({ events }) => events[0]?.count ?? 0))).toBe(18)
  })
  test('what happened close to a mark is told with it; visits beside it are not', () => {
    const [mark, ...others] = markedDays(
      [
        event('2019-05-20', '动员'),
        event('2019-05-21', '活动', 20),
        event('2019-05-22', '暗访', 30),
        event('2019-05-20', '暗访', 7),
      ],
      span,
    )
    expect(others).toEqual([])
    expect(mark?.events.map(({ kind }) => kind)).toEqual(['动员', '活动'])
  })
  test('outside the slider there is nothing to go to', () => {
    expect(markedDays([event('2018-01-01', '动员'), event('2020-01-01', '测评')], span)).toEqual([])
  })
})

describe('ticks', () => {
  test('stand at the months, the new year by its name', () => {
    expect(monthTicks(span).map((tick) => tick.label)).toEqual(['12月', '2019年', '2月', '3月', '4月', '5月'])
  })
  test('thin out over years', () => {
    const years = monthTicks({ ...span, firstDay: day('2010-01-01') })
    for (const { label } of years) expect(label).toMatch(/年$/)
    expect(years.length).toBeGreaterThan(2)
    expect(years.length).toBeLessThanOrEqual(14)
  })
})

test('boundaries alone have no days', () => {
  expect(hasDays({ firstDay: 0, lastDay: 0, asOf: 0 })).toBe(false)
  expect(hasDays(span)).toBe(true)
})

test('shares run from 0 to 1, and a single day is no division by nothing', () => {
  expect(shareOf(span)(span.firstDay)).toBe(0)
  expect(shareOf(span)(span.lastDay)).toBe(1)
  expect(shareOf({ firstDay: 5, lastDay: 5, asOf: 5 })(5)).toBe(0)
})
