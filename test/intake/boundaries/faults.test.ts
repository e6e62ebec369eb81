/** Overlaps, gaps and slivers between neighbours, with figures worked out by hand. */
import { area as areaOf, booleanPointInPolygon, polygon } from '@turf/turf'
import fc from 'fast-check'
import type { Position } from 'geojson'
import { beforeAll, describe, expect, it } from 'vitest'
import { neighbourFaults } from '../../../src/intake/boundaries/faults.ts'
import { mendPolygon } from '../../../src/intake/boundaries/rings.ts'
import type { Area } from '../../../src/model/records.ts'
import { openSample } from '../../engine/sample.ts'
import { read } from '../files.ts'

/** Metres east and north of a corner of the district, as degrees; square to a fraction of a percent. */
const at = ([x, y]: Position): Position => [
  114.6 + (x as number) / (111_195 * Math.cos((33.6 * Math.PI) / 180)),
  33.6 + (y as number) / 111_195,
]
const ring = (...points: Position[]): Position[] => [...points, points[0] as Position].map(at)
const rectangle = (x1: number, y1: number, x2: number, y2: number) =>
  ring([x1, y1], [x2, y1], [x2, y2], [x1, y2])
const hole = (x1: number, y1: number, x2: number, y2: number) => [...rectangle(x1, y1, x2, y2)].reverse()

let line = 0
const area = (name: string, ...rings: Position[][]): Area => ({
  code: name,
  name,
  office: null,
  relocation: false,
  population: null,
  group: null,
  geometry: { type: 'Polygon', coordinates: rings },
  line: ++line,
})

const faults = (...areas: Area[]) => neighbourFaults('areas.geojson', areas)
const squareMetres = (reason: string) => [...reason.matchAll(/(\d+) 平方米/g)].map((m) => Number(m[1]))

let sample: ReturnType<typeof openSample>
beforeAll(() => {
  sample = openSample()
}, 60_000)

it('the sample has none', () => {
  const { model, report } = sample
  expect(neighbourFaults('areas.geojson', model.areas)).toEqual([])
  expect(report.flagged.filter((n) => n.file === 'areas.geojson')).toEqual([])
})

describe('overlaps', () => {
  it('of two areas that cross, with size and place', () => {
    const [notice, ...more] = faults(
      area('甲', rectangle(0, 0, 100, 100)),
      area('乙', rectangle(90, -20, 200, 50)),
    )
    expect(more).toEqual([])
    expect(notice).toMatchObject({ file: 'areas.geojson', field: 'geometry', value: '甲、乙' })
    expect(notice?.reason).toMatch(/^“甲”、“乙”的边界重叠 \d+ 平方米，在 114\.60\d{4}, 33\.60\d{4} 附近/)
    // 10 m × 50 m
    expect(Math.abs((squareMetres(notice?.reason as string)[0] as number) - 500)).toBeLessThan(5)
    const [lon, lat] = (/在 ([\d.]+), ([\d.]+) 附近/.exec(notice?.reason as string) as string[])
      .slice(1)
      .map(Number)
    const [west, south] = at([90, 0]) as [number, number]
    const [east, north] = at([100, 50]) as [number, number]
    expect(
      (lon as number) > west && (lon as number) < east && (lat as number) > south && (lat as number) < north,
    ).toBe(true)
  })
  it('of an area with itself under another name, and of one inside another', () => {
    const same = faults(area('甲', rectangle(0, 0, 100, 100)), area('乙', rectangle(0, 0, 100, 100)))
    expect(same).toHaveLength(1)
    expect(same[0]?.reason).toMatch(/重叠 \d+ 平方米（约 15\.\d 亩）/)
    const inside = faults(area('甲', rectangle(0, 0, 100, 100)), area('乙', rectangle(20, 20, 30, 30)))
    expect(inside).toHaveLength(1)
    expect(Math.abs((squareMetres(inside[0]?.reason as string)[0] as number) - 100)).toBeLessThan(2)
  })
  it('along corners that both have: the chord of a shared border', () => {
    const notices = faults(
      area('甲', ring([0, 0], [100, 0], [130, 50], [100, 100], [0, 100])),
      area('乙', ring([100, 0], [200, 0], [200, 100], [100, 100])),
    )
    expect(notices).toHaveLength(1)
    expect(Math.abs((squareMetres(notices[0]?.reason as string)[0] as number) - 1500)).toBeLessThan(15)
  })
  it('of the whole district drawn as an area over its parts', () => {
    const parts = [0, 1, 2].flatMap((i) =>
      [0, 1, 2].map((j) => area(`${i}${j}`, rectangle(i * 100, j * 100, i * 100 + 100, j * 100 + 100))),
    )
    const whole = area('全区', rectangle(0, 0, 300, 300))
    expect(faults(...parts, whole).map((n) => n.value)).toEqual(parts.map((part) => `${part.name}、全区`))
  })
  it('under one square metre are nobody’s', () => {
    expect(faults(area('甲', rectangle(0, 0, 100, 100)), area('乙', rectangle(99.995, 0, 200, 100)))).toEqual(
      [],
    )
    expect(
      faults(area('甲', rectangle(0, 0, 100, 100)), area('乙', rectangle(99.9, 0, 200, 100))),
    ).toHaveLength(1)
  })
})

