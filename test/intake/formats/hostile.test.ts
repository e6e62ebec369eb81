/** What would hang or fill a reader is read or refused, soon and in words; the full measures are test/bench/hostile.ts. */
import { describe, expect, test } from 'vitest'
import { openFiles } from '../../../src/intake/formats/index.ts'
import { CancelledError, openPace } from '../../../src/intake/pace.ts'
import { openDesk } from '../../engine/imports/desk.ts'
import { HOSTILE } from './hostile.ts'

/** What is said of each: a refusal, or a notice about a row or shape. Undefined: it is read, and there is nothing to say. */
const SAID: Readonly<Record<string, RegExp | undefined>> = {
  'xlsx: A1 and XFD1048576': /第 16384 列有内容，只读前 1024 列/,
  'xlsx: XFD in every row': /第 16384 列有内容，只读前 1024 列/,
  'xlsx: merges down every row': /其中 1800 处没有展开|没有填类别/,
  'xlsx: a text of a cell, MB': /有单元格的文字超过 32767 个字符，只读了开头|超过 1048576 个字符的内容/,
  'xlsx: elements in a cell': /没有填类别/,
  'csv: columns': /第 1 行有 20002 列，超过上限 1024 列/,
  'csv: columns in a later row': /有 20001 列，超过上限 1024 列，后面的没有读入/,
  'csv: an unclosed quote before, MB': /引号没有成对/,
  'csv: a quote in every line, MB': /引号没有成对/,
  'csv: a line, MB': /第 1 行有 1572864 个字符，超过上限 1048576 个，不像表格/,
  'csv: a line behind rows, MB': /这一行有 1572864 个字符，超过上限 1048576 个，只读了开头/,
  'csv: zero bytes and mixed line ends, MB': /有读不出的字符/,
  'csv: a cell of telephone numbers, kB': /已隐去/,
  'geojson: points of a polygon': /“甲1居委会”没有读入：图形的点超过上限 100000 个/,
  'geojson: points of neighbours on each other': /的边界重叠 \d+ 平方米/,
  'geojson: bow ties': /自相交，已按实际范围重新整理/,
  'geojson: bow ties as many as are mended': /自相交，已按实际范围重新整理/,
  'geojson: a star': /自相交等 1000 处以上，请先在 GIS 软件里修复/,
  'geojson: areas all on each other': /的边界重叠 \d+ 平方米/,
  'geojson: parts of one code': /作为同一居委会的另一部分合并/,
  'geojson: boundaries of 1e308': /坐标不是经纬度/,
  'json: lists in lists': /第 1 行的括号套了 200 层以上/,
  'json: objects in properties': /第 1 行的括号套了 200 层以上/,
  'json: a text, MB': /第 1 个图形有 17 MB，超过上限 16 MB/,
  'kml: points of a polygon': /图形的点超过上限 100000 个|第 1 个地标太大/,
  'kml: folders in folders': /KML 的元素套了 100 层以上/,
  'kml: entities': /自定义了实体/,
  'shapefile: points of a polygon': /第 1 个图形有 1 段、110001 个点，超过上限/,
  'shapefile: zeros, MB': /.shp 里的图形超过上限 500000 个/,
  'zip: files': /压缩包有 20001 个文件，超过上限 20000 个/,
  'zip: files on each other': /与别的文件占同一处/,
  'zip: more than it declares, MB': /“a.csv”解压后的大小与压缩包里写的（1000 字节）不符/,
}

describe.each(HOSTILE)('$name', ({ name, small, files }) => {
  test('is read or refused, with what is the matter', { timeout: 60_000 }, async () => {
    const desk = await openDesk()
    const tray = await desk.drop(files(small))
    const said = [
      ...tray.refused.map(({ reason }) => reason),
      ...tray.incoming.flatMap(({ rejected, flagged, passed }) =>
        [...rejected, ...flagged, ...passed].map(({ reason }) => reason),
      ),
    ]
    expect(tray.incoming.length + tray.refused.length).toBeGreaterThan(0)
    const wanted = SAID[name]
    if (wanted !== undefined) expect(said.join('\n')).toMatch(wanted)
  })
})

describe('a cancel', () => {
  // Of each format one that takes long enough to be cancelled.
  const long = HOSTILE.filter(({ name }) =>
    [
      'xlsx: rows',
      'xlsx: shared texts',
      'csv: blank lines, MB',
      'geojson: features',
      'kml: placemarks',
      'web page: cells over a thousand columns',
      'zip: unpacked, MB',
    ].includes(name),
  )
  test.each(long)('stops the opening of $name', { timeout: 60_000 }, async ({ small, files }) => {
    const sources = Object.entries(files(4 * small)).map(([path, bytes]) => ({ path, bytes }))
    let rests = 0
    const pace = openPace(
      () => {},
      () => ++rests > 1,
    )
    // Each moment to give way is taken, so that none of the work goes by without one.
    await expect(openFiles(sources, { ...pace, isDue: () => true })).rejects.toThrow(CancelledError)
  })
})
