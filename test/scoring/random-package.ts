/**
 * Random packages as they are written: tables of text, shapes on a lattice. Small, but with everything the rules speak of:
 * borders and overlaps, places without place, repeated ids, words nobody knows, days at the edges of windows, censored
 * readings, problems elsewhere than their site.
 */
import fc from 'fast-check'
import type { Position } from 'geojson'
import sample from '../../data/standard.json' with { type: 'json' }
import { type Intake, readPackage } from '../../src/intake/package.ts'
import { formatDay } from '../../src/model/day.ts'
import { type Standard, standardSchema } from '../../src/model/standard.ts'

/** Degrees: where the lattice begins, and how far its lines stand apart (about 460 m eastward, 560 m northward). */
const LATTICE = { x: 114.6, y: 33.55, step: 0.005 } as const

const near = (value: number) => Number(value.toFixed(7))
/** Degrees of a place on the lattice, the same digits wherever they are written. */
export const latticeAt = (i: number, j: number): [lon: number, lat: number] => [
  near(LATTICE.x + i * LATTICE.step),
  near(LATTICE.y + j * LATTICE.step),
]

export type Box = readonly [west: number, south: number, east: number, north: number]
export type RawRow = Readonly<Record<string, string>>

export interface RawArea {
  code: string
  office: string
  population: number | null
  polygons: Position[][][]
}

/** In lines of the lattice. */
export type RawShape =
  | { type: 'line'; lines: [number, number][][] }
  | { type: 'boxes'; boxes: readonly Box[] }

export interface RawPackage {
  areas: RawArea[]
  sites: RawRow[]
  /** by id of the site */
  shapes: Record<string, RawShape>
  statuses: RawRow[]
  waters: { id: string; shape: RawShape }[]
  samples: RawRow[]
  surveys: RawRow[]
  checks: RawRow[]
  issues: RawRow[]
}

/** The day about which the records lie: 2019-05-27. */
export const PACKAGE_DAY = 18_043

/* ---------- the rubric ---------- */

/** What differs from one rubric to the next. */
export interface Knobs {
  window: number
  waterWindow: number
  minPoints: number
  minCoverage: number
  officeAggregate: Standard['officeAggregate']
  /** a 严重 problem caps when it is later than this; undefined = whenever it is open */
  severeAfter: number | undefined
}

export const packageStandard = ({ severeAfter, ...knobs }: Knobs): Standard => {
  const base = structuredClone(sample)
  const kind = (id: string, more: object = {}) => ({
    ...base.kinds[2],
    id,
    label: id,
    defaultItem: undefined,
    ...more,
  })
  const category = (id: string, weight: number, theme: string) => ({
    ...base.categories[0],
    id,
    label: id,
    weight,
    theme,
  })
  const item = (id: string, of: string, points: number, kinds: string[], more: object = {}) => ({
    ...base.items[0],
    id,
    text: id,
    category: of,
    points,
    kinds,
    ...more,
  })
  return standardSchema.parse({
    ...base,
    ...knobs,
    minShare: 0.07,
    kinds: [
      kind('area', { entity: 'area', defaultItem: 'a-look' }),
      kind('water', { entity: 'water', defaultItem: 'w-look' }),
      kind('market', { defaultItem: 'm5' }),
      kind('lane', { defaultItem: 'l8' }),
      kind('yard', { targetZero: true, defaultItem: 'y-yard' }),
      kind('hall'),
    ],
    categories: [
      category('market', 100, '乱'),
      category('streets', 230, '脏'),
      category('closures', 30, '脏'),
      category('waters', 40, '脏'),
      category('overall', 50, '差'),
    ],
    items: [
      item('m5', 'market', 5, ['market'], { key: true, floor: 0.7 }),
      item('m3', 'market', 3, ['market']),
      item('m2', 'market', 2, ['market']),
      item('l8', 'streets', 8, ['lane']),
      item('s4', 'streets', 4, ['lane', 'market']),
      item('y-closed', 'closures', 10, ['yard']),
      item('y-yard', 'closures', 5, ['yard']),
      item('w-grade', 'waters', 20, ['water']),
      item('w-look', 'waters', 8, ['water']),
      item('w-survey', 'waters', 6, ['water']),
      item('a-look', 'overall', 10, ['area']),
      item('a-survey', 'overall', 10, ['area']),
      item('h6', 'overall', 6, ['hall']),
    ],
    derived: {
      water: { item: 'w-grade', source: '市督导', grades: { 未检出黑臭: 10, 轻度: 5, 重度: 0 } },
      survey: (['area', 'water'] as const).map((of) => ({
        of,
        item: `${of === 'area' ? 'a' : 'w'}-survey`,
        source: '区督导',
        steps: [
          { rate: 0.6, grade: 0 },
          { rate: 0.9, grade: 9 },
          { rate: 1, grade: 10 },
        ],
      })),
      status: [
        { kinds: ['yard'], item: 'y-closed', source: '区督导', grades: { 在营: 0, 整治中: 5, 已取缔: 10 } },
      ],
    },
    caps: [
      { id: 'key', rule: 'keyItem', reason: '关键指标', maxGrade: '不达标' },
      { id: 'heavy', rule: 'waterGrade', grade: '重度', reason: '重度黑臭', maxGrade: '基本达标' },
      {
        id: 'severe',
        rule: 'openSeverity',
        severity: '严重',
        ...(severeAfter === undefined ? {} : { overdueDays: severeAfter }),
        reason: '严重问题逾期',
        maxGrade: '达标',
      },
    ],
  })
}

