/** `areas.geojson`, the one file that must be there. */
import { describe, expect, it } from 'vitest'
import { PackageError } from '../../../src/intake/package.ts'
import { AREAS, collection, feature, POLYGON, RING, read, told } from '../files.ts'

const areas = (...features: unknown[]) => {
  const { model, report } = read({ 'areas.geojson': collection(...features) })
  return { areas: model.areas, flagged: told(report.flagged), rejected: report.rejected }
}
const good = feature({ code: '1', name: '甲' }, POLYGON)

it('areas alone make a package; what is not there is told', () => {
  const { model, report } = read({ 'areas.geojson': AREAS })
  expect(model.areas.map((a) => [a.code, a.name, a.office])).toEqual([
    ['001', '甲居委会', '东办事处'],
    ['002', '乙社区', '东办事处'],
  ])
  expect(report.rows).toEqual({ 'areas.geojson': 2 })
  expect(report.absent).toContain('sites.csv')
  expect(report.absent).toContain('standard.json')
  expect(report.rejected).toEqual([])
})

describe('collections as they come', () => {
  it('a bare array, a single feature', () => {
    expect(read({ 'areas.geojson': JSON.stringify([good]) }).model.areas).toHaveLength(1)
    expect(read({ 'areas.geojson': JSON.stringify(good) }).model.areas).toHaveLength(1)
  })
  it('in GB18030, with a BOM', () => {
    const text = JSON.stringify(good)
    const [before, after] = text.split('甲') as [string, string]
    const bytes = [...new TextEncoder().encode(before), 0xbc, 0xd7, ...new TextEncoder().encode(after)]
    expect(read({ 'areas.geojson': Uint8Array.from(bytes) }).model.areas[0]?.name).toBe('甲')
    expect(read({ 'areas.geojson': `\ufeff${text}` }).model.areas[0]?.name).toBe('甲')
  })
})

describe('properties', () => {
  it('under Chinese names, in any case, as numbers', () => {
    const { areas: list } = areas(
      feature(
        { 居委会代码: 411671011001, NAME: ' 甲 ', 街道: '东', 待拆迁: '是', 人口: '１，２００人' },
        POLYGON,
      ),
      feature({ 编码: '２', 名称: '乙', relocation: true, group: '城中村', population: 3 }, POLYGON),
      feature({ code: '3', name: '丙', relocation: 0, population: null }, POLYGON),
    )
    expect(list).toMatchObject([
      {
        code: '411671011001',
        name: '甲',
        office: '东',
        relocation: true,
        population: 1200,
        group: '待拆迁',
      },
      { code: '2', relocation: true, group: '城中村', population: 3 },
      { code: '3', relocation: false, group: null, population: null },
    ])
  })
  it('a name serves as code and a code as name, and it is told', () => {
    const { areas: list, flagged } = areas(feature({ name: '甲' }, POLYGON), feature({ code: '9' }, POLYGON))
    expect(list.map((a) => [a.code, a.name])).toEqual([
      ['甲', '甲'],
      ['9', '9'],
    ])
    expect(flagged.slice(0, 2)).toEqual([
      'areas.geojson:1 code= “甲”没有代码，以名称代替',
      'areas.geojson:2 name= “9”没有名称，以代码代替',
    ])
  })
  it('what makes no sense is told and left out', () => {
    const { areas: list, flagged } = areas(
      feature({ code: '1', name: '甲', relocation: '也许', population: '很多' }, POLYGON),
    )
    expect(list[0]).toMatchObject({ relocation: false, population: null })
    expect(flagged.slice(0, 2)).toEqual([
      'areas.geojson:1 relocation=也许 待拆迁应填“是”或“否”，按“否”处理',
      'areas.geojson:1 population=很多 人口应为不小于 0 的整数，按未填处理',
    ])
  })
})

