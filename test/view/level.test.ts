/** What a zoom means for the points. */
import { expect, it } from 'vitest'
import { levelOf } from '../../src/view/level.ts'

it('with all kinds on, from far to near: nothing, counts by half steps of the zoom, places that stand alone', () => {
  const zooms = [11, 13, 13.4, 13.6, 14.29, 14.3, 18]
  expect(zooms.map((zoom) => levelOf(zoom, 1, 'all').gathered)).toEqual([
    null,
    null,
    13.5,
    13.5,
    14.5,
    null,
    null,
  ])
  expect(zooms.map((zoom) => levelOf(zoom, 1, 'all').alone)).toEqual([
    false,
    false,
    false,
    false,
    false,
    true,
    true,
  ])
})

it('some kinds that are picked out come as counts over the whole district, one alone as its icons', () => {
  expect(levelOf(12.2, 1, 'some')).toMatchObject({ alone: false, gathered: 12 })
  expect(levelOf(13.7, 1, 'some').alone).toBe(true)
  expect(levelOf(11, 1, 'one')).toMatchObject({ alone: true, gathered: null })
})

it('a wall with type twice as large shows the same ground one step further in', () => {
  for (const zoom of [12, 13.4, 14.3, 15]) {
    expect(levelOf(zoom + 1, 2, 'all').alone).toBe(levelOf(zoom, 1, 'all').alone)
    expect(levelOf(zoom + 1, 2, 'all').growth).toBeCloseTo(levelOf(zoom, 1, 'all').growth, 12)
  }
})

it('problems grow as the map comes nearer, within limits', () => {
  const growth = [5, 13.7, 14.7, 16.1, 19].map((zoom) => levelOf(zoom, 1, 'all').growth)
  expect(growth).toEqual([0.75, 0.75, 1, expect.closeTo(1.35, 10), 1.35])
})
