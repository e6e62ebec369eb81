/** Coordinate systems, held against formulas and figures that are not those of the libraries used. */
import { distance } from '@turf/turf'
import fc from 'fast-check'
import gcoord from 'gcoord'
import { describe, expect, it } from 'vitest'
import { fromWGS84, toWGS84 } from '../../../src/intake/coordinates/convert.ts'
import { datumOfCrs } from '../../../src/intake/coordinates/crs.ts'
import { DATUM_LABELS } from '../../../src/intake/coordinates/labels.ts'
import type { Datum } from '../../../src/model/datum.ts'

const metres = (a: readonly number[], b: readonly number[]) => distance([...a], [...b], { units: 'meters' })

/**
 * Gauss-Krüger by the series of the textbooks, written out with the parameters of CGCS2000:
 * the meridian arc by Helmert's series in n, then powers of l up to the sixth. Good to a millimetre within 2°.
 */
const gaussKruger = (lon: number, lat: number, meridian: number): [number, number] => {
  const a = 6378137
  const f = 1 / 298.257222101
  const e2 = 2 * f - f * f
  const second = e2 / (1 - e2)
  const B = (lat * Math.PI) / 180
  const l = ((lon - meridian) * Math.PI) / 180
  const n = f / (2 - f)
  const arc =
    (a / (1 + n)) *
    ((1 + n ** 2 / 4 + n ** 4 / 64) * B -
      (3 / 2) * (n - n ** 3 / 8) * Math.sin(2 * B) +
      (15 / 16) * (n ** 2 - n ** 4 / 4) * Math.sin(4 * B) -
      (35 / 48) * n ** 3 * Math.sin(6 * B) +
      (315 / 512) * n ** 4 * Math.sin(8 * B))
  const t = Math.tan(B)
  const eta2 = second * Math.cos(B) ** 2
  const N = a / Math.sqrt(1 - e2 * Math.sin(B) ** 2)
  const m = l * Math.cos(B)
  const north =
    arc +
    N *
      t *
      (m ** 2 / 2 +
        ((5 - t ** 2 + 9 * eta2 + 4 * eta2 ** 2) * m ** 4) / 24 +
        ((61 - 58 * t ** 2 + t ** 4) * m ** 6) / 720)
  const east =
    N *
    (m +
      ((1 - t ** 2 + eta2) * m ** 3) / 6 +
      ((5 - 18 * t ** 2 + t ** 4 + 14 * eta2 - 58 * eta2 * t ** 2) * m ** 5) / 120)
  return [500_000 + east, north]
}

const lonInChina = fc.double({ min: 74, max: 134, noNaN: true })
const latInChina = fc.double({ min: 18, max: 53, noNaN: true })

describe('what maps in China shift', () => {
  it('GCJ-02 by 530 m and BD-09 by 1195 m in the district', () => {
    const at = [114.65, 33.6] as const
    expect(metres(at, fromWGS84('GCJ-02', ...at))).toBeCloseTo(530, -1)
    expect(metres(at, fromWGS84('BD-09', ...at))).toBeCloseTo(1195, -1)
  })
  it('a place written out comes back to the centimetre', () => {
    fc.assert(
      fc.property(fc.constantFrom<Datum>('GCJ-02', 'BD-09'), lonInChina, latInChina, (datum, lon, lat) => {
        const back = toWGS84(datum, ...fromWGS84(datum, lon, lat)) as [number, number]
        expect(metres(back, [lon, lat])).toBeLessThan(0.03)
      }),
      { numRuns: 500, seed: 1 },
    )
  })
  it('the inverse is that of gcoord, less what its forward shift then misses by', () => {
    const systems = { 'GCJ-02': gcoord.GCJ02, 'BD-09': gcoord.BD09 } as const
    const slow = (system: 'GCJ-02' | 'BD-09', x: number, y: number): [number, number] => {
      let [lon, lat] = gcoord.transform<[number, number]>([x, y], systems[system], gcoord.WGS84)
      for (let i = 0; i < 3; i++) {
        const [east, north] = gcoord.transform<[number, number]>([lon, lat], gcoord.WGS84, systems[system])
        lon += x - east
        lat += y - north
      }
      return [lon, lat]
    }
    fc.assert(
      fc.property(fc.constantFrom('GCJ-02', 'BD-09'), lonInChina, latInChina, (system, x, y) => {
        const [lon, lat] = toWGS84(system, x, y) as [number, number]
        const [east, north] = slow(system, x, y)
        // Half of the last decimal, and the accuracy of both.
        expect(Math.abs(lon - east)).toBeLessThan(5e-8 + 1e-11)
        expect(Math.abs(lat - north)).toBeLessThan(5e-8 + 1e-11)
      }),
      { numRuns: 2000, seed: 3 },
    )
  })
  it('there is none outside China, and the search for it ends', () => {
    expect(toWGS84('GCJ-02', 0.5, 0.5)).toBeNull()
    expect(toWGS84('BD-09', 139.7, 35.7)).toBeNull()
    expect(fromWGS84('GCJ-02', 0.5, 0.5)).toEqual([0.5, 0.5])
    for (const lon of [72.004, 72.006, 137.83, 137.834]) expect(toWGS84('GCJ-02', lon, 30)).toBeNull()
  })
})

