/** Shares of lines and polygons, by hand and by turf. */
import { area as areaOf, circle, feature, featureCollection, intersect, length, lineString } from '@turf/turf'
import fc from 'fast-check'
import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import type { Path, Surface } from '../../src/model/records.ts'
import { indexAreas } from '../../src/placing/areas.ts'
import { placeShape } from '../../src/placing/place.ts'
import { lineShares } from '../../src/placing/shares/line.ts'
import { cutByStrips } from '../../src/placing/shares/strips.ts'
import { surfaceShares } from '../../src/placing/shares/surface.ts'
import { area, box } from '../scoring/fixture.ts'

const square = (x: number, y: number, size: number) => box(x, y, x + size, y + size)
// Two neighbours near the equator, where a degree is a degree both ways; a third overlaps the second.
const two = indexAreas([area('1', square(0, 0, 0.01)), area('2', square(0.01, 0, 0.01))])
const line = (...coordinates: [number, number][]): Path => ({ type: 'LineString', coordinates })
const shares = (path: Path, index = two) =>
  lineShares(path, index).map(({ area: a, share }) => [a, Number(share.toFixed(6))])

describe('a line', () => {
  it('is shared by length', () => {
    expect(shares(line([0.004, 0.005], [0.014, 0.005]))).toEqual([
      [0, 0.6],
      [1, 0.4],
    ])
  })
  it('sums to the part inside the district', () => {
    expect(shares(line([-0.005, 0.005], [0.005, 0.005]))).toEqual([[0, 0.5]])
  })
  it('along a border is split equally between the areas that share it', () => {
    expect(shares(line([0.01, 0.002], [0.01, 0.008]))).toEqual([
      [0, 0.5],
      [1, 0.5],
    ])
    // Half of its length along the border, half into the first.
    expect(shares(line([0.01, 0.002], [0.01, 0.006], [0.006, 0.006]))).toEqual([
      [0, 0.75],
      [1, 0.25],
    ])
    // Beyond the end of the border it is outside.
    expect(shares(line([0.01, 0.005], [0.01, 0.015]))).toEqual([
      [0, 0.25],
      [1, 0.25],
    ])
  })
  it('along the outer border belongs to the one area', () => {
    expect(shares(line([0, 0.002], [0, 0.008]))).toEqual([[0, 1]])
  })
  it('touching in a point is nothing', () => {
    expect(shares(line([0.005, 0.005], [0.01, 0.005]))).toEqual([[0, 1]])
    expect(shares(line([0.005, 0.015], [0.01, 0.01], [0.015, 0.015]))).toEqual([])
    // Through the corners of a grid, where rounding leaves a breath of the line beside them.
    const grid = indexAreas([
      area('1', box(114.61, 33.6, 114.62, 33.61)),
      area('2', box(114.62, 33.6, 114.63, 33.61)),
      area('3', box(114.61, 33.61, 114.62, 33.62)),
    ])
    expect(lineShares(line([114.61, 33.6], [114.64, 33.63]), grid).map((s) => s.area)).toEqual([0])
  })
  it('in an overlap is split equally', () => {
    const lapped = indexAreas([area('1', square(0, 0, 0.01)), area('2', square(0, 0, 0.01))])
    expect(shares(line([0.002, 0.005], [0.008, 0.005]), lapped)).toEqual([
      [0, 0.5],
      [1, 0.5],
    ])
  })
  it('a hole is not inside, the enclave in it is', () => {
    const ring: Polygon = {
      type: 'Polygon',
      coordinates: [
        ...(square(0, 0, 0.01) as Polygon).coordinates,
        ...(square(0.004, 0.004, 0.002) as Polygon).coordinates,
      ],
    }
    expect(shares(line([0, 0.005], [0.01, 0.005]), indexAreas([area('1', ring)]))).toEqual([[0, 0.8]])
    const filled = indexAreas([area('1', ring), area('2', square(0.004, 0.004, 0.002))])
    expect(shares(line([0, 0.005], [0.01, 0.005]), filled)).toEqual([
      [0, 0.8],
      [1, 0.2],
    ])
  })
  it('of several parts, and without length', () => {
    const parts: Path = {
      type: 'MultiLineString',
      coordinates: [
        [
          [0.002, 0.005],
          [0.004, 0.005],
        ],
        [
          [0.012, 0.005],
          [0.018, 0.005],
        ],
      ],
    }
    expect(shares(parts)).toEqual([
      [0, 0.25],
      [1, 0.75],
    ])
    expect(lineShares(line([0.005, 0.005], [0.005, 0.005]), two)).toEqual([])
  })
  it('what its parts cover twice counts once, whichever way they run', () => {
    const of = (...parts: [number, number][][]) => shares({ type: 'MultiLineString', coordinates: parts })
    const west: [number, number][] = [
      [0.004, 0.005],
      [0.01, 0.005],
    ]
    const east: [number, number][] = [
      [0.01, 0.005],
      [0.014, 0.005],
    ]
    const once = [
      [0, 0.6],
      [1, 0.4],
    ]
    expect(of(west, east, west)).toEqual(once)
    expect(of(west, [...east].reverse(), east, [...west].reverse())).toEqual(once)
    // Overlapping in part, and as one segment over two.
    expect(
      of(
        [
          [0.004, 0.005],
          [0.012, 0.005],
        ],
        [
          [0.008, 0.005],
          [0.014, 0.005],
        ],
      ),
    ).toEqual(once)
    expect(
      of(
        [
          [0.004, 0.005],
          [0.014, 0.005],
        ],
        west,
      ),
    ).toEqual(once)
    // One line that runs out and back.
    expect(shares(line([0.004, 0.005], [0.014, 0.005], [0.004, 0.005]))).toEqual(once)
    // What only crosses or meets it is not the same ground.
    expect(
      of(west, east, [
        [0.006, 0.002],
        [0.006, 0.008],
      ]),
    ).toEqual([
      [0, 0.75],
      [1, 0.25],
    ])
    // Nor is what runs beside it.
    expect(
      of(west, [
        [0.01, 0.006],
        [0.016, 0.006],
      ]),
    ).toEqual([
      [0, 0.5],
      [1, 0.5],
    ])
  })
  it('covered twice along a slanted way, as two of one street are drawn', () => {
    const way: [number, number][] = [
      [0.002, 0.001],
      [0.0077, 0.0042],
      [0.0131, 0.0083],
      [0.0183, 0.0091],
    ]
    const simple = shares(line(...way))
    const halves: Path = { type: 'MultiLineString', coordinates: [way, [...way].reverse().slice(0, 3)] }
    expect(shares(halves)).toEqual(simple)
  })
  it('along a slanted shared border, of which it uses the very vertices', () => {
    const border: [number, number][] = [
      [0.01, 0],
      [0.0113, 0.0037],
      [0.0091, 0.0071],
      [0.01, 0.01],
    ]
    const left: Surface = { type: 'Polygon', coordinates: [[[0, 0], ...border, [0, 0.01], [0, 0]]] }
    const right: Surface = {
      type: 'Polygon',
      coordinates: [[[0.02, 0], [0.02, 0.01], ...[...border].reverse(), [0.02, 0]]],
    }
    const index = indexAreas([area('1', left), area('2', right)])
    expect(shares(line(...border), index)).toEqual([
      [0, 0.5],
      [1, 0.5],
    ])
  })
  it('agrees with walking it in small steps, on random ones', () => {
    const index = indexAreas([
      area('1', circle([114.65, 33.6], 1, { steps: 17 }).geometry as Polygon),
      area('2', circle([114.66, 33.6], 1, { steps: 23 }).geometry as Polygon),
    ])
    const point = fc.tuple(
      fc.double({ min: 114.63, max: 114.68, noNaN: true }),
      fc.double({ min: 33.585, max: 33.615, noNaN: true }),
    )
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 5 }), (points) => {
        const whole = length(lineString(points))
        fc.pre(whole > 0.01)
        const exact = lineShares(line(...points), index)
        const walked = [0, 0]
        for (let i = 1; i < points.length; i++) {
          const [a, b] = [points[i - 1] as [number, number], points[i] as [number, number]]
          const part = length(lineString([a, b])) / whole
          const steps = 2000
          for (let k = 0; k < steps; k++) {
            const t = (k + 0.5) / steps
            const held = index.areasAt(a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]))
            for (const h of held) walked[h] = (walked[h] as number) + part / steps / held.length
          }
        }
        for (const i of [0, 1])
          expect(exact.find((s) => s.area === i)?.share ?? 0).toBeCloseTo(walked[i] as number, 2)
      }),
      { numRuns: 40, seed: 3 },
    )
  })
})

