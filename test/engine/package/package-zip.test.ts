/** The package as a zip: opened elsewhere it is the same package, without anything that leads to a person. */
import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { packageZip, packageZipSteps } from '../../../src/engine/package/package-zip.ts'
import { sampleStandard } from '../../../src/engine/package/sample-standard.ts'
import { PACKAGE_FILES, readPackage } from '../../../src/intake/package.ts'
import { AREAS, SITES } from '../../intake/files.ts'
import { barePng } from '../../intake/photos/made.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const files = (some: Record<string, string>) =>
  new Map<string, Uint8Array>(Object.entries(some).map(([path, text]) => [path, bytes(text)]))
const opened = (zip: Uint8Array): Map<string, Uint8Array> => new Map(Object.entries(unzipSync(zip)))
const text = (raw: Uint8Array | undefined) => new TextDecoder().decode(raw)
const modelOf = (all: ReadonlyMap<string, Uint8Array>) => readPackage(all, sampleStandard).model

/** Made up, and made here so that no such number stands in a file. */
const PHONE = ['138', '0000', '0000'].join('')
const ID = (() => {
  const body = ['110101', '19900307', '001'].join('')
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, i) => total + weight * Number(body[i]), 0)
  return `${body}${'10X98765432'[sum % 11]}`
})()

it('the sample goes through byte for byte, photos too, the same each time', () => {
  const sample = new Map<string, Uint8Array>(
    [...PACKAGE_FILES, 'photos/bin-before.svg'].map((path) => [
      path,
      new Uint8Array(readFileSync(new URL(`../../../data/${path}`, import.meta.url))),
    ]),
  )
  const zip = packageZip(sample)
  const again = opened(zip)
  expect([...again.keys()].sort()).toEqual([...sample.keys()].sort())
  // The sample has one row that is refused for telling whose home it is.
  expect(text(again.get('honours.csv'))).toBe(
    text(sample.get('honours.csv')).replace('三号院某户', '（已隐去）'),
  )
  // What is struck out with a dash would begin a formula.
  expect(text(again.get('water-samples.csv'))).toBe(
    text(sample.get('water-samples.csv')).replace(/(?<=^|,)(?=-(?:,|-|\r?$))/gm, "'"),
  )
  for (const [path, raw] of sample)
    if (!['honours.csv', 'water-samples.csv'].includes(path))
      expect(Buffer.compare(again.get(path) as Uint8Array, raw), path).toBe(0)
  expect(modelOf(again)).toEqual(modelOf(sample))
  expect(Buffer.compare(packageZip(sample), zip)).toBe(0)
})

describe('people', () => {
  const told = files({
    'areas.geojson': AREAS,
    'sites.csv': SITES,
    'district.json': JSON.stringify({ title: '甲区', 联系人: { 电话: Number(PHONE), 证件: ID } }),
    'issues.csv': `编号,点位编号,发现日期,问题描述,举报人电话\nW1,G1,2019-05-01,"住户 ${PHONE} 反映,""脏""",${PHONE}\nW2,G1,2019-05-02,无关,\n`,
    'honours.csv': `评选类别,名称,经度,居委会,日期,数量,依据,备注\n卫生家庭,张某家,,001,2019-05-01,,,东巷\n卫生家庭,,,001,2019-05-01,5,3号楼2单元推荐,\n卫生家庭,,0.5,001,2019-05-01,1,推荐,\n创卫示范街,一街,,001,2019-05-01,1,文件,已公示\n`,
    'register.csv': `时间,操作,记录,编号,字段,原值,新值\n2019-05-27T09:00:00+08:00,修改,问题,W1,问题描述,找 ${PHONE},无\n`,
    'scenes.json': `{"scenes": [broken ${PHONE}`,
  })
  const clean = opened(packageZip(told))

  it('are in none of its files', () => {
    for (const [path, raw] of clean)
      for (const secret of [PHONE, ID, '张某', '3号楼', '东巷'])
        expect(text(raw).includes(secret), `${path}: ${secret}`).toBe(false)
  })

  it('are all that is missing: read again it is the same model, with the same rows refused', () => {
    expect(modelOf(clean)).toEqual(modelOf(told))
    const refused = (all: ReadonlyMap<string, Uint8Array>) =>
      readPackage(all, sampleStandard).report.rejected.map(({ file, line, reason }) => ({
        file,
        line,
        reason,
      }))
    expect(refused(clean)).toEqual(refused(told))
    expect(text(clean.get('issues.csv'))).toBe(
      '编号,点位编号,发现日期,问题描述,举报人电话\nW1,G1,2019-05-01,"住户 （已隐去手机号） 反映,""脏""",（已隐去手机号）\nW2,G1,2019-05-02,无关,\n',
    )
    expect(text(clean.get('honours.csv')).split('\n')[4]).toBe(
      '创卫示范街,一街,,001,2019-05-01,1,文件,已公示',
    )
  })
})

