/** The disc that MapLibre colours: inside it is more than the rim's value, outside less. */
import { expect, it } from 'vitest'
import { discImage } from '../../src/map/disc.ts'

it('has the distance to its rim in its alpha', () => {
  const { width, height, data } = discImage(64)
  expect([width, height, data.length]).toEqual([80, 80, 4 * 80 * 80])
  const alpha = (x: number, y: number) => data[4 * (y * width + x) + 3] as number
  // The middle, a pixel within the rim at the right, and the corner.
  expect(alpha(40, 40)).toBe(255)
  expect(alpha(70, 40)).toBeGreaterThan(191)
  expect(alpha(73, 40)).toBeLessThan(191)
  expect(alpha(0, 0)).toBe(0)
})
