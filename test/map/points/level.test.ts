/** What a zoom means for the points. */
import { expect, it } from 'vitest'
import { ALONE, levelOf } from '../../../src/map/points/level.ts'

it('from far to near: nothing, counts by half steps of the zoom, places that stand alone', () => {
  const zooms = [11, 12, 12.1, 12.3, ALONE - 0.01, ALONE, 18]
  expect(zooms.map((zoom) => levelOf(zoom, 1).gathered)).toEqual([null, null, 12, 12.5, 13.5, null, null])
  expect(zooms.map((zoom) => levelOf(zoom, 1).alone)).toEqual([false, false, false, false, false, true, true])
})

it('a wall with type twice as large shows the same ground one step further in', () => {
  for (const zoom of [12, 12.1, ALONE, 15]) {
    expect(levelOf(zoom + 1, 2).alone).toBe(levelOf(zoom, 1).alone)
    expect(levelOf(zoom + 1, 2).growth).toBeCloseTo(levelOf(zoom, 1).growth, 12)
  }
})

it('problems grow from where places stand alone, within limits', () => {
  const growth = [5, ALONE, ALONE + 1, ALONE + 2.4, 19].map((zoom) => levelOf(zoom, 1).growth)
  expect(growth).toEqual([0.75, 0.75, 1, expect.closeTo(1.35, 10), 1.35])
})