it('the scenes go along, with what nobody knows of them, without numbers of people', () => {
  const scene = { title: '一', points: ['好'], link: 'v=1&d=2019-05-27', 备注: { a: [1] } }
  const briefings = [{ name: '周调度', 出处: '创卫办', scenes: [scene, { ...scene, 备注: `找${PHONE}` }] }]
  const again = packageZip(
    files({ 'areas.geojson': AREAS, 'scenes.json': JSON.stringify({ version: 2, briefings }) }),
  )
  const masked = [{ ...briefings[0], scenes: [scene, { ...scene, 备注: '找（已隐去手机号）' }] }]
  expect(JSON.parse(text(opened(again).get('scenes.json')))).toEqual({ version: 2, briefings: masked })
})

it('files stand where district.json says; what is none of the package and no photo stays out', () => {
  const some = files({
    'areas.geojson': AREAS,
    'district.json': '{"files":{"sites.csv":"表/点位.csv"}}',
    '表/点位.csv': SITES,
    '名单.xlsx': 'PK\u0003\u0004',
    'issues.csv': 'PK\u0003\u0004',
    'photos/乙.jpg': '不是照片',
  }).set('photos/甲.JPG', barePng())
  const again = opened(packageZip(some))
  expect([...again.keys()].sort()).toEqual(['areas.geojson', 'district.json', 'photos/甲.JPG', '表/点位.csv'])
  expect(modelOf(again)).toEqual(modelOf(some))
})

describe('on any system', () => {
  const risky = files({
    'areas.geojson': AREAS,
    'sites.csv': `编号,类别,名称,经度,=备注\n=G1,公厕,"=HYPERLINK(""x"")",-5,+A1\nG2,公厕,'=甲,0.5,@b\n示例-1,公厕,=示例,,-x\n`,
    'issues.csv':
      '编号,点位编号,发现日期,问题描述,整改前照片\nW1,=G1,2019-05-01,"\t=1",photos/甲:1?.jpg\nW2,G2,2019-05-01,-3.5,con.jpg\n',
    'water-samples.csv': '水体编号,监测点,日期,氧化还原电位mV\nH1,S1,2019-05-01,-120\n',
  })
  for (const name of ['甲:1?.jpg', 'con.jpg', 'Con.JPG', '乙.jpg']) risky.set(`photos/${name}`, barePng())
  const zip = packageZip(risky)
  const again = opened(zip)

  it('no cell is run as a formula, headings and examples included; numbers and what is guarded already stay', () => {
    expect(text(again.get('sites.csv'))).toBe(
      `编号,类别,名称,经度,'=备注\n'=G1,公厕,"'=HYPERLINK(""x"")",-5,'+A1\nG2,公厕,'=甲,0.5,'@b\n示例-1,公厕,'=示例,,'-x\n`,
    )
    expect(text(again.get('water-samples.csv'))).toBe(text(risky.get('water-samples.csv')))
    expect(packageZip(again)).toEqual(zip)
  })

  it('photos have names that Windows can write, and are found by them', () => {
    expect([...again.keys()].filter((path) => path.startsWith('photos/')).sort()).toEqual([
      'photos/_Con-2.JPG',
      'photos/_con.jpg',
      'photos/乙.jpg',
      'photos/甲 1.jpg',
    ])
    expect(modelOf(again).issues.map(({ photoBefore }) => photoBefore)).toEqual([
      'photos/甲 1.jpg',
      'photos/_con.jpg',
    ])
  })

  it('read again it is the same model, but for these names', () => {
    const bare = (all: ReadonlyMap<string, Uint8Array>) => {
      const model = modelOf(all)
      return { ...model, issues: model.issues.map((issue) => ({ ...issue, photoBefore: null })) }
    }
    expect(bare(again)).toEqual(bare(risky))
    expect(bare(again).sites.map(({ id, name }) => [id, name])).toEqual([
      ['=G1', '=HYPERLINK("x")'],
      ['G2', '=甲'],
    ])
  })

  it('so have tables that district.json calls by names of its own', () => {
    const own = packageZip(
      files({
        'areas.geojson': AREAS,
        'district.json': '{"title":"甲","files":{"sites.csv":"表/点位:一.csv","issues.csv":"台账.csv"}}',
        '表/点位:一.csv': SITES,
        '台账.csv': '编号,点位编号,发现日期\nW1,G1,2019-05-01\n',
      }),
    )
    expect([...opened(own).keys()].sort()).toEqual([
      'areas.geojson',
      'district.json',
      '台账.csv',
      '表/点位 一.csv',
    ])
    expect(modelOf(opened(own)).sites.length).toBeGreaterThan(0)
    expect(modelOf(opened(own)).issues).toHaveLength(1)
  })
})

it('gives way between rows and files', () => {
  const rows = Array.from({ length: 3000 }, (_, i) => `X${i},公厕,某公厕\n`).join('')
  const some = files({ 'areas.geojson': AREAS, 'sites.csv': `编号,类别,名称\n${rows}` })
  const steps = packageZipSteps(some)
  let rests = 0
  let step = steps.next()
  for (; step.done !== true; step = steps.next()) rests++
  expect(rests).toBeGreaterThan(30)
  expect(Buffer.compare(step.value as Uint8Array, packageZip(some))).toBe(0)
})
