import { expect, test } from 'vitest'
import { groupNotices, linesText, valuesText } from '../../src/view/notice-groups.ts'

const notice = (line: number, field: string, value: string, reason: string) => ({
  file: 'a.csv',
  line,
  field,
  value,
  reason,
})

test('what is said of many rows is said once, the rarest first; no row is lost', () => {
  const many = Array.from({ length: 6 }, (_, i) => notice(i + 2, '整改期限', '', '没有整改期限'))
  const list = [...many, notice(3, '居委会', '康庄', '位置不符'), notice(9, '居委会', '康庄', '位置不符')]
  expect(groupNotices(list)).toEqual([
    { field: '居委会', reason: '位置不符', lines: [3, 9], values: ['康庄'] },
    { field: '整改期限', reason: '没有整改期限', lines: [2, 3, 4, 5, 6, 7], values: [] },
  ])
})

test('lines and values in words', () => {
  expect(linesText([3, 4, 5, 6])).toBe('3、4、5、6')
  expect(linesText([3, 4, 5, 6, 7])).toBe('3、4、5、6 等 5 行')
  expect(linesText([0])).toBe('整个文件')
  expect(valuesText(['甲', '乙', '丙', '丁', '戊'])).toBe('甲、乙、丙、丁 等 5 种')
})
