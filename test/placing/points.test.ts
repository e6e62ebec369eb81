/** Points into areas: the product's rules, and turf's slow answer on random districts. */
import { booleanPointInPolygon, circle, pointToLineDistance, polygonToLine } from '@turf/turf'
import fc from 'fast-check'
import type { MultiPolygon, Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import type { Area } from '../../src/model/records.ts'
import { indexAreas } from '../../src/placing/areas.ts'
import { placeModel, placePoint } from '../../src/placing/place.ts'
import { area, box, issue, model, sampleStandard, site } from '../scoring/fixture.ts'

const TOLERANCE = 30
const hole: Polygon = {
  type: 'Polygon',
  coordinates: [...(box(0, 0, 10, 10) as Polygon).coordinates, ...(box(4, 4, 6, 6) as Polygon).coordinates],
}
const scattered: MultiPolygon = {
  type: 'MultiPolygon',
  coordinates: [(box(20, 0, 22, 2) as Polygon).coordinates, (box(24, 0, 26, 2) as Polygon).coordinates],
}
// B is an enclave in A; C shares A's eastern border; D is in two pieces; E overlaps C.
const areas = [
  area('411671011001', hole),
  area('411671011002', box(4, 4, 6, 6)),
  area('411671011003', box(10, 0, 14, 10)),
  area('411671011004', scattered),
  area('411671011000', box(12, 2, 13, 3)),
]
const [A, B, C, D, E] = [0, 1, 2, 3, 4]
const index = indexAreas(areas)
const place = (lon: number, lat: number, declared = -1) => {
  const { rule, area: at } = placePoint(index, lon, lat, declared, TOLERANCE)
  return [rule, at]
}

describe('a point', () => {
  it('in one area, in an enclave, in a piece of a multipolygon', () => {
    expect(place(1, 1)).toEqual(['inside', A])
    expect(place(5, 5)).toEqual(['inside', B])
    expect(place(25, 1)).toEqual(['inside', D])
    expect(place(23, 1)).toEqual(['outside', -1])
  })
  it('on the outer border of one area only is inside it', () => {
    expect(place(0, 5)).toEqual(['inside', A])
    expect(place(20, 0)).toEqual(['inside', D])
  })
  it('on a shared border: the declared area if it is one of them, else the lowest code', () => {
    expect(place(10, 5)).toEqual(['border-lowest', A])
    expect(place(10, 5, C)).toEqual(['border-declared', C])
    expect(place(10, 5, D)).toEqual(['border-lowest', A])
    expect(place(4, 5, B)).toEqual(['border-declared', B])
    expect(place(4, 4)).toEqual(['border-lowest', A])
  })
  it('in an overlap likewise, the lowest code as text whatever its place in the file', () => {
    expect(place(12.5, 2.5)).toEqual(['border-lowest', E])
    expect(place(12.5, 2.5, C)).toEqual(['border-declared', C])
  })
  it('just outside all: the nearest within the tolerance; further: outside', () => {
    // 0.0002° of longitude at the equator is 22 m, 0.0003° is 33 m.
    expect(place(-0.0002, 5)).toEqual(['near', A])
    expect(place(-0.0003, 5)).toEqual(['outside', -1])
    expect(place(19.9999, 1)).toEqual(['near', D])
    // Declared does not matter there.
    expect(place(-0.0002, 5, C)).toEqual(['near', A])
  })
  it('as near to two areas: the lowest code', () => {
    // Above the corner that A and C share.
    expect(place(10, 10.0001)).toEqual(['near', A])
    const swapped = indexAreas([area('9', box(0, 0, 1, 1)), area('10', box(1, 0, 2, 1))])
    expect(placePoint(swapped, 1, 1.0001, -1, TOLERANCE)).toMatchObject({ rule: 'near', area: 1 })
    // 0.9 m east of the shared corner: turf's own distances to the two differ by a µm.
    const corner = indexAreas([
      area('2', box(114.612, 43.804, 114.616, 43.808)),
      area('1', box(114.612, 43.8, 114.616, 43.804)),
    ])
    expect(placePoint(corner, 114.616011, 43.804, -1, TOLERANCE)).toMatchObject({ rule: 'near', area: 1 })
    // 12 m below an edge that one area shares with a longer one it lies on: along great circles the longer edge would
    // bend 8 mm further north.
    const lapped = indexAreas([
      area('3', box(114.605, 33.555, 114.615, 33.58)),
      area('4', box(114.605, 33.555, 114.61, 33.56)),
    ])
    expect(placePoint(lapped, 114.6075, 33.554892, -1, TOLERANCE)).toMatchObject({ rule: 'near', area: 0 })
  })
})

describe('against turf', () => {
  const blob = (x: number, y: number, r: number, steps: number): Polygon =>
    circle([x, y], r, { steps, units: 'degrees' }).geometry as Polygon
  it('gives booleanPointInPolygon for every area, for any points and overlapping outlines', () => {
    const coordinate = fc.double({ min: 0, max: 4, noNaN: true })
    const areaArb = fc.record({
      x: coordinate,
      y: coordinate,
      r: fc.double({ min: 0.2, max: 2, noNaN: true }),
      n: fc.integer({ min: 3, max: 24 }),
    })
    fc.assert(
      fc.property(
        fc.array(areaArb, { minLength: 1, maxLength: 5 }),
        fc.array(fc.tuple(coordinate, coordinate), { minLength: 20, maxLength: 20 }),
        fc.integer({ min: 1, max: 40 }),
        (shapes, points, cells) => {
          const list = shapes.map(({ x, y, r, n }, i) => area(`${i}`, blob(x, y, r, n)))
          const fast = indexAreas(list, cells)
          for (const [x, y] of points) {
            const slow = list.flatMap((a, i) => (booleanPointInPolygon([x, y], a.geometry) ? [i] : []))
            expect(fast.areasAt(x, y)).toEqual(slow)
          }
        },
      ),
      { numRuns: 100, seed: 1 },
    )
  })
  it('vertices and points along edges are on the border for both', () => {
    const list = [area('1', blob(1, 1, 1, 12)), area('2', blob(2, 1, 1, 12))]
    const fast = indexAreas(list, 7)
    for (const a of list)
      for (const [x, y] of (a.geometry as Polygon).coordinates[0] as [number, number][]) {
        const slow = list.flatMap((b, i) => (booleanPointInPolygon([x, y], b.geometry) ? [i] : []))
        expect(fast.areasAt(x, y)).toEqual(slow)
      }
  })
  it('nearest: the metres of turf to the outline', () => {
    const list: Area[] = [area('1', blob(114.65, 33.6, 0.01, 9)), area('2', hole)]
    const fast = indexAreas(list)
    let outside = 0
    for (let i = 0; i < 40; i++) {
      const [x, y] = [114.65 + 0.0103 * Math.cos(i), 33.6 + 0.0103 * Math.sin(i)]
      if (fast.areasAt(x, y).length > 0) continue
      outside++
      const line = polygonToLine((list[0] as Area).geometry as Polygon)
      if (line.type === 'FeatureCollection') throw new Error('one ring expected')
      const slow = pointToLineDistance([x, y], line as Parameters<typeof pointToLineDistance>[1], {
        units: 'meters',
      })
      // turf goes along great circles, which bend 7 mm from an edge of 760 m.
      expect(Math.abs((fast.nearest(x, y, 5000)?.metres ?? 0) - slow)).toBeLessThan(0.02)
    }
    expect(outside).toBeGreaterThan(10)
  })
})

describe('a record', () => {
  const standard = sampleStandard()
  const standing = model({
    areas,
    sites: [
      site('own', 'toilet', 1, 1, { areaCode: '411671011003' }),
      site('declared', 'toilet', null, null, { areaCode: '411671011003' }),
      site('lost', 'toilet', null, null),
      site('far', 'toilet', 50, 50, { areaCode: '411671011003' }),
      site('street', 'alley', null, null, {
        geometry: {
          type: 'LineString',
          coordinates: [
            [9, 5],
            [12, 5],
          ],
        },
      }),
    ],
    issues: [
      issue('a', 'own', 1, { lon: 11, lat: 5 }),
      issue('b', 'own', 1),
      issue('c', 'declared', 1),
      issue('d', null, 1, { areaCode: '411671011002' }),
      issue('e', null, 1),
      issue('f', '411671011004', 1),
      issue('g', 'street', 1),
      issue('h', 'far', 1, { areaCode: '411671011003' }),
      issue('i', 'lost', 1, { areaCode: '411671011002' }),
      issue('j', 'declared', 1, { areaCode: '411671011002' }),
      issue('k', 'street', 1, { areaCode: '411671011001' }),
    ],
  })
  const places = placeModel(standing, standard)
  it('own coordinates first, then its site’s place, then its declared area', () => {
    expect(places.spots.slice(0, 5).map((s) => [s.placement.rule, s.placement.area])).toEqual([
      ['inside', A],
      ['declared', C],
      ['outside', -1],
      ['outside', -1],
      ['inside', C],
    ])
    expect(places.issues.map((p) => [p.rule, p.area])).toEqual([
      ['inside', C],
      ['site', A],
      ['site', C],
      ['declared', B],
      ['outside', -1],
      ['site', D],
      ['site', C],
      ['outside', -1],
      // A site that is nowhere gives no place: the declared area stands.
      ['declared', B],
      ['site', C],
      ['site', C],
    ])
  })
  it('flags what disagrees, what is outside and what has no place at all', () => {
    const lines = (text: string) => places.flagged.filter((n) => n.reason.includes(text)).map((n) => n.value)
    expect(lines('所填居委会与坐标不符')).toEqual(['411671011003居委会'])
    expect(lines('位置在所有居委会之外')).toEqual(['50, 50'])
    expect(lines('没有坐标，也没有可用的居委会')).toHaveLength(2)
    // What is placed by its site likewise; a street in two areas agrees with either.
    expect(lines('所填居委会与点位不符')).toEqual(['411671011002居委会'])
    expect(lines('点位在所有居委会之外')).toEqual(['far'])
  })
})
