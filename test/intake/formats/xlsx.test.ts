import ExcelJS from 'exceljs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openFiles } from '../../../src/intake/formats/index.ts'
import type { Sheet } from '../../../src/intake/formats/opened.ts'
import { grid, workbook } from './workbook.ts'

/** The sheets of a workbook, or the reason why there are none. */
const open = async (bytes: Uint8Array, path = '表.xlsx'): Promise<Sheet[]> => {
  const [answer] = await openFiles([{ path, bytes }])
  if (answer?.opened.type !== 'sheets') throw new Error(JSON.stringify(answer))
  return answer.opened.sheets
}

const cellsOf = (sheet: Sheet | undefined) => [...(sheet?.rows() ?? [])].map(({ cells }) => cells)

/** One row of cells as XML under a heading of as many columns. */
const under = (cells: string[], parts: Parameters<typeof workbook>[1] = {}) => {
  const heading = cells
    .map((_, i) => `<c t="inlineStr"><is><t>列${'甲乙丙丁戊己庚辛壬癸'[i]}</t></is></c>`)
    .join('')
  const xml = `<sheetData><row r="1">${heading}</row><row r="2">${cells.join('')}</row></sheetData>`
  return workbook([{ name: 'S', xml }], parts)
}

const read = async (cells: string[], parts: Parameters<typeof workbook>[1] = {}) =>
  cellsOf((await open(under(cells, parts)))[0])[0]

