/** The nearest streets against turf's distances, and what places beside them are called. */
import { pointToLineDistance } from '@turf/turf'
import fc from 'fast-check'
import type { Feature, FeatureCollection, LineString, Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { aroundStreets, besideStreet, indexStreets } from '../../../src/placing/roads/streets.ts'

const road = (name: string, coordinates: Position[], kind = 'road-minor'): Feature<LineString> => ({
  type: 'Feature',
  properties: { class: kind, name },
  geometry: { type: 'LineString', coordinates },
})
const map = (...features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features })

const spot = fc.tuple(
  fc.double({ min: 114.6, max: 114.62, noNaN: true }),
  fc.double({ min: 33.55, max: 33.57, noNaN: true }),
)

describe('the nearest streets', () => {
  it('are those turf finds nearest', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(spot, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        spot,
        (lines, at) => {
          const roads = lines.map((line, i) => road(`${i % 4}路`, line))
          const wanted = new Map<string, number>()
          for (const feature of roads) {
            const metres = pointToLineDistance(at, feature, { units: 'meters' })
            const name = feature.properties?.name
            wanted.set(name, Math.min(metres, wanted.get(name) ?? Infinity))
          }
          const near = [...wanted].filter(([, metres]) => metres < 795).sort((a, b) => a[1] - b[1])
          const found = indexStreets(map(...roads))(...at, 9, 800)
          // Between 795 and 800 m either may be right: the plane and the sphere differ by a few millimetres a metre.
          near.forEach(([, metres], i) => {
            expect(Math.abs((found[i]?.metres ?? Infinity) - metres)).toBeLessThan(0.5 + metres / 500)
          })
        },
      ),
      { seed: 2, numRuns: 200 },
    )
  })

  it('are roads with a name, and none where there are none', () => {
    const streets = indexStreets(
      map(
        road('', [
          [114.6, 33.55],
          [114.62, 33.55],
        ]),
        road(
          '运粮河',
          [
            [114.6, 33.55],
            [114.62, 33.55],
          ],
          'river',
        ),
      ),
    )
    expect(streets(114.61, 33.55, 3, 500)).toEqual([])
    expect(indexStreets(null)(114.61, 33.55, 3, 500)).toEqual([])
  })
})

describe('a place is called', () => {
  const streets = indexStreets(
    map(
      road('新民路', [
        [114.6, 33.56],
        [114.62, 33.56],
      ]),
      road('五一路', [
        [114.612, 33.55],
        [114.612, 33.57],
      ]),
    ),
  )
  it('by the side of the street it is on', () => {
    expect(besideStreet(streets, 114.606, 33.5615)).toBe('新民路以北')
    expect(besideStreet(streets, 114.606, 33.5585)).toBe('新民路以南')
    expect(besideStreet(streets, 114.6145, 33.5525)).toBe('五一路以东')
    expect(besideStreet(streets, 114.6095, 33.5525)).toBe('五一路以西')
    expect(besideStreet(streets, 114.606, 33.5602)).toBe('新民路沿线')
    expect(besideStreet(streets, 114.606, 33.6)).toBe('')
  })
  it('by one street or two it is between', () => {
    expect(aroundStreets(streets, 114.611, 33.5615)).toBe('五一路与新民路一带')
    expect(aroundStreets(streets, 114.6065, 33.5605)).toBe('新民路一带')
    expect(aroundStreets(streets, 114.606, 33.6)).toBe('')
  })
})