describe('gaps', () => {
  /** Four areas about a square left out in their middle. */
  const around = (size: number) => [
    area('东', rectangle(100, 100 - size, 200, 200)),
    area('南', rectangle(100 - size, 0, 200, 100 - size)),
    area('西', rectangle(0, 0, 100 - size, 100)),
    area('北', rectangle(0, 100, 100, 200)),
  ]
  it('between areas are told with their size, their neighbours and a place', () => {
    const notices = faults(...around(40))
    expect(notices).toHaveLength(1)
    expect(notices[0]?.reason).toMatch(
      /^“东”、“南”、“西”、“北”之间有一处空白，1\d{3} 平方米（约 2\.4 亩），在 114\.60\d{4}, 33\.60\d{4} 附近，没有划入任何居委会，请核对边界$/,
    )
    expect(Math.abs((squareMetres(notices[0]?.reason as string)[0] as number) - 1600)).toBeLessThan(16)
  })
  it('that are thin are slivers, all those of one border told together', () => {
    const border: Position[] = [
      [100, 0],
      [100, 100],
      [100, 200],
    ]
    const bent: Position[] = [
      [100, 0],
      [102, 50],
      [100, 100],
      [101, 150],
      [100, 200],
    ]
    const notices = faults(
      area('甲', ring([0, 0], ...border, [0, 200])),
      area('乙', ring(...bent, [200, 200], [200, 0]).reverse()),
    )
    expect(notices).toHaveLength(1)
    expect(notices[0]?.reason).toMatch(/^“甲”、“乙”之间有 2 处缝隙，共 150 平方米，最大的 100 平方米，在 /)
  })
  it('open to the outside are the shape of the district', () => {
    expect(faults(area('甲', rectangle(0, 0, 100, 100)), area('乙', rectangle(150, 0, 200, 100)))).toEqual([])
    expect(faults(...around(40).slice(1))).toEqual([])
  })
  it('filled by another area are an enclave, left empty a hole', () => {
    const shell = area('外', rectangle(0, 0, 300, 300), hole(100, 100, 200, 200))
    expect(faults(shell, area('内', rectangle(100, 100, 200, 200)))).toEqual([])
    const empty = faults(shell)
    expect(empty).toHaveLength(1)
    expect(empty[0]?.reason).toMatch(/^“外”里面有一处空白，/)
  })
  it('about an area that stands in them touching nothing are less by it', () => {
    const shell = area('外', rectangle(0, 0, 300, 300), hole(100, 100, 200, 200))
    const notices = faults(shell, area('内', rectangle(110, 110, 190, 190)))
    expect(notices.map((n) => n.value)).toEqual(['外、内'])
    expect(Math.abs((squareMetres(notices[0]?.reason as string)[0] as number) - 3600)).toBeLessThan(36)
  })
  it('are found beside overlaps as well', () => {
    const notices = faults(...around(40), area('多', rectangle(150, 150, 250, 180)))
    expect(notices.map((n) => n.value)).toEqual(['东、多', '东、南、西、北'])
  })
  it('none where a border has a corner that the neighbour lacks', () => {
    expect(
      faults(
        area('甲', ring([0, 0], [100, 0], [100, 200], [0, 200])),
        area('乙', ring([100, 0], [200, 0], [200, 100], [100, 100])),
        area('丙', ring([100, 100], [200, 100], [200, 200], [100, 200])),
      ),
    ).toEqual([])
  })
})

