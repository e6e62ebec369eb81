/** 督导路线 in words, in the link, on the sketch, and as files other programs read. */

import { gpx } from '@tmcw/togeojson'
import { DOMParser } from '@xmldom/xmldom'
import { describe, expect, it } from 'vitest'
import type { Route, RouteStop } from '../../../src/engine/contract/studies/route.ts'
import { ROUTE as OPTIONS } from '../../../src/view/studies/route/options.ts'
import {
  looksOf,
  metresText,
  movedBy,
  networkText,
  reasonsOf,
  routeOverlay,
  routeQueryOf,
  timeText,
} from '../../../src/view/studies/route/route.ts'
import { routeGeoJson, routeGpx } from '../../../src/view/studies/route/route-files.ts'
import { sketchOf } from '../../../src/view/studies/route/route-sketch.ts'
import { OVERVIEW } from '../fixture.ts'

const stop = (id: string, lon: number, lat: number, more: Partial<RouteStop> = {}): RouteStop => ({
  key: `site:${id}`,
  ref: { type: 'site', id },
  name: `甲店“${id}”<&>`,
  kind: 'market',
  areaName: '甲庄居委会',
  responsible: null,
  lon,
  lat,
  urgency: {
    points: 9,
    problems: { points: 5, open: 2, overdue: 1 },
    failed: { points: 0, items: 0 },
    unseen: { points: 1, days: 45 },
    status: { points: 8, state: '在营' },
  },
  issues: [],
  failed: [{ text: '摊位整洁', result: '不合格', day: 17990 }],
  lastVisit: { day: 17990, source: '暗访' },
  leg: null,
  ...more,
})

