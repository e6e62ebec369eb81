import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { encodeText } from '../../../src/intake/formats/encode.ts'
import { openFiles } from '../../../src/intake/formats/index.ts'
import { layersOf, reasonOf, utf8 } from './open.ts'
import { dbfOf, shpOfPoints, shpOfRing } from './shapefile-bytes.ts'

const point = (id: string) => ({
  type: 'Feature',
  properties: { id },
  geometry: { type: 'Point', coordinates: [114.65, 33.6] },
})

describe('GeoJSON', () => {
  const features = [point('a'), point('b')]
  const ids = async (content: string | Uint8Array, path = 'a.geojson') =>
    (await layersOf(path, content))[0]?.features.map((f) => (f as ReturnType<typeof point>).properties.id)

  it('a collection, a bare array, one feature, a geometry, a feature a line, a sequence', async () => {
    expect(await ids(JSON.stringify({ type: 'FeatureCollection', features }))).toEqual(['a', 'b'])
    expect(await ids(`\ufeff${JSON.stringify(features)}`)).toEqual(['a', 'b'])
    expect(await ids(JSON.stringify({ features }))).toEqual(['a', 'b'])
    expect(await ids(JSON.stringify(features[0]))).toEqual(['a'])
    expect(await ids(features.map((f) => JSON.stringify(f)).join('\r\n'))).toEqual(['a', 'b'])
    expect(await ids(features.map((f) => `\u001e${JSON.stringify(f)}\n`).join(''), 'a.geojsons')).toEqual([
      'a',
      'b',
    ])
    const [layer] = await layersOf('a.json', JSON.stringify(features[0]?.geometry))
    expect(layer?.features).toEqual([{ type: 'Feature', properties: {}, geometry: features[0]?.geometry }])
  })
  it('in any encoding; null features stay to be told', async () => {
    const text = JSON.stringify({
      type: 'FeatureCollection',
      name: '点位',
      features: [point('太昊路'), null],
    })
    for (const encoding of ['GB18030', 'UTF-16LE'] as const) {
      const [layer] = await layersOf('a.geojson', encodeText(text, encoding))
      expect(layer).toEqual({ name: '点位', crs: null, features: [point('太昊路'), null] })
    }
  })
  it('what it says of its coordinates', async () => {
    const crs = async (value: unknown) =>
      (await layersOf('a.json', JSON.stringify({ type: 'FeatureCollection', crs: value, features })))[0]?.crs
    expect(await crs({ type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4526' } })).toBe(
      'urn:ogc:def:crs:EPSG::4526',
    )
    expect(await crs({ type: 'EPSG', properties: { code: 4490 } })).toBe('EPSG:4490')
    expect(await crs(null)).toBeNull()
  })
  it('what is no GeoJSON says what it is', async () => {
    expect(await reasonOf('a.geojson', '{"type":"FeatureCollection",\n"features":[{]}')).toContain('第 2 行')
    expect(await reasonOf('a.json', '{"type":"Topology","objects":{}}')).toContain('TopoJSON')
    expect(await reasonOf('a.json', '{"features":[{"attributes":{},"geometry":{"x":1,"y":2}}]}')).toContain(
      'ArcGIS',
    )
    expect(await reasonOf('a.json', '[1,2]')).toContain('没有图形')
    expect(await reasonOf('a.json', '{"a":1}')).toContain('没有图形')
  })
})

describe('shapefiles', () => {
  const columns = [
    { name: '名称', type: 'C', length: 20 },
    { name: 'code', type: 'N', length: 12 },
    { name: 'found', type: 'D', length: 8 },
    { name: 'torn', type: 'L', length: 1 },
  ] as const
  const rows = [
    ['太昊路公厕', '411671011001', '20190527', 'T'],
    ['', '', '', '?'],
  ]
  const shp = shpOfPoints([[38_560_000.5, 3_720_000.25], null])
  const gbk = (text: string) => encodeText(text, 'GB18030')
  const expected = [
    {
      type: 'Feature',
      properties: { 名称: '太昊路公厕', code: 411671011001, found: '2019-05-27', torn: true },
      geometry: { type: 'Point', coordinates: [38_560_000.5, 3_720_000.25] },
    },
    { type: 'Feature', properties: { 名称: '', code: null, found: null, torn: null }, geometry: null },
  ]
  const prj = 'PROJCS["CGCS2000_3_Degree_GK_Zone_38",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000"]]'

  it('loose parts of one stem are one layer, coordinates untouched', async () => {
    const answers = await openFiles([
      { path: '点位.shp', bytes: shp },
      { path: '点位.DBF', bytes: dbfOf(columns, rows, utf8) },
      { path: '点位.shx', bytes: utf8('x') },
      { path: '点位.shp.xml', bytes: utf8('<x/>') },
      { path: '点位.prj', bytes: utf8(`${prj}\n`) },
      { path: '别的.prj', bytes: utf8(prj) },
    ])
    expect(answers.map(({ name }) => name)).toEqual(['别的.prj', '点位.shp'])
    expect(answers[0]?.opened).toMatchObject({ type: 'unreadable', reason: expect.stringContaining('.shp') })
    expect(answers[1]?.opened).toEqual({
      type: 'layers',
      format: 'Shapefile',
      encoding: 'UTF-8',
      layers: [{ name: '点位', features: expected, crs: prj, passed: [] }],
    })
  })
  it('the encoding: by .cpg, by language driver, by the bytes', async () => {
    const open = async (dbf: Uint8Array, cpg: string) => {
      const files = { 'a.shp': shp, 'a.dbf': dbf, ...(cpg === '' ? {} : { 'a.cpg': strToU8(cpg) }) }
      return (await layersOf('a.zip', zipSync(files)))[0]?.features
    }
    expect(await open(dbfOf(columns, rows, gbk), 'GBK')).toEqual(expected)
    expect(await open(dbfOf(columns, rows, gbk), '936')).toEqual(expected)
    expect(await open(dbfOf(columns, rows, gbk, 0x4d), '')).toEqual(expected)
    expect(await open(dbfOf(columns, rows, gbk), '')).toEqual(expected)
    expect(await open(dbfOf(columns, rows, utf8), 'UTF-8')).toEqual(expected)
    expect(await open(dbfOf(columns, rows, utf8), '')).toEqual(expected)
    // Declared UTF-8, and none.
    expect(await open(dbfOf(columns, rows, gbk), 'UTF-8')).toEqual(expected)
  })
  it('several in one zip, in folders named in GBK', async () => {
    const bytes = zipSync({
      'ABCD/a.shp': shp,
      'ABCD/b.SHP': shpOfRing([
        [0, 0],
        [0, 1],
        [1, 1],
        [0, 0],
      ]),
    })
    // Windows writes names in its own encoding and does not say so.
    for (let i = Buffer.from(bytes).indexOf('ABCD'); i >= 0; i = Buffer.from(bytes).indexOf('ABCD'))
      bytes.set(gbk('水体'), i)
    const answers = await openFiles([{ path: '图.zip', bytes }])
    expect(answers.map(({ name: path }) => path)).toEqual(['图.zip/水体/a.shp', '图.zip/水体/b.SHP'])
    expect(answers[1]?.opened).toMatchObject({
      layers: [{ name: 'b', features: [{ geometry: { type: 'Polygon' } }] }],
    })
  })
  it('records without a shape are not lost, and broken files say so', async () => {
    const answers = await openFiles([
      { path: 'a.shp', bytes: shpOfPoints([[1, 2]]) },
      { path: 'a.dbf', bytes: dbfOf(columns, rows, utf8) },
      { path: 'b.shp', bytes: shp.slice(0, -12) },
      { path: 'c.shp', bytes: shp },
      { path: 'c.dbf', bytes: utf8('x'.repeat(40)) },
    ])
    expect(answers[0]?.opened).toMatchObject({ layers: [{ features: [{}, { geometry: null }] }] })
    expect(answers[1]?.opened).toMatchObject({ reason: expect.stringContaining('损坏') })
    expect(answers[2]?.opened).toMatchObject({ reason: expect.stringContaining('.dbf') })
  })
})

describe('KML', () => {
  const placemark = (name: string, inner = '') =>
    `<Placemark><name>${name}</name><styleUrl>#s</styleUrl>${inner}<Point><coordinates>114.65,33.6,12</coordinates></Point></Placemark>`
  const data =
    '<ExtendedData><Data name="编号"><value>G1</value></Data><Data name="类别"><value>公厕</value></Data></ExtendedData>'
  const kml = (inner: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>图</name>${inner}</Document></kml>`

  it('names, extended data, folders as layers', async () => {
    const layers = await layersOf(
      'a.kml',
      kml(
        `${placemark('甲', data)}<Folder><name>水体</name>${placemark('乙')}<Folder><name>渠</name>${placemark('丙')}</Folder></Folder>`,
      ),
    )
    expect(layers.map(({ name, features }) => [name, features.length])).toEqual([
      ['', 1],
      ['水体', 1],
      ['水体/渠', 1],
    ])
    expect(layers[0]?.features[0]).toEqual({
      type: 'Feature',
      properties: { name: '甲', 编号: 'G1', 类别: '公厕' },
      geometry: { type: 'Point', coordinates: [114.65, 33.6, 12] },
    })
  })
  it('KMZ; a KML under another name', async () => {
    const kmz = zipSync({ 'doc.kml': strToU8(kml(placemark('甲'))), 'files/a.png': strToU8('x') })
    for (const [path, content] of [
      ['a.kmz', kmz],
      ['a.zip', kmz],
      ['a.txt', kml(placemark('甲'))],
    ] as const)
      expect((await layersOf(path, content))[0]?.features).toHaveLength(1)
  })
  it('what is empty or broken', async () => {
    expect(await reasonOf('a.kml', kml(''))).toContain('没有')
    expect(await reasonOf('a.kml', kml(placemark('甲')).slice(0, 150))).toContain('KML')
    expect(await reasonOf('a.kmz', zipSync({ 'a.png': strToU8('x') }))).toContain('KMZ')
  })
})
