/** Several tables on one sheet, and what stands among rows that is no record. */
import { describe, expect, it } from 'vitest'
import { openDesk } from '../../engine/imports/desk.ts'
import { sheetsOf } from './open.ts'
import { grid, workbook } from './workbook.ts'

type Rows = readonly (readonly (string | null)[])[]

const book = (rows: Rows, merges: readonly string[] = [], name = 'Sheet1') =>
  workbook([{ name, xml: grid(rows, merges) }])

/** Each table as its name, its heading and its rows. */
const tables = async (content: Uint8Array | string) =>
  (await sheetsOf(typeof content === 'string' ? 'a.csv' : 'a.xlsx', content)).map((sheet) => ({
    name: sheet.name,
    heading: sheet.header.cells.join(),
    rows: [...sheet.rows()].map(({ line, cells }) => `${line}:${cells.join()}`),
    passed: sheet.passed.filter(({ line }) => line > sheet.header.line).map(({ line }) => line),
    told: sheet.passed.filter(({ line }) => line === 0).map(({ reason }) => reason),
  }))

const LEDGER = ['编号', '居委会', '发现日期', '问题描述']
const W1 = ['W1', '甲居委会', '2019-05-01', '积水']
const W2 = ['W2', '乙社区', '2019-06-01', '堆物']

describe('one below the other', () => {
  it('the same form with another title is another table; what signs and adds up is no record', async () => {
    const found = await tables(
      book([
        ['一月台账'],
        LEDGER,
        W1,
        ['合计', null, null, '1'],
        [],
        ['二月台账'],
        LEDGER,
        W2,
        ['制表人：', '某', '审核人：', '某'],
      ]),
    )
    expect(found).toMatchObject([
      { name: '一月台账', heading: LEDGER.join(), rows: ['3:W1,甲居委会,2019-05-01,积水'], passed: [4] },
      { name: '二月台账', heading: LEDGER.join(), rows: ['8:W2,乙社区,2019-06-01,堆物'], passed: [9] },
    ])
    expect(found[1]?.told).toEqual(['同一张工作表上有 2 张表，已分开列出：这是第 2 张，从第 6 行起'])
  })
  it('another form, under its title, and without one', async () => {
    const sites = ['编号', '类别', '名称', '居委会']
    const G1 = ['G1', '公厕', '一号公厕', '乙社区']
    expect(
      await tables(book([['问题台账'], LEDGER, W1, [], ['公厕名单'], sites, G1], [], '5月')),
    ).toMatchObject([
      { name: '5月 · 问题台账', rows: [`3:${W1.join()}`] },
      { name: '5月 · 公厕名单', heading: sites.join(), rows: [`7:${G1.join()}`] },
    ])
    expect(
      await tables(
        `${LEDGER.join()}\n${W1.join()}\n${W2.join()}\n${W2.join()}\n${sites.join()}\n${G1.join()}\n`,
      ),
    ).toMatchObject([
      { name: '第1表', heading: LEDGER.join() },
      { name: '第2表', heading: sites.join(), rows: [`6:${G1.join()}`] },
    ])
  })
  it('tables of names nobody knows: scores above, a count below', async () => {
    const found = await tables(
      book([
        ['市场评分'],
        ['名称', '环境卫生', '秩序'],
        ['甲市场', '8', '9'],
        [],
        ['问题台账'],
        LEDGER,
        W1,
        [],
        ['各居委会统计'],
        ['居委会', '问题数'],
        ['甲居委会', '1'],
        ['合计', '1'],
      ]),
    )
    expect(found).toMatchObject([
      { name: '市场评分', heading: '名称,环境卫生,秩序', rows: ['3:甲市场,8,9'] },
      { name: '问题台账', heading: LEDGER.join(), rows: [`7:${W1.join()}`] },
      { name: '各居委会统计', heading: '居委会,问题数', rows: ['11:甲居委会,1'], passed: [12] },
    ])
  })
  it('sheets of samples on their side, a month each', async () => {
    const month = (name: string, depth: string): Rows => [
      [name],
      ['监测点位', '甲', '乙'],
      ['透明度(cm)', depth, '20'],
      ['溶解氧(mg/L)', '3', '2'],
      ['氨氮(mg/L)', '4', '5'],
    ]
    const found = await tables(book([...month('1月', '30'), [], ...month('2月', '31')]))
    expect(found.map(({ name, rows }) => [name, rows[0]])).toEqual([
      ['1月', '2:甲,30,3,4'],
      ['2月', '2:甲,31,3,4'],
    ])
  })
})

