/** Small districts and a small rubric for tests; every number stands where the test can see it. */

import sample from '../../data/standard.json' with { type: 'json' }
import type { Area, Check, Issue, Model, Site, Surface } from '../../src/model/records.ts'
import { type Standard, standardSchema } from '../../src/model/standard.ts'
import { placeModel } from '../../src/placing/place.ts'
import { type Prepared, prepare } from '../../src/scoring/rows/prepare.ts'
import { type ScoreOptions, type Scores, scoreAt } from '../../src/scoring/score/score.ts'

export const sampleStandard = (): Standard => standardSchema.parse(sample)

/** An axis-parallel box in degrees. */
export const box = (west: number, south: number, east: number, north: number): Surface => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
})

export const area = (code: string, geometry: Surface, more: Partial<Area> = {}): Area => ({
  code,
  name: `${code}居委会`,
  office: null,
  relocation: false,
  population: null,
  group: null,
  geometry,
  line: 1,
  ...more,
})

export const site = (
  id: string,
  kind: string,
  lon: number | null,
  lat: number | null,
  more: Partial<Site> = {},
): Site => ({
  id,
  kind,
  name: id,
  lon,
  lat,
  areaCode: null,
  address: null,
  located: null,
  responsible: null,
  status: null,
  geometry: null,
  line: 2,
  ...more,
})

let line = 0
/** Rows get ascending lines in the order in which they are written. */
export const check = (
  siteId: string,
  item: string,
  day: number,
  grade: number | null,
  more: Partial<Check> = {},
): Check => ({
  visit: `V${++line}`,
  siteId,
  day,
  source: '区督导',
  item,
  result: null,
  grade,
  defects: null,
  note: null,
  line,
  ...more,
})

export const issue = (
  id: string,
  siteId: string | null,
  foundOn: number,
  more: Partial<Issue> = {},
): Issue => ({
  id,
  siteId,
  item: null,
  lon: null,
  lat: null,
  areaCode: null,
  foundOn,
  source: null,
  severity: '一般',
  description: id,
  address: null,
  located: null,
  responsible: null,
  dueOn: null,
  fixedOn: null,
  verifiedOn: null,
  reworks: [],
  photoBefore: null,
  photoAfter: null,
  line: ++line,
  ...more,
})

export const model = (parts: Partial<Model>): Model => ({
  district: {
    title: '',
    asOf: null,
    centre: null,
    attribution: null,
    mapNumber: null,
    synthetic: true,
    readOnly: false,
  },
  areas: [],
  waters: [],
  sites: [],
  statusChanges: [],
  checks: [],
  issues: [],
  samples: [],
  surveys: [],
  honours: [],
  duties: [],
  activities: [],
  ...parts,
})

/**
 * Two categories (农贸市场 100 with items of 5, 3 and 2 points at markets; 市容 230 with one item of 8 at lanes), no
 * derived checks, no caps; everything else as in the sample.
 */
export const smallStandard = (change: Partial<Standard> = {}): Standard => {
  const base = sampleStandard()
  const kind = (id: string, more: object = {}) => ({
    ...(base.kinds[2] as Standard['kinds'][number]),
    id,
    label: id,
    ...more,
  })
  const item = (id: string, category: string, points: number, kinds: string[], more: object = {}) => ({
    ...(base.items[0] as Standard['items'][number]),
    id,
    text: id,
    category,
    points,
    kinds,
    ...more,
  })
  const category = (id: string, weight: number, theme: '脏' | '乱' | '差') => ({
    ...(base.categories[0] as Standard['categories'][number]),
    id,
    label: id,
    weight,
    theme,
  })
  return standardSchema.parse({
    ...base,
    kinds: [
      kind('market', { defaultItem: 'm5' }),
      kind('lane', { defaultItem: 'l8' }),
      kind('area', { entity: 'area', defaultItem: undefined }),
      kind('water', { entity: 'water', defaultItem: undefined }),
    ],
    categories: [category('market', 100, '乱'), category('streets', 230, '脏')],
    items: [
      item('m5', 'market', 5, ['market']),
      item('m3', 'market', 3, ['market']),
      item('m2', 'market', 2, ['market']),
      item('l8', 'streets', 8, ['lane']),
    ],
    derived: {},
    caps: [],
    minCoverage: 0,
    ...change,
  })
}

export const prepared = (parts: Partial<Model>, standard: Standard): Prepared => {
  const made = model(parts)
  return prepare(made, standard, placeModel(made, standard))
}

export const scored = (
  parts: Partial<Model>,
  standard: Standard,
  t: number,
  options?: ScoreOptions,
): Scores => scoreAt(prepared(parts, standard), t, options)

/** The category of an area by id. */
export const categoryOf = (scores: Scores, standard: Standard, id: string, areaIndex = 0) => {
  const at = standard.categories.findIndex((category) => category.id === id)
  const found = scores.areas[areaIndex]?.categories[at]
  if (found === undefined) throw new Error(`no category ${id}`)
  return found
}
