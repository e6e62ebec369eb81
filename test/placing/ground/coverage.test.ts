/** Coverage counted on cells against turf's own buffers and overlays. */
import {
  area as areaOf,
  booleanPointInPolygon,
  buffer,
  featureCollection,
  intersect,
  lineString,
  point,
  polygon,
  union,
} from '@turf/turf'
import fc from 'fast-check'
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { blindSpots, coverOf } from '../../../src/placing/ground/coverage.ts'
import { cellsWithin, landRasterOf, type Seen, toDegrees } from '../../../src/placing/ground/raster.ts'
import { area, box } from '../../scoring/fixture.ts'

/** A degree of longitude is some 92.7 km here. */
const LAT = 33.55
const areas = [
  area('B', box(114.6, LAT, 114.62, LAT + 0.02)),
  area('A', box(114.62, LAT, 114.64, LAT + 0.02)),
]
const built: Feature<Polygon>[] = [
  polygon(
    [
      [
        [114.605, LAT + 0.003],
        [114.633, LAT + 0.004],
        [114.629, LAT + 0.016],
        [114.604, LAT + 0.013],
        [114.605, LAT + 0.003],
      ],
      [
        [114.612, LAT + 0.008],
        [114.615, LAT + 0.008],
        [114.615, LAT + 0.011],
        [114.612, LAT + 0.011],
        [114.612, LAT + 0.008],
      ],
    ],
    { class: 'builtup' },
  ),
]
const basemap: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    ...built,
    polygon((areas[0] as (typeof areas)[number]).geometry.coordinates as never, { class: 'green' }),
  ],
}

type Land = Feature<Polygon | MultiPolygon>
const common = (a: Land, b: Land): Land | null => intersect(featureCollection([a, b]))
const sizeOf = (land: Land | null) => (land === null ? 0 : areaOf(land))

const turfShape = (seen: Seen) =>
  'lon' in seen ? point([seen.lon, seen.lat]) : { type: 'Feature' as const, geometry: seen, properties: {} }

/** m² of the built-up land of each area, and of it within the radius of something seen. */
const slow = (seen: readonly Seen[], radius: number) => {
  const around = seen.map((one) => buffer(turfShape(one), radius, { units: 'meters', steps: 64 }) as Land)
  const near = around.length > 1 ? (union(featureCollection(around)) as Land) : (around[0] as Land)
  return areas.map(({ geometry }) => {
    const land = common(built[0] as Land, { type: 'Feature', geometry, properties: {} })
    return { land: sizeOf(land), covered: land === null ? 0 : sizeOf(common(land, near)) }
  })
}

const place = fc.record({
  lon: fc.double({ min: 114.6, max: 114.64, noNaN: true }),
  lat: fc.double({ min: LAT, max: LAT + 0.02, noNaN: true }),
})
const path = fc
  .array(place, { minLength: 2, maxLength: 4 })
  .map((places): Seen => lineString(places.map(({ lon, lat }) => [lon, lat])).geometry)
const yard = fc
  .tuple(place, fc.double({ min: 0.0005, max: 0.006, noNaN: true }))
  .map(([{ lon, lat }, size]): Seen => box(lon, lat, lon + size, lat + size))

describe('the covered part of built-up land', () => {
  it('is what buffers and overlays of turf give, to a hundredth of the land', () => {
    const ground = landRasterOf(areas, basemap)
    expect(ground.grid.cell).toBe(10)
    fc.assert(
      fc.property(
        fc.array(fc.oneof(place, path, yard), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(60, 150, 400),
        (seen, radius) => {
          const within = cellsWithin(ground.grid, seen, radius)
          const counted = coverOf(ground, within, areas.length)
          slow(seen, radius).forEach(({ land, covered }, i) => {
            expect(Math.abs((counted[i]?.land ?? 0) - land) / land).toBeLessThan(0.01)
            expect(Math.abs((counted[i]?.covered ?? 0) - covered) / land).toBeLessThan(0.01)
          })
        },
      ),
      { seed: 4, numRuns: 60 },
    )
  })

  it('is of the whole area where the basemap has no built-up land', () => {
    for (const none of [null, { type: 'FeatureCollection' as const, features: basemap.features.slice(1) }]) {
      const ground = landRasterOf(areas, none)
      expect(ground.whole).toBe(true)
      coverOf(ground, new Uint8Array(ground.area.length), 2).forEach(({ land, covered }, i) => {
        expect(Math.abs(land / areaOf((areas[i] as (typeof areas)[number]).geometry) - 1)).toBeLessThan(0.01)
        expect(covered).toBe(0)
      })
    }
  })

  it('takes larger cells for a land of millions of them', () => {
    const { grid } = landRasterOf([area('wide', box(113, 33, 114, 34))], null)
    expect(grid.cell).toBeGreaterThan(10)
    expect(grid.columns * grid.rows).toBeLessThan(1_600_000)
  })

  it('counts land of two overlapping areas once, for the lowest code', () => {
    const twice = [areas[0], area('A', box(114.6, LAT, 114.61, LAT + 0.02))] as typeof areas
    const ground = landRasterOf(twice, null)
    const [first, second] = coverOf(ground, new Uint8Array(ground.area.length), 2)
    expect((first?.land ?? 0) / (second?.land ?? 1)).toBeCloseTo(1, 1)
  })
})

describe('blind spots', () => {
  const ground = landRasterOf(areas, basemap)
  const within = cellsWithin(ground.grid, [{ lon: 114.6135, lat: LAT + 0.0095 }], 250)
  const spots = blindSpots(ground, within)

  it('make up all the land that is not covered, each in one area, the largest first', () => {
    const cover = coverOf(ground, within, areas.length)
    areas.forEach((_, i) => {
      const own = spots.filter((spot) => spot.area === i).reduce((sum, { size }) => sum + size, 0)
      expect(own).toBe((cover[i]?.land ?? 0) - (cover[i]?.covered ?? 0))
    })
    for (const spot of spots)
      expect(new Set(spot.cells.map((at) => ground.area[at]))).toEqual(new Set([spot.area]))
    const sizes = spots.map(({ size }) => size)
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
  })

  it('are drawn about what they are: much the same size, the middle inside, what is covered outside', () => {
    const [largest] = spots as [(typeof spots)[number]]
    const outline = largest.outline()
    expect(Math.abs(areaOf(outline) / (largest.cells.length * 100) - 1)).toBeLessThan(0.03)
    expect(booleanPointInPolygon(toDegrees(ground.grid, ...largest.at), outline)).toBe(true)
    expect(booleanPointInPolygon([114.6135, LAT + 0.0095], outline)).toBe(false)
  })

  it('stay one across a road and part at a river', () => {
    const block = (west: number, east: number) =>
      ({
        type: 'Feature',
        properties: { class: 'builtup' },
        geometry: box(west, LAT + 0.005, east, LAT + 0.01),
      }) as const
    // 0.0004° are 37 m, 0.002° are 185 m.
    const found = (gap: number) =>
      blindSpots(
        ...((g) => [g, new Uint8Array(g.area.length)] as const)(
          landRasterOf(areas.slice(0, 1), {
            type: 'FeatureCollection',
            features: [block(114.603, 114.606), block(114.606 + gap, 114.612)],
          }),
        ),
      ).length
    expect(found(0.0004)).toBe(1)
    expect(found(0.002)).toBe(2)
  })
})