describe('degrees', () => {
  it('of WGS84 stay to the last digit', () => {
    expect(toWGS84('WGS84', 114.123456789012, 33.1)).toEqual([114.123456789012, 33.1])
    expect(toWGS84('WGS84-swapped', 33.1, 114.123456789012)).toEqual([114.123456789012, 33.1])
  })
  it('are seven decimals else', () => {
    for (const value of fromWGS84('GCJ-02', 114.123456789, 33.123456789))
      expect(value).toBe(Number(value.toFixed(7)))
  })
  it('beyond 180 and 90 are none', () => {
    expect(toWGS84('WGS84', 33.6, 114.65)).toBeNull()
    expect(toWGS84('WGS84', 181, 0)).toBeNull()
    expect(toWGS84('GCJ-02', 38468000, 3719483)).toBeNull()
    expect(toWGS84('WGS84', Number.NaN, 33)).toBeNull()
  })
})

describe('Gauss-Krüger', () => {
  it('agrees with the textbook series to 2 mm within a 3° zone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 25, max: 45 }),
        fc.double({ min: -1.5, max: 1.5, noNaN: true }),
        latInChina,
        (zone, off, lat) => {
          const lon = 3 * zone + off
          const [east, north] = gaussKruger(lon, lat, 3 * zone)
          const [x, y] = fromWGS84(`CGCS2000-GK-${zone}`, lon, lat)
          expect(Math.abs(x - zone * 1e6 - east)).toBeLessThan(0.002)
          expect(Math.abs(y - north)).toBeLessThan(0.002)
          const back = toWGS84(`CGCS2000-GK-${zone}`, x, y) as [number, number]
          expect(metres(back, [lon, lat])).toBeLessThan(0.02)
        },
      ),
      { numRuns: 500, seed: 2 },
    )
  })
  it('has the arc of the meridian right: 3 320 113.398 m to 30° on GRS80', () => {
    expect(fromWGS84('CGCS2000-GK-38', 114, 30)).toEqual([38_500_000, 3_320_113.398])
  })
  it('reads the easting with the zone before it or without, in either order', () => {
    const [x, y] = fromWGS84('CGCS2000-GK-38', 114.65, 33.6)
    expect(Math.floor(x / 1e6)).toBe(38)
    const [lon, lat] = toWGS84('CGCS2000-GK-38', x - 38e6, y) as [number, number]
    expect(lon).toBeCloseTo(114.65, 7)
    expect(lat).toBeCloseTo(33.6, 7)
    expect(toWGS84('CGCS2000-GK-38-swapped', y, x)).toEqual([lon, lat])
    expect(fromWGS84('CGCS2000-GK-38-swapped', 114.65, 33.6)).toEqual([y, x])
  })
  it('of another zone, or out of any, is none', () => {
    expect(toWGS84('CGCS2000-GK-38', 39_560_330, 3_719_483)).toBeNull()
    expect(toWGS84('CGCS2000-GK-38', 3_719_483, 38_560_330)).toBeNull()
    expect(toWGS84('CGCS2000-GK-38', 560_330, 0)).toBeNull()
    expect(toWGS84('CGCS2000-GK-38', 20_000, 3_719_483)).toBeNull()
    expect(toWGS84('CGCS2000-GK-99', 560_330, 3_719_483)).toBeNull()
  })
  it('has the 6° zones by their numbers', () => {
    const [x, y] = fromWGS84('CGCS2000-GK-20', 114.65, 33.6)
    const [east, north] = gaussKruger(114.65, 33.6, 117)
    expect(Math.abs(x - 20e6 - east)).toBeLessThan(0.02)
    expect(Math.abs(y - north)).toBeLessThan(0.02)
    expect(toWGS84('CGCS2000-GK-20', x, y)).toEqual([114.65, 33.6])
  })
})

