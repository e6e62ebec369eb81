import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { encodeText } from '../../../src/intake/formats/encode.ts'
import { openFiles } from '../../../src/intake/formats/index.ts'
import { openOne, reasonOf, rowsOf, sheetOf, sheetsOf, utf8 } from './open.ts'
import { grid, workbook } from './workbook.ts'

const CSV = strToU8('编号,类别\nG1,公厕\n')
const BOOK = workbook([
  {
    name: 'S',
    xml: grid([
      ['编号', '类别'],
      ['G1', '公厕'],
    ]),
  },
])
const AREAS = strToU8('{"type":"FeatureCollection","features":[]}')

const open = async (files: Record<string, Uint8Array>) => {
  const answers = await openFiles(Object.entries(files).map(([path, bytes]) => ({ path, bytes })))
  return answers.map(({ name, opened }) => [name, opened.type])
}

describe('packages', () => {
  const files = { 'areas.geojson': AREAS, 'sites.csv': CSV, 'photos/a.jpg': strToU8('x') }
  const inFolder = (folder: string) =>
    Object.fromEntries(Object.entries(files).map(([path, bytes]) => [`${folder}${path}`, bytes]))

  it('a zip, at its top or a folder down; a dropped folder', async () => {
    for (const folder of ['', '数据/', '甲/乙/']) {
      const opened = await openOne('包.zip', zipSync(inFolder(folder)))
      expect(opened.type === 'package' && [...opened.files.keys()].sort()).toEqual(Object.keys(files).sort())
    }
    expect(await open(inFolder('数据/'))).toEqual([['数据', 'package']])
  })
  it('what district.json calls by another name belongs to it; other data is opened by itself', async () => {
    const district = strToU8(JSON.stringify({ files: { 'issues.csv': '台账.csv' } }))
    const all = {
      ...files,
      'district.json': district,
      '台账.csv': CSV,
      '新增.xlsx': BOOK,
      '__MACOSX/._a': CSV,
      '~$新增.xlsx': CSV,
    }
    const answers = await openFiles([{ path: '包.zip', bytes: zipSync(all) }])
    expect(answers.map(({ name, opened }) => [name, opened.type])).toEqual([
      ['包.zip', 'package'],
      ['包.zip/新增.xlsx', 'sheets'],
      ['包.zip', 'unreadable'],
    ])
    const [, , skipped] = answers
    expect(skipped?.opened.type === 'unreadable' && skipped.opened.reason).toBe(
      '跳过 __MACOSX/._a、~$新增.xlsx：是系统自带的文件，不是数据，没有读入',
    )
    const [first] = answers
    expect(first?.opened.type === 'package' && first.opened.files.has('台账.csv')).toBe(true)
  })
  it('a setting by itself is a package of one file; a table by itself is a table', async () => {
    expect(await open({ 'standard.json': strToU8('{}'), 'sites.csv': CSV, 'areas.geojson': AREAS })).toEqual([
      ['standard.json', 'package'],
      ['sites.csv', 'sheets'],
      ['areas.geojson', 'layers'],
    ])
  })
})

describe('archives', () => {
  it('any files give an answer each; an archive inside is opened, one inside that is not', async () => {
    const inner = zipSync({ 'c.csv': CSV, 'd.zip': zipSync({ 'e.csv': CSV }) })
    const bytes = zipSync({
      '周报/a.csv': CSV,
      '周报/b.xlsx': BOOK,
      'inner.zip': inner,
      'x.doc': strToU8('\0\x01\x02'),
    })
    expect(await open({ '周报.zip': bytes })).toEqual([
      ['周报.zip/周报/a.csv', 'sheets'],
      ['周报.zip/周报/b.xlsx', 'sheets'],
      ['周报.zip/inner.zip/c.csv', 'sheets'],
      ['周报.zip/inner.zip/d.zip', 'unreadable'],
      ['周报.zip/x.doc', 'unreadable'],
    ])
  })
  it('a bomb is refused before it is unpacked', async () => {
    const zip = zipSync({ 'a.csv': CSV })
    const view = new DataView(zip.buffer)
    // The list at the end declares the size of what will be unpacked.
    let at = zip.length - 22
    while (view.getUint32(at, true) !== 0x02014b50) at--
    view.setUint32(at + 24, 0x7fffffff, true)
    expect(await reasonOf('a.zip', zip)).toMatch(/2048 MB.*上限/)
  })
  it('a password, damage, nothing inside', async () => {
    const zip = zipSync({ 'a.csv': CSV })
    const view = new DataView(zip.buffer)
    let at = zip.length - 22
    while (view.getUint32(at, true) !== 0x02014b50) at--
    view.setUint16(at + 8, 1, true)
    expect(await reasonOf('a.zip', zip)).toContain('密码')
    expect(await reasonOf('a.zip', zipSync({ 'a.csv': CSV }).slice(0, 60))).toContain('损坏')
    expect(await reasonOf('a.zip', zipSync({}))).toContain('空')
  })
})

