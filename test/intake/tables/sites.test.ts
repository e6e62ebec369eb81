/** `sites.csv`, and the places and areas that every table may name. */
import { describe, expect, it } from 'vitest'
import { AREAS, collection, feature, POLYGON, read, SITES, told, WATERS } from '../files.ts'

describe('sites', () => {
  it('kinds by id, label or alias; areas by code or name, whatever the suffix', () => {
    const { model, report } = read({
      'sites.csv': `${SITES}T1,toilet,,,,甲,,\nF1,三小门店,,,,乙居民委员会,,\n`,
    })
    expect(model.sites.map((s) => [s.id, s.kind, s.name, s.areaCode])).toEqual([
      ['G1', 'toilet', '一号公厕', '001'],
      ['A1', 'alley', '一巷', '002'],
      ['T1', 'toilet', 'T1', '001'],
      ['F1', 'food-shop', 'F1', '002'],
    ])
    expect(report.flagged.filter((n) => n.file === 'sites.csv')).toEqual([])
  })
  it('what cannot be used is refused with file, line, column, value and reason', () => {
    const { model, report } = read({ 'sites.csv': `${SITES},公厕,无号,,,,,\nX1,宇航站,,,,,,\n` })
    expect(model.sites).toHaveLength(2)
    expect(told(report.rejected)).toEqual([
      'sites.csv:4 编号= 没有填编号',
      'sites.csv:5 类别=宇航站 评分标准里没有这个类别',
    ])
    expect(report.rows['sites.csv']).toBe(4)
  })
  it('coordinates in degrees, minutes and seconds', () => {
    const { model, report } = read({
      'sites.csv': '编号,类别,经度,纬度\nT1,公厕,东经0°30′36″,北纬0度30.6分\nT2,公厕,E0.25,0-15-0\n',
    })
    expect(model.sites.map((s) => [s.lon, s.lat])).toEqual([
      [0.51, 0.51],
      [0.25, 0.25],
    ])
    expect(report.flagged.filter((n) => n.file === 'sites.csv')).toEqual([])
  })
  it('what is in doubt is used and flagged: coordinates, unknown areas, duplicates', () => {
    const { model, report } = read({
      'sites.csv': `${SITES}G1,公厕,又一个,0.1,0.1,,,\nB1,公厕,,34.5,120,丁,,\nB2,公厕,,0,0,,,\nB3,公厕,,x,1,4.11671E+11,,\n`,
    })
    expect(model.sites.map((s) => [s.id, s.lon, s.areaCode])).toEqual([
      ['G1', 0.5, '001'],
      ['A1', 1.5, '002'],
      ['G1', 0.1, null],
      ['B1', null, null],
      ['B2', null, null],
      ['B3', null, null],
    ])
    const flagged = report.flagged.filter((n) => n.file === 'sites.csv')
    expect(flagged.map((n) => n.line)).toEqual([4, 5, 5, 6, 7, 7])
    expect(flagged.map((n) => n.field)).toEqual(['编号', '纬度', '居委会', '经度', '经度', '居委会'])
  })
  it('a missing column refuses the table with one notice that shows the headings and says how many rows it cost', () => {
    const { model, report } = read({ 'sites.csv': '编号,名称,颜色\nG1,甲,红\nG2,乙,绿\n' })
    expect(model.sites).toEqual([])
    expect(told(report.rejected)).toEqual([
      'sites.csv:1 “类别”=编号、名称、颜色 缺少必需的列“类别”，全表 2 行没有读入',
    ])
    expect(report.flagged.filter((n) => n.file === 'sites.csv')).toEqual([])
    expect(report.rows['sites.csv']).toBe(2)
  })
  it('a district that lists its 居委会 or a water body again has it once', () => {
    const { model, report } = read({
      'waters.geojson': WATERS,
      'sites.csv': `${SITES}001,居委会,,,,,,\nW1,水体,,,,,,\nJ1,居委会,甲的,0.5,0.5,,,\nP1,坑塘,,0.5,0.5,,,\n002,公厕,,1.5,0.5,,,\n`,
    })
    expect(model.sites.map((s) => [s.id, s.kind])).toEqual([
      ['G1', 'toilet'],
      ['A1', 'alley'],
      ['J1', 'area'],
      ['P1', 'water'],
      ['002', 'toilet'],
    ])
    expect(told(report.rejected)).toEqual([
      'sites.csv:4 编号=001 “001”已由边界文件给出，不必再列为点位',
      'sites.csv:5 编号=W1 “W1”已由边界文件给出，不必再列为点位',
    ])
    expect(told(report.flagged)).toContain(
      'sites.csv:8 编号=002 编号与居委会代码或水体编号相同，检查和问题归此点位',
    )
  })
})

