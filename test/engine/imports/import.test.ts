/** Files dropped, settled and used, on a real package. */
import { describe, expect, it } from 'vitest'
import { openDesk, textOf } from './desk.ts'

const ISSUE_HEAD = '编号,居委会,发现日期,严重程度,问题描述,整改期限'

describe('a week’s ledger', () => {
  it('adds what is new, updates what differs, leaves the rest and the columns it does not know', async () => {
    const desk = await openDesk()
    const { incoming, refused } = await desk.drop({
      '5月台账.csv': `${ISSUE_HEAD}\nWT-1,,2019/5/1,一般,地面积水已清,\nWT-2,乙社区,2019年5月2日,较重,门口堆物,2019-05-12\nWT-3,甲居委会,2019.5.20,一般,新问题,2019-06-01\n`,
    })
    expect(refused).toEqual([])
    expect(incoming).toHaveLength(1)
    const [item] = incoming
    expect(item).toMatchObject({
      table: 'issues.csv',
      format: 'CSV',
      missing: [],
      mode: 'update',
      counts: { rows: 3, accepted: 3, rejected: 0 },
      effect: { added: 1, updated: 1, unchanged: 1, removed: 0, skipped: 0 },
    })
    expect(item?.first[0]).toMatchObject({ id: 'WT-1', foundOn: '2019-05-01' })
    await desk.take()
    expect(desk.file('issues.csv').split('\r\n')).toEqual([
      '编号,点位编号,居委会,发现日期,严重程度,问题描述,责任单位,整改期限,巡查员备忘',
      'WT-1,G1,甲居委会,2019-05-01,一般,地面积水已清,环卫所,2019-05-10,不公开的一列',
      'WT-2,,乙社区,2019-05-02,较重,门口堆物,城管局,2019-05-12,',
      'WT-3,,甲居委会,2019-05-20,一般,新问题,,2019-06-01,',
      '',
    ])
    const { revisions } = await desk.workspace.state()
    expect(revisions.map(({ what }) => what)).toEqual(['导入 5月台账.csv：新增 1、更新 1'])
    expect((await desk.drop({})).incoming).toEqual([])
  })

  it('only adds where asked, and tells what it skipped; replaces where asked', async () => {
    const desk = await openDesk()
    const text = `${ISSUE_HEAD}\nWT-1,甲居委会,2019-05-01,一般,另一种说法,\nWT-2,乙社区,2019-05-02,较重,门口堆物,2019-05-12\nWT-3,甲居委会,2019-05-20,一般,新问题,2019-06-01\nWT-3,甲居委会,2019-05-21,一般,又一个,2019-06-01\n`
    const [item] = (await desk.drop({ 'issues.csv': text })).incoming
    const [added] = (await desk.settle(item?.id ?? 0, { mode: 'add' })).incoming
    // Another text of WT-1 and another day of WT-3 are other problems: each is kept under a number of its own.
    expect(added?.effect).toEqual({ added: 3, updated: 0, unchanged: 1, removed: 0, skipped: 0 })
    expect(added?.clashes).toMatchObject({ count: 2, chosen: 'both' })
    const [same] = (await desk.settle(item?.id ?? 0, { clashes: 'same' })).incoming
    expect(same?.effect).toEqual({ added: 1, updated: 0, unchanged: 1, removed: 0, skipped: 2 })
    expect(same?.flagged.map(({ line, reason }) => `${line} ${reason}`)).toContain(
      '2 已有这一条而内容不同，只新增时没有改动它',
    )
    expect(same?.flagged.map(({ line, reason }) => `${line} ${reason}`)).toContain(
      '5 与第 4 行是同一条，只用了前一行',
    )
    const [replaced] = (await desk.settle(item?.id ?? 0, { mode: 'replace' })).incoming
    expect(replaced?.effect).toEqual({ added: 2, updated: 2, unchanged: 0, removed: 0, skipped: 0 })
    await desk.take()
    expect(desk.model().issues.map(({ id, description }) => `${id} ${description}`)).toEqual([
      'WT-1 另一种说法',
      'WT-2 门口堆物',
      'WT-3 新问题',
      'WT-3 又一个',
    ])
    expect(desk.file('issues.csv')).not.toContain('巡查员备忘')
  })

  it('gives the rejected rows back in the file’s own encoding, to be mended and dropped in again', async () => {
    const desk = await openDesk()
    const [item] = (
      await desk.drop({
        '台账.csv': `${ISSUE_HEAD}\nWT-7,甲居委会,,一般,没有日期,\nWT-8,甲居委会,某日,一般,"说，""引号""",\nWT-9,甲居委会,2019-05-20,一般,好,2019-06-01\n`,
      })
    ).incoming
    expect(item?.counts).toMatchObject({ rows: 3, accepted: 1, rejected: 2 })
    const saved = await desk.rejectedRows(item?.id ?? 0)
    expect(saved.name).toBe('台账-未读入.csv')
    expect(textOf(saved.bytes).split('\r\n')).toEqual([
      `${ISSUE_HEAD},原因`,
      'WT-7,甲居委会,,一般,没有日期,,发现日期：没有填日期',
      'WT-8,甲居委会,某日,一般,"说，""引号""",,发现日期：日期读不懂，应写成 2019-05-27',
      '',
    ])
    await desk.take()
    const mended = textOf(saved.bytes)
      .replace('WT-7,甲居委会,', 'WT-7,甲居委会,2019-05-20')
      .replace('某日', '2019-05-21')
    const [again] = (await desk.drop({ '台账-未读入.csv': mended })).incoming
    expect(again?.counts).toMatchObject({ rows: 2, accepted: 2, rejected: 0 })
    expect(again?.headings.at(-1)).toMatchObject({ heading: '原因', field: '' })
    await desk.take()
    expect(desk.model().issues.map(({ id }) => id)).toEqual(['WT-1', 'WT-2', 'WT-9', 'WT-7', 'WT-8'])
  })

  it('asks of which year 5月7日 is, and takes serials for what they are', async () => {
    const desk = await openDesk()
    const [item] = (
      await desk.drop({
        'issues.csv': `${ISSUE_HEAD}\nWT-5,甲居委会,5月7日,一般,一,43612\nWT-6,甲居委会,5.7,一般,二,6-1\nWT-7,甲居委会,2019-05-07,一般,三,2月30日\n`,
      })
    ).incoming
    expect(item?.year).toEqual({ asked: true, chosen: 2019 })
    expect(item?.first.map(({ foundOn, dueOn }) => [foundOn, dueOn])).toEqual([
      ['2019-05-07', '2019-05-27'],
      ['2019-05-07', '2019-06-01'],
      ['2019-05-07', '2月30日'],
    ])
    expect(item?.flagged.map(({ line, reason }) => `${line} ${reason}`)).toEqual(
      expect.arrayContaining([
        '2 有 1 格是 Excel 的日期序号（如 43612），已换成年月日',
        '0 有 3 格日期没有写年份，按 2019 年读入；不是这一年的请改年份',
        '4 日期读不懂，应写成 2019-05-27，按未填处理',
      ]),
    )
    const [other] = (await desk.settle(item?.id ?? 0, { year: 2018 })).incoming
    expect(other?.first[0]).toMatchObject({ foundOn: '2018-05-07', dueOn: '2019-05-27' })
  })
})