describe('whatever the name says', () => {
  it('a workbook called .csv, a CSV called .xlsx, .xls or .txt', async () => {
    expect((await sheetOf('a.csv', BOOK)).name).toBe('S')
    for (const path of ['a.xlsx', 'a.xls', 'a.txt', 'a'])
      expect(rowsOf(await sheetOf(path, encodeText('编号,类别\nG1,公厕\n', 'GB18030')))).toEqual([
        [2, 'G1', '公厕'],
      ])
  })
  it('a web page called .xls, with cells over rows and columns', async () => {
    const html = `<html><head><meta charset="gbk"><style>td{}</style></head><body><table border=1>
      <tr><th colspan="3">问题台账</th></tr><tr><td>编号</td><td>居委会</td><td>问题&nbsp;描述</td></tr>
      <tr><td>W1</td><td rowspan=2>毛楼</td><td>积存<br/>垃圾 &lt;1处&gt;</td></tr><tr><td>W2</td><td></td></tr></table></body></html>`
    const sheet = await sheetOf('台账.xls', encodeText(html, 'GB18030'))
    expect(sheet.header).toMatchObject({ line: 2, cells: ['编号', '居委会', '问题 描述'] })
    expect(rowsOf(sheet)).toEqual([
      [3, 'W1', '毛楼', '积存\n垃圾 <1处>'],
      [4, 'W2', '毛楼', ''],
    ])
    expect(await reasonOf('a.xls', '<html><body>无</body></html>')).toContain('网页')
  })
  it('the XML of Excel 2003', async () => {
    const cell = (text: string, more = '') => `<Cell${more}><Data ss:Type="String">${text}</Data></Cell>`
    const xml = `<?xml version="1.0"?><Workbook xmlns:ss="urn:x"><Worksheet ss:Name="S"><Table><Row>${cell('编号')}${cell('类别')}${cell('名称')}</Row><Row>${cell('G1')}${cell('甲', ' ss:Index="3"')}</Row></Table></Worksheet></Workbook>`
    expect(rowsOf(await sheetOf('a.xls', xml))).toEqual([[2, 'G1', '', '甲']])
  })
  it('what cannot be read says what to do', async () => {
    const old = (name: string) =>
      Uint8Array.from([
        0xd0,
        0xcf,
        0x11,
        0xe0,
        ...new Uint8Array(600),
        ...encodeText(name, 'UTF-16LE').slice(2),
      ])
    expect(await reasonOf('a.xls', old('Workbook'))).toMatch(/旧版工作簿读不出来.*另存为 .xlsx/)
    expect(await reasonOf('a.xlsx', old('EncryptedPackage'))).toContain('密码')
    expect(await reasonOf('a.doc', old('WordDocument'))).toContain('Word')
    expect(await reasonOf('a.docx', zipSync({ 'word/document.xml': utf8('<x/>') }))).toContain('Word')
    expect(await reasonOf('a.ods', zipSync({ mimetype: utf8('x'), 'content.xml': utf8('<x/>') }))).toContain(
      'OpenDocument',
    )
    expect(await reasonOf('a.pdf', '%PDF-1.7\n')).toContain('PDF')
    expect(await reasonOf('a.jpg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]))).toContain('图片')
    expect(await reasonOf('a.rar', 'Rar!\x1a\x07')).toContain('解压')
    expect(
      await reasonOf(
        'a.bin',
        Uint8Array.from({ length: 99 }, (_, i) => (i * 7) % 256),
      ),
    ).toContain('不认识')
  })
  it('several tables of a page are several sheets', async () => {
    const table = '<table><tr><td>编号<td>类别<tr><td>G1<td>公厕</table>'
    expect((await sheetsOf('a.html', `<html>${table}${table}`)).map(({ name }) => name)).toEqual([
      '表格1',
      '表格2',
    ])
  })
})
