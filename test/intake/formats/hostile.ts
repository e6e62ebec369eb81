/**
 * Files that would hang or fill a reader, of any size: a tenth of a second's worth in the tests, the full measure in
 * test/bench/hostile.ts. Made in memory, the same each time.
 */
import { strToU8, zipSync } from 'fflate'
import { shpOfRing } from './shapefile-bytes.ts'
import { type ZipEntry, zipOf } from './zip-bytes.ts'

const MB = 1024 ** 2

/** `of` units of the thing that is too much. */
export interface Hostile {
  name: string
  /** the full measure */
  full: number
  /** what the tests make of it */
  small: number
  files: (of: number) => Record<string, Uint8Array>
}

/** Bytes of which `text` is repeated; in pieces, since a string has its longest length. */
const repeated = (text: string, times: number, before = '', after = ''): Uint8Array => {
  const [head, unit, tail] = [before, text, after].map((part) => strToU8(part)) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ]
  const bytes = new Uint8Array(head.length + unit.length * times + tail.length)
  bytes.set(head)
  if (times > 0) {
    bytes.set(unit, head.length)
    const all = unit.length * times
    for (let done = unit.length; done < all; done *= 2)
      bytes.copyWithin(head.length + done, head.length, head.length + Math.min(done, all - done))
  }
  bytes.set(tail, head.length + unit.length * times)
  return bytes
}

const numbered = (times: number, make: (i: number) => string, between = ''): string => {
  const parts: string[] = []
  for (let i = 0; i < times; i++) parts.push(make(i))
  return parts.join(between)
}

const book = (parts: Record<string, Uint8Array>, merges = ''): Uint8Array =>
  zipSync(
    {
      'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="台账" sheetId="1"/></sheets></workbook>'),
      'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData/>${merges}</worksheet>`),
      ...parts,
    },
    { level: 1 },
  )
const inline = (address: string, text: string) =>
  `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`
const HEADING = `<row r="1">${inline('A1', '编号')}${inline('B1', '类别')}${inline('C1', '名称')}</row>`
const sheet = (rows: Uint8Array): Uint8Array => rows

const polygon = (ring: [number, number][]): string => JSON.stringify([[...ring, ring[0]]])
const circle = (n: number, west = 114.6): [number, number][] =>
  Array.from({ length: n }, (_, i) => {
    const angle = (2 * Math.PI * i) / n
    const r = 0.02 * (1 + 0.001 * (i % 2))
    return [west + r * Math.cos(angle), 33.6 + r * Math.sin(angle)]
  })
const area = (coordinates: string, code = 1, type = 'Polygon') =>
  `{"type":"Feature","properties":{"code":"41167101${1000 + code}","name":"甲${code}居委会"},"geometry":{"type":"${type}","coordinates":${coordinates}}}`
const collection = (features: string) => strToU8(`{"type":"FeatureCollection","features":[${features}]}`)
/** A band whose upper and lower side cross `n` times. */
const bowTies = (n: number): [number, number][] => {
  const side = (turn: number) =>
    Array.from({ length: n }, (_, i): [number, number] => [
      114.6 + (0.04 * i) / n,
      33.6 + (i % 2 === 0 ? 1e-4 : -1e-4) * turn,
    ])
  return [...side(1), ...side(-0.5).reverse()]
}
/** `n` long lines side by side, drawn in one go: all boxes lie over each other, no two lines meet. */
const comb = (n: number): [number, number][] =>
  Array.from({ length: n }, (_, i): [number, number] => {
    const x = 114.6 + (0.01 * i) / n
    return i % 4 < 2 === (i % 2 === 0) ? [x, 33.6 + (0.01 * i) / n] : [x + 0.04, 33.64 + (0.01 * i) / n]
  })
/** Star whose every line crosses nearly all others. */
const star = (n: number): [number, number][] => {
  const odd = n | 1
  return Array.from({ length: odd }, (_, i): [number, number] => {
    const angle = (2 * Math.PI * ((i * ((odd - 1) / 2)) % odd)) / odd
    return [114.6 + 0.02 * Math.cos(angle), 33.6 + 0.02 * Math.sin(angle)]
  })
}
const square = (x: number, y: number, d: number): [number, number][] => [
  [x, y],
  [x, y + d],
  [x + d, y + d],
  [x + d, y],
]
const kml = (inside: string) => strToU8(`<?xml version="1.0"?><kml><Document>${inside}</Document></kml>`)
const CSV = strToU8('编号,类别\nG1,公厕\n')

