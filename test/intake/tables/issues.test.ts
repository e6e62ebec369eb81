/** `issues.csv`. */
import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../src/model/day.ts'
import { read, SITES, told } from '../files.ts'

describe('problems', () => {
  const HEAD =
    '编号,点位编号,检查项,经度,纬度,居委会,发现日期,来源,严重程度,问题描述,责任单位,整改期限,整改完成日期,复查通过日期,返工日期,整改前照片,整改后照片\n'
  const issues = (rows: string, more: Record<string, string> = {}) =>
    read({ 'sites.csv': SITES, 'issues.csv': HEAD + rows, ...more })
  const day = (text: string) => parseDay(text)
  it('dates are mended as the rules say, and each mending is told', () => {
    const { model, report } = issues(
      [
        'P1,G1,,,,,2019-05-01,自查,一般,x,,2019-05-03,2019-05-04,2019-05-06,2019-05-05;2019-05-06,,',
        'P2,G1,,,,,2019-05-01,自查,一般,x,,2019-05-03,,2019-05-06,,,',
        'P3,G1,,,,,2019-05-01,自查,一般,x,,2019-04-03,2019-04-30,2019-05-06,,,',
        'P4,G1,,,,,2019-05-01,自查,特别,x,,2019-05-03,昨天,,,,',
        'P5,Q9,无此项,,,,2019-05-01,自查,一般,x,,2019-05-03,,,,../x.jpg,photos/b.svg',
        'P6,G1,,,,,,自查,一般,x,,,,,,,',
        'P1,G1,,,,,2019-05-02,自查,一般,x,,2019-05-03,,,,,',
      ].join('\n'),
    )
    const at = (id: string) => model.issues.find((i) => i.id === id)
    expect(at('P1')).toMatchObject({
      dueOn: day('2019-05-03'),
      fixedOn: day('2019-05-04'),
      verifiedOn: day('2019-05-06'),
      reworks: [day('2019-05-05'), day('2019-05-06')],
    })
    expect(at('P2')).toMatchObject({ fixedOn: day('2019-05-06'), verifiedOn: day('2019-05-06') })
    expect(at('P3')).toMatchObject({ dueOn: null, fixedOn: day('2019-05-06') })
    expect(at('P4')).toMatchObject({ severity: '一般', fixedOn: null })
    expect(at('P5')).toMatchObject({
      siteId: null,
      item: null,
      photoBefore: null,
      photoAfter: 'photos/b.svg',
    })
    expect(model.issues.filter((i) => i.id === 'P1')).toHaveLength(2)
    expect(told(report.rejected)).toEqual(['issues.csv:7 发现日期= 没有填日期'])
    expect(report.flagged.map((n) => `${n.line} ${n.field}`)).toEqual([
      '3 整改完成日期',
      '4 整改期限',
      '4 整改完成日期',
      '4 整改期限',
      '4 整改完成日期',
      '5 严重程度',
      '5 整改完成日期',
      '6 点位编号',
      '6 检查项',
      '6 整改前照片',
      '8 编号',
    ])
  })
  it('what lies after the package’s day is flagged, and used', () => {
    const { model, report } = issues('P1,G1,,,,,2019-06-01,自查,一般,x,,2019-06-05,,,,,', {
      'district.json': '{"asOf":"2019-05-27"}',
    })
    expect(model.issues).toHaveLength(1)
    expect(report.flagged.map((n) => n.reason)).toEqual(['日期晚于数据日期，到那一天才计入'])
  })
  it('the as-of day: district.json’s, else the latest record’s, never a deadline’s', () => {
    const row = 'P1,G1,,,,,2019-05-01,自查,一般,x,,2019-09-05,2019-05-04,,,,'
    expect(issues(row, { 'district.json': '{"asOf":"2019-05-27"}' }).asOf).toBe(day('2019-05-27'))
    expect(issues(row).asOf).toBe(day('2019-05-04'))
  })
  it('a refused row’s day is no record’s day', () => {
    const rows = 'P1,G1,,,,,2019-05-01,自查,一般,x,,2019-05-03,,,,,\n,G1,,,,,2030-05-01,自查,一般,x,,,,,,,\n'
    expect(issues(rows).asOf).toBe(day('2019-05-01'))
  })
  it('failed re-checks, however they are divided', () => {
    const { model, report } = issues(
      'P1,G1,,,,,2019-05-01,自查,一般,x,,2019-05-03,,,2019-05-05；2019/5/6、2019年5月7日;; 昨天;2019-04-01,,',
    )
    expect(model.issues[0]?.reworks).toEqual(['2019-05-05', '2019-05-06', '2019-05-07'].map(day))
    expect(report.flagged.map((n) => n.reason)).toEqual([
      '返工日期“昨天”读不懂，不予采用',
      '返工日期“2019-04-01”早于发现日期，不予采用',
    ])
  })
  it('every day after the package’s day is told, a deadline’s is not', () => {
    const { report } = issues(
      'P1,G1,,,,,2019-05-01,自查,一般,x,,2019-09-01,2019-06-02,2019-06-03,2019-06-01,,',
      {
        'district.json': '{"asOf":"2019-05-27"}',
      },
    )
    expect(report.flagged.map((n) => n.field)).toEqual(['整改完成日期', '复查通过日期', '返工日期'])
  })
  it.each([
    ['photos/a.jpg', 'photos/a.jpg'],
    ['a.jpg', 'photos/a.jpg'],
    ['.\\photos\\街 景.jpg', 'photos/街 景.jpg'],
    ['a..b.jpg', 'photos/a..b.jpg'],
  ])('photo %s', (cell, path) => {
    const { model } = issues(`P1,G1,,,,,2019-05-01,自查,一般,x,,2019-05-03,,,,${cell},`)
    expect(model.issues[0]?.photoBefore).toBe(path)
  })
  it.each([
    '../a.jpg',
    'photos/../a.jpg',
    'photos/%2e%2E/a.jpg',
    'photos\\..\\a.jpg',
    '/etc/a.jpg',
    '//host/a.jpg',
    'http://host/a.jpg',
    'javascript:alert(1)',
    'C:\\a.jpg',
  ])('photo %s is outside the package', (cell) => {
    const { model, report } = issues(`P1,G1,,,,,2019-05-01,自查,一般,x,,2019-05-03,,,,${cell},`)
    expect(model.issues[0]?.photoBefore).toBeNull()
    expect(report.flagged.map((n) => [n.field, n.value])).toEqual([['整改前照片', cell]])
  })
})
