import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openFiles } from '../../../src/intake/formats/index.ts'
import type { OpenedFile } from '../../../src/intake/formats/opened.ts'
import { utf8 } from './open.ts'
import { dbfOf, shpOfPoints, shpOfRing } from './shapefile-bytes.ts'
import { grid, workbook } from './workbook.ts'

/** A place in a file, a byte to put there, how many bytes to take out. */
const damage = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    byte: fc.nat(255),
    out: fc.constantFrom(0, 0, 1, 9),
  }),
  { minLength: 1, maxLength: 4 },
)

const damaged = (bytes: Uint8Array, hits: { at: number; byte: number; out: number }[]): Uint8Array =>
  hits.reduce((now, { at, byte, out }) => {
    const i = Math.floor(at * (now.length - 1))
    return Uint8Array.from([...now.subarray(0, i), byte, ...now.subarray(i + out)])
  }, bytes)

/** Walks whatever it is to its end. */
const walk = (opened: OpenedFile): void => {
  if (opened.type === 'unreadable') expect(opened.reason).toMatch(/\p{Script=Han}{2}/u)
  if (opened.type === 'layers')
    expect(opened.layers.every(({ features }) => Array.isArray(features))).toBe(true)
  if (opened.type !== 'sheets') return
  for (const sheet of opened.sheets)
    for (const { line, cells } of sheet.rows())
      if (line < 1 || cells.length > 20_000) throw new Error(`line ${line}`)
}

const book = workbook(
  [
    {
      name: '甲',
      xml: grid(
        [['题'], ['编号', '类别', '名称'], ['G1', '公厕', '甲'], ['G2', null, '乙']],
        ['A1:C1', 'B3:B4'],
      ),
    },
    {
      name: '乙',
      xml: '<sheetData><row><c s="1"><v>43612</v></c><c t="s"><v>0</v></c><c t="b"><v>1</v></c></row></sheetData>',
    },
  ],
  { texts: ['<r><t>太</t></r><rPh><t>x</t></rPh>'], styles: [0, 14], formats: ['yyyy'] },
)
const kml =
  '<kml><Document><Folder><name>a</name><Placemark><ExtendedData><Data name="b"><value>1</value></Data></ExtendedData><Polygon><outerBoundaryIs><LinearRing><coordinates>1,2 3,4 5,6 1,2</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Folder></Document></kml>'
const page =
  '<html><table><tr><td rowspan="2">编号<td>类别</tr><tr><td colspan=2>公厕</td></tr></table></html>'
const geojson =
  '{"type":"FeatureCollection","crs":{"properties":{"name":"EPSG:4490"}},"features":[{"type":"Feature","properties":{"a":1},"geometry":{"type":"Point","coordinates":[1,2]}}]}'

describe('damaged files', () => {
  it('have an answer, and what they give can be walked to its end', async () => {
    const whole: [string, Uint8Array][] = [
      ['a.xlsx', book],
      ['a.kml', utf8(kml)],
      ['a.xls', utf8(page)],
      ['a.geojson', utf8(geojson)],
      ['a.zip', zipSync({ 'd/a.csv': utf8('编号,类别\nG1,公厕'), 'a.kml': utf8(kml) })],
      ['a.csv', utf8('编号,类别,"名\n称"\nG1,"公""厕",x\n"合计",,\n')],
    ]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...whole), damage, async ([path, bytes], hits) => {
        for (const { opened } of await openFiles([{ path, bytes: damaged(bytes, hits) }])) walk(opened)
      }),
      { seed: 21, numRuns: 400 },
    )
  }, 30_000)
  it('shapefiles of damaged parts', async () => {
    const dbf = dbfOf(
      [
        { name: '名称', type: 'C', length: 9 },
        { name: 'n', type: 'N', length: 5 },
      ],
      [
        ['甲', '1'],
        ['乙', '2'],
      ],
      utf8,
    )
    const ring = shpOfRing([
      [0, 0],
      [0, 1],
      [1, 1],
      [0, 0],
    ])
    const shapes = fc.constantFrom(ring, shpOfPoints([[1, 2], null]))
    await fc.assert(
      fc.asyncProperty(shapes, damage, damage, async (shp, inShp, inDbf) => {
        const files = [
          { path: 'a.shp', bytes: damaged(shp, inShp) },
          { path: 'a.dbf', bytes: damaged(dbf, inDbf) },
        ]
        for (const { opened } of await openFiles(files)) walk(opened)
      }),
      { seed: 22, numRuns: 400 },
    )
  }, 30_000)
  it('workbooks whose parts are damaged, not their archive', async () => {
    const parts = unzipSync(book)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(parts)), damage, async (path, hits) => {
        const bytes = zipSync({ ...parts, [path]: damaged(parts[path] as Uint8Array, hits) }, { level: 0 })
        const files = await openFiles([{ path: 'a.xlsx', bytes }])
        expect(files).toHaveLength(1)
        for (const { opened } of files) walk(opened)
      }),
      { seed: 23, numRuns: 400 },
    )
  }, 30_000)
  it('parts that are missing', async () => {
    const parts = unzipSync(book)
    for (const path of Object.keys(parts)) {
      const { [path]: _, ...rest } = parts
      for (const { opened } of await openFiles([{ path: 'a.xlsx', bytes: zipSync(rest) }])) walk(opened)
    }
    const [only] = await openFiles([
      { path: 'a.xlsx', bytes: zipSync({ '[Content_Types].xml': strToU8('<x/>') }) },
    ])
    expect(only?.opened.type).toBe('unreadable')
  })
})
