/** Rings that arrive broken, held against the count of their windings. */
import { area as areaOf, booleanPointInPolygon, multiPolygon, polygon } from '@turf/turf'
import fc from 'fast-check'
import type { Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { mendPolygon } from '../../../src/intake/boundaries/rings.ts'
import { collection, feature, POLYGON, RING, read, told } from '../files.ts'

const mend = (...rings: Position[][]) => {
  const said: string[] = []
  return { polygons: mendPolygon(rings, (what) => said.push(what)), said }
}

/** How often the ring goes round the point, by the edges a ray from it crosses; null too near an edge to tell. */
const windings = ([x, y]: Position, ring: Position[]): number | null => {
  let count = 0
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] as [number, number]
    const [bx, by] = ring[i] as [number, number]
    const [px, py] = [x as number, y as number]
    const along = Math.max(
      0,
      Math.min(1, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)),
    )
    if (Math.hypot(ax + along * (bx - ax) - px, ay + along * (by - ay) - py) < 1e-7) return null
    if (ay > py !== by > py && px < ((bx - ax) * (py - ay)) / (by - ay) + ax) count += by > ay ? 1 : -1
  }
  return count
}

const closed = (points: Position[]): Position[] => [...points, points[0] as Position]

/** A star of a district's size about its centre: valid whatever the radii, wound to the left. */
const star = fc
  .array(fc.double({ min: 0.001, max: 0.01, noNaN: true }), { minLength: 3, maxLength: 40 })
  .map((radii) =>
    closed(
      radii.map((r, i) => {
        const angle = (2 * Math.PI * (i + 0.1)) / radii.length
        return [114.65 + r * Math.cos(angle), 33.6 + r * Math.sin(angle)]
      }),
    ),
  )

describe('a valid polygon', () => {
  it('stays to the last digit', () => {
    fc.assert(
      fc.property(star, (ring) => {
        expect(mend(ring)).toEqual({ polygons: [[ring]], said: [] })
      }),
      { numRuns: 300, seed: 1 },
    )
  })
  it('stays with its hole, and where it touches itself in a point', () => {
    const hole = closed([
      [0.2, 0.2],
      [0.2, 0.4],
      [0.4, 0.4],
    ])
    expect(mend(RING, hole)).toEqual({ polygons: [[RING, hole]], said: [] })
    const wings = closed([
      [0, 0],
      [1, 1],
      [2, 0],
      [2, 2],
      [1, 1],
      [0, 2],
    ])
    expect(mend(wings)).toEqual({ polygons: [[wings]], said: [] })
  })
})

