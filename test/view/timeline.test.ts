/** The slider, its play and its ticks. */
import { describe, expect, test } from 'vitest'
import { dayOf } from '../../src/model/day.ts'
import { chosenDay, hasDays, monthTicks, nextInPlay, playFrom, shareOf } from '../../src/view/timeline.ts'

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
    for (let at: number | null = playFrom(span, span.asOf); at !== null; at = nextInPlay(span, at))
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
    expect(nextInPlay(short, 110)).toBeNull()
  })
})

describe('ticks', () => {
  test('stand at the months, the new year by its name', () => {
    expect(monthTicks(span).map((tick) => tick.label)).toEqual(['12月', '2019年', '2月', '3月', '4月', '5月'])
  })
  test('thin out over years', () => {
    const years = monthTicks({ ...span, firstDay: day('2010-01-01') })
    expect(years.every((tick) => tick.label.endsWith('年'))).toBe(true)
    expect(years.length).toBeLessThanOrEqual(14)
  })
})

test('boundaries alone have no days', () => {
  expect(hasDays({ firstDay: 0, lastDay: 0, asOf: 0 })).toBe(false)
  expect(hasDays(span)).toBe(true)
})

test('shares run from 0 to 1, and a single day is no division by nothing', () => {
  expect(shareOf(span, span.firstDay)).toBe(0)
  expect(shareOf(span, span.lastDay)).toBe(1)
  expect(shareOf({ firstDay: 5, lastDay: 5, asOf: 5 }, 5)).toBe(0)
})
