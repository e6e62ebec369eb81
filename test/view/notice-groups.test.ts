import { expect, test } from 'vitest'
import { linesText, valuesText } from '../../src/view/notice-groups.ts'

test('lines and values in words', () => {
  expect(linesText([3, 4, 5, 6])).toBe('3、4、5、6')
  expect(linesText([3, 4, 5, 6, 7])).toBe('3、4、5、6 等 5 行')
  expect(linesText([3, 4, 5, 6, 7], 700)).toBe('3、4、5、6 等 700 行')
  expect(linesText([0])).toBe('整个文件')
  expect(valuesText(['甲', '乙', '丙', '丁', '戊'])).toBe('甲、乙、丙、丁 等 5 种')
})