describe('the declared 居委会', () => {
  const declared = (cell: string, areas = AREAS) => {
    const { model, report } = read({
      'areas.geojson': areas,
      'sites.csv': `编号,类别,居委会\nG1,公厕,"${cell.replaceAll('"', '""')}"\n`,
    })
    return [model.sites[0]?.areaCode, ...report.flagged.filter((n) => n.line === 2).map((n) => n.reason)]
  }
  it.each([
    '001',
    '００１',
    '001.0',
    "'001",
    '="001"',
    '甲',
    '甲居委会',
    ' 甲社区居民委员会',
    '甲村民委员会',
    '甲　村',
  ])('%s is 001', (cell) => {
    expect(declared(cell)).toEqual(['001'])
  })
  it.each([
    ['丁', '没有这个居委会，按未填处理'],
    ['1', '没有这个居委会，按未填处理'],
    ['4.11671E+11', '居委会代码被表格软件改成了科学计数，请把这一列设为文本，按未填处理'],
  ])('%s is none', (cell, reason) => {
    expect(declared(cell)).toEqual([null, reason])
  })
  it.each(['', '/', '——', '-'])('“%s” declares none', (cell) => {
    expect(declared(cell)).toEqual([null])
  })
  it('a name that several share is no declaration, unless it is one’s full name', () => {
    const areas = collection(
      feature({ code: '1', name: '甲村' }, POLYGON),
      feature({ code: '2', name: '甲社区' }, POLYGON),
    )
    expect(declared('甲居委会', areas)).toEqual([
      null,
      '有 2 个居委会叫这个名字（1、2），请填代码，按未填处理',
    ])
    expect(declared('甲社区', areas)).toEqual(['2'])
  })
})

describe('coordinates', () => {
  it.each([
    ['0.5', '0.25', 0.5, 0.25],
    ['０．５', '0.25°', 0.5, 0.25],
    ['-73.9', '40.7', -73.9, 40.7],
    ['/', '/', null, null],
  ])('%s %s', (x, y, lon, lat) => {
    const { model, report } = read({ 'sites.csv': `编号,类别,Lng,LAT\nG1,公厕,${x},${y}\n` })
    expect(model.sites[0]).toMatchObject({ lon, lat })
    expect(report.flagged.filter((n) => n.file === 'sites.csv')).toEqual([])
  })
  it.each([
    ['', '0.5', 'Lng'],
    ['0.5', '', 'LAT'],
    ['0.5', 'N', 'LAT'],
    ['0', '0.0', 'Lng'],
    ['181', '0', 'Lng'],
    ['33.6', '114.6', 'LAT'],
    ['0.5m', '0.5', 'Lng'],
  ])('%s %s is no place, and told', (x, y, field) => {
    const { model, report } = read({ 'sites.csv': `编号,类别,Lng,LAT\nG1,公厕,${x},${y}\n` })
    expect(model.sites[0]).toMatchObject({ lon: null, lat: null })
    expect(report.flagged.filter((n) => n.line === 2).map((n) => n.field)).toEqual([field])
  })
})