describe('one table stays one', () => {
  it('printed on pages: titles, headings and page numbers come again', async () => {
    const found = await tables(
      book([['问题台账'], LEDGER, W1, ['第1页'], ['问题台账（续）'], LEDGER, W2, ['第 2 页 共 2 页']]),
    )
    expect(found).toMatchObject([
      { name: 'Sheet1', rows: [`3:${W1.join()}`, `7:${W2.join()}`], passed: [4, 5, 6, 8], told: [] },
    ])
  })
  it('in sections, with gaps, and with an empty column', async () => {
    const head = ['序号', '居委会', '问题描述']
    expect(
      await tables(
        book([
          head,
          ['一、背街小巷'],
          ['1', '甲居委会', '积水'],
          [],
          ['二、公厕'],
          ['1', '甲居委会', '异味'],
        ]),
      ),
    ).toMatchObject([{ rows: ['3:1,甲居委会,积水', '6:1,甲居委会,异味'], passed: [2, 5] }])
    expect(
      await tables(
        book([
          ['名称', '居委会', '荣誉'],
          ['张家院', '甲居委会', '卫生户'],
          [],
          ['二季度'],
          ['李家院', '甲居委会', '卫生户'],
        ]),
      ),
    ).toMatchObject([{ rows: ['2:张家院,甲居委会,卫生户', '5:李家院,甲居委会,卫生户'], passed: [4] }])
    // What is merged over the whole table parts it too, whatever it says.
    expect(await tables(book([LEDGER, ['入户走访所见'], W1], ['A2:D2']))).toMatchObject([
      { rows: [`3:${W1.join()}`], passed: [2] },
    ])
    expect(
      await tables(
        book([
          ['编号', '居委会', null, '问题描述', '备注'],
          ['W1', '甲居委会', null, '积水', 'x'],
        ]),
      ),
    ).toHaveLength(1)
  })
  it('a list whose only cell in a row is a name keeps the row', async () => {
    expect(await tables('名称,地址,电话\n一号公厕,甲路,\n二号公厕,,\n')).toMatchObject([
      { rows: ['2:一号公厕,甲路,', '3:二号公厕,,'], passed: [] },
    ])
  })
})

describe('side by side', () => {
  it('by their titles, with an empty column between; nothing between them is dropped', async () => {
    const beside = (left: readonly (string | null)[], right: readonly (string | null)[]) => [
      ...left,
      null,
      ...right,
    ]
    const found = await tables(
      book([beside(['东区', null, null, null], ['西区']), beside(LEDGER, LEDGER), beside(W1, W2)]),
    )
    expect(found).toMatchObject([
      { name: '东区', heading: LEDGER.join(), rows: [`3:${W1.join()},`] },
      { name: '西区', heading: LEDGER.join(), rows: [`3:${W2.join()}`] },
    ])
    expect(found[0]?.told).toEqual(['同一张工作表上有 2 张表，已分开列出：这是第 1 张，从 A 列到 E 列'])
  })
  it('a list printed in two columns', async () => {
    const found = await tables(
      book([
        ['序号', '名称', '序号', '名称'],
        ['1', '一号', '3', '三号'],
        ['2', '二号'],
      ]),
    )
    expect(found).toMatchObject([
      { name: 'Sheet1 第1表', heading: '序号,名称', rows: ['2:1,一号', '3:2,二号'] },
      { name: 'Sheet1 第2表', heading: '序号,名称', rows: ['2:3,三号'] },
    ])
  })
})

describe('headings of several rows', () => {
  it('what only says that points follow names no item; groups within groups are joined', async () => {
    const rows = [
      ['2019年5月检查评分表'],
      ['序号', '名称', '检查得分', null, null, null, '备注'],
      [null, null, '环境卫生', null, '市场'],
      [null, null, '地面', '墙面', '地面', '墙面'],
      ['1', '甲市场', '8', '9', '10', '7'],
    ]
    const merges = ['A1:G1', 'C2:F2', 'C3:D3', 'E3:F3', 'A2:A4', 'B2:B4', 'G2:G4']
    expect(await tables(book(rows, merges))).toMatchObject([
      {
        heading: '序号,名称,环境卫生地面,环境卫生墙面,市场地面,市场墙面,备注',
        rows: ['5:1,甲市场,8,9,10,7'],
      },
    ])
    const two = [
      ['名称', '检查得分', null],
      [null, '环境卫生', '市场'],
      ['甲市场', '8', '9'],
    ]
    expect(await tables(book(two, ['A1:A2', 'B1:C1']))).toMatchObject([{ heading: '名称,环境卫生,市场' }])
  })
})

it('in the tray each is an item with its own month and rows', async () => {
  const desk = await openDesk()
  const head = ['序号', '居委会', '发现日期', '问题描述', '严重程度', '责任单位']
  const row = (day: string, text: string) => ['1', '甲居委会', day, text, '一般', '环卫所']
  const tray = await desk.drop({
    '台账.xlsx': book([
      ['2019年4月台账'],
      head,
      row('4月2日', '积水'),
      [],
      ['2019年5月台账'],
      head,
      row('5月3日', '堆物'),
    ]),
  })
  expect(
    tray.incoming.map(({ name, table, counts }) => [name, table, counts.accepted, counts.rejected]),
  ).toEqual([
    ['台账.xlsx · 2019年4月台账', 'issues.csv', 1, 0],
    ['台账.xlsx · 2019年5月台账', 'issues.csv', 1, 0],
  ])
  expect(tray.incoming.map(({ first }) => first[0]?.foundOn)).toEqual(['2019-04-02', '2019-05-03'])
})
