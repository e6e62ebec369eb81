/** A date as it is typed or picked. */
import { expect, test } from 'vitest'
import { addMonths, formatDay, parseDay } from '../../src/model/day.ts'
import { dayByKey, isWhole, monthText, readEntry, weeksOf } from '../../src/view/date-entry.ts'

const ANY = { first: null, last: null }
const day = (text: string) => parseDay(text) as number

test.each(['2019-5-7', '20190507', '2019/5/7', '2019年5月7日', ' 2019.05.07 ', '２０１９－５－７'])(
  '%s is understood',
  (text) => expect(readEntry(text, ANY)).toEqual({ day: day('2019-05-07'), fault: '' }),
)

test.each(['2019-02-30', '5月7日', '05/07/2019', '昨天'])('%s is refused in words', (text) =>
  expect(readEntry(text, ANY)).toEqual({ day: null, fault: '不是日期，应写成 2019-05-27' }),
)

test('nothing written is no fault', () => expect(readEntry('  ', ANY)).toEqual({ day: null, fault: '' }))

test('a day outside the range says which day is its end; the ends belong to it', () => {
  const range = { first: day('2019-01-01'), last: day('2019-05-26') }
  expect(readEntry('2018-12-31', range).fault).toBe('不能早于 2019-01-01')
  expect(readEntry('2019-5-27', range).fault).toBe('不能晚于 2019-05-26')
  expect(readEntry('2019-01-01', range).fault).toBe('')
  expect(readEntry('2019-05-26', range).fault).toBe('')
})

test('only a text that nothing can follow is taken while it is typed', () => {
  expect(['2019-05-27', '20190527'].map(isWhole)).toEqual([true, true])
  expect(['2019-5-2', '2019-05-2', '2019052'].map(isWhole)).toEqual([false, false, false])
})

test('a month is whole weeks from Monday', () => {
  // 1 May 2019 was a Wednesday, 31 May a Friday.
  const weeks = weeksOf(day('2019-05-27'))
  expect(weeks).toHaveLength(5)
  expect(weeks.every((week) => week.length === 7)).toBe(true)
  expect([weeks[0]?.[0], weeks[4]?.[6]].map((one) => formatDay(one ?? 0))).toEqual([
    '2019-04-29',
    '2019-06-02',
  ])
  // 1 February 2027 is a Monday and the month has 28 days.
  expect(weeksOf(day('2027-02-14'))).toHaveLength(4)
})

test('months on, the date stays or becomes the last of the month', () => {
  const on = (text: string, months: number) => formatDay(addMonths(day(text), months))
  expect(on('2019-05-27', 1)).toBe('2019-06-27')
  expect(on('2019-01-31', 1)).toBe('2019-02-28')
  expect(on('2020-02-29', -12)).toBe('2019-02-28')
  expect(on('2019-01-15', -1)).toBe('2018-12-15')
})

test('keys lead through the grid', () => {
  // 2019-05-29 was a Wednesday.
  const to = (key: string, shift = false) => {
    const found = dayByKey(day('2019-05-29'), key, shift)
    return found === null ? null : formatDay(found)
  }
  expect([to('ArrowLeft'), to('ArrowRight')]).toEqual(['2019-05-28', '2019-05-30'])
  expect([to('ArrowUp'), to('ArrowDown')]).toEqual(['2019-05-22', '2019-06-05'])
  expect([to('Home'), to('End')]).toEqual(['2019-05-27', '2019-06-02'])
  expect([to('PageUp'), to('PageDown')]).toEqual(['2019-04-29', '2019-06-29'])
  expect([to('PageUp', true), to('PageDown', true)]).toEqual(['2018-05-29', '2020-05-29'])
  expect(to('a')).toBeNull()
})

test('a month is named as it is spoken', () => expect(monthText(day('2019-05-27'))).toBe('2019年5月'))
