/** Layers of the map as GeoJSON: in the coordinate system asked for, under names that are read back. */
import type { FeatureCollection, Geometry, Position } from 'geojson'
import { describe, expect, test } from 'vitest'
import { layerFiles } from '../../../src/engine/exports/layers.ts'
import { openIntake } from '../../../src/engine/package/open.ts'
import { sampleStandard } from '../../../src/engine/package/sample-standard.ts'
import { toWGS84 } from '../../../src/intake/coordinates/convert.ts'
import { datumOfCrs } from '../../../src/intake/coordinates/crs.ts'
import { openFiles } from '../../../src/intake/formats/index.ts'
import { readPackage } from '../../../src/intake/package.ts'
import type { Datum } from '../../../src/model/datum.ts'
import { AREAS, read } from '../../intake/files.ts'
import { openSample, sampleFiles } from '../sample.ts'
import { parts, takeOut, textOf } from './take-out.ts'

const sample = openSample()
const t = sample.intake.asOf
const every = ['areas', 'sites', 'issues', 'waters', 'honours'] as const

const positions = (geometry: Geometry | null): Position[] => {
  const found: Position[] = []
  const walk = (value: unknown) => {
    if (!Array.isArray(value)) return
    if (typeof value[0] === 'number') found.push(value as Position)
    else value.forEach(walk)
  }
  if (geometry !== null && geometry.type !== 'GeometryCollection') walk(geometry.coordinates)
  return found
}

const layer = (name: (typeof every)[number], datum: Datum) =>
  (layerFiles(sample, t, [name], datum)[0] as ReturnType<typeof layerFiles>[number]).collection

describe.each<Datum>(['WGS84', 'GCJ-02', 'BD-09', 'CGCS2000-GK-38'])('in %s', (datum) => {
  test.each(every)('%s come back to where they were, to a few centimetres', (name) => {
    const there = layer(name, datum).features.flatMap((f) => positions(f.geometry))
    const here = layer(name, 'WGS84').features.flatMap((f) => positions(f.geometry))
    expect(there).toHaveLength(here.length)
    expect(there.length).toBeGreaterThan(10)
    there.forEach(([x, y], i) => {
      const [lon = Number.NaN, lat = Number.NaN] = toWGS84(datum, x as number, y as number) ?? []
      expect(Math.abs(lon - (here[i]?.[0] as number))).toBeLessThan(3e-7)
      expect(Math.abs(lat - (here[i]?.[1] as number))).toBeLessThan(3e-7)
    })
  })

  test('the file says which system it is in, so that it is known again', async () => {
    const what = { type: 'layers', asOf: t, of: null, layers: ['areas' as const], datum } as const
    const { name, bytes } = await takeOut(sample, { ...what, layers: [...what.layers] }, 'geojson')
    const [answer] = await openFiles([{ path: name, bytes }])
    const [opened] = answer?.opened.type === 'layers' ? answer.opened.layers : []
    expect(opened?.features).toHaveLength(sample.model.areas.length)
    expect(datumOfCrs(opened?.crs ?? null)).toBe(datum)
  })
})

test('the areas of an office say that their rank is the district’s', () => {
  const of = { type: 'office', id: sample.model.areas[0]?.office as string } as const
  const heads = (scope: typeof of | null) =>
    Object.keys(layerFiles(sample, t, ['areas'], 'WGS84', scope)[0]?.collection.features[0]?.properties ?? {})
  expect(heads(null)).toContain('名次')
  expect(heads(of)).toContain('全区名次')
  expect(heads(of)).not.toContain('名次')
})

test('GCJ-02 is some hundred metres off, as maps in China are', () => {
  const [there] = positions(layer('areas', 'GCJ-02').features[0]?.geometry ?? null)
  const [here] = positions(layer('areas', 'WGS84').features[0]?.geometry ?? null)
  const metres = Math.hypot(
    ((there?.[0] as number) - (here?.[0] as number)) * 92_700,
    ((there?.[1] as number) - (here?.[1] as number)) * 110_900,
  )
  expect(metres).toBeGreaterThan(300)
  expect(metres).toBeLessThan(800)
})

test('areas, waters and shapes of sites are read back as they were', () => {
  const bytes = (name: (typeof every)[number]) =>
    new TextEncoder().encode(JSON.stringify(layer(name, 'WGS84')))
  const lines = (features: readonly { geometry: Geometry | null }[]) =>
    features.filter((f) => f.geometry !== null && f.geometry.type !== 'Point')
  const sites = { ...layer('sites', 'WGS84'), features: lines(layer('sites', 'WGS84').features) }
  const { model } = readPackage(
    new Map([
      ...sampleFiles(),
      ['areas.geojson', bytes('areas')],
      ['waters.geojson', bytes('waters')],
      ['sites.geojson', new TextEncoder().encode(JSON.stringify(sites))],
    ]),
    sampleStandard,
  )
  expect(model.areas).toEqual(sample.model.areas)
  expect(model.waters).toEqual(sample.model.waters)
  expect(model.sites).toEqual(sample.model.sites)
})

test('people have no name and no place in it', () => {
  const { features } = layer('honours', 'WGS84')
  const personal = features.filter((f) => /卫生家庭|创卫之星|示范户/.test(String(f.properties.评选类别)))
  expect(personal.length).toBeGreaterThan(10)
  expect(personal.every((f) => f.geometry === null && f.properties.名称 === null)).toBe(true)
})

test('a problem without a place of its own stands at its site, and says so', () => {
  const opened = openIntake(
    read({
      'areas.geojson': AREAS,
      'sites.csv': '编号,类别,名称,经度,纬度\nG1,公厕,一号,0.5,0.5\n',
      'issues.csv':
        '编号,点位编号,居委会,发现日期,经度,纬度\nW1,G1,,2019-05-01,,\nW2,,001,2019-05-01,,\nW3,,,2019-05-01,0.2,0.3\n',
    }),
  )
  const { collection } = layerFiles(opened, opened.intake.asOf, ['issues'], 'WGS84')[0] ?? {}
  expect(
    collection?.features.map((f) => [f.properties.编号, f.properties.坐标来源, positions(f.geometry)]),
  ).toEqual([
    ['W1', '点位', [[0.5, 0.5]]],
    ['W2', null, []],
    ['W3', '问题', [[0.2, 0.3]]],
  ])
})

test('one layer is a file, several are a zip of files', async () => {
  const what = { type: 'layers', asOf: t, of: null, datum: 'GCJ-02' } as const
  const one = await takeOut(sample, { ...what, layers: ['waters'] }, 'geojson')
  expect(one.name).toBe('水体-2019-05-27-GCJ-02.geojson')
  expect((JSON.parse(textOf(one.bytes)) as FeatureCollection).features).toHaveLength(
    sample.model.waters.length,
  )
  const two = await takeOut(sample, { ...what, layers: ['areas', 'sites'] }, 'geojson')
  expect(Object.keys(parts(two.bytes))).toEqual(['居委会.geojson', '点位.geojson'])
})
