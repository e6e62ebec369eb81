/** People stay out: numbers that lead to a person never come through intake. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import sample from '../../../data/standard.json' with { type: 'json' }
import { maskJson } from '../../../src/intake/people/mask.ts'
import { AREAS, collection, feature, line, POLYGON, read, SITES, told, WATERS } from '../files.ts'
import { ID, idOf } from './corpus.ts'

describe('on import', () => {
  const issues = (description: string) =>
    read({
      'issues.csv': `编号,发现日期,整改期限,严重程度,问题描述\nQ1,2019-05-01,2019-05-09,一般,${description}\n`,
    })
  it('a text keeps everything but the number, and it is told without it', () => {
    const { model, report } = issues('垃圾未清，找13800000000')
    expect(model.issues[0]?.description).toBe('垃圾未清，找（已隐去手机号）')
    expect(told(report.flagged).filter((n) => n.includes('已隐去，') || n.endsWith('，已隐去'))).toEqual([
      'issues.csv:2 问题描述=垃圾未清，找（已隐去手机号） “问题描述”里有手机号，已隐去',
    ])
  })
  it('a row whose id or code holds one is refused, and says why without it', () => {
    const { model, report } = read({
      'sites.csv':
        '编号,类别,居委会\n13800000000,公厕,001\nG1,公厕,001\nG2,公厕,找13900000000\nQQ138-0000-0000,公厕,001\n',
      'inspections.csv':
        '检查编号,点位编号,检查日期,检查来源,检查项,结果\nJC18112700027,G1,2019-05-01,暗访,toilet-clean,合格\nJC13800000000,G1,2019-05-01,暗访,toilet-clean,合格\n',
      'waters.geojson': JSON.stringify({
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            id: 13800000000,
            properties: { name: '河' },
            geometry: line([0, 0.5], [2, 0.5]),
          },
          feature({ id: 'W-13800000000', name: '渠' }, line([0, 0.5], [2, 0.5])),
          feature({ name: '13800000000' }, line([0, 0.5], [2, 0.5])),
          feature({ id: 'W4', name: '沟' }, line([0, 0.5], [2, 0.5])),
        ],
      }),
    })
    expect(model.sites.map(({ id }) => id)).toEqual(['G1'])
    expect(model.checks.map(({ visit }) => visit)).toEqual(['JC18112700027'])
    expect(model.waters.map(({ id }) => id)).toEqual(['W4'])
    const why = (name: string) => `“${name}”里有手机号：它不能当编号，请换一个不含个人信息的`
    expect(told(report.rejected)).toEqual([
      `waters.geojson:1 id=（已隐去手机号） ${why('id')}，此要素没有读入`,
      `waters.geojson:2 id=W-（已隐去手机号） ${why('编号')}，此要素没有读入`,
      `waters.geojson:3 name=(已隐去手机号) ${why('名称')}，没有读入`,
      `sites.csv:2 编号=（已隐去手机号） ${why('编号')}，此行没有读入`,
      `sites.csv:4 居委会=找（已隐去手机号） ${why('居委会')}，此行没有读入`,
      `sites.csv:5 编号=QQ（已隐去手机号） ${why('编号')}，此行没有读入`,
      `inspections.csv:3 检查编号=JC（已隐去手机号） ${why('检查编号')}，此行没有读入`,
    ])
  })
  it('a boundary named by one alone is refused; the id of a feature nobody asks for is let go', () => {
    const { model, report } = read({
      'areas.geojson': JSON.stringify({
        type: 'FeatureCollection',
        features: [
          { type: 'Feature', id: '13800000000', properties: { code: '001', name: '甲' }, geometry: POLYGON },
          feature({ name: '13900000000' }, POLYGON),
        ],
      }),
    })
    expect(model.areas.map(({ code }) => code)).toEqual(['001'])
    expect(JSON.stringify({ model, report })).not.toMatch(/1[39]\d{9}/)
    expect(report.rejected.map(({ line, field }) => [line, field])).toEqual([[2, 'name']])
  })
  it('settings, scenes, a rubric and the basemap lose theirs, one row each, by path', () => {
    const standard = structuredClone(sample)
    ;(standard.items[0] as { text: string }).text += '，问13800000000'
    const {
      model,
      report,
      briefings,
      standard: rubric,
      basemap,
    } = read({
      'district.json': JSON.stringify({
        title: '甲区',
        attribution: '制图 0394-8000000',
        files: { 'sites.csv': 'photos/13800000000.csv' },
      }),
      'scenes.json': JSON.stringify([{ title: '一', points: ['好', '找13900000000'] }]),
      'standard.json': JSON.stringify(standard),
      'basemap.geojson': JSON.stringify({
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            id: 13800000000,
            properties: { class: 'road', 电话8000000: '', phone: 8000000, length: 13812345.678 },
            geometry: { ...line([0, 0], [1, 1.3812345678]), note: '找13800000000' },
          },
        ],
      }),
    })
    expect(model.district.attribution).toBe('制图 （已隐去电话）')
    expect(briefings[0]?.scenes[0]).toMatchObject({ title: '一', points: ['好', '找（已隐去手机号）'] })
    expect(rubric.items[0]?.text).toMatch(/，问（已隐去手机号）$/)
    expect(basemap?.features).toEqual([
      {
        type: 'Feature',
        id: '（已隐去手机号）',
        properties: {
          class: 'road',
          '电话（已隐去电话）': '',
          phone: '（已隐去电话）',
          length: 13812345.678,
        },
        geometry: { ...line([0, 0], [1, 1.3812345678]), note: '找（已隐去手机号）' },
      },
    ])
    expect(
      report.flagged
        .filter(({ reason }) => /已隐去|个人信息/.test(reason))
        .map(({ file, line: at, field }) => `${file}:${at} ${field}`),
    ).toEqual([
      'district.json:0 attribution',
      'district.json:0 files.sites.csv',
      'standard.json:0 items[0].text',
      'basemap.geojson:1 id',
      'basemap.geojson:1 properties.电话（已隐去电话）',
      'basemap.geojson:1 properties.phone',
      'basemap.geojson:1 geometry.note',
      'scenes.json:0 [0].points[1]',
    ])
    expect(JSON.stringify(report)).not.toMatch(/1[39]\d{9}|8000000/)
  })
  it('the sample and its rubric hold none', () => {
    expect(maskJson(sample, () => {})).toEqual(sample)
  })
  it('the basis of a personal honour with a door or a name is hidden, the award stays', () => {
    const { model, report } = read({
      'honours.csv':
        '评选类别,居委会,日期,数量,依据\n卫生家庭,001,2019-05-01,3,太昊路12号\n创卫之星,001,2019-05-01,1,户主某某\n卫生家庭,001,2019-05-01,2,居委会评议\n创卫示范街,001,2019-05-01,1,太昊路12号\n',
    })
    expect(model.honours.map((h) => [h.count, h.basis])).toEqual([
      [3, null],
      [1, null],
      [2, '居委会评议'],
      [1, '太昊路12号'],
    ])
    expect(told(report.flagged)).toEqual([
      'honours.csv:2 依据=（已隐去） 个人和家庭荣誉的依据里有门牌号，依据已隐去',
      'honours.csv:3 依据=（已隐去） 个人和家庭荣誉的依据里有姓名，依据已隐去',
    ])
  })

  it('nothing that intake gives holds a number seeded anywhere', () => {
    const seed = fc.oneof(
      fc
        .tuple(
          fc.integer({ min: 1930, max: 2015 }),
          fc.integer({ min: 1, max: 12 }),
          fc.integer({ min: 0, max: 999 }),
        )
        .map(([y, m, n]) =>
          idOf('411671', `${y}${String(m).padStart(2, '0')}11`, String(n).padStart(3, '0')),
        ),
      fc
        .integer({ min: 30, max: 99 })
        .chain((head) =>
          fc.integer({ min: 0, max: 99_999_999 }).map((n) => `1${head}${String(n).padStart(8, '0')}`),
        )
        // 19052700012 in a column of numbers of records is taken for one.
        .filter((phone) => !/^1[5-9](?:0[1-9]|1[0-2])[0-3]\d0/.test(phone)),
    )
    const around = fc.constantFrom(['', ''], ['找', '。'], ['（', '）'], ['电话：', '转'], [' ', ' '])
    fc.assert(
      fc.property(seed, around, (secret, [before, after]) => {
        const text = `${before}${secret}${after}`
        const shape = { ...line([0, 0.5], [2, 0.5]) }
        const { model, basemap, briefings, report } = read({
          'district.json': JSON.stringify({ title: text, attribution: text, asOf: text }),
          'areas.geojson': collection(
            feature({ code: '001', name: text, office: text, group: text, population: text }, POLYGON),
            feature({ code: '002', name: '乙', relocation: text }, null),
          ),
          'waters.geojson': collection(feature({ id: 'W1', name: text, responsible: text }, shape)),
          'basemap.geojson': collection(feature({ name: text, deep: [{ text }] }, shape)),
          'scenes.json': JSON.stringify([{ title: text, points: [text] }]),
          'sites.csv': `编号,类别,名称,经度,纬度,居委会,责任单位,状态\nG1,公厕,${text},${text},0.5,001,${text},${text}\nG2,${text},,,,,,\nG3,公厕,,,,${text},,\n`,
          'site-status.csv': `点位编号,日期,状态,依据\nG1,2019-05-01,${text},${text}\nG1,${text},好,\n`,
          'inspections.csv': `检查编号,点位编号,检查日期,检查来源,检查项,结果,缺陷数,说明\nV1,G1,2019-05-01,${text},toilet-clean,合格,${text},${text}\nV1,G1,2019-05-01,暗访,${text},合格,,\n`,
          'issues.csv': `编号,点位编号,发现日期,来源,严重程度,问题描述,责任单位,整改期限,整改前照片,返工日期\nQ1,G1,2019-05-01,${text},${text},${text},${text},${text},${text}.jpg,${text}\nQ2,${text},2019-05-01,,,,,,,\n`,
          'water-samples.csv': `水体编号,监测点,日期,水深cm,透明度cm\nW1,${text},2019-05-01,${text},${text}\n`,
          'surveys.csv': `居委会,日期,有效问卷,满意\n001,2019-05-01,10,${text}\n`,
          'honours.csv': `评选类别,名称,居委会,日期,数量,依据\n${text},${text},001,2019-05-01,1,${text}\n卫生家庭,${text},001,,1,\n`,
          'responsibility.csv': `居委会,牵头单位,分包单位,网格编号,\n001,${text},${text},${text},${text}\n`,
          'activities.csv': `类别,标题,日期,居委会,照片,${text}\n${text},${text},2019-05-01,001,${text},\n`,
        })
        const out = JSON.stringify({ model, basemap, briefings, report })
        expect(out).not.toContain(secret)
        expect(model.issues[0]?.description).toContain('已隐去')
        expect(model.areas[0]?.name).toContain('已隐去')
        expect(report.flagged.filter((n) => n.reason.endsWith('，已隐去')).length).toBeGreaterThan(10)
      }),
      { numRuns: 60, seed: 4 },
    )
  })
  it('the first row taken for a heading shows nothing either', () => {
    const { report } = read({
      'areas.geojson': AREAS,
      'waters.geojson': WATERS,
      'sites.csv': SITES,
      'issues.csv': `Q1,13800000000,${ID}\n`,
    })
    expect(JSON.stringify(report)).not.toMatch(/13800000000|\d{17}/)
    expect(report.rejected).toHaveLength(1)
  })
})