describe('a polygon', () => {
  const parts = (surface: Surface, index = two) =>
    surfaceShares(surface, index).map(({ area: a, share }) => [a, Number(share.toFixed(4))])
  it('is shared by area', () => {
    expect(parts(box(0.004, 0.002, 0.014, 0.004))).toEqual([
      [0, 0.6],
      [1, 0.4],
    ])
    expect(parts(box(-0.005, 0.002, 0.005, 0.004))).toEqual([[0, 0.5]])
    expect(parts(square(0, 0, 0.01))).toEqual([[0, 1]])
    expect(parts(box(0.002, 0.011, 0.004, 0.012))).toEqual([])
  })
  it('in an overlap is split equally, and the shares sum to the part inside', () => {
    const lapped = indexAreas([area('1', square(0, 0, 0.01)), area('2', box(0.005, 0, 0.015, 0.01))])
    // From 0 to 0.02: 5 alone in 1, 5 in both, 5 alone in 2, 5 outside.
    expect(parts(box(0, 0, 0.02, 0.01), lapped)).toEqual([
      [0, 0.375],
      [1, 0.375],
    ])
  })
  it('that no boundary comes near is all of whoever holds it: one area, two, or none in a hole', () => {
    const ring = (x: number, y: number, size: number) => square(x, y, size).coordinates[0] as number[][]
    const holed: Polygon = { type: 'Polygon', coordinates: [ring(0, 0, 0.03), ring(0.01, 0.01, 0.01)] }
    const index = indexAreas([area('1', holed), area('2', square(0.02, 0, 0.03))])
    const of = (x: number, y: number, size: number) =>
      surfaceShares(square(x, y, size), index).map(({ area: a, share }) => [a, Number(share.toFixed(6))])
    expect(of(0.002, 0.002, 0.002)).toEqual([[0, 1]])
    expect(of(0.013, 0.013, 0.002)).toEqual([])
    expect(of(0.022, 0.002, 0.002)).toEqual([
      [0, 0.5],
      [1, 0.5],
    ])
    // Across the border of one inside the other: half of it is shared, half is the first one's alone.
    expect(of(0.019, 0.002, 0.002)).toEqual([
      [0, 0.75],
      [1, 0.25],
    ])
  })
  it('agrees with turf’s intersection on irregular outlines', () => {
    const a = circle([114.65, 33.6], 1, { steps: 17 }).geometry as Polygon
    const b = box(114.66, 33.58, 114.7, 33.62) as Polygon
    const wanted = circle([114.656, 33.603], 0.4, { steps: 31 }).geometry as Polygon
    const index = indexAreas([area('1', a)])
    const both = intersect(featureCollection([feature(wanted), feature(a)]))
    expect(surfaceShares(wanted, index)[0]?.share).toBeCloseTo(both ? areaOf(both) / areaOf(wanted) : 0, 9)
    expect(surfaceShares(wanted, indexAreas([area('2', b)]))[0]?.share).toBeCloseTo(
      areaOf(intersect(featureCollection([feature(wanted), feature(b)])) as Parameters<typeof areaOf>[0]) /
        areaOf(wanted),
      9,
    )
  })
  it('agrees with turf to the last digits where an area has parts elsewhere, or only its box comes near', () => {
    const wanted = circle([114.65, 33.6], 4, { steps: 23 }).geometry as Polygon
    const near = circle([114.67, 33.62], 3, { steps: 19 }).geometry as Polygon
    const far = box(115, 34, 115.01, 34.01) as Polygon
    const parts: Surface = { type: 'MultiPolygon', coordinates: [far.coordinates, near.coordinates] }
    const both = intersect(featureCollection([feature(wanted), feature(near)]))
    const share = areaOf(both as Parameters<typeof areaOf>[0]) / areaOf(wanted)
    // A long slanted edge, whose own box holds the polygon and which stays clear of it.
    const slanted: Polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [114.3, 33.7],
          [114.9, 34.3],
          [114.3, 34.3],
          [114.3, 33.7],
        ],
      ],
    }
    const aside: Polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [114.3, 33.3],
          [115.2, 33.3],
          [114.3, 34.2],
          [114.3, 33.3],
        ],
      ],
    }
    const index = indexAreas([area('1', parts), area('2', slanted)])
    const found = surfaceShares(wanted, index)
    expect(found).toEqual([{ area: 0, share: expect.closeTo(share, 12) }])
    // And one that lies wholly on the inner side of such an edge.
    expect(surfaceShares(box(114.4, 33.4, 114.45, 33.45), indexAreas([area('3', aside)]))).toEqual([
      { area: 0, share: expect.closeTo(1, 12) },
    ])
  })
  it('of parts that lie on each other counts the ground once', () => {
    const twice: Surface = {
      type: 'MultiPolygon',
      coordinates: [box(0.004, 0, 0.014, 0.01), box(0.004, 0, 0.014, 0.01)].map(
        (shape) => (shape as Polygon).coordinates,
      ),
    }
    expect(parts(twice)).toEqual([
      [0, 0.6],
      [1, 0.4],
    ])
  })
  it('of parts that overlap in part, and cut into strips', () => {
    const shape: Surface = {
      type: 'MultiPolygon',
      coordinates: [box(0.004, 0, 0.012, 0.01), box(0.008, 0, 0.014, 0.01)].map(
        (part) => (part as Polygon).coordinates,
      ),
    }
    expect(parts(shape)).toEqual([
      [0, 0.6],
      [1, 0.4],
    ])
    const sizes = { whole: 0, west: 0 }
    cutByStrips(shape, [square(0, 0, 0.01)], (size, holders) => {
      sizes.whole += size
      if (holders.length > 0) sizes.west += size
    })
    expect(sizes.west / sizes.whole).toBeCloseTo(0.6, 9)
  })
  it('that turf’s overlay gives up on is shared all the same', () => {
    // A pond over an area and the enclave in it: the second difference throws “Unable to complete output ring”.
    const enclave = [
      [87.608315, 31.206383],
      [87.614669, 31.20689],
      [87.615618, 31.215488],
      [87.60799, 31.215611],
      [87.608315, 31.206383],
    ]
    const outline = [
      [87.600316, 31.20161],
      [87.609572, 31.200945],
      [87.617057, 31.201915],
      [87.622686, 31.202361],
      [87.625788, 31.206486],
      [87.624721, 31.217515],
      [87.62555, 31.224941],
      [87.61516, 31.223017],
      [87.608142, 31.22516],
      [87.600876, 31.22456],
      [87.598678, 31.216012],
      [87.599714, 31.209356],
      [87.600316, 31.20161],
    ]
    const index = indexAreas([
      area('1', { type: 'Polygon', coordinates: [outline, [...enclave].reverse()] }),
      area('2', { type: 'Polygon', coordinates: [enclave] }),
    ])
    const pond = box(87.608003, 31.212684, 87.612973, 31.227283)
    // As counted on 600 × 600 points.
    expect(parts(pond, index)).toEqual([
      [0, 0.6093],
      [1, 0.1962],
    ])
  })
})

