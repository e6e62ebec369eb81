/** What staff really have, from the bytes to the package. */

import { readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import gcoord from 'gcoord'
import { describe, expect, it } from 'vitest'
import { encodeText } from '../../../src/intake/formats/encode.ts'
import { PACKAGE_FILES } from '../../../src/intake/package.ts'
import { dayOf } from '../../../src/model/day.ts'
import { collection, feature } from '../../intake/files.ts'
import { barePng } from '../../intake/photos/made.ts'
import { openDesk, textOf } from './desk.ts'

const PHONE = ['138', '0000', '0000'].join('')

describe('a ledger from WPS', () => {
  const points = Array.from({ length: 40 }, (_, i): [number, number] => [
    114.6405 + 0.0037 * (i % 10),
    33.5805 + 0.0045 * Math.floor(i / 10),
  ])
  const rows = points.map(([lon, lat], i) => {
    const [x, y] = gcoord.transform<[number, number]>([lon, lat], gcoord.WGS84, gcoord.GCJ02)
    const area = lon < 114.66 ? '甲居委会' : '４１１６７１０１１００２'
    return `ＷＴ－${100 + i}, ${area} ,5月${(i % 20) + 1}日,${x.toFixed(6)},${y.toFixed(6)},一般,"积水，请拨${PHONE}",环卫所`
  })
  const text = [
    '东区问题整改台账,,,,,,,',
    '问题编号,所属居委会,发现时间,经度,纬度,严重程度,存在问题,整改责任单位（盖章）',
    ...rows,
    'ＷＴ－100,甲居委会,5月30日,,,一般,同一编号,环卫所',
    'WT-900,4.11671E+11,5月8日,,,一般,科学计数的代码,环卫所',
    'WT-901,甲居委会,,,,一般,没有日期,环卫所',
    '合计,,,,,,42,',
  ].join('\r\n')

  it('GBK, title and totals, dates without a year, GCJ-02, telephone numbers, codes in scientific notation, equal ids', async () => {
    const desk = await openDesk()
    const [item, ...others] = (await desk.drop({ '问题台账.csv': encodeText(text, 'GB18030') })).incoming
    expect(others).toEqual([])
    expect(item).toMatchObject({
      format: 'CSV',
      encoding: 'GB18030',
      table: 'issues.csv',
      missing: [],
      year: { asked: true, chosen: 2019 },
    })
    expect(item?.datum).toMatchObject({ proposed: 'GCJ-02', chosen: 'GCJ-02' })
    expect(item?.datum?.evidence[0]).toEqual({ datum: 'GCJ-02', of: 40, inDeclared: 40, inDistrict: 40 })
    expect(item?.counts).toMatchObject({ rows: 43, accepted: 42, rejected: 1, masked: 40 })
    expect(item?.effect).toEqual({ added: 42, updated: 0, unchanged: 0, removed: 0, skipped: 0 })
    expect(item?.passed.map(({ text: shown }) => shown)).toEqual([
      '东区问题整改台账',
      expect.stringContaining('合计'),
    ])
    expect(item?.rejected.map(({ line, field, reason }) => `${line} ${field} ${reason}`)).toEqual([
      '45 发现时间 没有填日期',
    ])
    const told = item?.flagged.map(({ line, value, reason }) => `${line} ${value} ${reason}`) ?? []
    // The same number on another day and with another text is another problem.
    expect(item?.clashes).toMatchObject({ count: 1, chosen: 'both', rows: [{ line: 43, where: '第 3 行' }] })
    expect(told).toContain(
      '44 4.11671E+11 居委会代码被表格软件改成了科学计数，请把这一列设为文本，按未填处理',
    )
    await desk.take()

    const { issues } = desk.model()
    expect(issues).toHaveLength(44)
    points.forEach(([lon, lat], i) => {
      const issue = issues.find(({ id }) => id === `WT-${100 + i}`)
      expect(issue?.lon).toBeCloseTo(lon, 5)
      expect(issue?.lat).toBeCloseTo(lat, 5)
      expect(issue?.areaCode).toBe(lon < 114.66 ? '411671011001' : '411671011002')
      expect(issue?.responsible).toBe('环卫所')
    })
    expect(desk.file('issues.csv')).not.toContain(PHONE)
    expect(desk.file('issues.csv')).toContain('（已隐去手机号）')
  })

  it('rejected rows go out in GBK and carry no telephone number', async () => {
    const desk = await openDesk()
    const bad = `问题编号,发现时间,存在问题\nWT-5,某日,打${PHONE}\n`
    const [item] = (await desk.drop({ '台账.csv': encodeText(bad, 'GB18030') })).incoming
    const { bytes } = await desk.rejectedRows(item?.id ?? 0)
    const decoded = new TextDecoder('gb18030', { fatal: true }).decode(bytes)
    expect(decoded.split('\r\n')).toEqual([
      '问题编号,发现时间,存在问题,原因',
      'WT-5,某日,打（已隐去手机号）,发现时间：日期读不懂，应写成 2019-05-27',
      '',
    ])
  })
})

describe('places', () => {
  it('both coordinates in one cell, in degrees and minutes', async () => {
    const desk = await openDesk()
    const [item] = (
      await desk.drop({
        '点位.csv':
          '编号,类别,名称,坐标,居委会\nG5,公厕,五号,"E114°39′00″, N33°35′24″",甲居委会\nG6,公厕,六号,看地图,甲居委会\n',
      })
    ).incoming
    expect(item?.first[0]).toMatchObject({ lon: '114.65', lat: '33.59' })
    expect(item?.flagged).toEqual([
      {
        file: '点位.csv',
        line: 3,
        field: '坐标',
        value: '看地图',
        reason: '经纬度不全或读不懂，按没有坐标处理',
      },
    ])
    await desk.take()
    expect(desk.model().sites.at(-2)).toMatchObject({ id: 'G5', lon: 114.65, lat: 33.59 })
  })

  it('points of a GeoJSON are sites', async () => {
    const desk = await openDesk()
    const [item, shapes] = (
      await desk.drop({
        'toilets.geojson': collection(
          feature(
            { 编号: 'G7', 类别: '公厕', 名称: '七号' },
            { type: 'Point', coordinates: [114.65, 33.59, 12] },
          ),
          feature(
            { 编号: 'A9', 类别: '背街小巷' },
            {
              type: 'LineString',
              coordinates: [
                [114.65, 33.59],
                [114.651, 33.59],
              ],
            },
          ),
          feature({ 编号: 'G8', 类别: '不知道' }, { type: 'Point', coordinates: [114.65, 33.59] }),
        ),
      })
    ).incoming
    expect(item).toMatchObject({ table: 'sites.csv', counts: { rows: 3, accepted: 2, rejected: 1 } })
    expect(item?.flagged).toEqual([])
    // What is no point stands beside as the shape of its place.
    expect(shapes).toMatchObject({ table: 'sites.geojson', counts: { rows: 1, accepted: 1 } })
    await desk.take()
    expect(desk.model().sites.at(-1)?.geometry?.type).toBe('LineString')
    expect(desk.model().sites.at(-2)).toMatchObject({ id: 'G7', name: '七号', lon: 114.65, lat: 33.59 })
  })
})

describe('boundaries and waters', () => {
  const ring = (west: number, south: number) => [
    [west, south],
    [west + 0.01, south],
    [west + 0.01, south + 0.01],
    [west, south + 0.01],
    [west, south],
  ]
  it('boundaries in GCJ-02 are known by the places in them, come by name, and keep what they do not say', async () => {
    const desk = await openDesk()
    const old = JSON.parse(desk.file('areas.geojson')) as {
      features: { properties: { name: string }; geometry: { coordinates: [number, number][][] } }[]
    }
    const moved = old.features.map(({ properties: { name }, geometry }) =>
      feature(
        { 社区名称: name },
        {
          type: 'Polygon',
          coordinates: geometry.coordinates.map((one) =>
            one.map((at) => gcoord.transform<[number, number]>([...at], gcoord.WGS84, gcoord.GCJ02)),
          ),
        },
      ),
    )
    const [item] = (await desk.drop({ '社区边界.geojson': collection(...moved) })).incoming
    expect(item).toMatchObject({ table: 'areas.geojson', counts: { rows: 2, accepted: 2 } })
    const [chosen] = (await desk.settle(item?.id ?? 0, { datum: 'GCJ-02' })).incoming
    expect(chosen?.effect).toMatchObject({ added: 0, removed: 0 })
    expect(chosen?.flagged.map(({ reason }) => reason)).toContain('没有代码，按名称对应到已有的 411671011001')
    await desk.take()
    const { areas } = desk.model()
    expect(areas.map(({ code, office }) => [code, office])).toEqual([
      ['411671011001', '东办事处'],
      ['411671011002', '西办事处'],
    ])
    expect(areas[0]?.geometry.coordinates[0]?.[0]).toEqual([
      expect.closeTo(114.64, 6),
      expect.closeTo(33.58, 6),
    ])
  })

  it('boundaries of another district take the place of these, and the rows beside them are judged by them', async () => {
    const desk = await openDesk()
    const { incoming } = await desk.drop({
      'areas.geojson': collection(
        feature({ code: '500', name: '丙村' }, { type: 'Polygon', coordinates: [ring(110, 30)] }),
      ),
      'sites.csv': '编号,类别,经度,纬度,居委会\nX1,公厕,110.005,30.005,丙村\n',
    })
    const [areas] = incoming
    expect(incoming[1]?.flagged).toEqual([])
    expect(areas).toMatchObject({ mode: 'replace', effect: { added: 1, removed: 2 } })
    expect(areas?.flagged.map(({ reason }) => reason)).toEqual([
      '现有的 2 个有坐标的点位里，有 2 个不在使用后的边界之内',
    ])
    await desk.take()
    expect(desk.model().areas.map(({ name }) => name)).toEqual(['丙村'])
    expect(desk.model().sites.find(({ id }) => id === 'X1')?.areaCode).toBe('500')
  })

  it('boundaries of which none can be used are refused with the reason, and change nothing', async () => {
    const desk = await openDesk()
    const before = desk.file('areas.geojson')
    const [item] = (
      await desk.drop({
        'areas.geojson': collection(
          feature({ code: '500', name: '丙村' }, { type: 'Polygon', coordinates: [[[110, 30]]] }),
          feature({ code: '501', name: `丁村${PHONE}` }, { type: 'Polygon', coordinates: null }),
        ),
      })
    ).incoming
    expect(item).toMatchObject({ mode: 'replace', counts: { rows: 2, accepted: 0, rejected: 2 } })
    await expect(desk.take()).rejects.toThrow('areas.geojson 里没有一个可用的居委会')
    expect(desk.file('areas.geojson')).toBe(before)
    expect((await desk.workspace.state()).revisions).toEqual([])
    const saved = await desk.rejectedRows(item?.id ?? 0)
    expect(saved.name).toBe('areas-未读入.geojson')
    const { features } = JSON.parse(textOf(saved.bytes)) as {
      features: { properties: Record<string, string> }[]
    }
    expect(features.map(({ properties }) => [properties.name, properties.原因])).toEqual([
      ['丙村', expect.stringContaining('边界不足三个点')],
      ['丁村（已隐去手机号）', expect.stringContaining('坐标不全')],
    ])
  })

  it('boundaries with neither code nor name wait for one to be pointed out', async () => {
    const desk = await openDesk()
    const [item] = (
      await desk.drop({
        'village.geojson': collection(
          feature({ OBJECTID: 1, CUN: '甲居委会' }, { type: 'Polygon', coordinates: [ring(114.64, 33.58)] }),
        ),
      })
    ).incoming
    expect(item).toMatchObject({ table: 'areas.geojson', missing: ['code'] })
    const [mapped] = (await desk.settle(item?.id ?? 0, { mapping: { CUN: 'name' } })).incoming
    expect(mapped).toMatchObject({ missing: [], mode: 'update', effect: { added: 0, updated: 1 } })
  })

  it('a river by its name', async () => {
    const desk = await openDesk()
    const [item] = (
      await desk.drop({
        '河道.geojson': collection(
          feature(
            { 名称: '东河' },
            {
              type: 'LineString',
              coordinates: [
                [114.641, 33.585],
                [114.67, 33.59],
              ],
            },
          ),
        ),
      })
    ).incoming
    expect(item).toMatchObject({ table: 'waters.geojson', effect: { added: 1 } })
    await desk.take()
    expect(desk.model().waters).toMatchObject([{ id: '东河', name: '东河' }])
  })
})

describe('people', () => {
  it('names of people’s honours are refused, and the rows given back are without them', async () => {
    const desk = await openDesk()
    const [item] = (
      await desk.drop({
        '评选.csv':
          '评选类别,户主姓名,居委会,日期,数量\n卫生家庭,某某某,甲居委会,2019-05-01,1\n创卫示范街,一街,乙社区,2019-05-01,1\n',
      })
    ).incoming
    expect(item).toMatchObject({ table: 'honours.csv', counts: { accepted: 1, rejected: 1 } })
    expect(JSON.stringify(item?.rejected)).not.toContain('某某某')
    const saved = textOf((await desk.rejectedRows(item?.id ?? 0)).bytes)
    expect(saved).not.toContain('某某某')
    await desk.take()
    const [again] = (await desk.drop({ '评选.csv': saved })).incoming
    expect(again?.counts).toMatchObject({ rows: 1, accepted: 1, rejected: 0 })
  })
})

describe('a package', () => {
  const sample = () =>
    Object.fromEntries(
      PACKAGE_FILES.map((name) => [
        name,
        new Uint8Array(readFileSync(new URL(`../../../data/${name}`, import.meta.url))),
      ]),
    )

  it('as a zip takes the place of the whole, and gives the very model it was made of', async () => {
    const source = await openDesk(sample())
    const desk = await openDesk()
    const zip = zipSync({
      ...sample(),
      'photos/a.jpg': barePng(),
      'register.csv': new TextEncoder().encode('时间,操作,记录,编号,字段,原值,新值\n'),
    })
    const { incoming, refused } = await desk.drop({ '创卫数据.zip': zip })
    expect(refused).toEqual([])
    expect(incoming.map(({ table }) => table).sort()).toEqual([...PACKAGE_FILES].sort())
    // The sample holds bad rows on purpose: they are told as they are when the package is opened.
    const told = (list: { file: string; line: number; reason: string }[]) =>
      list.map(({ file, line, reason }) => `${file.replace('创卫数据.zip/', '')}:${line} ${reason}`).sort()
    expect(told(incoming.flatMap(({ rejected }) => rejected))).toEqual(told(source.report().rejected))
    await desk.take()
    // Rows that were not used are gone, so that those below them stand on other lines.
    const bare = (model: unknown) =>
      JSON.parse(JSON.stringify(model, (key, value) => (key === 'line' ? undefined : value)))
    const [is, was] = [bare(desk.model()), bare(source.model())]
    for (const list of Object.keys(was)) expect(is[list], list).toEqual(was[list])
    const [revision] = (await desk.workspace.state()).revisions
    expect(revision?.what).toMatch(/^导入 创卫数据\.zip：新增 \d+、更新 \d+、删除 \d+$/)
    expect(await desk.workspace.file('photos/a.jpg')).toEqual(barePng())
    await desk.workspace.undo()
    expect(desk.model().issues.map(({ id }) => id)).toEqual(['WT-1', 'WT-2'])
  }, 60_000)

  it('that brings no records leaves none of the old ones', async () => {
    const desk = await openDesk()
    const { 'areas.geojson': areas } = sample()
    await desk.drop({ 'new/areas.geojson': areas as Uint8Array, 'new/district.json': '{"title":"新区"}' })
    await desk.take()
    expect(desk.model().issues).toEqual([])
    expect(desk.model().district.title).toBe('新区')
  })

  it('only one file of it changes that one', async () => {
    const desk = await openDesk()
    await desk.drop({ 'district.json': '{"title":"改名了","asOf":"2019-06-01"}' })
    await desk.take()
    expect(desk.model().district.title).toBe('改名了')
    expect(desk.model().issues).toHaveLength(2)
  })
})

describe('changes made in another copy', () => {
  const head = '时间,操作,记录,编号,字段,原值,新值'
  it('are applied where the value is still what it was there', async () => {
    const desk = await openDesk()
    const [item] = (
      await desk.drop({
        '整改登记.csv': `${head}\n2019-05-27T09:00:00+08:00,完成整改,问题,WT-1,整改完成日期,,2019-05-20\n2019-05-27T09:00:00+08:00,改派,问题,WT-2,责任单位,别的单位,环卫所\n2019-05-27T09:01:00+08:00,新增问题,问题,WT-9,发现日期,,2019-05-26\n2019-05-27T09:01:00+08:00,新增问题,问题,WT-9,问题描述,,新的\n2019-05-27T09:02:00+08:00,移动点位,点位,G9,经度,1,2\n`,
      })
    ).incoming
    expect(item).toMatchObject({ table: 'register', counts: { rows: 5, accepted: 3, rejected: 2 } })
    expect(item?.rejected.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '3 现在的责任单位是“城管局”，不是原值“别的单位”',
      '6 没有编号为“G9”的点位',
    ])
    await desk.take()
    const { issues } = desk.model()
    expect(issues.find(({ id }) => id === 'WT-1')?.fixedOn).toBe(dayOf(2019, 5, 20))
    expect(issues.find(({ id }) => id === 'WT-2')?.responsible).toBe('城管局')
    expect(issues.find(({ id }) => id === 'WT-9')?.description).toBe('新的')
    expect(desk.file('register.csv').split(/\r?\n/)).toHaveLength(5)
  })
})
