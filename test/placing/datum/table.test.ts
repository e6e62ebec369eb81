/** The coordinate system of a file, found from the sample's own sites written in each. */

import { beforeAll, describe, expect, it } from 'vitest'
import { fromWGS84 } from '../../../src/intake/coordinates/convert.ts'
import type { Datum } from '../../../src/model/datum.ts'
import { randomFrom } from '../../../src/model/random.ts'
import { type AreaIndex, indexAreas } from '../../../src/placing/areas.ts'
import { datumFit } from '../../../src/placing/datum/table.ts'
import { openSample } from '../../engine/sample.ts'

interface Place {
  lon: number
  lat: number
  declared: number
}

let index: AreaIndex
let sites: Place[]
beforeAll(() => {
  const { model } = openSample()
  index = indexAreas(model.areas)
  const codes = model.areas.map((area) => area.code)
  sites = model.sites.flatMap(({ lon, lat, areaCode }) =>
    lon === null || lat === null || areaCode === null
      ? []
      : [{ lon, lat, declared: codes.indexOf(areaCode) }],
  )
})

const written = (datum: Datum, places: readonly Place[], withPrefix = true) =>
  places.map(({ lon, lat, declared }) => {
    const [x, y] = fromWGS84(datum, lon, lat)
    const bare = (value: number) => (withPrefix || value < 1e7 ? value : value % 1e6)
    return { x: bare(x), y: bare(y), declared }
  })

/** A share of the places put somewhere else within a few kilometres, declaring what they did. */
const spoilt = (places: readonly Place[], share: number, seed: number): Place[] => {
  const random = randomFrom(seed)
  return places.map((place) =>
    random() < share
      ? { ...place, lon: place.lon + random() * 0.1 - 0.05, lat: place.lat + random() * 0.1 - 0.05 }
      : place,
  )
}

const DATUMS: Datum[] = [
  'WGS84',
  'GCJ-02',
  'BD-09',
  'WGS84-swapped',
  'GCJ-02-swapped',
  'BD-09-swapped',
  'CGCS2000-GK-38',
  'CGCS2000-GK-38-swapped',
  'CGCS2000-GK-39',
  'CGCS2000-GK-37',
  'CGCS2000-GK-20',
  'CGCS2000-GK-20-swapped',
]

describe.each(DATUMS)('sites in %s', (datum) => {
  it.each([0, 0.1, 0.25, 0.4])('are recognised with %d of them misplaced', (share) => {
    const fit = datumFit(index, written(datum, spoilt(sites, share, 7)), null)
    expect(fit.proposed).toBe(datum)
    const [first] = fit.evidence
    expect(first?.datum).toBe(datum)
    expect(first?.of).toBe(sites.length)
    expect((first?.inDeclared as number) / sites.length).toBeGreaterThan((1 - share) * 0.93)
  })
  it('are recognised without declarations', () => {
    const undeclared = written(datum, sites).map((place) => ({ ...place, declared: -1 }))
    const fit = datumFit(index, undeclared, null)
    expect(fit.proposed).toBe(datum)
    expect(new Set(fit.evidence.map((e) => e.inDeclared))).toEqual(new Set([null]))
    expect(fit.sentence).toContain('落在本区范围内')
  })
})

it.each<Datum>(['CGCS2000-GK-38', 'CGCS2000-GK-38-swapped', 'CGCS2000-GK-39'])(
  'metres without the zone before them: %s',
  (datum) => {
    expect(datumFit(index, written(datum, sites, false), null).proposed).toBe(datum)
  },
)

it('says what speaks for it', () => {
  const { sentence, evidence } = datumFit(index, written('GCJ-02', sites), null)
  const wgs84 = evidence.find((e) => e.datum === 'WGS84')
  const share = ((100 * (wgs84?.inDeclared as number)) / sites.length).toFixed(1)
  expect(sentence).toMatch(/^GCJ-02：(99\.\d|100\.0)% 落在所填居委会；/)
  expect(sentence).toContain(`WGS84：${share}%`)
  expect(Number(share)).toBeLessThan(90)
  expect(datumFit(index, written('WGS84-swapped', sites), null).sentence).toMatch(/^WGS84（纬度在前）：/)
  expect(datumFit(index, written('CGCS2000-GK-38', sites), null).sentence).toMatch(
    /^高斯 3° 带 38：[^；]+居委会$/,
  )
})

describe('in doubt', () => {
  /** Deep inside, so that every shift of a kilometre leaves it in the district. */
  const middle: Place = { lon: 114.665, lat: 33.585, declared: -1 }
  it('between equals the file itself is believed, else WGS84', () => {
    const places = written('WGS84', [middle])
    expect(datumFit(index, places, null).proposed).toBe('WGS84')
    expect(datumFit(index, places, 'GCJ-02').proposed).toBe('GCJ-02')
    expect(datumFit(index, places, null).sentence).toContain('分不出，先按 WGS84')
  })
  it('the file itself is not believed against its places', () => {
    expect(datumFit(index, written('BD-09', sites), 'WGS84').proposed).toBe('BD-09')
  })
  it('one place on the rim does not turn the scale', () => {
    const [x, y] = fromWGS84('GCJ-02', 114.665, 33.585)
    const many = Array.from({ length: 20 }, () => ({ x, y, declared: -1 }))
    // A place that only the shift of GCJ-02 brings into the district: just outside it as it stands.
    const rim = written('GCJ-02', sites).find((p) => index.areasAt(p.x, p.y).length === 0) as {
      x: number
      y: number
    }
    expect(rim).toBeDefined()
    expect(datumFit(index, [...many, { ...rim, declared: -1 }], null).proposed).toBe('WGS84')
  })
  it('where nothing fits, it says so and leaves WGS84', () => {
    const fit = datumFit(index, [{ x: 120.1, y: 30.2, declared: 3 }], null)
    expect(fit.proposed).toBe('WGS84')
    expect(fit.sentence).toMatch(/^按哪一种坐标系都没有点落在本区范围内.*请核对坐标$/)
  })
  it('where nothing fits and the figures cannot be degrees, what they are by themselves', () => {
    const [x, y] = fromWGS84('CGCS2000-GK-38', 113.6, 34.7)
    const fit = datumFit(index, [{ x, y, declared: -1 }], null)
    expect(fit.proposed).toBe('CGCS2000-GK-38')
    expect(fit.sentence).toContain('暂按 高斯 3° 带 38 读入')
  })
  it('without any place there is nothing to say', () => {
    expect(datumFit(index, [], null)).toEqual({
      proposed: 'WGS84',
      evidence: [],
      sentence: '没有可供对照的位置，暂按 WGS84 读入',
    })
    expect(datumFit(index, [{ x: Number.NaN, y: 1, declared: -1 }], 'BD-09').proposed).toBe('BD-09')
  })
  it('a few declarations among many rows do not decide alone', () => {
    const mostly = written('WGS84', sites).map((place, i) => ({
      ...place,
      declared: i === 0 ? (place.declared + 1) % index.areas.length : -1,
    }))
    expect(datumFit(index, mostly, null).proposed).toBe('WGS84')
  })
})

it('a million rows are sampled', () => {
  const places = written('GCJ-02', sites)
  const many = Array.from({ length: 1_000_000 }, (_, i) => places[i % places.length] as (typeof places)[0])
  const fit = datumFit(index, many, null)
  expect(fit.proposed).toBe('GCJ-02')
  expect(fit.evidence[0]?.of).toBe(3000)
})
