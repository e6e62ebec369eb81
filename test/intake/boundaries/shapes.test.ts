/** `waters.geojson` and `sites.geojson`. */
import { describe, expect, it } from 'vitest'
import { collection, feature, line, POLYGON, read, SITES, told } from '../files.ts'

const flaggedIn = (file: string, { report }: ReturnType<typeof read>) =>
  told(report.flagged.filter((n) => n.file === file))

describe('waters', () => {
  it('lines and polygons, by id, own id or name', () => {
    const given = read({
      'waters.geojson': collection(
        feature({ id: 'Ｗ１', name: '河', 责任单位: '水利局' }, line([0, 0.5, 9], [2, 0.5, 9])),
        { ...feature({ 名称: '塘' }, POLYGON), id: 7 },
        feature({ name: '无号河' }, { type: 'GeometryCollection', geometries: [line([0, 0], [1, 1])] }),
      ),
    })
    expect(given.model.waters).toMatchObject([
      { id: 'W1', name: '河', responsible: '水利局', geometry: line([0, 0.5], [2, 0.5]) },
      { id: '7', name: '塘', geometry: POLYGON },
      { id: '无号河', name: '无号河', geometry: { type: 'MultiLineString' } },
    ])
    expect(flaggedIn('waters.geojson', given)).toEqual(['waters.geojson:3 id= “无号河”没有编号，以名称代替'])
  })
  it('a river in several features is one river', () => {
    const given = read({
      'waters.geojson': collection(
        feature({ id: 'W1', name: '河' }, line([0, 0.5], [1, 0.5])),
        feature({ id: 'W1', name: '河' }, line([1, 0.5], [2, 0.5])),
        feature({ id: 'W1', name: '河' }, POLYGON),
      ),
    })
    expect(given.model.waters.map((w) => w.geometry)).toEqual([
      {
        type: 'MultiLineString',
        coordinates: [
          [
            [0, 0.5],
            [1, 0.5],
          ],
          [
            [1, 0.5],
            [2, 0.5],
          ],
        ],
      },
    ])
    expect(flaggedIn('waters.geojson', given)).toEqual([
      'waters.geojson:2 id=W1 编号与第 1 个要素重复，作为同一水体的另一段合并',
    ])
    expect(told(given.report.rejected)).toEqual([
      'waters.geojson:3 id=W1 编号与第 1 个要素重复，一个是线、一个是面，不能合并，没有读入',
    ])
  })
  it('what is no water is refused', () => {
    const { model, report } = read({
      'waters.geojson': collection(
        null,
        feature({ id: 'W1' }, line([0, 0], [0, 0])),
        feature({ id: 'W2' }, { type: 'Point', coordinates: [0, 0] }),
      ),
    })
    expect(model.waters).toEqual([])
    expect(told(report.rejected)).toEqual([
      'waters.geojson:1 id= 既没有编号也没有名称，没有读入',
      'waters.geojson:2 geometry=LineString “W1”没有读入：线不足两个点',
      'waters.geojson:3 geometry=Point “W2”没有读入：图形应为线或多边形',
    ])
  })
})

describe('shapes of sites', () => {
  const shapes = (...features: unknown[]) =>
    read({ 'sites.csv': `${SITES}T9,公厕,,,,,,\n`, 'sites.geojson': collection(...features) })
  it('lines and polygons by id; a point gives the coordinates that are missing', () => {
    const { model, report } = shapes(
      feature({ id: 'A1' }, line([1.1, 0.5], [1.9, 0.5])),
      feature({ 编号: 'T9' }, { type: 'Point', coordinates: [0.3, 0.3] }),
      { ...feature(null, POLYGON), id: 'G1' },
    )
    expect(model.sites.map((s) => s.geometry?.type ?? [s.lon, s.lat])).toEqual([
      'Polygon',
      'LineString',
      [0.3, 0.3],
    ])
    expect(report.rejected).toEqual([])
  })
  it('parts of one site are joined, to the first of equal ids', () => {
    const given = read({
      'sites.csv': `${SITES}A1,背街小巷,同号,1.2,0.5,,,\n`,
      'sites.geojson': collection(
        feature({ id: 'A1' }, line([1.1, 0.5], [1.9, 0.5])),
        feature({ id: 'A1' }, line([1.1, 0.6], [1.9, 0.6])),
      ),
    })
    expect(given.model.sites.map((s) => s.geometry?.type)).toEqual([undefined, 'MultiLineString', undefined])
    expect(flaggedIn('sites.geojson', given)).toEqual([
      'sites.geojson:2 id=A1 点位编号重复，作为同一点位的另一部分合并',
    ])
  })
  it('what no site has asked for, and what cannot be used, is told', () => {
    const given = shapes(
      feature({ id: 'ZZ' }, POLYGON),
      feature({ id: 'G1' }, line([0, 0])),
      feature({}, POLYGON),
      feature({ id: 'G1' }, { type: 'Point', coordinates: [0.1, 0.1] }),
      feature({ id: 'A1' }, POLYGON),
      feature({ id: 'A1' }, line([0, 0], [1, 1])),
    )
    expect(told(given.report.rejected)).toEqual([
      'sites.geojson:1 id=ZZ sites.csv 里没有这个点位编号，图形没有用上',
      'sites.geojson:2 geometry=LineString 点位“G1”的图形没有读入：线不足两个点',
      'sites.geojson:3 id= 没有点位编号，没有读入',
      'sites.geojson:6 id=A1 点位编号重复，一个是线、一个是面，不能合并，没有读入',
    ])
    expect(flaggedIn('sites.geojson', given)).toEqual([
      'sites.geojson:4 geometry=G1 sites.csv 已有坐标，以 sites.csv 为准',
    ])
  })
})
