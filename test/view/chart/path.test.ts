import { expect, test } from 'vitest'
import { linePath } from '../../../src/view/chart/path.ts'

test('joins the points, to as many decimals as asked for', () => {
  const points = [
    { x: 0, y: 1 },
    { x: 1 / 3, y: 2.26 },
  ]
  expect(linePath(points)).toBe('M0,1L0.3,2.3')
  expect(linePath(points, 3)).toBe('M0,1L0.333,2.26')
})

test('breaks where nothing is known', () => {
  const path = linePath([
    { x: 0, y: 1 },
    { x: 1, y: 2 },
    { x: 2, y: null },
    { x: 3, y: 4 },
    { x: 4, y: 5 },
  ])
  expect(path).toBe('M0,1L1,2M3,4L4,5')
})

test('nothing to join is no path', () => expect(linePath([])).toBe(''))
