/** Archives that say what is not so, and what is passed over in them. */
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { crc32 } from '../../../src/intake/formats/crc32.ts'
import { encodeText } from '../../../src/intake/formats/encode.ts'
import { openFiles } from '../../../src/intake/formats/index.ts'
import { reasonOf, utf8 } from './open.ts'
import { type ZipEntry, zipOf } from './zip-bytes.ts'

const CSV = utf8('编号,类别\nG1,公厕\n')

/** Names and what became of each, in words. */
const open = async (entries: readonly ZipEntry[], path = '包.zip') => {
  const answers = await openFiles([{ path, bytes: zipOf(entries) }])
  return answers.map(({ name, opened }) => [name, opened.type === 'unreadable' ? opened.reason : opened.type])
}

describe('what is passed over is listed with the reason', () => {
  it('paths out of the archive, what systems leave behind, links', async () => {
    expect(
      await open([
        { name: '../x.csv', bytes: CSV },
        { name: 'a/../../y.csv', bytes: CSV },
        { name: 'C:\\盘\\z.csv', bytes: CSV },
        { name: '__MACOSX/._a.csv', bytes: CSV },
        { name: 'Thumbs.db', bytes: CSV },
        { name: '.DS_Store', bytes: CSV },
        { name: '链.csv', bytes: utf8('/etc/hosts'), mode: 0xa1ff },
        { name: '表\\a.csv', bytes: CSV },
        { name: '/b.csv', bytes: CSV },
        { name: 'x.bin', bytes: Uint8Array.from({ length: 99 }, (_, i) => (i * 7) % 256) },
      ]),
    ).toEqual([
      ['包.zip/表/a.csv', 'sheets'],
      ['包.zip/b.csv', 'sheets'],
      ['包.zip/x.bin', expect.stringContaining('不认识这种文件')],
      ['包.zip', '跳过 ../x.csv、a/../../y.csv、C:/盘/z.csv：路径指到压缩包之外，没有读入'],
      ['包.zip', '跳过 __MACOSX/._a.csv、Thumbs.db、.DS_Store：是系统自带的文件，不是数据，没有读入'],
      ['包.zip', '跳过 链.csv：只是一个链接，不是文件，没有读入'],
    ])
  })
  it('many are counted, and two of one name are one', async () => {
    const outside = Array.from({ length: 12 }, (_, i): ZipEntry => ({ name: `../${i}.csv`, bytes: CSV }))
    expect(
      await open([
        ...outside,
        { name: 'a.csv', bytes: CSV },
        { name: 'a.csv', bytes: utf8('编号,名称\nG2,乙\n') },
        { name: 'A.csv', bytes: CSV },
      ]),
    ).toEqual([
      ['包.zip/a.csv', 'sheets'],
      ['包.zip/A.csv', 'sheets'],
      [
        '包.zip',
        '跳过 ../0.csv、../1.csv、../2.csv、../3.csv、../4.csv等 12 个文件：路径指到压缩包之外，没有读入',
      ],
      ['包.zip', '跳过 a.csv：与后面的一个同名，以后面的为准，没有读入'],
    ])
  })
  it('of a dropped folder too; and parts of a shapefile that differ in case', async () => {
    const answers = await openFiles([
      { path: '数据/.DS_Store', bytes: CSV },
      { path: '数据/a.csv', bytes: CSV },
      { path: '数据/p.dbf', bytes: CSV },
      { path: '数据/P.DBF', bytes: CSV },
      { path: '数据/p.shp', bytes: CSV },
    ])
    expect(answers.map(({ opened }) => (opened.type === 'unreadable' ? opened.reason : opened.type))).toEqual(
      [
        '与另一个文件只有大小写不同，只用了前一个',
        expect.stringContaining('.shp 已损坏'),
        'sheets',
        '跳过 数据/.DS_Store：是系统自带的文件，不是数据，没有读入',
      ],
    )
  })
})

