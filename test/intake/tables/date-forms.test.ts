import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateFormOf, isoOf } from '../../../src/intake/tables/date-forms.ts'

const iso = (text: string, year: number | null = null) => {
  const form = dateFormOf(text)
  return form === null ? null : isoOf(form, year)
}

describe('dates as sheets hold them', () => {
  it.each([
    ['2019-05-07', '2019-05-07'],
    ['2019/5/7', '2019-05-07'],
    ['２０１９年５月７日', '2019-05-07'],
    ['2019年5月7号', '2019-05-07'],
    ['2019.5.7', '2019-05-07'],
    ['2019-05-07 08:30', '2019-05-07'],
    ['43592', '2019-05-07'],
    ['43592.354', '2019-05-07'],
  ])('%s says its year', (text, day) => {
    expect(iso(text)).toBe(day)
  })
  it.each(['5月7日', '5月7号', '5.7', '5-7', '05/07', '５月７日', '5月 7日'])(
    '%s is of the year asked',
    (text) => {
      expect(dateFormOf(text)?.form).toBe('yearless')
      expect(iso(text)).toBe(null)
      expect(iso(text, 2019)).toBe('2019-05-07')
    },
  )
  it.each(['', '某日', '13月1日', '2月30日', '12345', '123456', '5', '5.7.', '114.65', '-5.7', '5月'])(
    '%s is no date',
    (text) => {
      expect(dateFormOf(text)).toBe(null)
    },
  )
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
})
