import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateFormOf, dayOfForm, lastOfForm, parseDate } from '../../../src/intake/tables/date-forms.ts'
import { formatDay } from '../../../src/model/day.ts'

const iso = (text: string, year: number | null = null) => {
  const form = dateFormOf(text)
  const day = form === null ? null : dayOfForm(form, year)
  return day === null ? null : formatDay(day)
}
const lastIso = (text: string, year: number | null = null) => {
  const form = dateFormOf(text)
  const day = form === null ? null : lastOfForm(form, year)
  return day === null ? null : formatDay(day)
}

describe('dates as people write them', () => {
  it.each([
    '2019-05-07',
    '2019/5/7',
    '２０１９年５月７日',
    '2019年5月7号',
    '2019.5.7',
    '2019.5.7日',
    '2019-05-07 08:30',
    '2019/05/07 09:30:15',
    '2019-5-7 上午9:30',
    '2019年5月7日上午',
    '2019年5月7日 星期二',
    '2019年5月7日（周二）',
    '2019年5月7日9时30分',
    "'2019-05-07",
    '2019、5、7',
    '2019。5。7',
    '2019－05－07',
    '2019年5月7',
    '19年5月7日',
    '19.5.7',
    '2019 5 7',
    '2019:05:07 09:30:15',
    '二〇一九年五月七日',
    '20190507',
    'May 7, 2019',
    '7-May-19',
    '2019年05月07日',
    '2019-05-07T08:00:00Z',
    '2019-05-06T20:00:00Z',
    '2019-05-07T02:00:00+08:00',
  ])('%s is one day', (text) => {
    expect(dateFormOf(text)?.form).toBe('day')
    expect(iso(text)).toBe('2019-05-07')
  })
  it.each([
    ['43592', 'serial'],
    ['43592.354', 'serial'],
    ['1557187200', 'epoch'],
    ['1557187200000', 'epoch'],
  ])('%s is counted by a program', (text, form) => {
    expect(dateFormOf(text)?.form).toBe(form)
    expect(iso(text)).toBe('2019-05-07')
  })
  it.each(['5月7日', '5月7号', '5.7', '5-7', '05/07', '５月７日', '5月 7日', '今年5月7日', '五月七日'])(
    '%s is of the year asked',
    (text) => {
      expect(dateFormOf(text)?.form).toBe('yearless')
      expect(iso(text)).toBe(null)
      expect(iso(text, 2019)).toBe('2019-05-07')
    },
  )
  it.each([
    ['2019.05.07-05.09', '2019-05-07', '2019-05-09'],
    ['2019-05-07至2019-05-09', '2019-05-07', '2019-05-09'],
    ['2019年5月7日-9日', '2019-05-07', '2019-05-09'],
    ['5月7日至9日', '2019-05-07', '2019-05-09'],
    ['5.7-5.9', '2019-05-07', '2019-05-09'],
    ['2019年5月上旬', '2019-05-01', '2019-05-10'],
    ['5月中旬', '2019-05-11', '2019-05-20'],
    ['2月下旬', '2019-02-21', '2019-02-28'],
    ['2019年5月', '2019-05-01', '2019-05-31'],
    ['2019/5', '2019-05-01', '2019-05-31'],
    ['201905', '2019-05-01', '2019-05-31'],
    ['5月份', '2019-05-01', '2019-05-31'],
  ])('%s goes from %s to %s', (text, first, last) => {
    expect(iso(text, 2019)).toBe(first)
    expect(lastIso(text, 2019)).toBe(last)
    expect(parseDate(text)).toBe(null)
  })
  it('day and month the one way round or the other are told apart only where one of them is no month', () => {
    expect(iso('27/05/2019')).toBe('2019-05-27')
    expect(iso('05/27/2019')).toBe('2019-05-27')
    expect(iso('05/05/2019')).toBe('2019-05-05')
    expect(dateFormOf('07/05/2019')?.form).toBe('either')
    expect(iso('07/05/2019', 2019)).toBe(null)
  })
  it.each([
    '',
    '某日',
    '13月1日',
    '2月30日',
    '12345',
    '123456',
    '5',
    '5.7.',
    '114.65',
    '-5.7',
    '昨日',
    '星期二',
    '14:30',
  ])('%s is no date', (text) => {
    expect(dateFormOf(text)).toBe(null)
  })
  it.each(['2019-13-01', '2019-02-30', '2019年13月'])('%s is none of the calendar', (text) => {
    expect(iso(text, 2019)).toBe(null)
  })
  it('29 February is a day of leap years only', () => {
    expect(iso('2月29日', 2020)).toBe('2020-02-29')
    expect(iso('2月29日', 2019)).toBe(null)
  })
  it('serials count as Excel does, from 1899-12-30', () => {
    fc.assert(
      fc.property(fc.integer({ min: 30_000, max: 59_999 }), (serial) => {
        const date = new Date(Date.UTC(1899, 11, 30))
        date.setUTCDate(date.getUTCDate() + serial)
        expect(iso(String(serial))).toBe(date.toISOString().slice(0, 10))
      }),
      { seed: 1, numRuns: 100 },
    )
  })
  it('every day is read back in every form it can be written in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_957, max: 29_219 }), (day) => {
        const [y, m, d] = formatDay(day).split('-').map(Number) as [number, number, number]
        for (const text of [
          `${y}.${m}.${d}`,
          `${y}年${m}月${d}日`,
          `${y}/${m}/${d} 下午3:05`,
          `${y}:${m}:${d} 09:30:15`,
        ])
          expect(parseDate(text)).toBe(day)
      }),
      { seed: 2, numRuns: 200 },
    )
  })
})