export const knobsArb: fc.Arbitrary<Knobs> = fc.record({
  window: fc.constantFrom(30, 90),
  waterWindow: fc.constantFrom(20, 60, 120),
  minPoints: fc.constantFrom(5, 20),
  minCoverage: fc.constantFrom(0, 0.4, 0.5),
  officeAggregate: fc.constantFrom('mean', 'population', 'worst'),
  severeAfter: fc.constantFrom(undefined, 3),
})

/* ---------- the records ---------- */

const maybe = <V>(value: fc.Arbitrary<V>, none: V) =>
  fc.oneof({ weight: 2, arbitrary: value }, fc.constant(none))
/** Days about the edges of windows as well as anywhere. */
const dayArb = fc
  .oneof(
    fc.integer({ min: -3, max: 130 }),
    // Often the same few, so that rows of one day meet.
    fc.constantFrom(0, 1, 2, 3),
    fc.constantFrom(-1, 19, 20, 29, 30, 59, 60, 89, 90, 119, 120),
  )
  .map((before) => PACKAGE_DAY - before)
const dateArb = dayArb.map(formatDay)
const after = (days: fc.Arbitrary<number>) => maybe<number | null>(days, null)

const EDGE = 8
const boxArb = (least: number, most: number): fc.Arbitrary<Box> =>
  fc
    .tuple(
      fc.integer({ min: 0, max: EDGE - least }),
      fc.integer({ min: 0, max: EDGE - least }),
      fc.integer({ min: least, max: most }),
      fc.integer({ min: least, max: most }),
    )
    .map(([west, south, wide, high]) => [west, south, west + wide, south + high] as const)

const ringOf = ([west, south, east, north]: Box): Position[] =>
  (
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ] as const
  ).map(([i, j]) => latticeAt(i, j))

const apart = (a: Box, b: Box) => a[2] < b[0] || b[2] < a[0] || a[3] < b[1] || b[3] < a[1]

