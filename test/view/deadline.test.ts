import { beforeAll, describe, expect, it } from 'vitest'
import { formatDay, parseDay } from '../../src/model/day.ts'
import { type Calendar, WEEKDAYS } from '../../src/model/working-days.ts'
import { chineseCalendar } from '../../src/scoring/closure/chinese-calendar.ts'
import { proposedDeadline } from '../../src/view/deadline.ts'

const deadlines = [
  { id: '立行立改', days: 1, working: true, severity: ['一般'] },
  { id: '限期', days: 5, working: true, severity: ['较重'] },
  { id: '一周内', days: 7, working: false, severity: ['严重'] },
  { id: '当日', days: 0, working: true, severity: ['轻微'] },
]
let chinese: Calendar
beforeAll(async () => {
  chinese = await chineseCalendar()
})
const from = (day: string, severity: string) => {
  const proposed = proposedDeadline({ deadlines }, severity, parseDay(day) as number, chinese)
  return proposed && formatDay(proposed.day)
}

describe('the deadline a standard proposes', () => {
  // 2019-05-27 was a Monday; 2019-06-07 was 端午, a Friday; 05-01 to 05-04 and 10-01 to 10-07 were off, 04-28 and 05-05 worked.
  it.each([
    ['2019-05-27', '一般', '2019-05-28'],
    ['2019-05-31', '一般', '2019-06-03'],
    ['2019-06-01', '一般', '2019-06-03'],
    ['2019-06-06', '一般', '2019-06-10'],
    ['2019-04-27', '一般', '2019-04-28'],
    ['2019-04-30', '一般', '2019-05-05'],
    ['2019-05-27', '较重', '2019-06-03'],
    ['2019-06-05', '较重', '2019-06-13'],
    ['2019-04-29', '较重', '2019-05-08'],
    ['2019-09-30', '较重', '2019-10-12'],
    ['2019-12-30', '较重', '2020-01-07'],
    ['2019-05-27', '严重', '2019-06-03'],
    ['2019-06-01', '严重', '2019-06-08'],
    ['2019-06-01', '轻微', '2019-06-01'],
  ])('%s, %s: %s', (day, severity, due) => {
    expect(from(day, severity)).toBe(due)
  })
  it('says what it follows from, and which years have no holidays known', () => {
    const why = (severity: string, day: string, calendar: Calendar) =>
      proposedDeadline({ deadlines }, severity, parseDay(day) as number, calendar)?.why
    expect(why('较重', '2019-05-27', chinese)).toBe('较重问题“限期”：5 个工作日')
    expect(why('严重', '2019-05-27', WEEKDAYS)).toBe('严重问题“一周内”：7 个自然日')
    expect(why('较重', '2019-05-27', WEEKDAYS)).toBe(
      '较重问题“限期”：5 个工作日，没有节假日安排，工作日按周一至周五计',
    )
    expect(why('较重', '2090-05-27', chinese)).toBe(
      '较重问题“限期”：5 个工作日，2090 年放假安排未收录，工作日按周一至周五计',
    )
  })
  it('is none where the standard sets none', () => {
    expect(proposedDeadline({ deadlines }, '特急', 0, chinese)).toBeNull()
  })
})
