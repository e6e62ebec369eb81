import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scaleOf, scoreSpan, shareIn, ticksIn } from '../../../src/view/chart/scale.ts'

test('a scale runs from one end of its range to the other, upside down too, and on beyond them', () => {
  const y = scaleOf([60, 80], [100, 20])
  expect([60, 70, 80, 90].map(y)).toEqual([100, 60, 20, -20])
})

test('a domain of one value stands where the range begins', () => {
  expect(scaleOf([5, 5], [10, 90])(5)).toBe(10)
  expect(shareIn([5, 5])(7)).toBe(0)
})

test('a share never leaves the way', () => {
  expect([-3, 0, 5, 10, 12].map(shareIn([0, 10]))).toEqual([0, 0, 0.5, 1, 1])
})

test.each([
  [
    [60, 80],
    [50, 90],
  ],
  [
    [97, 99],
    [90, 100],
  ],
  [[2], [0, 10]],
])('scores %j are drawn from and to %j', (scores, span) => expect(scoreSpan(scores)).toEqual(span))

test.each([
  [[0, 100], 4, [0, 50, 100]],
  [[62, 100], 4, [70, 80, 90, 100]],
  [[99.2, 100], 4, [99.2, 99.4, 99.6, 99.8, 100]],
] as const)('ticks of %j, at most %d steps', (span, most, ticks) =>
  expect(ticksIn(span, most)).toEqual(ticks),
)

test('ticks lie within, are round, and no more than asked for', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 90, noNaN: true }), fc.integer({ min: 2, max: 8 }), (low, most) => {
      const ticks = ticksIn([low, 100], most)
      expect(ticks.length).toBeLessThanOrEqual(most + 1)
      for (const tick of ticks) expect(tick).toBeGreaterThanOrEqual(low)
      expect(ticks.every((tick) => tick <= 100)).toBe(true)
    }),
  )
})