/** Neighbours that share borders and corners, now and then one that lies over another or in two parts. */
const areasArb: fc.Arbitrary<RawArea[]> = fc
  .record({
    split: fc.integer({ min: 2, max: 5 }),
    level: fc.integer({ min: 2, max: 5 }),
    wild: fc.array(boxArb(1, 4), { maxLength: 2 }),
    second: fc.option(boxArb(1, 2), { nil: null }),
    codes: fc.shuffledSubarray(['001', '002', '003', '004', '005'], { minLength: 5 }),
    people: fc.array(fc.option(fc.integer({ min: 1, max: 9000 }), { nil: null }), {
      minLength: 5,
      maxLength: 5,
    }),
  })
  .map(({ split, level, wild, second, codes, people }) => {
    const grid: Box[] = [
      [1, 1, split, 6],
      [split, 1, 7, level],
      [split, level, 7, 6],
    ]
    return [...grid, ...wild].map((box, i): RawArea => {
      const parts = i === 2 && second !== null && apart(box, second) ? [box, second] : [box]
      return {
        code: codes[i] as string,
        office: i < 2 ? '东' : '西',
        population: people[i] ?? null,
        polygons: parts.map((part) => [ringOf(part)]),
      }
    })
  })

/** Inside, on a border, on a corner, a dozen or fifty metres beside one. */
const pointArb: fc.Arbitrary<{ 经度: string; 纬度: string }> = fc
  .record({
    i: fc.integer({ min: 0, max: 2 * EDGE }),
    j: fc.integer({ min: 0, max: 2 * EDGE }),
    aside: fc.constantFrom(0, 0, 0, 0.000108, -0.000108, 0.000495, -0.000495),
    upward: fc.boolean(),
  })
  .map(({ i, j, aside, upward }) => {
    const [lon, lat] = latticeAt(i / 2, j / 2)
    return { 经度: String(near(lon + (upward ? 0 : aside))), 纬度: String(near(lat + (upward ? aside : 0))) }
  })
const nowhere = { 经度: '', 纬度: '' }
const declaredArb = fc.constantFrom('', '', '001', '002', '003', '999')

