import { describe, expect, it } from 'vitest'
import { formatDay, parseDay } from '../../src/model/day.ts'
import { proposedDeadline } from '../../src/view/deadline.ts'

const deadlines = [
  { id: '立行立改', days: 1, working: true, severity: ['一般'] },
  { id: '限期', days: 5, working: true, severity: ['较重'] },
  { id: '一周内', days: 7, working: false, severity: ['严重'] },
  { id: '当日', days: 0, working: true, severity: ['轻微'] },
]
const from = (day: string, severity: string) => {
  const proposed = proposedDeadline({ deadlines }, severity, parseDay(day) as number)
  return proposed && formatDay(proposed.day)
}

describe('the deadline a standard proposes', () => {
  // 2019-05-27 was a Monday.
  it.each([
    ['2019-05-27', '一般', '2019-05-28'],
    ['2019-05-31', '一般', '2019-06-03'],
    ['2019-06-01', '一般', '2019-06-03'],
    ['2019-06-02', '一般', '2019-06-03'],
    ['2019-05-27', '较重', '2019-06-03'],
    ['2019-05-24', '较重', '2019-05-31'],
    ['2019-12-30', '较重', '2020-01-06'],
    ['2019-05-27', '严重', '2019-06-03'],
    ['2019-06-01', '严重', '2019-06-08'],
    ['2019-06-01', '轻微', '2019-06-01'],
  ])('%s, %s: %s', (day, severity, due) => {
    expect(from(day, severity)).toBe(due)
  })
  it('of working days is never a weekend, and leaves just that many of them behind', () => {
    const start = parseDay('2019-01-01') as number
    for (let day = start; day < start + 400; day++) {
      const due = proposedDeadline({ deadlines }, '较重', day)?.day as number
      let weekdays = 0
      for (let d = day + 1; d <= due; d++)
        if (![0, 6].includes(new Date(d * 86_400_000).getUTCDay())) weekdays++
      expect(weekdays).toBe(5)
      expect([0, 6]).not.toContain(new Date(due * 86_400_000).getUTCDay())
    }
  })
  it('says what it follows from, and that working days are Monday to Friday', () => {
    expect(proposedDeadline({ deadlines }, '较重', 0)?.why).toBe(
      '较重问题“限期”：5 个工作日，工作日按周一至周五计',
    )
    expect(proposedDeadline({ deadlines }, '严重', 0)?.why).toBe('严重问题“一周内”：7 个自然日')
  })
  it('is none where the standard sets none', () => {
    expect(proposedDeadline({ deadlines }, '特急', 0)).toBeNull()
  })
})
