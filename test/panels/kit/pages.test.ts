/** Pages follow each other round. */
import { expect, test } from 'vitest'
import { pageAfter } from '../../../src/panels/kit/pages.ts'

test('after the last page comes the first, before the first the last', () => {
  expect([0, 1, 2].map((page) => pageAfter(page, 1, 3))).toEqual([1, 2, 0])
  expect([0, 1, 2].map((page) => pageAfter(page, -1, 3))).toEqual([2, 0, 1])
  expect(pageAfter(3, -3, 5)).toBe(0)
})