describe('strips', () => {
  it('agree with turf’s overlay: holes, overlaps, outlines that share edges and vertices', () => {
    const coordinate = fc.integer({ min: 0, max: 12 }).map((n) => n / 1000)
    const boxArb = fc
      .tuple(coordinate, coordinate, fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }))
      .map(([x, y, w, h]) => box(x, y, x + w / 1000, y + h / 1000))
    const roundArb = fc
      .tuple(coordinate, coordinate, fc.integer({ min: 100, max: 600 }), fc.integer({ min: 3, max: 9 }))
      .map(([x, y, r, steps]) => circle([x, y], r, { steps, units: 'meters' }).geometry as Polygon)
    const holedArb = boxArb.map((shape): Surface => {
      const [[[w, s], , [e, n]]] = (shape as Polygon).coordinates as [
        [[number, number], unknown, [number, number]],
      ]
      const at = (t: number) => [w + t * (e - w), s + t * (n - s)] as const
      const [[x1, y1], [x2, y2]] = [at(0.25), at(0.75)]
      return {
        type: 'Polygon',
        coordinates: [...(shape as Polygon).coordinates, ...(box(x1, y1, x2, y2) as Polygon).coordinates],
      }
    })
    const shapeArb = fc.oneof(boxArb, roundArb, holedArb)
    fc.assert(
      fc.property(shapeArb, shapeArb, (surface, other) => {
        let [whole, held] = [0, 0]
        cutByStrips(surface, [other], (size, holders) => {
          whole += size
          if (holders.length > 0) held += size
        })
        const both = intersect(featureCollection([feature(surface), feature(other)]))
        expect(held / whole).toBeCloseTo(both === null ? 0 : areaOf(both) / areaOf(surface), 4)
      }),
      { seed: 35, numRuns: 300 },
    )
  })
})

describe('the place of a shape', () => {
  it('is the area of the largest share, ties by lowest code; small shares are listed apart', () => {
    const placed = placeShape(two, line([0.0098, 0.005], [0.0198, 0.005]), 0.05)
    expect(placed).toMatchObject({ rule: 'inside', area: 1 })
    expect(placed.shares.map((s) => s.area)).toEqual([1])
    expect(placed.small.map((s) => s.area)).toEqual([0])
    expect(placeShape(two, line([0.005, 0.005], [0.015, 0.005]), 0.05).area).toBe(0)
    expect(placeShape(two, line([1, 1], [2, 2]), 0.05)).toMatchObject({ rule: 'outside', area: -1 })
  })
})
