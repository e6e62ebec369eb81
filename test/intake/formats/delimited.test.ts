import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeText } from '../../../src/intake/formats/encode.ts'
import type { Encoding } from '../../../src/intake/formats/opened.ts'
import { openOne, reasonOf, rowsOf, sheetOf } from './open.ts'

const ENCODINGS: Encoding[] = ['UTF-8', 'UTF-8 BOM', 'GB18030', 'UTF-16LE', 'UTF-16BE']

describe('text files', () => {
  it('any table, in any encoding, with any mark and line end, comes back', async () => {
    // Cells that are no heading, total or note, whatever letters they are put together of.
    const letters = ['甲', '龘', '𠀀', 'a', '1', ',', '，', '、', ';', '|', '\t', '"', '\n', ' ', '·']
    const cell = fc.string({ unit: fc.constantFrom(...letters), maxLength: 8 })
    const table = fc.array(fc.tuple(cell, cell, cell), { maxLength: 12 })
    const asked = fc.record({
      rows: table,
      encoding: fc.constantFrom(...ENCODINGS),
      mark: fc.constantFrom(',', '\t', ';', '|'),
      newline: fc.constantFrom('\n', '\r\n', '\r'),
    })
    await fc.assert(
      fc.asyncProperty(asked, async ({ rows, encoding, mark, newline }) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""').replaceAll('\n', newline)}"`
        const all = [['编号', '类别', '名称'], ...rows]
        const text = all.map((cells) => cells.map(quoted).join(mark) + newline).join('')
        const opened = await openOne('表.csv', encodeText(text, encoding))
        expect(opened).toMatchObject({ type: 'sheets', encoding, format: mark === '\t' ? 'TSV' : 'CSV' })
        if (opened.type !== 'sheets') return
        const [sheet] = opened.sheets
        expect(sheet?.header.cells).toEqual(['编号', '类别', '名称'])
        const expected = rows.filter((cells) => cells.some((c) => c.trim() !== ''))
        expect([...(sheet?.rows() ?? [])].map((row) => row.cells)).toEqual(expected)
        expect(sheet?.passed).toEqual([])
      }),
      { seed: 11, numRuns: 300 },
    )
  }, 30_000)
  it('any bytes have an answer, under any name', async () => {
    const names = [
      'a.csv',
      'a.xlsx',
      'a.json',
      'a.shp',
      'a.dbf',
      'a.kml',
      'a.zip',
      'a.txt',
      'a',
      'd/a.csv',
      'a.kmz',
    ]
    const starts = [
      '',
      'PK\x03\x04',
      '<kml>',
      '{"type":',
      '[',
      '\xef\xbb\xbf',
      '\xff\xfe',
      '<table><tr><td>',
      '\0\0\x27\x0a',
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.constantFrom(...starts),
        fc.uint8Array({ maxLength: 300 }),
        async (path, start, rest) => {
          const bytes = Uint8Array.from([...Array.from(start, (c) => c.charCodeAt(0)), ...rest])
          const opened = await openOne(path, bytes)
          if (opened.type === 'unreadable') expect(opened.reason).toMatch(/\p{Script=Han}{2}/u)
          if (opened.type === 'sheets')
            for (const sheet of opened.sheets) expect([...sheet.rows()].length).toBeLessThan(400)
        },
      ),
      { seed: 12, numRuns: 500 },
    )
  }, 30_000)
  it('walked twice it is the same; totals are told once, when they have been met', async () => {
    const sheet = await sheetOf('a.csv', '编号,类别,数量\nG1,公厕,3\n合计,,3\n')
    expect(sheet.about).toBe(2)
    const first = rowsOf(sheet)
    expect(first).toEqual([[2, 'G1', '公厕', '3']])
    expect(rowsOf(sheet)).toEqual(first)
    expect(sheet.passed).toEqual([{ line: 3, text: '合计 3', reason: '合计行，不是记录' }])
  })
  it('titles above the heading, whatever mark they hold', async () => {
    const text =
      '太昊路办事处，问题台账,2019年5月\n\n编号;检查项;发现日期\nW1;乱停乱放;2019-05-27\nW2;积存垃圾;2019-05-28\nW3;乱停乱放;2019-05-28\n'
    const sheet = await sheetOf('a.csv', text)
    expect(sheet.header).toMatchObject({ line: 3, cells: ['编号', '检查项', '发现日期'] })
    expect(rowsOf(sheet)[0]).toEqual([4, 'W1', '乱停乱放', '2019-05-27'])
    expect(sheet.passed.map(({ line }) => line)).toEqual([1])
  })
  it('full-width marks, only where every line is divided by them', async () => {
    expect((await sheetOf('a.txt', '编号，类别，名称\nG1，公厕，甲\n')).header.cells).toEqual([
      '编号',
      '类别',
      '名称',
    ])
    const prose = await sheetOf('a.csv', '名称\n甲，乙\n丙\n')
    expect(rowsOf(prose)).toEqual([
      [2, '甲，乙'],
      [3, '丙'],
    ])
  })
  it('a row is a total only when its first cell says so and it has no number of its own', async () => {
    const text = [
      '编号,居委会,名称,数量',
      'G1,毛楼,合计超市,1',
      ',毛楼小计,,1',
      '小计,,,1',
      'G2,总计,甲,1',
      ',合计,,2',
      '编号,居委会,名称,数量',
      'G3,平均,乙,1',
      '注：数量以实际为准,,,',
      '制表人：某,,审核：某,',
      '填表日期：2019年5月,,,',
    ].join('\n')
    const sheet = await sheetOf('a.csv', text)
    expect(rowsOf(sheet).map(([line]) => line)).toEqual([2, 3, 5, 8])
    expect(sheet.passed.map(({ line }) => line)).toEqual([4, 6, 7, 9, 10, 11])
  })
  it('a table no contract knows: the first row with the most texts is its heading', async () => {
    const sheet = await sheetOf('a.csv', '台账\n单位,电话数,甲,乙\n某单位,3,4,5\n')
    expect(sheet.header).toMatchObject({ line: 2, cells: ['单位', '电话数', '甲', '乙'] })
  })
  it('a long file is walked, each row on its line', async () => {
    const line = (i: number) =>
      `W${i},G${i % 1000},乱停乱放,114.6512345,33.6012345,411671011001,2019-05-27,"门前垃圾，需清理"\r\n`
    const rows = 200_000
    const text = `编号,点位编号,检查项,经度,纬度,居委会,发现日期,问题描述\r\n${Array.from({ length: rows }, (_, i) => line(i)).join('')}`
    const sheet = await sheetOf('a.csv', text)
    expect(Math.abs(sheet.about - rows)).toBeLessThan(rows / 20)
    let count = 0
    let last: readonly string[] = []
    for (const row of sheet.rows()) {
      count++
      last = row.cells
      if (row.line !== count + 1) throw new Error(`row ${count} on line ${row.line}`)
    }
    expect(count).toBe(rows)
    expect(last[0]).toBe(`W${rows - 1}`)
  }, 20_000)
  it('a cell longer than what is parsed at a time, and a quote that runs on through more of it', async () => {
    const long = '甲,\n'.repeat(40_000)
    const sheet = await sheetOf('a.csv', `编号,类别\nG1,"${long}"\nG2,公厕\n`)
    expect(
      [...sheet.rows()].map(({ line, cells, fault }) => [line, cells[0], cells[1]?.length, fault]),
    ).toEqual([
      [2, 'G1', 32_767, '第 2 格有 120000 个字符，超过上限 32767 个，只读了开头'],
      [40_003, 'G2', 2, null],
    ])
    const broken = await sheetOf('a.csv', `编号,类别\nG0,"公厕\n${'G1,公厕\n'.repeat(400_000)}`)
    const rows = [...broken.rows()]
    expect(rows).toHaveLength(400_001)
    expect(rows.filter(({ fault }) => fault !== null)).toHaveLength(1)
  }, 20_000)
  it('text that is no table', async () => {
    expect(await reasonOf('说明.txt', '今天下午开会。\n请准时。\n')).toContain('不是表格')
    expect(await reasonOf('a.csv', '')).toContain('空')
    expect(await reasonOf('a.csv', ' \n\n')).toContain('空')
    expect(await reasonOf('a.csv', ',,,\n,,,\n')).toContain('没有数据')
  })
})