describe('cells of a workbook', () => {
  it('what Excel itself would write comes back as it is seen', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('问题台账')
    sheet.addRow(['编号', '居委会', '发现日期', '经度', '状态', '问题描述', '整改期限', '备注'])
    sheet.addRow([
      'W1',
      411671011001,
      new Date(Date.UTC(2019, 4, 27)),
      114.65,
      true,
      { richText: [{ text: '门前' }, { font: { bold: true }, text: '积存垃圾' }] },
      { formula: 'C2+3', result: new Date(Date.UTC(2019, 4, 30)) },
      { error: '#N/A' },
    ])
    for (const column of [3, 7]) sheet.getColumn(column).numFmt = 'yyyy"年"m"月"d"日"'
    const [first] = await open(new Uint8Array(await book.xlsx.writeBuffer()))
    expect(first?.name).toBe('问题台账')
    expect(first?.header).toMatchObject({
      line: 1,
      cells: ['编号', '居委会', '发现日期', '经度', '状态', '问题描述', '整改期限', '备注'],
    })
    expect(cellsOf(first)).toEqual([
      ['W1', '411671011001', '2019-05-27', '114.65', 'TRUE', '门前积存垃圾', '2019-05-30', '#N/A'],
    ])
  })
  it('numbers have neither exponents nor the dust of binary fractions', async () => {
    expect(
      await read(
        ['4.11671011001E11', '114.65000000000001', '1E-7', '-3', '1.0E+21'].map((v) => `<c><v>${v}</v></c>`),
      ),
    ).toEqual(['411671011001', '114.65', '0.0000001', '-3', '1000000000000000000000'])
  })
  it('dates by the format of the number, from either beginning', async () => {
    const formats = [
      'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@',
      '[$-804]yyyy/m/d h:mm',
      '[Red]0.00',
      'General',
      '00000',
      'h:mm',
    ]
    const styles = [0, 14, 31, 58, 164, 165, 166, 167, 168, 169]
    const cells = styles.map(
      (_, i) =>
        `<c s="${i}"><v>${i === 5 ? '43612.4375' : i === 8 ? '12' : i === 9 ? '0.4375' : '43612'}</v></c>`,
    )
    const expected = [
      '43612',
      '2019-05-27',
      '2019-05-27',
      '2019-05-27',
      '2019-05-27',
      '2019-05-27 10:30',
      '43612',
      '43612',
      '00012',
      '10:30',
    ]
    expect(await read(cells, { formats, styles })).toEqual(expected)
    expect(
      await read(['<c s="0"><v>42150</v></c>', '<c s="0"><v>0</v></c>'], { styles: [14], from1904: true }),
    ).toEqual(['2019-05-27', '1904-01-01'])
    // The spreadsheet's own 29 February 1900 and the days about it.
    expect(await read(['<c s="0"><v>1</v></c>', '<c s="0"><v>61</v></c>'], { styles: [14] })).toEqual([
      '1900-01-01',
      '1900-03-01',
    ])
  })
  it('texts: shared, of several runs, with readings and escapes', async () => {
    const texts = [
      '<t>太昊路</t>',
      '<r><t>甲</t></r><r><rPr/><t>乙</t></r><rPh><t>yi</t></rPh>',
      '<t>a_x000D_b&amp;&lt;c&gt;&#20013;</t>',
    ]
    const cells = [
      '<c t="s"><v>0</v></c>',
      '<c t="s"><v>1</v></c>',
      '<c t="s"><v>2</v></c>',
      '<c t="str"><f>A1</f><v>公式</v></c>',
    ]
    expect(await read(cells, { texts })).toEqual(['太昊路', '甲乙', 'a\rb&<c>中', '公式'])
  })
  it('elements with a prefix, rows and cells without an address, backslashes in paths', async () => {
    const cell = (text: string) => `<x:c t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c>`
    const row = (...texts: string[]) => `<x:row>${texts.map(cell).join('')}</x:row>`
    const rows = row('编号', '类别') + row('G1', '公厕') + row('G2', '公厕')
    const bytes = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      '_rels/.rels': strToU8(
        '<Relationships><Relationship Type="a/officeDocument" Target="/xl/workbook2.xml"/></Relationships>',
      ),
      'xl\\workbook2.xml': strToU8(
        '<x:workbook><x:sheets><x:sheet name="S" r:id="a"/></x:sheets></x:workbook>',
      ),
      'xl/_rels/workbook2.xml.rels': strToU8(
        '<Relationships><Relationship Id="a" Type="b/worksheet" Target="/xl/Sheets/One.xml"/></Relationships>',
      ),
      'xl/sheets/one.xml': strToU8(`<x:worksheet><x:sheetData>${rows}</x:sheetData></x:worksheet>`),
    })
    const [sheet] = await open(bytes)
    expect(sheet?.header.cells).toEqual(['编号', '类别'])
    expect([...(sheet?.rows() ?? [])].map(({ line, cells }) => [line, ...cells])).toEqual([
      [2, 'G1', '公厕'],
      [3, 'G2', '公厕'],
    ])
  })
  it('a formula without its result and a text that is not there are told', async () => {
    const [sheet] = await open(under(['<c><v>1</v></c>', '<c><f>A2+1</f></c>']))
    expect([...(sheet?.rows() ?? [])][0]?.fault).toContain('公式')
    const [textless] = await open(under(['<c><v>1</v></c>', '<c t="s"><v>7</v></c>']))
    expect([...(textless?.rows() ?? [])][0]?.fault).toContain('文字')
  })
})

const page = (rows: (string | null)[][], merges: string[] = []) =>
  workbook([{ name: 'S', xml: grid(rows, merges) }])

