/** Files of other programs: each gets one sentence that says what it is and what to do, and a set of files gets it once. */
import { CFB, utils, write } from '@e965/xlsx'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openFiles } from '../../../src/intake/formats/index.ts'
import { reasonOf, utf8 } from './open.ts'

/** Bytes that no text has, behind what a file begins with. */
const binary = (head: string): Uint8Array =>
  Uint8Array.from({ length: 600 }, (_, i) => (i < head.length ? head.charCodeAt(i) : (i * 7) % 256))

const container = (...names: string[]): Uint8Array => {
  const made = CFB.utils.cfb_new()
  for (const name of names) CFB.utils.cfb_add(made, name, new Uint8Array(5000))
  return new Uint8Array(CFB.write(made, { type: 'array' }) as ArrayBuffer)
}

/** A workbook of the old form with the record by which it says that its rest is encrypted (MS-XLS 2.4.117). */
const lockedXls = (): Uint8Array => {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([['编号', '名称']]), 'a')
  const made = CFB.read(new Uint8Array(write(book, { type: 'array', bookType: 'biff8' })), { type: 'array' })
  const entry = CFB.find(made, 'Workbook')
  if (entry === null) throw new Error('no workbook')
  const stream = Uint8Array.from(entry.content as Uint8Array)
  const firstEnds = 4 + (stream[2] as number) + 256 * (stream[3] as number)
  const pass = [0x2f, 0, 54, 0, 1, 0, 1, 0, 1, 0, ...new Uint8Array(48)]
  CFB.utils.cfb_add(
    made,
    '/Workbook',
    Uint8Array.from([...stream.subarray(0, firstEnds), ...pass, ...stream.subarray(firstEnds)]),
  )
  return new Uint8Array(CFB.write(made, { type: 'array' }) as ArrayBuffer)
}

describe('what cannot be read', () => {
  it.each<[string, Uint8Array, RegExp]>([
    ['锁.xlsx', container('/EncryptedPackage', '/EncryptionInfo'), /设了打开密码.*取消密码后另存/],
    ['锁.xls', lockedXls(), /设了打开密码.*取消密码后另存/],
    ['说明.wps', container('/WordDocument'), /Word 文档.*复制到 Excel 或 WPS 表格/],
    ['说明.pptx', zipSync({ 'ppt/presentation.xml': strToU8('<x/>') }), /演示文稿/],
    [
      '表.numbers',
      zipSync({ 'Index/Document.iwa': binary('x'), 'preview.jpg': binary('\u00ff\u00d8\u00ff') }),
      /Numbers 里导出为 Excel 或 CSV/,
    ],
    ['图.dwg', binary('AC1032'), /CAD.*导出为 Shapefile 或 GeoJSON/],
    ['图.dxf', utf8('  0\r\nSECTION\r\n  2\r\nHEADER\r\n'), /CAD.*导出为 Shapefile 或 GeoJSON/],
    ['库.mdb', binary('\u0000\u0001\u0000\u0000Standard Jet DB\u0000'), /Access 里把表导出为 Excel 或 CSV/],
    ['片.mp4', binary('\u0000\u0000\u0000 ftypmp42'), /视频/],
    ['片.heic', binary('\u0000\u0000\u0000 ftypheic'), /图片.*photos/],
    ['工程.qgz', zipSync({ 'a.qgs': strToU8('<qgis></qgis>') }), /工程文件.*把图层导出/],
    ['路.osm', utf8('<?xml version="1.0"?><osm version="0.6"></osm>'), /OpenStreetMap.*GeoJSON/],
    // Every second byte of a picture may be zero, as in UTF-16.
    [
      '斜.jpg',
      Uint8Array.from({ length: 600 }, (_, i) => [0xff, 0xd8, 0xff][i] ?? (i % 2 === 0 ? 65 : 0)),
      /图片/,
    ],
  ])('%s', async (name, bytes, said) => {
    expect(await reasonOf(name, bytes)).toMatch(said)
  })
})

describe('sets of files', () => {
  const told = async (files: Record<string, Uint8Array>) => {
    const answers = await openFiles(Object.entries(files).map(([path, bytes]) => ({ path, bytes })))
    return answers.map(({ name, opened }) => [
      name,
      opened.type === 'unreadable' ? opened.reason.slice(0, 12) : opened.type,
    ])
  }
  const inside = {
    '数据.gdb/a00000001.gdbtable': binary('\u0003'),
    '数据.gdb/a00000001.gdbtablx': binary('\u0003'),
    '数据.gdb/a00000004.spx': binary('\u0003'),
    '数据.gdb/gdb': binary('\u0005'),
    '数据.gdb/timestamps': binary('x'),
  }
  const CSV = utf8('编号,类别\nG1,公厕\n')
  it('a geodatabase, as a folder, deep in folders beside a table, in a zip, and as its loose files', async () => {
    const said = '这是 ArcGIS 的文'
    expect(await told(inside)).toEqual([['数据.gdb', expect.stringContaining(said)]])
    const deep = Object.fromEntries(Object.entries(inside).map(([path, bytes]) => [`资料/${path}`, bytes]))
    expect(await told({ ...deep, '资料/五月/再深/点位.csv': CSV })).toEqual([
      ['资料/数据.gdb', expect.stringContaining(said)],
      ['资料/五月/再深/点位.csv', 'sheets'],
    ])
    expect(await told({ 'x.zip': zipSync({ ...inside, '点位.csv': CSV }) })).toEqual([
      ['x.zip/数据.gdb', expect.stringContaining(said)],
      ['x.zip/点位.csv', 'sheets'],
    ])
    const loose = Object.fromEntries(
      Object.entries(inside).map(([path, bytes]) => [path.replace('数据.gdb/', ''), bytes]),
    )
    expect(await told(loose)).toEqual([['a00000001.gdbtable', expect.stringContaining(said)]])
  })
  it('a MapInfo table is told once; a .tab divided by tabs is a table, a .dat beside nothing is asked by itself', async () => {
    expect(
      await told({
        '水.TAB': utf8('!table\n!version 300\n\nDefinition Table\n'),
        '水.dat': binary('\u0003'),
        '水.map': binary('\u0000'),
        '水.id': binary('\u0001'),
        '路.mif': utf8('Version 300\nCharset "WindowsSimpChinese"\nColumns 1\n'),
        '路.mid': utf8('"甲"\n'),
        '点位.tab': utf8('编号\t类别\nG1\t公厕\n'),
      }),
    ).toEqual([
      ['水.TAB', expect.stringContaining('MapInfo')],
      ['路.mif', expect.stringContaining('MapInfo')],
      ['点位.tab', 'sheets'],
    ])
  })
})
