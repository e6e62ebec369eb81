/** Working days, against the notices of the State Council for 2019 and 2026 and against counting Monday to Friday. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { dateOf, parseDay } from '../../src/model/day.ts'
import {
  type Calendar,
  unknownYears,
  WEEKDAYS,
  workdayAfter,
  workdaysBetween,
} from '../../src/model/working-days.ts'
import { chineseCalendar } from '../../src/scoring/closure/chinese-calendar.ts'

const day = (text: string) => parseDay(text) as number
let chinese: Calendar
beforeAll(async () => {
  chinese = await chineseCalendar()
})

// 国办发明电〔2018〕15号 and its change of 2019-03-22 for 劳动节.
const OFF = [
  ['2018-12-30', '2019-01-01'],
  ['2019-02-04', '2019-02-10'],
  ['2019-04-05', '2019-04-07'],
  ['2019-05-01', '2019-05-04'],
  ['2019-06-07', '2019-06-09'],
  ['2019-09-13', '2019-09-15'],
  ['2019-10-01', '2019-10-07'],
] as const
const WORKED = ['2019-02-02', '2019-02-03', '2019-04-28', '2019-05-05', '2019-09-29', '2019-10-12']

describe('the calendar of China', () => {
  const { TZ } = process.env
  afterAll(() => {
    process.env.TZ = TZ
  })
  it.each(['Asia/Shanghai', 'America/New_York', 'Pacific/Auckland'])(
    'has every day of 2019 right on a machine in %s',
    async (zone) => {
      process.env.TZ = zone
      // A calendar of its own: one that was asked before remembers its days.
      vi.resetModules()
      const fresh = await import('../../src/scoring/closure/chinese-calendar.ts')
      const there = await fresh.chineseCalendar()
      for (let d = day('2019-01-01'); d <= day('2019-12-31'); d++) {
        const weekday = dateOf(d).getUTCDay()
        const off = OFF.some(([first, last]) => d >= day(first) && d <= day(last))
        const expected = WORKED.some((text) => day(text) === d) || (!off && weekday > 0 && weekday < 6)
        expect([d, there.isWorkday(d)]).toEqual([d, expected])
      }
    },
  )
  it('knows its years, and takes Monday to Friday beyond them', () => {
    const [first, last] = chinese.years as readonly [number, number]
    expect(first).toBeLessThanOrEqual(2018)
    expect(last).toBeGreaterThanOrEqual(2026)
    expect(unknownYears(chinese, day('2018-11-27'), day('2019-06-27'))).toEqual([])
    expect(unknownYears(chinese, day(`${last}-12-30`), day(`${last + 2}-01-02`))).toEqual([
      last + 1,
      last + 2,
    ])
    expect(chinese.isWorkday(day('2090-10-02'))).toBe(true)
    expect(unknownYears(WEEKDAYS, day('2019-05-01'), day('2019-05-02'))).toEqual([2019])
  })
})

describe('counting', () => {
  it('over 五一 2019, by hand', () => {
    // 29 and 30 April, 5, 6, 7, 8 May.
    expect(workdaysBetween(chinese, day('2019-04-28'), day('2019-05-08'))).toBe(6)
    expect(workdaysBetween(WEEKDAYS, day('2019-04-28'), day('2019-05-08'))).toBe(8)
    expect(workdaysBetween(chinese, day('2019-05-08'), day('2019-04-28'))).toBe(-6)
  })
  it('forward by n leaves n behind and ends on a working day', () => {
    for (let d = day('2018-12-01'); d < day('2020-02-01'); d += 3)
      for (const n of [1, 5, 12])
        for (const calendar of [chinese, WEEKDAYS]) {
          const due = workdayAfter(calendar, d, n)
          expect(workdaysBetween(calendar, d, due)).toBe(n)
          expect(calendar.isWorkday(due)).toBe(true)
        }
  })
})