describe('what a small workbook can ask for', () => {
  const HEADING = ['编号', '类别', '说明']
  const told = (sheet: Sheet | undefined) => [...(sheet?.rows() ?? [])].map(({ fault }) => fault)

  it('a part that several worksheets name is read for the first, and the others are told', async () => {
    const files = unzipSync(
      workbook(['甲', '乙', '丙'].map((name) => ({ name, xml: grid([HEADING, ['1', '2', '3']]) }))),
    )
    const path = 'xl/_rels/workbook.xml.rels'
    files[path] = strToU8(strFromU8(files[path] as Uint8Array).replace('sheet3.xml', 'Sheet1.xml'))
    const sheets = await open(zipSync(files))
    expect(sheets.map(({ name }) => name)).toEqual(['甲', '乙'])
    expect(sheets[0]?.passed).toEqual([{ line: 0, text: '丙', reason: '与工作表“甲”是同一份内容，没有再读' }])
  })

  // A text of 32,767 may be repeated 488 times in one table, 244 times in each of two.
  const long = '长'.repeat(32_767)
  const cell = (i: number) => `<c t="s"><v>${i}</v></c>`
  const rows = Array.from({ length: 300 }, () => `<row>${cell(3)}${cell(4)}${cell(4)}</row>`).join('')
  const page = { xml: `<sheetData><row>${cell(0)}${cell(1)}${cell(2)}</row>${rows}</sheetData>` }
  const texts = [...HEADING, '短', long].map((text) => `<t>${text}</t>`)

  it('a long text in too many cells is cut and told from there on, each time the rows are walked', async () => {
    const [sheet] = await open(workbook([{ ...page, name: '甲' }], { texts }))
    for (let walk = 0; walk < 2; walk++) {
      const lengths = cellsOf(sheet).flatMap(([, ...cells]) => cells.map(({ length }) => length))
      expect(lengths.filter((length) => length === long.length).length).toBe(489)
      expect(lengths.filter((length) => length === 1000).length).toBe(600 - 489)
      expect(told(sheet).indexOf(told(sheet)[299] as string)).toBe(244)
      expect(told(sheet)[299]).toMatch(/^有长文字在太多单元格里重复/)
    }
  })

  it('the worksheets have one allowance together', async () => {
    const sheets = await open(
      workbook(
        ['甲', '乙'].map((name) => ({ ...page, name })),
        { texts },
      ),
    )
    const whole = sheets.map(
      (sheet) =>
        cellsOf(sheet)
          .flat()
          .filter((text) => text === long).length,
    )
    expect(whole).toEqual([245, 245])
  })

  it('so is one that is merged down too many rows', async () => {
    const down = Array.from({ length: 600 }, (_, i) => [`${i}`, '公厕', i === 0 ? long : null])
    const [sheet] = await open(workbook([{ name: '甲', xml: grid([HEADING, ...down], ['C2:C601']) }]))
    expect(cellsOf(sheet).filter(([, , text]) => text === long).length).toBe(490)
    expect(told(sheet)[599]).toMatch(/^有长文字在太多单元格里重复/)
  })
})

