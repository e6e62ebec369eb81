/** Whole packages, good and bad: what is used, what is refused and why. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import sample from '../../data/standard.json' with { type: 'json' }
import { PackageError } from '../../src/intake/package.ts'
import { parseDay } from '../../src/model/day.ts'
import { AREAS, read, SITES, told } from './files.ts'

const ring = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
]
const feature = (properties: object, geometry: object | null) => ({ type: 'Feature', properties, geometry })
const polygon = { type: 'Polygon', coordinates: [ring] }

describe('areas', () => {
  it('alone make a package; what is not there is told', () => {
    const { model, report } = read({})
    expect(model.areas.map((a) => [a.code, a.name, a.office])).toEqual([
      ['001', '甲居委会', '东办事处'],
      ['002', '乙社区', '东办事处'],
    ])
    expect(report.rows).toEqual({ 'areas.geojson': 2 })
    expect(report.absent).toContain('sites.csv')
    expect(report.absent).toContain('standard.json')
    expect(report.rejected).toEqual([])
  })
  it('a bare array, numeric codes, Z values, unclosed rings, collections, parts of one code', () => {
    const text = JSON.stringify([
      feature(
        { code: 411671011001, name: '甲' },
        {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0, 5],
              [1, 0, 5],
              [1, 1, 5],
              [0, 1, 5],
            ],
          ],
        },
      ),
      feature({ code: '2', name: '乙' }, { type: 'GeometryCollection', geometries: [polygon, polygon] }),
      feature({ code: '2', name: '乙' }, polygon),
      feature({ name: '丙' }, polygon),
    ])
    const { model, report } = read({ 'areas.geojson': text })
    expect(model.areas.map((a) => a.code)).toEqual(['411671011001', '2', '丙'])
    expect(model.areas[0]?.geometry).toEqual({ type: 'Polygon', coordinates: [ring] })
    expect(model.areas[1]?.geometry).toMatchObject({
      type: 'MultiPolygon',
      coordinates: [[ring], [ring], [ring]],
    })
    expect(told(report.flagged).join('\n')).toMatch(/没有闭合[\s\S]*重复[\s\S]*没有代码/)
  })
  it('features that are no areas are refused by ordinal', () => {
    const text = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        feature({ code: '1', name: '甲' }, polygon),
        feature({ code: '2', name: '乙' }, null),
        feature({ code: '3', name: '丙' }, { type: 'Point', coordinates: [0, 0] }),
        feature({}, polygon),
        feature(
          { code: '5', name: '戊' },
          {
            type: 'Polygon',
            coordinates: [
              [
                [0, 0],
                [1, 'x'],
                [1, 1],
                [0, 0],
              ],
            ],
          },
        ),
      ],
    })
    const { model, report } = read({ 'areas.geojson': text })
    expect(model.areas).toHaveLength(1)
    expect(report.rejected.map((n) => n.line)).toEqual([2, 3, 4, 5])
  })
  it.each([
    ['no areas at all', '{"type":"FeatureCollection","features":[]}'],
    ['broken JSON', '{"type":'],
    ['something else', '{"type":"Topology"}'],
  ])('%s: one sentence, in Chinese', (_, text) => {
    expect(() => read({ 'areas.geojson': text })).toThrow(PackageError)
    expect(() => read({ 'areas.geojson': text })).toThrow(/^areas\.geojson [^\n]*。$/)
  })
})

describe('the rubric', () => {
  it('is the sample’s where the package brings none', () => {
    expect(read({}).standard.version).toBe(sample.version)
  })
  it.each([
    [(s: typeof sample) => Object.assign(s.items[3] as object, { points: -1 }), 'items[3].points'],
    [(s: typeof sample) => Object.assign(s.items[0] as object, { category: 'nowhere' }), 'items[0].category'],
    [(s: typeof sample) => Object.assign(s.kinds[1] as object, { colour: 'red' }), 'kinds[1]'],
    [(s: typeof sample) => Object.assign(s, { window: 0 }), 'window'],
    [(s: typeof sample) => Object.assign(s.bands[0] as object, { steps: [] }), 'bands[0].steps'],
  ])('a broken one is refused with the path of the fault (%#)', (spoil, path) => {
    const broken = structuredClone(sample)
    spoil(broken)
    expect(() => read({ 'standard.json': JSON.stringify(broken) })).toThrow(
      `评分标准 standard.json 有误：${path}`,
    )
  })
  it('not JSON', () => {
    expect(() => read({ 'standard.json': '{' })).toThrow('评分标准 standard.json 不是有效的 JSON。')
  })
})

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
  it('lines and polygons by id; points give coordinates; a shape nobody asked for is told', () => {
    const shapes = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        feature(
          { id: 'A1' },
          {
            type: 'LineString',
            coordinates: [
              [1.1, 0.5],
              [1.9, 0.5],
            ],
          },
        ),
        feature({ id: 'T9' }, { type: 'Point', coordinates: [0.3, 0.3] }),
        feature({ id: 'ZZ' }, polygon),
        feature({ id: 'G1' }, { type: 'LineString', coordinates: [[0, 0]] }),
      ],
    })
    const { model, report } = read({ 'sites.csv': `${SITES}T9,公厕,,,,,,\n`, 'sites.geojson': shapes })
    expect(model.sites[1]?.geometry?.type).toBe('LineString')
    expect(model.sites[2]).toMatchObject({ lon: 0.3, lat: 0.3, geometry: null })
    expect(report.rejected.map((n) => [n.line, n.value])).toEqual([
      [4, 'LineString'],
      [3, 'ZZ'],
    ])
  })
  it('a missing column refuses the table once and says how many rows it cost; an unknown column is told', () => {
    const { model, report } = read({ 'sites.csv': '编号,名称,颜色\nG1,甲,红\nG2,乙,绿\n' })
    expect(model.sites).toEqual([])
    expect(told(report.rejected)).toEqual(['sites.csv:1 “类别”= 缺少必需的列“类别”，全表 2 行没有读入'])
    expect(told(report.flagged)).toContain('sites.csv:1 颜色=颜色 不认识这一列，没有读入')
    expect(report.rows['sites.csv']).toBe(2)
  })
})

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
      'V1,G9,2019-05-01,区督导,toilet-clean,合格,1,\nV1,G1,2019-05-01,区督导,墙,合格,1,\nV1,G1,2019-05-01,区督导,alley-litter,合格,1,\nV1,G1,2019-05-01,区督导,toilet-clean,还行,1,\nV1,G1,2019-05-01,区督导,toilet-clean,11,,\nV1,G1,2019-02-30,区督导,toilet-clean,合格,1,\nV1,G1,,区督导,toilet-clean,合格,1,\n',
    )
    expect(model.checks).toEqual([])
    expect(report.rejected.map((n) => [n.line, n.field])).toEqual([
      [2, '点位编号'],
      [3, '检查项'],
      [4, '检查项'],
      [5, '结果'],
      [6, '结果'],
      [7, '检查日期'],
      [8, '检查日期'],
    ])
    expect(report.rejected[2]?.reason).toBe('检查项“背街小巷日产日清，无暴露垃圾”不适用于“公厕”')
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
})

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
})

describe('water, surveys, honours', () => {
  const waters = JSON.stringify({
    type: 'FeatureCollection',
    features: [
      feature(
        { id: 'W1', name: '河' },
        {
          type: 'LineString',
          coordinates: [
            [0, 0.5],
            [2, 0.5],
          ],
        },
      ),
    ],
  })
  it('samples with full-width headings; readings that make no sense are nothing, and told', () => {
    const { model, report } = read({
      'waters.geojson': waters,
      'water-samples.csv':
        '水体编号,监测点,日期,水深（cm）,透明度（cm）,溶解氧（mg/L）,ORP(mV),NH3-N\nW1,一号,2019-05-01,80,＜10,5.1,--,＜0.025\nW1,一号,2019-05-08,80,浑,5.1,,ND\nW9,一号,2019-05-08,80,1,1,1,1\n',
    })
    expect(model.samples).toHaveLength(2)
    expect(model.samples[0]).toMatchObject({
      depth: 80,
      transparency: { type: 'below', limit: 10 },
      orp: { type: 'none' },
      ammonia: { type: 'below', limit: 0.025 },
    })
    expect(told(report.flagged)).toEqual(['water-samples.csv:3 透明度（cm）=浑 数值读不懂，按没有监测处理'])
    expect(report.rejected.map((n) => n.line)).toEqual([4])
  })
  it('surveys of an area or a water body, not both, not neither, not more satisfied than asked', () => {
    const { model, report } = read({
      'waters.geojson': waters,
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
})

describe('nothing is lost silently', () => {
  it('every row of a table is a record or a refusal, whatever the cells hold', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        'G1',
        'A1',
        '001',
        '2019-05-01',
        '一般',
        '合格',
        'toilet-clean',
        '0.5',
        '1.5',
        'x',
        '10',
        '暗访',
      ),
      fc.string({ maxLength: 8 }),
    )
    const tables = [
      ['inspections.csv', '检查编号,点位编号,检查日期,检查来源,检查项,结果,缺陷数,说明', 8, 'checks'],
      [
        'issues.csv',
        '编号,点位编号,检查项,经度,纬度,居委会,发现日期,来源,严重程度,问题描述,责任单位,整改期限',
        12,
        'issues',
      ],
      ['honours.csv', '评选类别,名称,经度,纬度,居委会,日期,数量,依据', 8, 'honours'],
      ['activities.csv', '类别,标题,日期,居委会,经度,纬度,照片', 7, 'activities'],
    ] as const
    for (const [file, head, width, list] of tables)
      fc.assert(
        fc.property(
          fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 12 }),
          (rows) => {
            const text = `${head}\n${rows.map((row) => row.map((c) => `"${c.replaceAll('"', '""')}"`).join(',')).join('\n')}\n`
            const { model, report } = read({ 'sites.csv': SITES, [file]: text })
            const real = rows.filter((row) => row.some((c) => c.trim() !== '')).length
            expect(report.rows[file]).toBe(real)
            expect(model[list].length + report.rejected.filter((n) => n.file === file).length).toBe(real)
          },
        ),
        { numRuns: 60, seed: 11 },
      )
  })
  it('an optional file that is not JSON is told and taken as absent', () => {
    const { report, basemap } = read({
      'basemap.geojson': '{',
      'waters.geojson': 'x',
      'scenes.json': '[',
      'district.json': '[]',
    })
    expect(basemap).toBeNull()
    expect(report.rejected.map((n) => n.file).sort()).toEqual([
      'basemap.geojson',
      'district.json',
      'scenes.json',
      'waters.geojson',
    ])
  })
})