describe('is mended and told:', () => {
  it('the wrong winding, of shell and hole', () => {
    fc.assert(
      fc.property(star, (ring) => {
        expect(mend([...ring].reverse())).toEqual({
          polygons: [[ring]],
          said: ['边界的环绕方向相反，已改正'],
        })
      }),
      { numRuns: 100, seed: 2 },
    )
    const hole = closed([
      [0.2, 0.2],
      [0.4, 0.4],
      [0.2, 0.4],
    ])
    expect(mend(RING, hole)).toEqual({
      polygons: [[RING, [...hole].reverse()]],
      said: ['边界的环绕方向相反，已改正'],
    })
  })
  it('points twice running', () => {
    fc.assert(
      fc.property(star, fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), (ring, at) => {
        const given = [...ring]
        for (const k of at) given.splice(k % given.length, 0, given[k % given.length] as Position)
        expect(mend(given)).toEqual({ polygons: [[ring]], said: ['边界有连续重复的点，已略去'] })
      }),
      { numRuns: 200, seed: 3 },
    )
  })
  it('spikes, wherever they stand and however many points they have', () => {
    const said = ['边界有折返的尖刺，已略去']
    const base: Position[] = [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
    ]
    const spikes: Position[][] = [
      [
        [9, 0],
        [4, 0],
      ],
      [
        [9, 9],
        [4, 0],
      ],
      [
        [5, 5],
        [9, 9],
        [5, 5],
        [4, 0],
      ],
    ]
    for (const spike of spikes) {
      const { polygons, said: heard } = mend(closed([...base.slice(0, 2), ...spike, ...base.slice(2)]))
      expect(heard).toEqual(said)
      expect(areaOf(multiPolygon(polygons))).toBeCloseTo(areaOf(polygon([closed(base)])), 0)
    }
    // The spike is at the point where the ring begins.
    const first = mend([[9, 9], ...base, [0, 0], [9, 9]])
    expect(first.said).toEqual(said)
    expect(first.polygons).toHaveLength(1)
    expect(areaOf(multiPolygon(first.polygons))).toBeCloseTo(areaOf(polygon([closed(base)])), 0)
  })
  it('nothing but a spike holds no land', () => {
    expect(
      mend([
        [0, 0],
        [1, 1],
        [2, 2],
        [0, 0],
      ]).polygons,
    ).toEqual([])
  })
  it('a bow-tie, with its place', () => {
    const { polygons, said } = mend(
      closed([
        [114.6, 33.6],
        [114.62, 33.62],
        [114.62, 33.6],
        [114.6, 33.62],
      ]),
    )
    expect(said).toEqual(['边界在 114.610000, 33.610000 处自相交，已按实际范围重新整理'])
    expect(polygons).toHaveLength(2)
    // Two triangles, each a quarter of the square about them.
    const square = polygon([
      closed([
        [114.6, 33.6],
        [114.62, 33.6],
        [114.62, 33.62],
        [114.6, 33.62],
      ]),
    ])
    expect(areaOf(multiPolygon(polygons)) / areaOf(square)).toBeCloseTo(0.5, 3)
  })
  it('a bow-tie that crosses in one of its points', () => {
    const { polygons, said } = mend(
      closed([
        [0, 0],
        [1, 1],
        [2, 2],
        [2, 0],
        [1, 1],
        [0, 2],
      ]),
    )
    expect(said).toEqual(['边界在 1.000000, 1.000000 处自相交，已按实际范围重新整理'])
    expect(polygons).toHaveLength(2)
  })
  it('a hole outside its shell, a hole in a hole, a hole across its shell', () => {
    const box = (x: number, y: number, size: number) =>
      closed([
        [x, y],
        [x, y + size],
        [x + size, y + size],
        [x + size, y],
      ])
    const stray = ['边界的洞不在边界之内，或与别的洞重叠，已按实际范围重新整理']
    const out = mend(RING, box(5, 5, 1))
    expect(out.said).toEqual(stray)
    expect(out.polygons).toHaveLength(1)
    expect(out.polygons[0]).toHaveLength(1)
    const nested = mend(RING, box(0.2, 0.2, 0.6), box(0.4, 0.4, 0.1))
    expect(nested.said).toEqual(stray)
    expect(nested.polygons.flat()).toHaveLength(2)
    const across = mend(RING, box(0.8, 0.2, 0.5))
    expect(across.said).toEqual([expect.stringMatching(/^边界在 1\.000000, 0\.[27]00000 处自相交/)])
    expect(areaOf(multiPolygon(across.polygons)) / areaOf(polygon([RING]))).toBeCloseTo(1 - 0.2 * 0.5, 3)
  })
})

