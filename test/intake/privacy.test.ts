/** People stay out: numbers that lead to a person never come through intake. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasDoor, hasNamed, maskPeople } from '../../src/intake/privacy.ts'
import { AREAS, collection, feature, line, POLYGON, read, SITES, told, WATERS } from './files.ts'

/** The check digit of GB 11643, worked out as ISO 7064 MOD 11-2 does: by doubling on, not by a table of weights. */
const idOf = (region: string, birthday: string, order: string): string => {
  let rest = 0
  for (const digit of `${region}${birthday}${order}`) rest = ((rest + Number(digit)) * 2) % 11
  const check = (12 - rest) % 11
  return `${region}${birthday}${order}${check === 10 ? 'X' : check}`
}

/** Nobody's: the region is a district's, the day and order are made up. */
const ID = idOf('411671', '19900101', '123')
const wide = (text: string) => text.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))

describe('recognised', () => {
  it.each([
    [`身份证${ID}`, '身份证号', '身份证（已隐去身份证号）'],
    [`${ID.slice(0, 6)} ${ID.slice(6, 14)} ${ID.slice(14)}`, '身份证号', '（已隐去身份证号）'],
    [`${ID.slice(0, 6)}-${ID.slice(6, 14)}-${ID.slice(14)}`, '身份证号', '（已隐去身份证号）'],
    [wide(ID), '身份证号', '（已隐去身份证号）'],
    [`编号2019 ${ID}`, '身份证号', '编号2019 （已隐去身份证号）'],
    [`1234 ${ID.slice(0, 6)} ${ID.slice(6, 14)} ${ID.slice(14)}`, '身份证号', '1234 （已隐去身份证号）'],
    ['411671900101123', '身份证号', '（已隐去身份证号）'],
    ['身份证号：411671199001011230', '身份证号', '身份证号：（已隐去身份证号）'],
    ['13800000000', '手机号', '（已隐去手机号）'],
    ['联系13800000000。', '手机号', '联系（已隐去手机号）。'],
    ['138 0000 0000', '手机号', '（已隐去手机号）'],
    ['138-0000-0000', '手机号', '（已隐去手机号）'],
    ['138 000 00000', '手机号', '（已隐去手机号）'],
    ['+86 13800000000', '手机号', '（已隐去手机号）'],
    ['+8613800000000', '手机号', '（已隐去手机号）'],
    ['8613800000000', '手机号', '（已隐去手机号）'],
    ['0086-138-0000-0000', '手机号', '（已隐去手机号）'],
    ['１３８００００００００', '手机号', '（已隐去手机号）'],
    ['tel13800000000', '手机号', 'tel（已隐去手机号）'],
    ['电话:13800000000/13900000000', '手机号', '电话:（已隐去手机号）/（已隐去手机号）'],
    ['0394-8000000', '电话', '（已隐去电话）'],
    ['03948000000', '电话', '（已隐去电话）'],
    ['（0394）8000000', '电话', '（已隐去电话）'],
    ['010 8000 0000', '电话', '（已隐去电话）'],
    ['0394-8000000转801', '电话', '（已隐去电话）'],
    ['6212 3456 7890 1232', '银行卡号', '（已隐去银行卡号）'],
  ])('%s', (text, what, masked) => {
    expect(maskPeople(text)).toEqual({ text: masked, found: [what] })
  })
  it('with a check letter in either case', () => {
    const x = Array.from({ length: 999 }, (_, i) =>
      idOf('411671', '19900101', String(i).padStart(3, '0')),
    ).find((id) => id.endsWith('X')) as string
    for (const id of [x, x.toLowerCase(), x.replace('X', 'Ｘ')])
      expect(maskPeople(`甲${id}乙`).text).toBe('甲（已隐去身份证号）乙')
  })
  it('several of several sorts, each named once', () => {
    const { text, found } = maskPeople(`${ID}，13800000000，13900000000，0394-8000000`)
    expect(found).toEqual(['身份证号', '手机号', '电话'])
    expect(text).toBe('（已隐去身份证号），（已隐去手机号），（已隐去手机号），（已隐去电话）')
    expect(maskPeople(text)).toEqual({ text, found: [] })
  })
})

