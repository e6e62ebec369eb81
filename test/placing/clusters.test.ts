/** Gatherings against turf's own DBSCAN. */
import {
  area as areaOf,
  booleanPointInPolygon,
  buffer,
  clustersDbscan,
  convex,
  featureCollection,
  point,
  pointToPolygonDistance,
} from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clustersOf, outlineAround } from '../../src/placing/clusters.ts'

const spot = fc.tuple(
  fc.double({ min: 114.6, max: 114.612, noNaN: true }),
  fc.double({ min: 33.55, max: 33.56, noNaN: true }),
)

/** What belongs together, whatever the numbers: for each point the points of its cluster. */
const turfs = (points: [number, number][], metres: number, minPoints: number): number[] =>
  clustersDbscan(featureCollection(points.map((at) => point(at))), metres, {
    units: 'meters',
    minPoints,
  }).features.map(({ properties }) => properties.cluster ?? -1)

describe('gatherings', () => {
  it('are those of turf', () => {
    fc.assert(
      fc.property(
        fc.array(spot, { maxLength: 90 }),
        fc.constantFrom(60, 120, 200),
        fc.constantFrom(2, 3, 4, 6),
        (points, metres, least) => {
          // Doubled points, as several problems at one site are.
          const all = points.flatMap((at, i) => (i % 4 === 0 ? [at, at] : [at]))
          expect([...clustersOf(all, metres, least)]).toEqual(turfs(all, metres, least))
        },
      ),
      { seed: 5, numRuns: 150 },
    )
  })

  it('of many points at few places take no time with their square', () => {
    const many = Array.from({ length: 30_000 }, (_, i): [number, number] => [
      114.6 + 0.003 * (i % 90),
      33.5 + 0.003 * (Math.floor(i / 90) % 90),
    ])
    const clusters = clustersOf(many, 100, 3)
    expect(Math.max(...clusters)).toBe(8099)
  })
})

describe('an outline', () => {
  it('has every point the margin inside, and is no wider than it must be', () => {
    fc.assert(
      fc.property(fc.array(spot, { minLength: 1, maxLength: 12 }), (points) => {
        const outline = outlineAround(points, 45)
        const hull = buffer(
          convex(featureCollection(points.map((at) => point(at)))) ?? point(points[0] as never),
          46,
          {
            units: 'meters',
          },
        )
        if (points.length > 2 || points.length === 1)
          expect(areaOf(outline)).toBeLessThan(areaOf(hull as never) * 1.02)
        for (const at of points) {
          expect(booleanPointInPolygon(at, outline)).toBe(true)
          expect(-pointToPolygonDistance(at, outline, { units: 'meters' })).toBeGreaterThan(44)
        }
      }),
      { seed: 6, numRuns: 60 },
    )
  })
  it('is there for points on a line and for one point many times', () => {
    for (const points of [
      [
        [114.6, 33.55],
        [114.601, 33.55],
        [114.602, 33.55],
      ],
      [
        [114.6, 33.55],
        [114.6, 33.55],
        [114.6, 33.55],
      ],
      [
        [114.6, 33.55],
        [114.601, 33.55],
      ],
    ] as [number, number][][])
      for (const at of points) expect(booleanPointInPolygon(at, outlineAround(points, 45))).toBe(true)
  })
})