describe('the shape of a worksheet', () => {
  it('the heading under merged titles; what is passed over is told', async () => {
    const [sheet] = await open(
      page(
        [
          ['太昊路办事处创卫问题台账', null, null, null],
          ['填报单位：太昊路办事处', null, null, '2019年5月'],
          [],
          ['序号', '编号', '检查项', '发现日期'],
          ['1', 'W1', '乱停乱放', '2019-05-27'],
          ['合 计', null, '1', null],
          ['注：以上为本周数据', null, null, null],
          ['制表人：', '甲', '审核人：', '乙'],
        ],
        ['A1:D1'],
      ),
    )
    expect(sheet?.header.line).toBe(4)
    expect([...(sheet?.rows() ?? [])].map(({ line, cells }) => [line, ...cells])).toEqual([
      [5, '1', 'W1', '乱停乱放', '2019-05-27'],
      [8, '制表人：', '甲', '审核人：', '乙'],
    ])
    expect(sheet?.passed.map(({ line }) => line)).toEqual([1, 2, 6, 7])
  })
  it('a heading of two rows: groups over names, names over two rows', async () => {
    const [sheet] = await open(
      page(
        [
          ['编号', '类别', '坐标', null, '整改前', '透明度', null],
          [null, null, '经度', '纬度', '照片', '(cm)', '备注'],
          ['G1', '公厕', '114.65', '33.6', 'a.jpg', '30', ''],
        ],
        ['A1:A2', 'B1:B2', 'C1:D1', 'F1:G1'],
      ),
    )
    expect(sheet?.header.cells).toEqual(['编号', '类别', '经度', '纬度', '整改前照片', '透明度(cm)', '备注'])
    expect([...(sheet?.rows() ?? [])].map(({ line }) => line)).toEqual([3])
  })
  it('a title scattered over merged cells is no upper row', async () => {
    const [sheet] = await open(
      page(
        [
          ['关于', '各单位的', null, '检查'],
          ['单位', '人员数', '备考', '时间'],
          ['甲', '3', '无', '2019-05-27'],
        ],
        ['B1:C1'],
      ),
    )
    expect(sheet?.header).toMatchObject({ line: 2, cells: ['单位', '人员数', '备考', '时间'] })
  })
  it('a value that spans rows stands in each; one that spans columns in the first', async () => {
    const [sheet] = await open(
      page(
        [
          ['居委会', '编号', '名称', '说明'],
          ['毛楼居委会', 'G1', '甲', null],
          [null, 'G2', '乙', null],
          [null, 'G3', '丙', null],
          ['后王居委会', 'G4', '丁', null],
        ],
        ['A2:A4', 'C5:D5'],
      ),
    )
    expect(cellsOf(sheet)).toEqual([
      ['毛楼居委会', 'G1', '甲'],
      ['毛楼居委会', 'G2', '乙'],
      ['毛楼居委会', 'G3', '丙'],
      ['后王居委会', 'G4', '丁'],
    ])
  })
  it('hidden and empty worksheets', async () => {
    const data = grid([
      ['编号', '类别'],
      ['G1', '公厕'],
    ])
    const sheets = await open(
      workbook([
        { name: '点位', xml: data },
        { name: '字典', xml: data, state: 'hidden' },
        { name: 'Sheet3', xml: '<sheetData/>' },
        { name: '点位二', xml: data },
      ]),
    )
    // A hidden one is there to be chosen.
    expect(sheets.map(({ name, hidden }) => [name, hidden === true])).toEqual([
      ['点位', false],
      ['点位二', false],
      ['字典', true],
    ])
    expect(sheets[0]?.passed).toEqual([{ line: 0, text: '字典', reason: '隐藏的工作表，没有读入' }])
  })
  it('a water-quality sheet lying on its side is turned', async () => {
    const [sheet] = await open(
      page([
        ['太昊河水质监测结果', null, null, null],
        ['监测项目', '单位', '1#', '2#'],
        ['监测日期', '/', '2019-05-27', '2019-05-28'],
        ['水体', '/', '太昊河', '太昊河'],
        ['监测点', null, '东桥', '西桥'],
        ['透明度', 'cm', '30', '28'],
        ['溶解氧', 'mg/L', '5.1', 'ND'],
        ['氨氮', 'mg/L', '1.2', '＜2.2'],
      ]),
    )
    expect(sheet?.header.cells).toEqual(['监测日期', '水体', '监测点', '透明度cm', '溶解氧mg/L', '氨氮mg/L'])
    expect([...(sheet?.rows() ?? [])].map(({ line, cells }) => [line, ...cells])).toEqual([
      [3, '2019-05-27', '太昊河', '东桥', '30', '5.1', '1.2'],
      [4, '2019-05-28', '太昊河', '西桥', '28', 'ND', '＜2.2'],
    ])
    expect(sheet?.passed[0]?.reason).toContain('列号')
    expect(sheet?.passed.map(({ line }) => line)).toEqual([1, 1, 2])
  })
  it('a sheet that explains the columns of a table is not turned; one that counts its fields is', async () => {
    const fields = ['水体编号', '监测点', '日期', '透明度cm']
    const [guide] = await open(
      page([['表', '列', '必填', '含义'], ...fields.map((name) => ['水质监测', name, '是', '说明'])]),
    )
    expect(guide?.header.cells).toEqual(['表', '列', '必填', '含义'])
    const [counted] = await open(
      page([
        ['监测结果'],
        ['序号', '项目', '1#'],
        ...fields.map((name, i) => [String(i + 1), name, `值${i}`]),
      ]),
    )
    expect(counted?.header.cells).toEqual(fields)
  })
  it('a worksheet that breaks off is read as far as it goes, and says so', async () => {
    const xml = grid([
      ['编号', '类别'],
      ['G1', '公厕'],
      ['G2', '公厕'],
    ])
    const [sheet] = await open(workbook([{ name: 'S', xml: xml.slice(0, xml.indexOf('G2')) }]))
    const rows = [...(sheet?.rows() ?? [])]
    expect(rows[0]?.cells).toEqual(['G1', '公厕'])
    expect(rows.at(-1)?.fault).toContain('中断')
  })
})
