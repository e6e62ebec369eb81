/** `inspections.csv`. */
import { describe, expect, it } from 'vitest'
import sample from '../../../data/standard.json' with { type: 'json' }
import { read, SITES, told, WATERS } from '../files.ts'

describe('checks', () => {
  const HEAD = '检查编号,点位编号,检查日期,检查来源,检查项,结果,缺陷数,说明\n'
  const checks = (rows: string) => read({ 'sites.csv': SITES, 'inspections.csv': HEAD + rows })
  it('items by id or text, results by band, grade or 不适用', () => {
    const { model, report } = checks(
      'V1,G1,2019-05-01,区督导,toilet-clean,合格,1,\nV1,G1,2019/5/1,区督导,公厕设施完好，达到二类标准,7.5,,\nV1,G1,2019-05-01,区督导,toilet-open,不适用,,\nV2,001,2019-05-01,自查,area-management,很好,0,\n',
    )
    expect(model.checks.map((c) => [c.item, c.result, c.grade, c.defects])).toEqual([
      ['toilet-clean', '合格', null, 1],
      ['toilet-intact', null, 7.5, null],
      ['toilet-open', '不适用', null, null],
      ['area-management', '很好', null, 0],
    ])
    expect(report.rejected).toEqual([])
    expect(report.flagged).toEqual([])
  })
  it('refuses what it cannot use', () => {
    const { model, report } = checks(
      'V1,G9,2019-05-01,区督导,toilet-clean,合格,1,\nV1,G1,2019-05-01,区督导,,合格,1,\nV1,G1,2019-05-01,区督导,toilet-clean,,1,\nV1,G1,2019-05-01,区督导,toilet-clean,还行,1,\nV1,G1,2019-05-01,区督导,toilet-clean,11,,\nV1,G1,2019-02-30,区督导,toilet-clean,合格,1,\nV1,G1,,区督导,toilet-clean,合格,1,\n',
    )
    expect(model.checks).toEqual([])
    expect(report.rejected.map((n) => [n.line, n.field])).toEqual([
      [2, '点位编号'],
      [3, '检查项'],
      [4, '结果'],
      [5, '结果'],
      [6, '结果'],
      [7, '检查日期'],
      [8, '检查日期'],
    ])
  })
  it('an item nobody knows is the default item of its kind of place, and told', () => {
    const { model, report } = checks('V1,G1,2019-05-01,区督导,墙,合格,1,\n')
    expect(model.checks.map((c) => c.item)).toEqual(['toilet-clean'])
    expect(report.rejected).toEqual([])
    expect(told(report.flagged)).toEqual([
      'inspections.csv:2 检查项=墙 评分标准里没有这个检查项，按“公厕”的默认检查项“公厕干净：无臭味、无污垢、无蚊蝇、无积水”处理',
    ])
    const standard = structuredClone(sample)
    for (const kind of standard.kinds) delete (kind as { defaultItem?: string }).defaultItem
    const without = read(
      { 'sites.csv': SITES, 'inspections.csv': `${HEAD}V1,G1,2019-05-01,区督导,墙,合格,1,\n` },
      { standard },
    )
    expect(without.model.checks).toEqual([])
    expect(without.report.rejected.map((n) => n.reason)).toEqual([
      '评分标准里没有这个检查项，“公厕”也没有默认检查项',
    ])
  })
  it('an item of another kind of place is kept and told: it will not count', () => {
    const { model, report } = checks('V1,G1,2019-05-01,区督导,alley-litter,合格,1,\n')
    expect(model.checks.map((c) => c.item)).toEqual(['alley-litter'])
    expect(report.rejected).toEqual([])
    expect(report.flagged.map((n) => n.reason)).toEqual([
      '检查项“背街小巷日产日清，无暴露垃圾”不适用于“公厕”，此行不计分',
    ])
  })
  it('flags what it doubts: unknown source, odd defects, results that disagree', () => {
    const { model, report } = checks(
      'V1,G1,2019-05-01,路人,toilet-clean,合格,1,\nV1,G1,2019-05-01,自查,toilet-clean,合格,两处,\nV1,G1,2019-05-01,自查,toilet-clean,合格,5,\nV1,G1,2019-05-01,自查,toilet-clean,不合格,1,\n',
    )
    expect(model.checks).toHaveLength(4)
    expect(model.checks[1]?.defects).toBeNull()
    expect(report.flagged.map((n) => [n.line, n.field])).toEqual([
      [2, '检查来源'],
      [3, '缺陷数'],
      [4, '缺陷数'],
      [5, '缺陷数'],
    ])
  })
  it('sites, 居委会 by code, waters by id: all can be checked', () => {
    const { model, report } = read({
      'sites.csv': SITES,
      'waters.geojson': WATERS,
      'inspections.csv': `${HEAD}V1,００１,2019-05-01,自查,area-management,很好,0,\nV1,001.0,2019 年 5 月 1 日,自查,area-management,“合格”,,\n,W1,２０１９－０５－０１,自查,water-surface,8分,,\n`,
    })
    expect(report.rejected).toEqual([])
    expect(report.flagged).toEqual([])
    expect(model.checks.map((c) => [c.siteId, c.result ?? c.grade, c.visit])).toEqual([
      ['001', '很好', 'V1'],
      ['001', '合格', 'V1'],
      ['W1', 8, 'inspections.csv:4'],
    ])
  })
  it('a row that is refused is told once, whatever else is wrong with it', () => {
    const { report } = checks('V1,G1,2019-13-01,路人,toilet-clean,合格,两处,,多,\n')
    expect(told(report.rejected)).toEqual([
      'inspections.csv:2 检查日期=2019-13-01 日期读不懂，应写成 2019-05-27（此行比表头多出 1 格，多出的没有读入）',
    ])
    expect(report.flagged.filter((n) => n.file === 'inspections.csv')).toEqual([])
  })
  it('the allowed values are told', () => {
    const { report } = checks('V1,G1,2019-05-01,自查,toilet-clean,还行,,\n')
    expect(report.rejected[0]?.reason).toBe('结果应为很好、合格、不合格、不适用，或 0–10 的评分')
  })
  it('reads the rubric’s own words, whatever they are', () => {
    const standard = structuredClone(sample)
    standard.notApplicable = 'N/A'
    Object.assign(standard.bands[0] as object, { result: '优' })
    const { model } = read(
      {
        'sites.csv': SITES,
        'inspections.csv': `${HEAD}V1,G1,2019-05-01,自查,toilet-clean,优,,\nV1,G1,2019-05-01,自查,toilet-clean,n/a,,\n`,
      },
      { standard },
    )
    expect(model.checks.map((c) => c.result)).toEqual(['优', 'N/A'])
  })
})
