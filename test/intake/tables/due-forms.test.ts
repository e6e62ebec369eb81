import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { dateFormOf } from '../../../src/intake/tables/date-forms.ts'
import { nearestDay, readDue } from '../../../src/intake/tables/due-forms.ts'
import { formatDay, parseDay } from '../../../src/model/day.ts'
import { chineseCalendar } from '../../../src/scoring/closure/chinese-calendar.ts'

const { deadlines } = JSON.parse(
  readFileSync(new URL('../../../data/standard.json', import.meta.url), 'utf8'),
)
const calendar = await chineseCalendar()
const due = (text: string, found = '2019-05-07', tiers = deadlines) => {
  const read = readDue(text, { foundOn: parseDay(found) as number, deadlines: tiers, calendar })
  return read?.type === 'day' ? formatDay(read.day) : (read?.type ?? null)
}

describe('deadlines as people write them, of a problem found on Tuesday 7 May 2019', () => {
  it.each([
    // The standard: one working day for what is mended at once, five for the rest.
    ['立行立改', '2019-05-08'],
    ['即知即改', '2019-05-08'],
    ['5个工作日', '2019-05-14'],
    ['当日', '2019-05-07'],
    ['立即整改', '2019-05-07'],
    // From the day it was found, that day not counted.
    ['三日内', '2019-05-10'],
    ['7天', '2019-05-14'],
    ['限期三天', '2019-05-10'],
    ['一周内', '2019-05-14'],
    ['24小时', '2019-05-08'],
    ['半个月', '2019-05-22'],
    ['一个月内', '2019-06-07'],
    ['15天内整改到位', '2019-05-22'],
    ['3个工作日内', '2019-05-10'],
    // A day of the calendar.
    ['2019.5.20前', '2019-05-20'],
    ['2019-05-20 18:00前', '2019-05-20'],
    ['5月31日前完成', '2019-05-31'],
    ['5月7日-5月20日', '2019-05-20'],
    ['4月12日前', '2019-04-12'],
    ['10日前', '2019-05-10'],
    ['43605', '2019-05-20'],
    // The end of something.
    ['2019年5月底前', '2019-05-31'],
    ['6月底', '2019-06-30'],
    ['2019年6月', '2019-06-30'],
    ['6月前', '2019-05-31'],
    ['月底', '2019-05-31'],
    ['下月底', '2019-06-30'],
    ['年底前', '2019-12-31'],
    ['6月上旬', '2019-06-10'],
  ])('%s → %s', (text, day) => {
    expect(due(text)).toBe(day)
  })
  it.each(['长期坚持', '持续推进', '无', '待定'])('%s is none', (text) => {
    expect(due(text)).toBe('none')
  })
  it('what says that it is settled is no deadline', () => {
    expect(due('已整改')).toBe('done')
    expect(due('√')).toBe('done')
  })
  it.each(['尽快', '5日', '限期整改', ''])('%s is not understood', (text) => {
    expect(due(text)).toBe(null)
  })
  it('working days pass over holidays and count the Sundays worked for them', () => {
    // 1–4 May 2019 were free, Sunday 28 April and Sunday 5 May were worked.
    expect(due('3个工作日', '2019-04-27')).toBe('2019-04-30')
    expect(due('1个工作日', '2019-04-30')).toBe('2019-05-05')
  })
  it('a day without a year is in the year nearest to the day it was found', () => {
    expect(due('1月5日前', '2019-12-20')).toBe('2020-01-05')
    expect(due('12月28日', '2020-01-03')).toBe('2019-12-28')
    expect(nearestDay(dateFormOf('1月5日') as never, parseDay('2019-12-20') as number)).toBe(
      parseDay('2020-01-05'),
    )
  })
  it('where the standard has no such deadline, at once is the day itself', () => {
    expect(due('立行立改', '2019-05-07', [])).toBe('2019-05-07')
  })
})