describe('headings nobody knows', () => {
  it('are mapped by hand, remembered, and forgotten when mapped as proposed', async () => {
    const desk = await openDesk()
    const head = '问题序列,小区,哪天查到,毛病'
    const [item] = (await desk.drop({ '自制表.csv': `${head}\nWT-5,甲居委会,2019-05-07,脏\n` })).incoming
    expect(item?.table).toBe(null)
    const [taken] = (await desk.settle(item?.id ?? 0, { table: 'issues.csv' })).incoming
    expect(taken?.missing).toEqual(['foundOn'])
    await expect(desk.take()).rejects.toThrow('“自制表.csv”缺少“发现日期”')
    const mapping = { 问题序列: 'id', 小区: 'areaCode', 哪天查到: 'foundOn', 毛病: 'description' }
    const [mapped] = (await desk.settle(item?.id ?? 0, { mapping })).incoming
    expect(mapped).toMatchObject({ missing: [], counts: { rows: 1, accepted: 1 }, effect: { added: 1 } })
    await desk.take()
    const [known] = (await desk.drop({ '下周问题.csv': `${head}\nWT-6,乙社区,2019-05-08,乱\n` })).incoming
    expect(known).toMatchObject({ table: 'issues.csv', missing: [], remembered: true })
    expect(known?.headings.map(({ field, remembered }) => [field, remembered])).toEqual([
      ['id', true],
      ['areaCode', true],
      ['foundOn', true],
      ['description', true],
    ])
  })
})

