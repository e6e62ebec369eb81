/** The coordinate system of a file of boundaries, found from the sample's own sites. */
import type { Position } from 'geojson'
import { beforeAll, describe, expect, it } from 'vitest'
import { fromWGS84 } from '../../../src/intake/coordinates/convert.ts'
import type { Datum } from '../../../src/model/datum.ts'
import type { Surface } from '../../../src/model/records.ts'
import { boundaryFit } from '../../../src/placing/datum/boundary.ts'
import { openSample } from '../../engine/sample.ts'

let shapes: Surface[]
let sites: { lon: number; lat: number; declared: number }[]
beforeAll(() => {
  const { model } = openSample()
  shapes = model.areas.map((area) => area.geometry)
  const codes = model.areas.map((area) => area.code)
  sites = model.sites.flatMap(({ lon, lat, areaCode }) =>
    lon === null || lat === null || areaCode === null
      ? []
      : [{ lon, lat, declared: codes.indexOf(areaCode) }],
  )
})

const written = (datum: Datum, withPrefix = true): unknown[] =>
  shapes.map((shape) => ({
    type: shape.type,
    coordinates: (shape.coordinates as Position[][]).map((ring) =>
      ring.map(([lon, lat]) =>
        [...fromWGS84(datum, lon as number, lat as number), 0].map((v) =>
          withPrefix || v < 1e7 ? v : v % 1e6,
        ),
      ),
    ),
  }))

it.each<Datum>([
  'WGS84',
  'GCJ-02',
  'BD-09',
  'WGS84-swapped',
  'GCJ-02-swapped',
  'BD-09-swapped',
  'CGCS2000-GK-38',
  'CGCS2000-GK-38-swapped',
  'CGCS2000-GK-20',
])('boundaries in %s', (datum) => {
  const fit = boundaryFit(written(datum), sites, null)
  expect(fit.proposed).toBe(datum)
  expect(fit.evidence[0]?.inDeclared as number).toBeGreaterThan(sites.length * 0.98)
  expect(fit.sentence).toContain('% 落在所填居委会')
})

describe('boundaries', () => {
  it('in metres without the zone before them', () => {
    expect(boundaryFit(written('CGCS2000-GK-39', false), sites, null).proposed).toBe('CGCS2000-GK-39')
    expect(boundaryFit(written('CGCS2000-GK-38-swapped', false), sites, null).proposed).toBe(
      'CGCS2000-GK-38-swapped',
    )
  })
  it('are judged by the district alone where no site declares', () => {
    const undeclared = sites.map((site) => ({ ...site, declared: -1 }))
    expect(boundaryFit(written('BD-09'), undeclared, null).proposed).toBe('BD-09')
  })
  it('with features that are none between them keep their order', () => {
    const broken = [
      null,
      ...written('GCJ-02'),
      'x',
      { type: 'Polygon' },
      { type: 'Polygon', coordinates: [] },
    ]
    const moved = sites.map((site) => ({ ...site, declared: site.declared + 1 }))
    expect(boundaryFit(broken, moved, 'WGS84').proposed).toBe('GCJ-02')
  })
  it('without anything to hold them against are what they say, else WGS84', () => {
    expect(boundaryFit(written('GCJ-02'), [], null).proposed).toBe('WGS84')
    expect(boundaryFit(written('GCJ-02'), [], 'GCJ-02').proposed).toBe('GCJ-02')
    expect(boundaryFit(written('CGCS2000-GK-38'), [], null).proposed).toBe('CGCS2000-GK-38')
    expect(boundaryFit(written('CGCS2000-GK-20-swapped'), [], null).proposed).toBe('CGCS2000-GK-20-swapped')
    expect(boundaryFit(written('WGS84-swapped'), [], null).proposed).toBe('WGS84-swapped')
    expect(boundaryFit(written('CGCS2000-GK-38', false), [], null).proposed).toBe('WGS84')
    expect(boundaryFit([], sites, null)).toMatchObject({ proposed: 'WGS84', evidence: [] })
  })
})
