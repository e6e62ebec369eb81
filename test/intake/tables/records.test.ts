/** The smaller tables. */
import { describe, expect, it } from 'vitest'
import { collection, feature, line, read, SITES, told, WATERS } from '../files.ts'

describe('water, surveys, honours', () => {
  it('samples with full-width headings; readings that make no sense are nothing, and told', () => {
    const { model, report } = read({
      'waters.geojson': WATERS,
      'water-samples.csv':
        '水体编号,监测点,日期,水深（cm）,透明度（cm）,溶解氧（mg/L）,ORP(mV),NH3-N\nW1,一号,2019-05-01,80,＜10,≤0.2mg/L,--,＜0.025\nW1,一号,2019-05-08,80,浑,5.1,,ND\nW9,一号,2019-05-08,80,1,1,1,1\n',
    })
    expect(model.samples).toHaveLength(2)
    expect(model.samples[0]).toMatchObject({
      depth: 80,
      transparency: { type: 'below', limit: 10 },
      dissolvedOxygen: { type: 'atMost', limit: 0.2 },
      orp: { type: 'none' },
      ammonia: { type: 'below', limit: 0.025 },
    })
    expect(told(report.flagged)).toEqual(['water-samples.csv:3 透明度（cm）=浑 数值读不懂，按没有监测处理'])
    expect(report.rejected.map((n) => n.line)).toEqual([4])
  })
  it('surveys of an area or a water body, not both, not neither, not more satisfied than asked', () => {
    const { model, report } = read({
      'waters.geojson': WATERS,
      'surveys.csv':
        '居委会,水体编号,日期,有效问卷,满意\n001,,2019-05-01,100,90\n,W1,2019-05-01,100,90\n001,W1,2019-05-01,100,90\n,,2019-05-01,100,90\n001,,2019-05-01,100,101\n001,,2019-05-01,0,0\n',
    })
    expect(model.surveys.map((s) => [s.areaCode, s.waterId])).toEqual([
      ['001', null],
      [null, 'W1'],
    ])
    expect(report.rejected.map((n) => n.line)).toEqual([4, 5, 6, 7])
  })
  it('people’s honours with a name or a place are refused, and the report does not repeat them', () => {
    const { model, report } = read({
      'honours.csv':
        '评选类别,名称,经度,纬度,居委会,日期,数量,依据\n卫生家庭,某某家,,,001,2019-05-24,1,\n“创卫之星”,,0.5,0.5,001,2019-05-24,1,\n卫生家庭,,,,001,2019-05-24,5,\n创卫示范街,一巷,1.5,0.5,002,2019-05-24,,\n',
    })
    expect(model.honours.map((h) => [h.kind, h.name, h.count])).toEqual([
      ['卫生家庭', null, 5],
      ['创卫示范街', '一巷', 1],
    ])
    expect(report.rejected.map((n) => n.line)).toEqual([2, 3])
    expect(JSON.stringify(report)).not.toContain('某某家')
  })
  it('a depth may be censored; one that makes no sense is not one that is not given', () => {
    const cells = ['<20', '≥25', '0.2m以下', '-5', '浅', '＜0', '＞-5', 'ND', '', '/']
    const rows = cells.map((cell, i) => `W1,一号,2019-05-0${(i % 9) + 1},${cell},9\n`)
    const { model, report } = read({
      'waters.geojson': WATERS,
      'water-samples.csv': `水体,监测点,日期,水深,透明度\n${rows.join('')}`,
    })
    expect(model.samples.map(({ depth }) => depth)).toEqual([
      { type: 'below', limit: 20 },
      { type: 'atLeast', limit: 25 },
      { type: 'atMost', limit: 20 },
      'unreadable',
      'unreadable',
      'unreadable',
      'unreadable',
      'unreadable',
      null,
      null,
    ])
    expect(told(report.flagged)).toEqual(
      ['5 水深=-5', '6 水深=浅', '7 水深=＜0', '8 水深=＞-5', '9 水深=ND'].map(
        (cell) => `water-samples.csv:${cell} 水深读不懂，透明度按没有监测处理`,
      ),
    )
  })
  it('measurements in another unit are converted, in an unknown one or below 0 they are nothing', () => {
    const { model, report } = read({
      'waters.geojson': WATERS,
      'water-samples.csv':
        '水体,监测点,日期,水深,透明度,溶解氧,ORP,氨氮\n河,一号,2019-05-01,0.8m,0.07m,200μg/L,-0.2V,＜2.2 mg/L\nW1,一号,2019-05-02,２ft,-5,-1,-250,-999\nW1,一号,2019-05-03,,清澈见底,>9,/,25 ppm\n',
    })
    expect(model.samples).toMatchObject([
      {
        waterId: 'W1',
        depth: 80,
        transparency: { value: 7 },
        dissolvedOxygen: { value: 0.2 },
        orp: { value: -200 },
        ammonia: { type: 'below', limit: 2.2 },
      },
      {
        depth: 'unreadable',
        transparency: { type: 'none' },
        dissolvedOxygen: { type: 'none' },
        orp: { value: -250 },
        ammonia: { type: 'none' },
      },
      {
        depth: null,
        transparency: { type: 'clearToBottom' },
        dissolvedOxygen: { type: 'above', limit: 9 },
        orp: { type: 'none' },
        ammonia: { type: 'none' },
      },
    ])
    expect(report.flagged.map((n) => `${n.line} ${n.field}`)).toEqual([
      '3 水深',
      '3 透明度',
      '3 溶解氧',
      '3 氨氮',
      '4 氨氮',
    ])
  })
  it('a name that two waters share is no id', () => {
    const { report } = read({
      'waters.geojson': collection(
        feature({ id: 'W1', name: '河' }, line([0, 0], [1, 1])),
        feature({ id: 'W2', name: '河' }, line([0, 1], [1, 0])),
      ),
      'surveys.csv': '水体,日期,有效问卷,满意\n河,2019-05-01,10,5\nW2,2019-05-01,10,5\n',
    })
    expect(told(report.rejected)).toEqual(['surveys.csv:2 水体=河 有 2 个水体叫这个名字（W1、W2），请填编号'])
  })
  it('a person’s name under any heading is refused; a struck-out cell is no name', () => {
    const { model, report } = read({
      'honours.csv': '荣誉,户主姓名,居委会,日期\n创卫之星,某某,001,2019-05-24\n创卫之星,/,001,2019-05-24\n',
    })
    expect(model.honours).toHaveLength(1)
    expect(told(report.rejected)).toEqual([
      'honours.csv:2 户主姓名=（已隐去） 个人和家庭荣誉只登记居委会、日期和数量，不得带姓名或位置，此行没有读入',
    ])
  })
  it('states, duties and activities', () => {
    const { model, report } = read({
      'sites.csv': SITES,
      'site-status.csv':
        '点位编号,日期,状态\nG1,2019-05-01,在用\nG9,2019-05-01,在用\nG1,2019-05-01,\nG1,,在用\n',
      'responsibility.csv':
        '居委会,点位编号,牵头单位\n甲,,东办\n,G1,环卫所\n,,谁\n丁,,谁\n,G9,谁\n丁,G1,环卫所\n',
      'activities.csv':
        '类别,标题,日期,居委会\n大扫除,,2019-05-01,001\n,会,2019-05-01,001\n宣传,会,某日,001\n',
    })
    expect(model.statusChanges).toMatchObject([{ siteId: 'G1', status: '在用' }])
    expect(model.duties).toMatchObject([
      { areaCode: '001', siteId: null },
      { areaCode: null, siteId: 'G1' },
      { areaCode: null, siteId: 'G1' },
    ])
    expect(model.activities).toMatchObject([{ kind: '大扫除', title: '大扫除' }])
    expect(report.rejected.map((n) => `${n.file}:${n.line} ${n.field}`)).toEqual([
      'site-status.csv:3 点位编号',
      'site-status.csv:4 状态',
      'site-status.csv:5 日期',
      'responsibility.csv:4 居委会',
      'responsibility.csv:5 居委会',
      'responsibility.csv:6 点位编号',
      'activities.csv:3 类别',
      'activities.csv:4 日期',
    ])
    expect(report.flagged.map((n) => `${n.file}:${n.line} ${n.field}`)).toEqual([
      'responsibility.csv:7 居委会',
    ])
  })
})

it('a 网格编号 of 15 digits stays, though a number of a person could look like it', () => {
  const { model, report } = read({
    'responsibility.csv': '居委会,牵头单位,网格编号\n甲居委会,东办,411671011001001\n',
  })
  expect(model.duties[0]?.grid).toBe('411671011001001')
  expect(report.flagged.map(({ file }) => file)).not.toContain('responsibility.csv')
})