describe('columns nobody wants', () => {
  it('are told once, our own and the reasons of rejected rows are not', async () => {
    const desk = await openDesk()
    const [item] = (
      await desk.drop({
        'issues.csv': `${ISSUE_HEAD},备注,状态,原因,联系电话\nWT-5,甲居委会,2019-05-07,一般,一,2019-06-01,记一笔,待整改,没有,${['139', '0000', '0000'].join('')}\n`,
      })
    ).incoming
    expect(item?.flagged.map(({ line, field, reason }) => `${line} ${field} ${reason}`)).toEqual([
      '1 备注 这一列没有对应的字段，没有读入',
      '1 联系电话 这一列没有对应的字段，没有读入',
    ])
    expect(item?.headings.at(-1)).toMatchObject({ field: '', sample: '（已隐去手机号）' })
    expect(item?.counts).toMatchObject({ accepted: 1, flagged: 0 })
  })
})

describe('files that rest on one another', () => {
  it('new sites are known to the checks and problems beside them', async () => {
    const desk = await openDesk()
    const { incoming } = await desk.drop({
      '问题台账.csv': `编号,点位编号,发现日期,严重程度,整改期限\nWT-5,G2,2019-05-07,一般,2019-06-01\n`,
      '检查记录.csv':
        '检查编号,点位编号,检查日期,检查来源,检查项,结果\nJ1,G2,2019-05-07,区督导,toilet-clean,合格\n',
      '点位.csv': '编号,类别,名称,经度,纬度,居委会\nG2,公厕,二号公厕,114.65,33.59,甲居委会\n',
    })
    expect(incoming.map(({ table }) => table)).toEqual(['issues.csv', 'inspections.csv', 'sites.csv'])
    const site = incoming[2]
    expect(incoming[0]?.flagged).toEqual([])
    const [issues] = (await desk.settle(site?.id ?? 0, { skip: true })).incoming
    expect(issues?.flagged.map(({ reason }) => reason)).toEqual(['没有这个点位编号，按没有点位处理'])
    await desk.settle(site?.id ?? 0, { skip: false })
    await desk.take()
    expect(desk.model().issues.at(-1)).toMatchObject({ id: 'WT-5', siteId: 'G2' })
  })

  it('nothing is changed when the package would be none', async () => {
    const desk = await openDesk()
    const before = desk.file('areas.geojson')
    const { incoming } = await desk.drop({ 'standard.json': '{"version":1}' })
    expect(incoming[0]).toMatchObject({ table: 'standard.json', counts: { accepted: 0, rejected: 1 } })
    await expect(desk.take()).rejects.toThrow('评分标准 standard.json 有误')
    expect(desk.file('areas.geojson')).toBe(before)
    expect((await desk.workspace.state()).revisions).toEqual([])
  })
})