/** Level, upright and slanting stretches; now and then the same way twice. */
const lineArb: fc.Arbitrary<RawShape> = fc
  .record({
    start: fc.tuple(fc.integer({ min: 0, max: EDGE }), fc.integer({ min: 0, max: EDGE })),
    turns: fc.array(
      fc.record({
        by: fc.integer({ min: 1, max: 4 }),
        way: fc.constantFrom([1, 0], [0, 1], [-1, 0], [0, -1], [1, 1], [-1, 1]),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    again: fc.boolean(),
  })
  .map(({ start, turns, again }) => {
    const line: [number, number][] = [start as [number, number]]
    for (const { by, way } of turns) {
      const [i, j] = line.at(-1) as [number, number]
      line.push([i + by * (way[0] as number), j + by * (way[1] as number)])
    }
    return { type: 'line', lines: again ? [line, [...line].reverse().slice(0, 2)] : [line] }
  })
const shapeArb: fc.Arbitrary<RawShape> = fc.oneof(
  lineArb,
  fc.array(boxArb(1, 3), { minLength: 1, maxLength: 2 }).map((boxes): RawShape => ({ type: 'boxes', boxes })),
)

const siteArb = fc.record({
  id: fc.integer({ min: 0, max: 7 }),
  类别: fc.constantFrom('market', 'market', 'lane', 'lane', 'yard', 'yard', 'hall'),
  place: maybe(pointArb, nowhere),
  居委会: declaredArb,
  状态: fc.constantFrom('', '在营', '整治中', '已取缔', '搬走'),
  shape: fc.option(shapeArb, { nil: null }),
})

const NUMBERS: Readonly<Record<string, string[]>> = {
  透明度cm: [
    '0',
    '4',
    '8',
    '9.9',
    '10',
    '24.9',
    '25',
    '40',
    '＜10',
    '≤10',
    '≤9',
    '≥25',
    '＞25',
    '＞10',
    '清澈见底',
  ],
  '溶解氧mg/L': ['0.1', '0.2', '1.9', '2', '5', '≤0.2', '＜0.2', '<0.1', '≥2', '＞2', '≥1.9', 'ND'],
  氧化还原电位mV: ['-250', '-200', '0', '50', '120', '≤-200', '＜-200', '≥50', '＞-200', 'ND'],
  '氨氮mg/L': [
    '1',
    '8',
    '8.1',
    '15',
    '15.1',
    '30',
    '≥15',
    '＞15',
    '≥15.1',
    '≤8',
    '＜0.025',
    '＜9',
    'ND',
    '未检出',
  ],
}
const readingArb = (heading: string) =>
  fc.oneof(fc.constantFrom(...(NUMBERS[heading] as string[])), fc.constantFrom('', '--', '/'))

const sampleArb = fc.record({
  station: fc.integer({ min: 0, max: 4 }),
  日期: dateArb,
  水深cm: fc.constantFrom('', '100', '25', '24', '20', '3', '0', '＜20', '≤25', '＞20', '≥25', '-5', '浅'),
  透明度cm: readingArb('透明度cm'),
  '溶解氧mg/L': readingArb('溶解氧mg/L'),
  氧化还原电位mV: readingArb('氧化还原电位mV'),
  '氨氮mg/L': readingArb('氨氮mg/L'),
  bare: fc.integer({ min: 0, max: 4 }),
})

const waterArb = fc.record({
  from: fc.integer({ min: 0, max: 4 }),
  level: fc.integer({ min: 0, max: 7 }),
  long: fc.integer({ min: 1, max: 4 }),
  pond: fc.boolean(),
  samples: fc.array(sampleArb, { maxLength: 16 }),
  /** three samples or more at each of three stations, all in the last days */
  regular: fc.array(sampleArb, { minLength: 12, maxLength: 12 }),
  isRegular: fc.boolean(),
  /** thousandths of a degree along the body, by station; null = no coordinates */
  along: fc.array(fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }), { minLength: 5, maxLength: 5 }),
})

const ITEMS_OF: Readonly<Record<string, string[]>> = {
  market: ['m5', 'm3', 'm2', 's4'],
  lane: ['l8', 's4'],
  yard: ['y-closed', 'y-yard'],
  hall: ['h6'],
  water: ['w-grade', 'w-look', 'w-survey'],
  area: ['a-look', 'a-survey'],
}
const ITEMS = [...new Set(Object.values(ITEMS_OF).flat())]
const SPOTS = ['S0', 'S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'W0', 'W1', '001', '002', '003', 'X9', '']

/** Most records fit the place they are of; `fit` picks among what does, null leaves what stands there. */
const fitArb = (freq: number) => fc.option(fc.record({ spot: fc.nat(), item: fc.nat() }), { nil: null, freq })

const checkArb = fc.record({
  fit: fitArb(6),
  点位编号: fc.constantFrom(...SPOTS),
  检查日期: dateArb,
  检查来源: fc.constantFrom('自查', '办事处检查', '区督导', '市督导', '暗访', '路人', ''),
  检查项: fc.constantFrom(...ITEMS, ...ITEMS, '墙', ''),
  结果: fc.constantFrom(
    '很好',
    '合格',
    '不合格',
    '不合格',
    '不适用',
    '10',
    '8',
    '7.5',
    '6',
    '3.2',
    '0',
    '11',
    '',
  ),
  缺陷数: fc.constantFrom('', '', '0', '1', '2', '3', '5', '12'),
})

const issueArb = fc
  .record({
    fit: fitArb(2),
    点位编号: fc.constantFrom(...SPOTS, ''),
    检查项: fc.constantFrom('', '', '', ...ITEMS, '墙'),
    place: fc.oneof({ weight: 1, arbitrary: pointArb }, { weight: 3, arbitrary: fc.constant(nowhere) }),
    居委会: declaredArb,
    found: dayArb,
    严重程度: fc.constantFrom('一般', '较重', '严重', '严重', '', '要紧'),
    due: after(fc.integer({ min: -2, max: 30 })),
    fixed: after(fc.integer({ min: -2, max: 40 })),
    verified: after(fc.integer({ min: -2, max: 50 })),
    reworks: fc.array(fc.integer({ min: -1, max: 40 }), { maxLength: 2 }),
  })
  .map(({ fit, place, found, due, fixed, verified, reworks, ...rest }) => {
    const then = (days: number | null) => (days === null ? '' : formatDay(found + days))
    const row: RawRow = {
      ...rest,
      ...place,
      发现日期: formatDay(found),
      整改期限: then(due),
      整改完成日期: then(fixed),
      复查通过日期: then(verified),
      返工日期: reworks.map((days) => formatDay(found + days)).join(';'),
    }
    return { fit, row }
  })

const surveyArb = fc
  .record({
    of: fc.constantFrom('001', '002', 'W0', 'W1'),
    日期: dateArb,
    valid: fc.integer({ min: 1, max: 40 }),
    part: fc.double({ min: 0.4, max: 1, noNaN: true }),
  })
  .map(
    ({ of, 日期, valid, part }): RawRow => ({
      居委会: of.startsWith('W') ? '' : of,
      水体编号: of.startsWith('W') ? of : '',
      日期,
      有效问卷: String(valid),
      满意: String(Math.round(valid * part)),
    }),
  )

export const packageArb: fc.Arbitrary<RawPackage> = fc
  .record({
    areas: areasArb,
    sites: fc.array(siteArb, { minLength: 1, maxLength: 9 }),
    statuses: fc.array(
      fc.record({
        点位编号: fc.constantFrom('S0', 'S1', 'S2', 'S3', 'S4'),
        日期: dateArb,
        状态: fc.constantFrom('在营', '整治中', '已取缔', '搬走'),
      }),
      { maxLength: 6 },
    ),
    waters: fc.array(waterArb, { maxLength: 2 }),
    surveys: fc.array(surveyArb, { maxLength: 4 }),
    checks: fc.array(checkArb, { maxLength: 40 }),
    issues: fc.array(issueArb, { maxLength: 14 }),
  })
  .map(({ areas, sites, statuses, waters, surveys, checks, issues }) => {
    const codes = new Set(areas.map(({ code }) => code))
    const places = [
      ...sites.map(({ id, 类别 }) => ({ id: `S${id}`, kind: 类别 })),
      ...waters.map((_, i) => ({ id: `W${i}`, kind: 'water' })),
      ...areas.map(({ code }) => ({ id: code, kind: 'area' })),
    ]
    const fitting = (fit: { spot: number; item: number } | null, withItem: boolean): RawRow => {
      const place = places[(fit?.spot ?? 0) % places.length]
      if (fit === null || place === undefined) return {}
      const items = ITEMS_OF[place.kind] as string[]
      return { 点位编号: place.id, 检查项: withItem ? (items[fit.item % items.length] as string) : '' }
    }
    const shapes: Record<string, RawShape> = {}
    for (const { id, shape } of sites) if (shape !== null) shapes[`S${id}`] ??= shape
    return {
      areas,
      sites: sites.map(
        ({ id, place, shape: _, ...rest }): RawRow => ({ 编号: `S${id}`, 名称: '', ...place, ...rest }),
      ),
      shapes,
      statuses: statuses.filter(({ 点位编号 }) => sites.some(({ id }) => `S${id}` === 点位编号)),
      waters: waters.map(({ from, level, long, pond }, i) => ({
        id: `W${i}`,
        shape: pond
          ? { type: 'boxes' as const, boxes: [[from, level, from + long, level + 1] as const] }
          : {
              type: 'line' as const,
              lines: [
                [
                  [from, level],
                  [from + long, level],
                ] as [number, number][],
              ],
            },
      })),
      samples: waters.flatMap(({ from, level, long, along, samples, regular, isRegular }, i) =>
        (isRegular
          ? regular.map((one, k) => ({ ...one, station: k % 3, 日期: formatDay(PACKAGE_DAY - (k >> 1)) }))
          : samples
        ).map(({ station, bare, ...readings }): RawRow => {
          const [lon, lat] = latticeAt(from, level)
          const at = along[station] ?? null
          const place =
            at === null
              ? nowhere
              : { 经度: String(near(lon + Math.min(at, 5 * long) / 1000)), 纬度: String(lat) }
          // One sample in five measured nothing.
          const empty =
            bare === 0 ? Object.fromEntries(Object.keys(NUMBERS).map((heading) => [heading, '--'])) : {}
          return { 水体编号: `W${i}`, 监测点: `点${station}`, ...place, ...readings, ...empty }
        }),
      ),
      surveys: surveys.filter(
        (row) => codes.has(row.居委会 ?? '') || waters.some((_, i) => `W${i}` === row.水体编号),
      ),
      checks: checks.map(
        ({ fit, ...row }, i): RawRow => ({ 检查编号: `V${i}`, ...row, ...fitting(fit, true) }),
      ),
      issues: issues.map(
        ({ fit, row }, i): RawRow => ({ 编号: `P${i}`, ...row, ...fitting(fit, i % 2 === 0) }),
      ),
    }
  })

/* ---------- written ---------- */

const csv = (headings: readonly string[], rows: readonly RawRow[]): string =>
  [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ''))]
    .map((cells) => `${cells.join(',')}\n`)
    .join('')