describe('left alone', () => {
  it.each([
    '',
    '411671011001',
    '太昊路办事处411671011001、411671011002',
    '411671011001 2019-05-27',
    '网格411671011001001',
    '411671101201015',
    '2019-05-27 12:30:00',
    '2019年5月27日至2019年6月3日',
    '20190527123000',
    '114.653472222222,33.590000000000',
    '114.13800000000',
    '0.13912345678',
    '38560330.618 3719483.313',
    'GC-411671-13800000000',
    'T13800000000',
    'IMG_20190527_123456.jpg',
    'photos/1558944000000.jpg',
    '1558944000',
    '周创办〔2019〕020-20190527号',
    `${idOf('411671', '19901301', '123')}`,
    `${ID.slice(0, 17)}${(Number(ID[17]) + 1) % 10}`,
    idOf('991671', '19900101', '123'),
    '91411671MA45G0000X',
    '914116710000012345',
    '12345',
    '400-800-0000',
    '6212 3456 7890 1233',
    '共 13 处，其中 8 处 00 号 000 000',
  ])('%s', (text) => {
    expect(maskPeople(text)).toEqual({ text, found: [] })
  })
  it('whatever the area code, the day, the place or the registration of a firm', () => {
    const digits = (length: number) =>
      fc
        .array(fc.constantFrom(...'0123456789'), { minLength: length, maxLength: length })
        .map((d) => d.join(''))
    const areaCode = digits(10).map((rest) => `41${rest}`)
    const day = fc
      .tuple(
        fc.integer({ min: 1950, max: 2040 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
      )
      .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)
    const place = fc
      .tuple(fc.double({ min: 73, max: 135, noNaN: true }), fc.double({ min: 18, max: 53, noNaN: true }))
      .map(([lon, lat]) => `${lon},${lat}`)
    // 91 = a firm; the six digits after it are those of the place.
    const firm = digits(9).map((rest) => `91411671${rest}${Number(rest) % 10}`)
    fc.assert(
      fc.property(fc.oneof(areaCode, day, place, firm), fc.constantFrom('', '在', ' '), (text, before) => {
        expect(maskPeople(`${before}${text}`)).toEqual({ text: `${before}${text}`, found: [] })
      }),
      { numRuns: 2000, seed: 3 },
    )
  })
})

describe('doors and names', () => {
  it.each([
    '3号楼2单元501室',
    '三组12号',
    '太昊路12号',
    '五一巷 8 号院',
    '12号院3户',
    '5栋102',
    '1-2-301',
    '门牌：12',
    '幸福小区东12号',
  ])('a door: %s', (text) => {
    expect(hasDoor(text)).toBe(true)
  })
  it.each([
    '周创办〔2019〕12号',
    '太昊路12号文件',
    '2019-05-27评选',
    '5月27号评选',
    '共评选12户',
    '第3组评议',
    '居委会评议、张榜公示',
    '三座公厕旁',
  ])('no door: %s', (text) => {
    expect(hasDoor(text)).toBe(false)
  })
  it('a name under a label', () => {
    expect(hasNamed('户主：某某')).toBe(true)
    expect(hasNamed('居委会评议')).toBe(false)
  })
})

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
  it('ids and codes stay to the letter', () => {
    const { model } = read({ 'sites.csv': `编号,类别,居委会\n13800000000,公厕,001\n` })
    expect(model.sites[0]?.id).toBe('13800000000')
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

  it('nothing that intake gives holds a number seeded anywhere but in an id', () => {
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
        ),
    )
    const around = fc.constantFrom(['', ''], ['找', '。'], ['（', '）'], ['电话：', '转'], [' ', ' '])
    fc.assert(
      fc.property(seed, around, (secret, [before, after]) => {
        const text = `${before}${secret}${after}`
        const shape = { ...line([0, 0.5], [2, 0.5]) }
        const { model, basemap, scenes, report } = read({
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
        const out = JSON.stringify({ model, basemap, scenes, report })
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
