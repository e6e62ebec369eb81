/** Places gathered into counts, as features of the map. */
import { expect, it } from 'vitest'
import type { Overview } from '../../src/engine/contract/package.ts'
import { countFeatures } from '../../src/map/counts.ts'
import { OVERVIEW } from '../view/fixture.ts'

const kind = OVERVIEW.standard.kinds.findIndex(({ entity }) => !entity)
/** Two places side by side, one with something overdue, and one 20 km to the east; the labels of areas lie at (0, 0). */
const overview = {
  ...OVERVIEW,
  sites: {
    ...OVERVIEW.sites,
    count: 3,
    kind: Uint8Array.of(kind, kind, kind),
    area: Int32Array.of(0, 0, 2),
    lon: Float64Array.of(114.6, 114.60001, 114.8),
    lat: Float64Array.of(33.6, 33.6, 33.6),
  },
} as unknown as Overview
const shown = { sitesShown: true, hiddenKinds: [], office: null }
const counts = (filter: typeof shown | { office: string }, zoom: number | null = 12) =>
  countFeatures(overview, Uint16Array.of(0, 2, 0), { ...shown, ...filter }, zoom, 1).features.map(
    ({ properties }) => properties,
  )

it('are of how many places they stand for, with how many that have something overdue', () => {
  // 13 px across for one, 3.6 more for two.
  expect(counts(shown)).toEqual([
    { count: 2, overdue: 1, size: 16.6 },
    { count: 1, overdue: 0, size: 13 },
  ])
})

it('are of the office asked for; none where none are shown', () => {
  expect(counts({ office: '西办' })).toEqual([{ count: 1, overdue: 0, size: 13 }])
  expect(counts({ ...shown, sitesShown: false })).toEqual([])
  expect(counts(shown, null)).toEqual([])
})