const geometryOf = (shape: RawShape): object =>
  shape.type === 'line'
    ? {
        type: 'MultiLineString',
        coordinates: shape.lines.map((line) => line.map(([i, j]) => latticeAt(i, j))),
      }
    : { type: 'MultiPolygon', coordinates: shape.boxes.map((box) => [ringOf(box)]) }

const features = (list: { properties: object; geometry: object }[]): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: list.map((feature) => ({ type: 'Feature', ...feature })),
  })

/** name → text of each file. */
const packageFiles = (pack: RawPackage): Record<string, string> => ({
  'district.json': JSON.stringify({ title: '随机', asOf: formatDay(PACKAGE_DAY), synthetic: true }),
  'areas.geojson': features(
    pack.areas.map(({ code, office, population, polygons }) => ({
      properties: { code, name: `${code}居委会`, office, population },
      geometry: { type: 'MultiPolygon', coordinates: polygons },
    })),
  ),
  'waters.geojson': features(
    pack.waters.map(({ id, shape }) => ({ properties: { id, name: id }, geometry: geometryOf(shape) })),
  ),
  'sites.geojson': features(
    Object.entries(pack.shapes).map(([id, shape]) => ({ properties: { id }, geometry: geometryOf(shape) })),
  ),
  'sites.csv': csv(['编号', '类别', '名称', '经度', '纬度', '居委会', '状态'], pack.sites),
  'site-status.csv': csv(['点位编号', '日期', '状态'], pack.statuses),
  'inspections.csv': csv(
    ['检查编号', '点位编号', '检查日期', '检查来源', '检查项', '结果', '缺陷数'],
    pack.checks,
  ),
  'issues.csv': csv(
    [
      '编号',
      '点位编号',
      '检查项',
      '经度',
      '纬度',
      '居委会',
      '发现日期',
      '严重程度',
      '整改期限',
      '整改完成日期',
      '复查通过日期',
      '返工日期',
    ],
    pack.issues,
  ),
  'water-samples.csv': csv(
    [
      '水体编号',
      '监测点',
      '经度',
      '纬度',
      '日期',
      '水深cm',
      '透明度cm',
      '溶解氧mg/L',
      '氧化还原电位mV',
      '氨氮mg/L',
    ],
    pack.samples,
  ),
  'surveys.csv': csv(['居委会', '水体编号', '日期', '有效问卷', '满意'], pack.surveys),
})

/** The package as the product reads it. */
export const readRandom = (pack: RawPackage, knobs: Knobs): Intake => {
  const files = Object.entries(packageFiles(pack)).map(
    ([name, text]) => [name, new TextEncoder().encode(text)] as const,
  )
  return readPackage(new Map(files), () => null, { standard: packageStandard(knobs) })
}