it('whatever the ring, the land is what it goes round, in valid rings wound to the left', () => {
  const point = fc
    .tuple(fc.integer({ min: 0, max: 3_000_000 }), fc.integer({ min: 0, max: 3_000_000 }))
    .map(([x, y]) => [114.6 + x / 1e8, 33.6 + y / 1e8])
  const probes = Array.from(
    { length: 15 * 15 },
    (_, i): Position => [
      114.6 + ((i % 15) * 2 + 0.4871) / 1000,
      33.6 + (Math.floor(i / 15) * 2 + 0.5377) / 1000,
    ],
  )
  fc.assert(
    fc.property(fc.array(point, { minLength: 4, maxLength: 12 }), (points) => {
      const ring = closed(points)
      const { polygons } = mend(ring)
      for (const probe of probes) {
        const around = windings(probe, ring)
        if (around === null) continue
        const inside = polygons.some((rings) => booleanPointInPolygon(probe, polygon(rings)))
        expect(inside).toBe(around !== 0)
      }
      // What has been mended needs no more mending.
      for (const rings of polygons) expect(mend(...rings)).toEqual({ polygons: [rings], said: [] })
    }),
    { numRuns: 300, seed: 8 },
  )
})

describe('on import', () => {
  const area = (geometry: unknown) => {
    const { model, report } = read({
      'areas.geojson': collection(feature({ code: '1', name: '甲' }, geometry)),
    })
    return {
      geometry: model.areas[0]?.geometry,
      flagged: told(report.flagged).filter((n) => n.includes('areas')),
    }
  }
  it('a bow-tie becomes two parts of one area', () => {
    const crossed = closed([
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 1],
    ])
    const { geometry, flagged } = area({ type: 'Polygon', coordinates: [crossed] })
    expect(geometry?.type).toBe('MultiPolygon')
    expect(geometry?.coordinates).toHaveLength(2)
    expect(flagged).toEqual([
      'areas.geojson:1 geometry=甲 边界在 0.500000, 0.500000 处自相交，已按实际范围重新整理',
    ])
  })
  it('a closed line is taken for the outline it is', () => {
    for (const line of [
      { type: 'LineString', coordinates: RING },
      { type: 'MultiLineString', coordinates: [RING] },
    ]) {
      const { geometry, flagged } = area(line)
      expect(geometry).toEqual(POLYGON)
      expect(flagged).toEqual(['areas.geojson:1 geometry=甲 图形是首尾相接的线，已当作面'])
    }
  })
  it('a label beside the polygon does not cost the polygon', () => {
    const { geometry, flagged } = area({
      type: 'GeometryCollection',
      geometries: [{ type: 'Point', coordinates: [0.5, 0.5] }, POLYGON],
    })
    expect(geometry).toEqual(POLYGON)
    expect(flagged).toEqual(['areas.geojson:1 geometry=甲 图形里夹有点或线，只用了其中的面'])
  })
  it('an open line is no area', () => {
    expect(() => area({ type: 'LineString', coordinates: RING.slice(0, 4) })).toThrow(/图形应为多边形/)
  })
  it('heights are left out, and told once for the file', () => {
    const high = { type: 'Polygon', coordinates: [RING.map((p) => [...p, 45])] }
    const { model, report } = read({
      'areas.geojson': collection(
        feature({ code: '1', name: '甲' }, high),
        feature({ code: '2', name: '乙' }, { type: 'GeometryCollection', geometries: [high] }),
        feature({ code: '3', name: '丙' }, POLYGON),
      ),
    })
    expect(model.areas[0]?.geometry).toEqual(POLYGON)
    expect(told(report.flagged)).toContain('areas.geojson:0 geometry= 2 个图形带有高程（Z 值），已略去')
  })
  it.each([
    [{ type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } }, null],
    [{ type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4490' } }, null],
    [{ type: 'name', properties: { name: 'EPSG:4547' } }, 'EPSG:4547'],
    [{ type: 'EPSG', properties: { code: 2383 } }, 'EPSG:2383'],
  ])('a crs member that is not ours is told (%#)', (crs, shown) => {
    const features = [feature({ code: '1', name: '甲' }, POLYGON)]
    const { report } = read({ 'areas.geojson': JSON.stringify({ type: 'FeatureCollection', crs, features }) })
    const notices = report.flagged.filter((n) => n.field === 'crs')
    expect(notices.map((n) => n.value)).toEqual(shown === null ? [] : [shown])
  })
})