describe('headings', () => {
  it('of two rows, groups above', async () => {
    const sheet = await sheetOf(
      'a.csv',
      '编号,类别,坐标,,整改前,状态\n,,经度,纬度,照片,\nG1,公厕,114.65,33.6,a.jpg,好\n',
    )
    expect(sheet.header.cells).toEqual(['编号', '类别', '经度', '纬度', '整改前照片', '状态'])
    expect(rowsOf(sheet)).toEqual([[3, 'G1', '公厕', '114.65', '33.6', 'a.jpg', '好']])
  })
  it('with a row of units below', async () => {
    const sheet = await sheetOf(
      'a.csv',
      '水体,监测点,日期,透明度,氨氮\n,,,m,mg/L\nR1,东桥,2019-05-27,0.3,2\n',
    )
    expect(sheet.header.cells).toEqual(['水体', '监测点', '日期', '透明度m', '氨氮mg/L'])
    expect(rowsOf(sheet)).toEqual([[3, 'R1', '东桥', '2019-05-27', '0.3', '2']])
  })
  it('a first row of data that happens to be all text is no heading', async () => {
    const sheet = await sheetOf('a.csv', '甲,乙,丙,丁,,己\na,b,c,d,e,f\n1,b,c,d,e,f\n')
    expect(sheet.header.line).toBe(2)
    const text = await sheetOf('a.csv', '甲,乙,丙,丁,,己\na,b,c,d,e,f\na,b,c,d,e,f\n')
    expect(text.header.line).toBe(1)
  })
  it('a table without any begins with its first row, its columns named by where they stand', async () => {
    const sheet = await sheetOf('a.csv', 'G1,公厕,114.65,33.6\nG2,公厕,114.66,33.61\n')
    expect(sheet.header.cells).toEqual(['第 1 列', '第 2 列', '第 3 列', '第 4 列'])
    expect(rowsOf(sheet).map(([line]) => line)).toEqual([1, 2])
    expect(sheet.passed[0]?.reason).toContain('没有找到表头')
    // Years are headings.
    expect((await sheetOf('a.csv', '单位,2018,2019\n甲,3,4\n')).header.cells).toEqual([
      '单位',
      '2018',
      '2019',
    ])
  })
  it('comments above, which are no upper row', async () => {
    const sheet = await sheetOf('a.csv', '# 系统, 版本\n编号,类别,名称\nG1,公厕,甲\n')
    expect(sheet.header.line).toBe(2)
    expect(sheet.passed.map(({ line }) => line)).toEqual([1])
  })
  it('below a title scattered over cells', async () => {
    const text = '关于,各单位,检查,的,,说明\n,甲,,乙,,\n单位,人员数,个数,备考,甲,乙\n一,5,3,丁,戊,己\n'
    expect((await sheetOf('a.csv', text)).header.line).toBe(3)
  })
})
