/** What is selected, as it is drawn. */
import { expect, it } from 'vitest'
import type { Overview } from '../../src/engine/contract/package.ts'
import { pickedFeatures } from '../../src/map/picked.ts'
import { OVERVIEW } from '../view/fixture.ts'

const overview: Overview = {
  ...OVERVIEW,
  sites: {
    ...OVERVIEW.sites,
    lon: Float64Array.of(114.5, Number.NaN),
    lat: Float64Array.of(33.5, Number.NaN),
  },
}
const drawn = (selection: Parameters<typeof pickedFeatures>[0]) =>
  pickedFeatures(selection, overview).features.map(({ geometry }) => geometry)

it('is a ring around a place, the line of a water body, and nothing for what has neither', () => {
  expect(drawn({ type: 'site', id: 'S1' })).toEqual([{ type: 'Point', coordinates: [114.5, 33.5] }])
  expect(drawn({ type: 'water', id: 'R1' })).toEqual([overview.waterShapes.features[0]?.geometry])
  expect(drawn({ type: 'site', id: 'S2' })).toEqual([])
  expect(drawn({ type: 'area', id: 'a1' })).toEqual([])
  expect(drawn(null)).toEqual([])
})