describe('a whole city', () => {
  /** A grid of areas whose borders wave; `noise` in degrees is what two neighbours disagree by. */
  const city = (noise: number, columns: number, rows: number): Area[] => {
    let seed = 1
    const random = () => {
      seed = (seed * 1664525 + 1013904223) % 2 ** 32
      return seed / 2 ** 32
    }
    const node = (i: number, j: number): Position => [114.5 + i / 100, 33.5 + j / 100]
    const waves = new Map<string, number[]>()
    const side = (a: Position, b: Position, key: string, back: boolean): Position[] => {
      const wave = waves.get(key) ?? Array.from({ length: 15 }, () => (random() - 0.5) / 2500)
      waves.set(key, wave)
      const [from, to] = back ? [b, a] : [a, b]
      const points = wave.map((d, k): Position => {
        const t = (k + 1) / 16
        return [0, 1].map(
          (n) =>
            (from[n] as number) +
            ((to[n] as number) - (from[n] as number)) * t +
            d +
            (random() - 0.5) * noise,
        )
      })
      return [a, ...(back ? points.reverse() : points)]
    }
    return Array.from({ length: columns * rows }, (_, n) => {
      const [i, j] = [n % columns, Math.floor(n / columns)]
      const [a, b, c, d] = [node(i, j), node(i + 1, j), node(i + 1, j + 1), node(i, j + 1)]
      const points = [
        ...side(a, b, `h${i},${j}`, false),
        ...side(b, c, `v${i + 1},${j}`, false),
        ...side(c, d, `h${i},${j + 1}`, true),
        ...side(d, a, `v${i},${j}`, true),
      ]
      return area(String(n), [...points, a])
    })
  }
  it('of 306 areas and 20 000 points whose borders are shared has no fault', () => {
    const areas = city(0, 17, 18)
    expect(
      areas.reduce((sum, { geometry }) => sum + (geometry.coordinates[0] as Position[]).length, 0),
    ).toBeGreaterThan(19_500)
    expect(neighbourFaults('areas.geojson', areas)).toEqual([])
  })
  it('whose borders were all drawn twice has overlaps and gaps that make up the difference', () => {
    const areas = city(0.00002, 8, 6)
    const notices = neighbourFaults('areas.geojson', areas)
    const overlaps = notices.filter((n) => n.reason.includes('重叠'))
    const gaps = notices.filter((n) => n.reason.includes('缝隙'))
    expect(overlaps.length).toBeGreaterThan(70)
    expect(gaps.length).toBeGreaterThan(70)
    expect(overlaps.length + gaps.length).toBe(notices.length)
    // Σ areas − overlaps + gaps = the whole, but for what is under a square metre or open to the outside.
    const sum = areas.reduce((total, { geometry }) => total + areaOf(geometry), 0)
    const total = (list: typeof notices) =>
      list.reduce((all, n) => all + (squareMetres(n.reason)[0] as number), 0)
    const corners = [
      [114.5, 33.5],
      [114.58, 33.5],
      [114.58, 33.56],
      [114.5, 33.56],
      [114.5, 33.5],
    ]
    const frame = areaOf(polygon([corners]))
    expect(Math.abs(sum - total(overlaps) + total(gaps) - frame) / frame).toBeLessThan(0.01)
  }, 60_000)
})

it('whatever the areas, two overlap where points say that they do, by as much', () => {
  const corner = fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 }))
  const outline = fc
    .uniqueArray(corner, { minLength: 3, maxLength: 7, selector: String })
    .map((points) => ring(...points.map(([x, y]) => [x * 100, y * 100])))
  /** Points 5 m apart, none on a line between corners. */
  const probes = Array.from({ length: 160 * 160 }, (_, i) =>
    at([(i % 160) * 5 + 2.617, Math.floor(i / 160) * 5 + 1.931]),
  )
  fc.assert(
    fc.property(outline, outline, (one, two) => {
      const areas = [one, two].flatMap((given, i): Area[] => {
        const coordinates = mendPolygon([given], () => {})
        const made = area(['甲', '乙'][i] as string)
        return coordinates.length === 0 ? [] : [{ ...made, geometry: { type: 'MultiPolygon', coordinates } }]
      })
      const both = probes.filter((p) => areas.every(({ geometry }) => booleanPointInPolygon(p, geometry)))
      const found = faults(...areas).filter((n) => n.reason.includes('重叠'))
      const size = found.reduce((sum, n) => sum + (squareMetres(n.reason)[0] as number), 0)
      if (areas.length < 2) expect(found).toEqual([])
      // A strip of half the spacing about a rim of a few kilometres.
      else expect(Math.abs(size - both.length * 25)).toBeLessThan(2_000 + size * 0.03)
    }),
    { numRuns: 40, seed: 6 },
  )
}, 60_000)

it('is part of the report, behind what is said of each area', () => {
  const square = (x: number) => [
    [
      [x, 0],
      [x + 1, 0],
      [x + 1, 1],
      [x, 1],
      [x, 0],
    ],
  ]
  const feature = (code: string, x: number) => ({
    type: 'Feature',
    properties: { code, name: `${code}居委会` },
    geometry: { type: 'Polygon', coordinates: square(x) },
  })
  const { report } = read({
    'areas.geojson': JSON.stringify({
      type: 'FeatureCollection',
      features: [feature('甲', 0), feature('乙', 0.9)],
    }),
  })
  expect(report.flagged.map((n) => [n.file, n.line, n.value])).toContainEqual([
    'areas.geojson',
    1,
    '甲居委会、乙居委会',
  ])
})
