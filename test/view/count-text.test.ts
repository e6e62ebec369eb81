import { expect, test } from 'vitest'
import { countText, sizeText } from '../../src/view/count-text.ts'

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1.0 KB'],
  [1536, '1.5 KB'],
  [150 * 1024, '150 KB'],
  [3_565_158, '3.4 MB'],
  [5 * 1024 ** 4, '5120 GB'],
])('%i bytes: %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text)
})

test('thousands are set apart', () => {
  expect(countText(1_234_567)).toBe('1,234,567')
})