describe('what is not so', () => {
  const other: ZipEntry = { name: 'b.csv', bytes: CSV }
  it('a check sum, a size too small or too big: named, and the other files are read', async () => {
    const cases: [ZipEntry, RegExp][] = [
      [{ name: 'a.csv', bytes: CSV, crc: 1 }, /“a.csv”的校验码（CRC）不符/],
      [{ name: 'a.csv', bytes: CSV, crc: 1, stored: true }, /“a.csv”的校验码（CRC）不符/],
      [{ name: 'a.csv', bytes: CSV, size: 5 }, /“a.csv”解压后的大小与压缩包里写的（5 字节）不符/],
      [{ name: 'a.csv', bytes: CSV, size: 99 }, /“a.csv”解压后的大小/],
      [{ name: 'a.csv', bytes: CSV, size: 9, stored: true }, /“a.csv”解压后的大小/],
      [{ name: 'a.csv', bytes: CSV, size: 500_000_000 }, /“a.csv”解压后的大小/],
      [{ name: 'a.csv', bytes: CSV, method: 12 }, /“a.csv”的压缩方式不支持/],
      [{ name: 'a.csv', bytes: CSV, method: 8, stored: true }, /“a.csv”已损坏|“a.csv”解压后的大小/],
    ]
    for (const [entry, reason] of cases)
      expect(await open([entry, other])).toEqual([
        ['包.zip/b.csv', 'sheets'],
        ['包.zip/a.csv', expect.stringMatching(reason)],
      ])
  })
  it('in a workbook: the worksheet is named', async () => {
    const book = utf8('<workbook><sheets><sheet name="台账" sheetId="1"/></sheets></workbook>')
    const sheet = utf8('<worksheet><sheetData><row><c t="str"><v>编号</v></c></row></sheetData></worksheet>')
    const bytes = zipOf([
      { name: 'xl/workbook.xml', bytes: book },
      { name: 'xl/worksheets/sheet1.xml', bytes: sheet, crc: 7 },
    ])
    expect(await reasonOf('a.xlsx', bytes)).toMatch(/工作表“台账”：“xl\/worksheets\/sheet1.xml”的校验码/)
  })
  it('files on each other, a list that ends early, a place beyond the end', async () => {
    const bomb = zipOf([other, { name: 'c.csv', bytes: CSV, onFirst: true }])
    expect(await reasonOf('a.zip', bomb)).toMatch(/“[bc].csv”与别的文件占同一处/)
    const zip = zipOf([other, { name: 'c.csv', bytes: CSV }])
    const view = new DataView(zip.buffer)
    const end = zip.length - 22
    const broken = (write: () => void): Uint8Array => {
      const before = zip.slice()
      write()
      const made = zip.slice()
      zip.set(before)
      return made
    }
    for (const bytes of [
      broken(() => view.setUint16(end + 10, 3, true)),
      broken(() => view.setUint32(end + 16, 0xffff, true)),
      broken(() => view.setUint32(end + 12, 0xffffff, true)),
      // The place of the second file in the list, where no header of a file is.
      broken(() => view.setUint32(zip.lastIndexOf(0x63, end) - 4, 1, true)),
    ])
      expect(await reasonOf('a.zip', bytes)).toContain('压缩包已损坏')
    expect(
      await reasonOf(
        'a.zip',
        broken(() => view.setUint16(end + 4, 1, true)),
      ),
    ).toContain('分卷')
  })
  it('a password', async () => {
    expect(await reasonOf('a.zip', zipOf([{ ...other, flags: 1 }]))).toContain('有密码')
  })
})

describe('what is unusual is read', () => {
  it('64-bit sizes, something before the archive, a comment behind it', async () => {
    const wide = zipOf([{ name: 'a.csv', bytes: CSV, wide: true }])
    const sheets = [['a.zip/a.csv', 'sheets']]
    const answer = async (bytes: Uint8Array) =>
      (await openFiles([{ path: 'a.zip', bytes }])).map(({ name, opened }) => [name, opened.type])
    expect(await answer(wide)).toEqual(sheets)
    const zip = zipOf([{ name: 'a.csv', bytes: CSV }])
    // What stands before must look like an archive too, else it is taken for something else.
    expect(await answer(Uint8Array.from([...utf8('PK\u0003\u0004'), ...new Uint8Array(50), ...zip]))).toEqual(
      sheets,
    )
    const commented = Uint8Array.from([...zip, ...utf8('注释')])
    new DataView(commented.buffer).setUint16(zip.length - 2, 6, true)
    expect(await answer(commented)).toEqual(sheets)
  })
  it('names in GBK, empty files', async () => {
    expect(
      await open([
        { name: encodeText('周报/表.csv', 'GB18030'), bytes: CSV },
        { name: '空.csv', bytes: new Uint8Array() },
        { name: '空2.csv', bytes: new Uint8Array(), stored: true },
      ]),
    ).toEqual([
      ['包.zip/周报/表.csv', 'sheets'],
      ['包.zip/空.csv', '文件是空的'],
      ['包.zip/空2.csv', '文件是空的'],
    ])
  })
})

it('the check sum is the one of ISO 3309, whole or piece by piece', () => {
  const text = utf8('123456789')
  expect(crc32(text)).toBe(0xcbf43926)
  for (let cut = 0; cut <= text.length; cut++)
    expect(crc32(text.subarray(cut), crc32(text.subarray(0, cut)))).toBe(0xcbf43926)
  const view = new DataView(zipSync({ a: text }, { level: 0 }).buffer)
  expect(view.getUint32(14, true)).toBe(0xcbf43926)
})