export const HOSTILE: readonly Hostile[] = [
  {
    name: 'xlsx: A1 and XFD1048576',
    full: 1,
    small: 1,
    files: () => ({
      'far.xlsx': book({
        'xl/worksheets/sheet1.xml': strToU8(
          `<worksheet><sheetData>${HEADING}<row r="1048576">${inline('XFD1048576', 'x')}</row></sheetData></worksheet>`,
        ),
      }),
    }),
  },
  {
    name: 'xlsx: XFD in every row',
    full: 1_000_000,
    small: 5000,
    files: (n) => ({
      'far.xlsx': book({
        'xl/worksheets/sheet1.xml': sheet(
          repeated(
            `<row>${inline('A1', 'G')}${inline('XFD1', 'x')}</row>`,
            n,
            `<worksheet><sheetData>${HEADING}`,
            '</sheetData></worksheet>',
          ),
        ),
      }),
    }),
  },
  {
    name: 'xlsx: merges down every row',
    full: 20_000,
    small: 2000,
    files: (n) => ({
      'merged.xlsx': book({
        'xl/worksheets/sheet1.xml': strToU8(
          `<worksheet><sheetData>${HEADING}${numbered(n, (i) => `<row r="${i + 2}">${inline(`A${i + 2}`, `G${i}`)}</row>`)}</sheetData><mergeCells>${numbered(n, (i) => `<mergeCell ref="${'ABCDEFGHIJ'[i % 10]}2:${'ABCDEFGHIJ'[i % 10]}1048576"/>`)}</mergeCells></worksheet>`,
        ),
      }),
    }),
  },
  {
    name: 'xlsx: shared texts',
    full: 1_000_000,
    small: 10_000,
    files: (n) => ({
      'shared.xlsx': book({
        'xl/sharedStrings.xml': strToU8(`<sst>${numbered(n, (i) => `<si><t>文字${i}</t></si>`)}</sst>`),
        'xl/worksheets/sheet1.xml': strToU8(
          `<worksheet><sheetData>${HEADING}<row><c t="s"><v>${n - 1}</v></c><c><v>1</v></c><c><v>2</v></c></row></sheetData></worksheet>`,
        ),
      }),
    }),
  },
  {
    name: 'xlsx: rows',
    full: 1_000_000,
    small: 5000,
    files: (n) => ({
      'rows.xlsx': book({
        'xl/worksheets/sheet1.xml': repeated(
          '<row><c t="str"><v>WT</v></c><c t="str"><v>公厕</v></c><c><v>3</v></c></row>',
          n,
          `<worksheet><sheetData>${HEADING}`,
          '</sheetData></worksheet>',
        ),
      }),
    }),
  },
  {
    name: 'xlsx: empty cells with a format, and nothing else, MB',
    full: 400,
    small: 2,
    files: (n) => ({
      'styled.xlsx': book({
        'xl/worksheets/sheet1.xml': repeated(
          `<row>${'<c s="1"/>'.repeat(40)}</row>`,
          Math.floor((n * MB) / 411),
          `<worksheet><sheetData>${HEADING}`,
          '</sheetData></worksheet>',
        ),
      }),
    }),
  },
  {
    name: 'xlsx: a text of a cell, MB',
    full: 300,
    small: 2,
    files: (n) => ({
      'long.xlsx': book({
        'xl/worksheets/sheet1.xml': repeated(
          '长文字。',
          Math.floor((n * MB) / 12),
          `<worksheet><sheetData>${HEADING}<row><c t="str"><f>A1</f><v>`,
          '</v></c><c><v>1</v></c></row></sheetData></worksheet>',
        ),
      }),
    }),
  },
  {
    name: 'xlsx: elements in a cell',
    full: 100_000,
    small: 2000,
    files: (n) => ({
      'nested.xlsx': book({
        'xl/worksheets/sheet1.xml': strToU8(
          `<worksheet><sheetData>${HEADING}<row><c t="str">${'<f>'.repeat(n)}${'</f>'.repeat(n)}<v>1</v></c></row></sheetData></worksheet>`,
        ),
      }),
    }),
  },
  {
    name: 'csv: columns',
    full: 1_000_000,
    small: 20_000,
    files: (n) => ({ 'wide.csv': repeated('列,', n, '编号,', '\n1,2,3\n') }),
  },
  {
    name: 'csv: columns in a later row',
    full: 1_000_000,
    small: 20_000,
    files: (n) => ({ 'wide.csv': repeated('1,', n, `编号,类别\n${'G,公厕\n'.repeat(60)}`, '\n') }),
  },
  {
    name: 'csv: an unclosed quote before, MB',
    full: 100,
    small: 1,
    files: (n) => ({
      'quote.csv': repeated(
        'G1,公厕,一段说明文字\n',
        Math.floor((n * MB) / 29),
        '编号,类别,名称\nG0,"公厕,x\n',
      ),
    }),
  },
  {
    name: 'csv: a quote in every line, MB',
    full: 100,
    small: 1,
    files: (n) => ({
      'quotes.csv': repeated('G1,"公厕,一段\n', Math.floor((n * MB) / 18), '编号,类别,名称\n'),
    }),
  },
  {
    name: 'csv: a line, MB',
    full: 200,
    small: 4.5,
    files: (n) => ({ 'line.csv': repeated('公厕。', Math.floor((n * MB) / 9), '', '\n') }),
  },
  {
    name: 'csv: a line behind rows, MB',
    full: 200,
    small: 4.5,
    files: (n) => ({
      'line.csv': repeated(
        '公厕。',
        Math.floor((n * MB) / 9),
        `编号,类别\n${'G1,公厕\n'.repeat(60)}`,
        '\nG2,公厕\n',
      ),
    }),
  },
  {
    name: 'csv: blank lines, MB',
    full: 200,
    small: 2,
    files: (n) => ({ 'blank.csv': repeated(',,\n', Math.floor((n * MB) / 3), '编号,类别\nG1,公厕\n') }),
  },
  {
    name: 'csv: zero bytes and mixed line ends, MB',
    full: 100,
    small: 1,
    files: (n) => ({
      'zero.csv': repeated(
        'G1,公厕\r\nG2,公\0厕\rG3,公厕\n',
        Math.floor((n * MB) / 35),
        `编号,类别\r\n${'G0,公厕\r\n'.repeat(600)}`,
      ),
    }),
  },
  {
    name: 'csv: rows of a ledger',
    full: 1_000_000,
    small: 2000,
    files: (n) => ({
      'issues.csv': strToU8(
        `编号,居委会,发现日期,严重程度,问题描述\n${numbered(n, (i) => `WT-${i},甲居委会,2019-05-01,一般,门口堆物\n`)}`,
      ),
    }),
  },
  {
    name: 'csv: a cell of telephone numbers, kB',
    full: 1000,
    small: 100,
    files: (n) => ({
      'people.csv': strToU8(
        `编号,类别,名称\nG1,公厕,${`1380000${'0000'} `.repeat(Math.floor((n * 1024) / 12))}\nG2,公厕,x\n`,
      ),
    }),
  },
  {
    name: 'geojson: points of a polygon',
    full: 1_000_000,
    small: 120_000,
    files: (n) => ({ 'areas.geojson': collection(area(polygon(circle(n)))) }),
  },
  {
    name: 'geojson: points of neighbours on each other',
    full: 500_000,
    small: 4000,
    files: (n) => ({
      'areas.geojson': collection(
        numbered(10, (i) => area(polygon(circle(Math.floor(n / 10), 114.6 + 0.03 * i)), i), ','),
      ),
    }),
  },
  {
    name: 'geojson: holes',
    full: 100_000,
    small: 400,
    files: (n) => {
      const side = Math.ceil(Math.sqrt(n))
      const holes = numbered(
        n,
        (i) =>
          JSON.stringify([
            ...square(
              114.601 + (0.03 * (i % side)) / side,
              33.601 + (0.03 * Math.floor(i / side)) / side,
              0.01 / side,
            ),
            [114.601 + (0.03 * (i % side)) / side, 33.601 + (0.03 * Math.floor(i / side)) / side],
          ]),
        ',',
      )
      const shell = JSON.stringify([...square(114.6, 33.6, 0.05), [114.6, 33.6]])
      return { 'areas.geojson': collection(area(`[${shell},${holes}]`)) }
    },
  },
  {
    name: 'geojson: bow ties',
    full: 20_000,
    small: 200,
    files: (n) => ({ 'areas.geojson': collection(area(polygon(bowTies(n)))) }),
  },
  {
    name: 'geojson: bow ties as many as are mended',
    full: 900,
    small: 100,
    files: (n) => ({ 'areas.geojson': collection(area(polygon(bowTies(n)))) }),
  },
  {
    name: 'geojson: a comb of long lines',
    full: 90_000,
    small: 800,
    files: (n) => ({ 'areas.geojson': collection(area(polygon(comb(n)))) }),
  },
  {
    name: 'geojson: a star',
    full: 20_000,
    small: 60,
    files: (n) => ({ 'areas.geojson': collection(area(polygon(star(n)))) }),
  },
  {
    name: 'geojson: areas all on each other',
    full: 400,
    small: 12,
    files: (n) => ({
      'areas.geojson': collection(numbered(n, (i) => area(polygon(circle(50, 114.6 + i * 1e-5)), i), ',')),
    }),
  },
  {
    name: 'geojson: parts of one code',
    full: 100_000,
    small: 300,
    files: (n) => ({
      'areas.geojson': collection(
        numbered(
          n,
          (i) => area(polygon(square(114.6 + 1e-4 * (i % 300), 33.6 + 1e-4 * Math.floor(i / 300), 5e-5))),
          ',',
        ),
      ),
    }),
  },
  {
    name: 'geojson: features',
    full: 1_000_000,
    small: 1000,
    files: (n) => ({
      '点位.geojson': collection(
        numbered(
          n,
          (i) =>
            `{"type":"Feature","properties":{"编号":"G${i}","类别":"公厕"},"geometry":{"type":"Point","coordinates":[114.6${i % 10},33.6]}}`,
          ',',
        ),
      ),
    }),
  },
  {
    name: 'geojson: features as many as are read',
    full: 490_000,
    small: 500,
    files: (n) => ({
      '点位.geojson': collection(
        numbered(
          n,
          (i) =>
            `{"type":"Feature","properties":{"编号":"G${i}","类别":"公厕"},"geometry":{"type":"Point","coordinates":[114.6${i % 10},33.6]}}`,
          ',',
        ),
      ),
    }),
  },
  {
    name: 'geojson: boundaries of 1e308',
    full: 1,
    small: 1,
    files: () => ({
      'areas.geojson': collection(
        `${area('[[[1e308,1e308],[-1e308,1e308],[1e308,-1e308],[1e308,1e308]]]')},${area(polygon(square(114.6, 33.6, 0.01)), 2)}`,
      ),
    }),
  },
  {
    name: 'json: lists in lists',
    full: 100_000,
    small: 5000,
    files: (n) => ({
      'areas.geojson': strToU8(`{"type":"FeatureCollection","features":${'['.repeat(n)}${']'.repeat(n)}}`),
    }),
  },
  {
    name: 'json: objects in properties',
    full: 100_000,
    small: 5000,
    files: (n) => ({
      'a.geojson': collection(
        `{"type":"Feature","properties":{"编号":${'{"a":'.repeat(n)}1${'}'.repeat(n)}},"geometry":{"type":"Point","coordinates":[114.6,33.6]}}`,
      ),
    }),
  },
  {
    name: 'json: a text, MB',
    full: 100,
    small: 17,
    files: (n) => ({
      'a.geojson': repeated(
        'x',
        n * MB,
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"编号":"',
        '"},"geometry":null}]}',
      ),
    }),
  },
  {
    name: 'json: settings in settings',
    full: 100_000,
    small: 5000,
    files: (n) => ({ 'scenes.json': strToU8(`${'['.repeat(n)}${']'.repeat(n)}`) }),
  },
  {
    name: 'json: settings, MB',
    full: 200,
    small: 1,
    files: (n) => ({ 'standard.json': repeated('1,', Math.floor((n * MB) / 2), '{"version":[', '1]}') }),
  },
  {
    name: 'kml: points of a polygon',
    full: 1_000_000,
    small: 110_000,
    files: (n) => ({
      'a.kml': kml(
        `<Placemark><name>甲</name><Polygon><outerBoundaryIs><LinearRing><coordinates>${numbered(n, (i) => `114.${i},33.6`, ' ')}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>`,
      ),
    }),
  },
  {
    name: 'kml: placemarks',
    full: 45_000,
    small: 500,
    files: (n) => ({
      'a.kml': kml(
        numbered(
          n,
          (i) =>
            `<Placemark><name>点${i}</name><Point><coordinates>114.6,33.6</coordinates></Point></Placemark>`,
        ),
      ),
    }),
  },
  {
    name: 'kml: folders in folders',
    full: 100_000,
    small: 5000,
    files: (n) => ({ 'a.kml': kml(`${'<Folder>'.repeat(n)}${'</Folder>'.repeat(n)}`) }),
  },
  {
    name: 'kml: an attribute, MB',
    full: 100,
    small: 1,
    files: (n) => ({ 'a.kml': kml(`<Placemark id="${'x'.repeat(n * MB)}"><name>x</name></Placemark>`) }),
  },
  {
    name: 'kml: entities',
    full: 1,
    small: 1,
    files: () => ({
      'a.kml': strToU8(
        '<!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><kml><Placemark><name>&b;</name></Placemark></kml>',
      ),
    }),
  },
  {
    name: 'web page: tags that do not end',
    full: 1_000_000,
    small: 20_000,
    files: (n) => ({ 'a.xls': repeated('<td <!-- <script ', n, '<html><table><tr><td>编号<td>类别<tr>') }),
  },
  {
    name: 'web page: cells over a thousand columns',
    full: 300_000,
    small: 200,
    files: (n) => ({
      'a.xls': repeated('<tr><td colspan=999 rowspan=999>x', n, '<html><table><tr><td>编号<td>类别'),
    }),
  },
  {
    name: 'shapefile: points of a polygon',
    full: 1_000_000,
    small: 110_000,
    files: (n) => ({ 'a.shp': shpOfRing([...circle(n), circle(n)[0] as [number, number]]) }),
  },
  {
    name: 'shapefile: zeros, MB',
    full: 200,
    small: 5,
    files: (n) => {
      const bytes = new Uint8Array(n * MB)
      bytes.set(shpOfRing(square(1, 1, 1)).subarray(0, 100))
      return { 'a.shp': bytes }
    },
  },
  {
    name: 'zip: files',
    full: 100_000,
    small: 20_001,
    files: (n) => ({
      'many.zip': zipOf(
        Array.from({ length: n }, (_, i) => ({ name: `${i}.csv`, bytes: CSV, stored: true })),
      ),
    }),
  },
  {
    name: 'zip: files that are all opened',
    full: 5000,
    small: 50,
    files: (n) => ({
      'many.zip': zipOf(
        Array.from({ length: n }, (_, i) => ({ name: `${i}.csv`, bytes: CSV, stored: true })),
      ),
    }),
  },
  {
    name: 'zip: files on each other',
    full: 15_000,
    small: 100,
    files: (n) => {
      const bytes = new Uint8Array(MB)
      const on = Array.from({ length: n }, (_, i): ZipEntry => ({ name: `${i}.csv`, bytes, onFirst: i > 0 }))
      return { 'bomb.zip': zipOf(on) }
    },
  },
  {
    name: 'zip: unpacked, MB',
    full: 1000,
    small: 1,
    files: (n) => ({
      'zeros.zip': zipOf([{ name: 'a.csv', bytes: repeated('G1,公厕\n', Math.floor((n * MB) / 10)) }]),
    }),
  },
  {
    name: 'zip: more than it declares, MB',
    full: 900,
    small: 1,
    files: (n) => ({ 'lie.zip': zipOf([{ name: 'a.csv', bytes: new Uint8Array(n * MB), size: 1000 }]) }),
  },
]