it('every system has a name of its own', () => {
  expect(new Set(DATUM_LABELS.values()).size).toBe(DATUM_LABELS.size)
  expect(DATUM_LABELS.get('CGCS2000-GK-38')).toBe('CGCS2000 高斯 3° 带 38（中央经线 114°）')
  expect(DATUM_LABELS.size).toBe(6 + 2 * 32)
})

describe('what a file declares', () => {
  const GEOGCS =
    'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'
  const projected = (name: string, meridian: number, easting: number, geogcs = GEOGCS, scale = '1.0') =>
    `PROJCS["${name}",${geogcs},PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",${easting}.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}.0],PARAMETER["Scale_Factor",${scale}],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`
  it.each<[string | null, Datum | null]>([
    [null, null],
    ['', null],
    ['EPSG:4326', 'WGS84'],
    ['epsg:4490', 'WGS84'],
    ['4490', 'WGS84'],
    ['EPSG:4513', 'CGCS2000-GK-25'],
    ['EPSG:4526', 'CGCS2000-GK-38'],
    ['EPSG:4533', 'CGCS2000-GK-45'],
    ['EPSG:4534', 'CGCS2000-GK-25'],
    ['EPSG:4547', 'CGCS2000-GK-38'],
    ['EPSG:4554', 'CGCS2000-GK-45'],
    ['EPSG:4498', 'CGCS2000-GK-20'],
    ['EPSG:4509', 'CGCS2000-GK-20'],
    ['EPSG:2383', null],
    ['EPSG:3857', null],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'WGS84'],
    ['urn:ogc:def:crs:EPSG::4490', 'WGS84'],
    ['urn:ogc:def:crs:EPSG::4547', 'CGCS2000-GK-38'],
    ['urn:ogc:def:crs:EPSG:6.9:4526', 'CGCS2000-GK-38'],
    ['http://www.opengis.net/def/crs/EPSG/0/4547', 'CGCS2000-GK-38'],
    ['http://www.opengis.net/def/crs/OGC/1.3/CRS84', 'WGS84'],
    ['GCJ02', 'GCJ-02'],
    ['BD-09', 'BD-09'],
    ['BD09MC', null],
    ['WGS 84', 'WGS84'],
    ['CGCS2000', 'WGS84'],
    ['GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]]]', 'WGS84'],
    [GEOGCS, 'WGS84'],
    ['GEOGCS["GCS_Xian_1980",DATUM["D_Xian_1980",SPHEROID["Xian_1980",6378140.0,298.257]]]', null],
    ['GEOGCS["GCS_Beijing_1954",DATUM["D_Beijing_1954",SPHEROID["Krasovsky_1940",6378245.0,298.3]]]', null],
    [projected('CGCS2000_3_Degree_GK_Zone_38', 114, 38_500_000), 'CGCS2000-GK-38'],
    [projected('CGCS2000_3_Degree_GK_CM_114E', 114, 500_000), 'CGCS2000-GK-38'],
    [projected('CGCS2000_GK_Zone_20', 117, 20_500_000), 'CGCS2000-GK-20'],
    [projected('CGCS2000_GK_CM_117E', 117, 500_000), 'CGCS2000-GK-39'],
    [projected('wrong', 114, 39_500_000), null],
    [projected('local', 114, 300_000), null],
    [projected('UTM', 117, 500_000, GEOGCS, '0.9996'), null],
    [projected('Xian', 114, 38_500_000, 'GEOGCS["GCS_Xian_1980",DATUM["D_Xian_1980"]]'), null],
    ['+proj=longlat +datum=WGS84 +no_defs', 'WGS84'],
    ['+proj=tmerc +lat_0=0 +lon_0=114 +k=1 +x_0=38500000 +y_0=0 +ellps=GRS80', 'CGCS2000-GK-38'],
    ['+proj=utm +zone=50 +datum=WGS84', null],
    ['LOCAL_CS["x"]', null],
  ])('%s', (crs, datum) => {
    expect(datumOfCrs(crs)).toBe(datum)
  })
})