describe('geometry', () => {
  it('Z values go, open rings are closed, collections and parts of one code become one', () => {
    const open = RING.slice(0, 4).map((p) => [...p, 5])
    const { areas: list, flagged } = areas(
      feature({ code: '1', name: '甲' }, { type: 'Polygon', coordinates: [open] }),
      feature({ code: '2', name: '乙' }, { type: 'GeometryCollection', geometries: [POLYGON, POLYGON] }),
      feature({ code: '2', name: '乙村' }, { type: 'MultiPolygon', coordinates: [[RING]] }),
    )
    expect(list.map((a) => a.geometry)).toEqual([
      POLYGON,
      { type: 'MultiPolygon', coordinates: [[RING], [RING], [RING]] },
    ])
    expect(flagged.slice(0, 2)).toEqual([
      'areas.geojson:1 geometry=甲 边界没有闭合，已自动闭合',
      'areas.geojson:3 code=2 代码与第 2 个要素重复，作为同一居委会的另一部分合并，名称以“乙”为准',
    ])
  })
  it('holes stay, those that are none are left out and told', () => {
    const hole = [
      [0.2, 0.2],
      [0.2, 0.4],
      [0.4, 0.4],
      [0.2, 0.2],
    ]
    const none = [
      [0.5, 0.5],
      [0.6, 0.5],
      [0.5, 0.5],
    ]
    const { areas: list, flagged } = areas(
      feature({ code: '1', name: '甲' }, { type: 'Polygon', coordinates: [RING, hole, none] }),
      feature({ code: '2', name: '乙' }, { type: 'MultiPolygon', coordinates: [[none], [RING]] }),
    )
    expect(list.map((a) => a.geometry)).toEqual([
      { type: 'Polygon', coordinates: [RING, hole] },
      { type: 'MultiPolygon', coordinates: [[RING]] },
    ])
    expect(flagged.slice(0, 2)).toEqual([
      'areas.geojson:1 geometry=甲 有不足三个点的洞，已略去',
      'areas.geojson:2 geometry=乙 有不足三个点的部分，已略去',
    ])
  })
  it.each([
    [null, '空', '没有图形'],
    [{ type: 'Point', coordinates: [0, 0] }, 'Point', '图形应为多边形（Polygon 或 MultiPolygon）'],
    [{ type: 'Polygon', coordinates: [] }, 'Polygon', '边界不足三个点'],
    [{ type: 'Polygon' }, 'Polygon', '坐标不全'],
    [
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 'x'],
            [1, 1],
          ],
        ],
      },
      'Polygon',
      '坐标里有不是数字的值',
    ],
    [
      {
        type: 'Polygon',
        coordinates: [
          [
            [38468000, 3717000],
            [38469000, 3717000],
            [38469000, 3718000],
          ],
        ],
      },
      'Polygon',
      '坐标不是经纬度，应为 WGS84 的度',
    ],
    ['圆', '空', '图形应为多边形（Polygon 或 MultiPolygon）'],
  ])('one that is no area is refused by ordinal, with the reason (%#)', (geometry, type, why) => {
    const { areas: list, rejected } = areas(good, feature({ code: '2', name: '乙' }, geometry))
    expect(list).toHaveLength(1)
    expect(told(rejected)).toEqual([`areas.geojson:2 geometry=${type} “乙”没有读入：${why}`])
  })
  it('neither code nor name, no feature at all', () => {
    const { rejected } = areas(good, feature({}, POLYGON), feature(null, POLYGON), null, 5)
    expect(rejected.map((n) => [n.line, n.reason])).toEqual(
      [2, 3, 4, 5].map((n) => [n, '既没有代码也没有名称，没有读入']),
    )
  })
})

it.each([
  ['no areas at all', collection(), /需要代码、名称和多边形边界/],
  ['none that can be used', collection(feature({ name: '甲' }, null)), /第 1 个要素：“甲”没有读入：没有图形/],
  ['broken JSON', '{"type":', /不是有效的 JSON/],
  ['nothing', '', /文件是空的/],
  ['an answer that asks to log in', '{"code":401,"message":"未登录"}', /不是 GeoJSON 要素集合/],
  ['something else', '{"type":"Topology"}', /不是 GeoJSON 要素集合/],
])('%s: one sentence, in Chinese', (_, text, why) => {
  expect(() => read({ 'areas.geojson': text })).toThrow(PackageError)
  expect(() => read({ 'areas.geojson': text })).toThrow(/^areas\.geojson [^\n]*。$/)
  expect(() => read({ 'areas.geojson': text })).toThrow(why)
})