const ROUTE: Route = {
  stops: [
    stop('A', 114.65, 33.6),
    stop('B', 114.66, 33.6, {
      leg: {
        metres: 1000,
        byRoad: true,
        way: [
          [114.65, 33.6],
          [114.655, 33.601],
          [114.66, 33.6],
        ],
      },
    }),
    stop('C', 114.66, 33.61, {
      leg: {
        metres: 1100,
        byRoad: false,
        way: [
          [114.66, 33.6],
          [114.66, 33.61],
        ],
      },
    }),
  ],
  start: null,
  metres: 2100,
  straight: { metres: 1100, legs: 1 },
  method: 'exact',
  network: 'roads',
  candidates: 40,
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

describe('words', () => {
  it('says how far and how long, as an estimate', () => {
    expect(metresText(846)).toBe('850 米')
    expect(metresText(12_449)).toBe('12.4 公里')
    // 4.5 km/h and 25 km/h
    expect(timeText(1500, 'walk')).toBe('约 20 分钟')
    expect(timeText(21_800, 'walk')).toBe('约 4 小时 50 分钟')
    expect(timeText(25_000, 'car')).toBe('约 1 小时')
  })
  it('says why a place is urgent, the weightiest first', () => {
    expect(reasonsOf(stop('A', 0, 0))).toEqual(['在营，未达目标', '2 个问题未销号（逾期 1）', '45 天未查'])
  })
  it('says what to look at, and by what the way is measured', () => {
    expect(looksOf(stop('A', 0, 0))).toEqual(['摊位整洁：4月4日不合格', '核实整治进度：现为在营'])
    expect(networkText(ROUTE)).toContain('1 段')
    expect(networkText({ ...ROUTE, network: 'straight' })).toBe('底图没有道路，路程按直线计')
  })
})

describe('settings', () => {
  const asked = (link: Record<string, string>) =>
    routeQueryOf(OPTIONS.read(new URLSearchParams(link)), 1, '西办')
  it('keep keys with any character apart', () => {
    const pinned = ['site:A~1', 'issue:B,2', 'site:点 3%']
    const link = new URLSearchParams()
    OPTIONS.write({ ...OPTIONS.usual, pinned }, link)
    expect(OPTIONS.read(link).pinned).toEqual(pinned)
  })
  it('are what is asked, and nonsense is the usual', () => {
    expect(asked({ n: '99', a: 'x~y', s: 'office:西办', go: 'car' })).toEqual({
      asOf: 1,
      scope: { type: 'office', id: '西办' },
      count: 30,
      areas: ['x', 'y'],
      kinds: [],
      pinned: [],
      removed: [],
      order: [],
      start: 'office:西办',
    })
    expect([asked({ n: 'abc' }).count, asked({ n: '2' }).count]).toEqual([12, 5])
  })
  it('moves a stop by one, never off the end', () => {
    expect(movedBy(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b'])
    expect(movedBy(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c'])
    expect(movedBy(['a', 'b', 'c'], 'x', 1)).toEqual(['a', 'b', 'c'])
  })
})

describe('drawings', () => {
  it('numbers the stops on the map and dashes straight legs', () => {
    const { marks, lines } = routeOverlay(ROUTE)
    expect(marks?.features.map(({ properties }) => properties.text)).toEqual(['1', '2', '3'])
    expect(lines?.features.map(({ properties }) => properties.dashed)).toEqual([false, true])
  })
  it('keeps every mark inside the sketch and off the others, also where places are the same', () => {
    const crowded = { ...ROUTE, stops: [...ROUTE.stops, stop('D', 114.66, 33.61), stop('E', 114.66, 33.61)] }
    const overview = { ...OVERVIEW, areaShapes: { type: 'FeatureCollection' as const, features: [] } }
    const { marks } = sketchOf(crowded, { ...overview, basemap: null }, 180, 100, 3)
    for (const [i, { x, y }] of marks.entries()) {
      expect(x).toBeGreaterThanOrEqual(3)
      expect(x).toBeLessThanOrEqual(177)
      expect(y).toBeGreaterThanOrEqual(3)
      expect(y).toBeLessThanOrEqual(97)
      for (const other of marks.slice(i + 1))
        expect(Math.hypot(other.x - x, other.y - y)).toBeGreaterThan(5.8)
    }
    // North is up, east to the right.
    expect(marks[2]?.y0).toBeLessThan(marks[1]?.y0 as number)
    expect(marks[1]?.x0).toBeGreaterThan(marks[0]?.x0 as number)
  })
})

describe('files', () => {
  it('is GPX that a parser reads: numbered waypoints, a route, one track along the way', () => {
    const { name, bytes } = routeGpx(ROUTE, '路线 & <一>')
    expect(name).toBe('路线 & <一>.gpx')
    const faults: string[] = []
    const parser = new DOMParser({ onError: (level, message) => faults.push(`${level} ${message}`) })
    const document = parser.parseFromString(textOf(bytes), 'text/xml')
    expect(faults).toEqual([])
    const { features } = gpx(document as unknown as Document)
    const points = features.filter(({ geometry }) => geometry?.type === 'Point')
    expect(points.map(({ properties }) => properties?.name)).toEqual([
      '1 甲店“A”<&>',
      '2 甲店“B”<&>',
      '3 甲店“C”<&>',
    ])
    const track = features.find(({ properties }) => properties?._gpxType === 'trk')
    expect(track?.geometry).toMatchObject({ type: 'LineString' })
    expect(track?.geometry?.type === 'LineString' && track.geometry.coordinates).toEqual([
      [114.65, 33.6],
      [114.655, 33.601],
      [114.66, 33.6],
      [114.66, 33.61],
    ])
  })
  it('leaves out what XML cannot hold', () => {
    const odd = { ...ROUTE, stops: [stop('A', 114.65, 33.6, { name: 'a\u0000b\u001fc' })] }
    expect(textOf(routeGpx(odd, 't').bytes)).toContain('<name>1 abc</name>')
  })
  it('is GeoJSON: the way, then the stops in order', () => {
    const { features } = JSON.parse(textOf(routeGeoJson(ROUTE, '路线').bytes))
    expect(features[0]).toMatchObject({ geometry: { type: 'LineString' }, properties: { 总长米: 2100 } })
    expect(features.slice(1).map((f: { properties: { 序号: number } }) => f.properties.序号)).toEqual([
      1, 2, 3,
    ])
    expect(features[1]).toMatchObject({
      geometry: { coordinates: [114.65, 33.6] },
      properties: { 编号: 'A' },
    })
  })
})
