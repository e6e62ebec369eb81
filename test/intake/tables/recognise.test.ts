import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldsOf, TABLE_FILES } from '../../../src/intake/contract-fields.ts'
import { csvRows } from '../../../src/intake/formats/csv.ts'
import { headingKey } from '../../../src/intake/tables/cells.ts'
import { namesOf, proposeMapping } from '../../../src/intake/tables/mapping.ts'
import { likeliest, recogniseLayer, recogniseSheet } from '../../../src/intake/tables/recognise.ts'

describe('what a sheet is', () => {
  it.each([...TABLE_FILES.keys()])('%s of the sample is known by its headings alone', (file) => {
    const text = readFileSync(new URL(`../../../data/${file}`, import.meta.url), 'utf8').slice(0, 2000)
    expect(likeliest(recogniseSheet(csvRows(text)[0]?.cells ?? [], ''))).toBe(file)
  })
  it.each([
    ['问题编号 点位 存在问题 发现时间 整改时限 责任部门', '5月.xlsx', 'issues.csv'],
    ['编号 类型 名称 经度 纬度', '公厕名录.csv', 'sites.csv'],
    ['点位编号 检查时间 检查内容 得分', '暗访.xlsx', 'inspections.csv'],
    ['水体名称 采样点 采样日期 SD(cm) DO(mg/L) ORP(mV) NH3-N(mg/L)', '', 'water-samples.csv'],
    ['所属社区 调查日期 有效份数 满意份数', '', 'surveys.csv'],
    ['荣誉 社区 数量', '表彰.csv', 'honours.csv'],
    ['时间 操作 记录 编号 字段 原值 新值', '', 'register'],
    ['序号 问题点位 问题描述 所在社区 责任单位 发现时间 整改时限 整改情况', '清单.csv', 'issues.csv'],
    ['公厕名称 地址 经度 纬度 等级 管理单位', '公厕点位表.csv', 'sites.csv'],
    ['街道 居委会 统计用区划代码', '街道名单.csv', null],
    ['居委会 牵头部门', '', 'responsibility.csv'],
    ['姓名 电话 年龄', '名单.csv', null],
    ['a b c', '', null],
    ['', '', null],
  ])('%s (%s) → %s', (headings, name, table) => {
    expect(likeliest(recogniseSheet(headings.split(' '), name))).toBe(table)
  })
})

describe('what a layer is', () => {
  const of = (type: string) => [{ type: 'Feature', properties: {}, geometry: { type, coordinates: [] } }]
  it.each([
    ['Polygon', ['统计用区划代码', '名称'], 'a.shp', 'areas.geojson'],
    ['Polygon', ['OBJECTID', 'XZQDM', 'XZQMC'], 'village.shp', 'areas.geojson'],
    ['MultiPolygon', ['NAME'], '社区边界.geojson', 'areas.geojson'],
    ['LineString', ['名称', '责任单位'], '河道.kml', 'waters.geojson'],
    ['Polygon', ['水体编号', '水体名称'], 'x.geojson', 'waters.geojson'],
    ['LineString', ['点位编号'], '背街小巷.geojson', 'sites.geojson'],
    ['LineString', ['class', 'name'], 'roads.geojson', 'basemap.geojson'],
    ['Point', ['编号', '类别', '名称'], 'points.shp', 'sites.csv'],
  ])('%s with %s (%s) → %s', (type, properties, name, table) => {
    expect(likeliest(recogniseLayer(of(type), properties, name))).toBe(table)
  })
})

describe('columns', () => {
  const map = (...headings: string[]) => proposeMapping(headings, fieldsOf('issues.csv'))
  it('are known by name, by the name without what stands in brackets, by how they begin or end', () => {
    expect(map('台账编号', '责任单位（盖章）', '首次发现日期', '整改期限要求')).toEqual([
      'id',
      'responsible',
      'foundOn',
      'dueOn',
    ])
  })
  it('a certain name has the field before a likely one, wherever it stands', () => {
    expect(map('整改责任单位意见', '责任单位', '编号')).toEqual(['', 'responsible', 'id'])
  })
  it.each([...TABLE_FILES.keys(), 'register', 'areas.geojson', 'waters.geojson', 'sites.geojson'] as const)(
    'no name stands for two fields of %s',
    (file) => {
      const names = fieldsOf(file).map(({ field, headings }) => [
        ...new Set([field, ...headings].map(headingKey)),
      ])
      expect(new Set(names.flat()).size).toBe(names.flat().length)
    },
  )
  it('a name given twice keeps its first place', () => {
    const names = namesOf([{ field: 'lon', headings: ['经度', 'LON'] }])
    expect(names.get('lon')).toEqual({ field: 'lon', rank: 0 })
  })
  it('about people are nothing', () => {
    expect(map('责任单位联系人', '责任单位电话', '居委会负责人', '身份证号')).toEqual(['', '', '', ''])
  })
  it('no field is given twice, and any order of the columns gives the same', () => {
    const headings = [
      '编号',
      '问题编号',
      '居委会',
      '所属社区',
      '发现日期',
      '描述',
      '问题',
      '责任单位（主）',
      '备注',
      '',
    ]
    const known = fieldsOf('issues.csv')
    fc.assert(
      fc.property(fc.shuffledSubarray(headings, { minLength: 1 }), (some) => {
        const given = proposeMapping(some, known).filter((field) => field !== '')
        expect(new Set(given).size).toBe(given.length)
        const words = new Set(
          known.flatMap(({ field, headings: names }) => (names.some((n) => some.includes(n)) ? [field] : [])),
        )
        for (const field of words) expect(given).toContain(field)
      }),
      { seed: 3, numRuns: 200 },
    )
  })
})
