/** A route as files for other programs: GeoJSON (RFC 7946) and GPX 1.1, both WGS84. Pure. */

import type { Feature } from 'geojson'
import type { SavedFile } from '../../../engine/contract/data.ts'
import type { Route, RouteStop } from '../../../engine/contract/studies/route.ts'
import { formatDay } from '../../../model/day.ts'
import type { LonLat } from '../../../model/position.ts'
import { lastVisitText, looksOf, reasonsOf } from './route.ts'

const file = (name: string, mime: string, text: string): SavedFile => ({
  name,
  mime,
  bytes: new TextEncoder().encode(text),
})

/** The way as one line, without the points in which two legs meet said twice. */
const wayOf = ({ stops }: Route): LonLat[] =>
  stops
    .flatMap(({ leg }) => leg?.way ?? [])
    .filter(([lon, lat], i, all) => i === 0 || lon !== all[i - 1]?.[0] || lat !== all[i - 1]?.[1])

const describe = (stop: RouteStop): string =>
  [...reasonsOf(stop), ...looksOf(stop), lastVisitText(stop)].filter(Boolean).join('；')

export const routeGeoJson = (route: Route, title: string): SavedFile => {
  const { stops, start, metres } = route
  const point = (at: LonLat, properties: Feature['properties']): Feature => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: at },
    properties,
  })
  const way = wayOf(route)
  const features: Feature[] = [
    ...(way.length < 2
      ? []
      : [
          {
            type: 'Feature' as const,
            geometry: { type: 'LineString' as const, coordinates: way },
            properties: { 名称: title, 总长米: Math.round(metres) },
          },
        ]),
    ...(start === null ? [] : [point([start.lon, start.lat], { 序号: 0, 名称: `${start.name}（起点）` })]),
    ...stops.map((stop, i) =>
      point([stop.lon, stop.lat], {
        序号: i + 1,
        编号: stop.ref.id,
        名称: stop.name,
        居委会: stop.areaName,
        责任单位: stop.responsible,
        看什么: looksOf(stop).join('；'),
        上次检查: stop.lastVisit === null ? null : formatDay(stop.lastVisit.day),
        距上一处米: stop.leg === null ? null : Math.round(stop.leg.metres),
      }),
    ),
  ]
  const text = JSON.stringify({ type: 'FeatureCollection', features }, null, 1)
  return file(`${title}.geojson`, 'application/geo+json', text)
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Text of an element; what XML 1.0 cannot hold is left out. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (mark) => ESCAPES[mark] as string)

/** Degrees to a centimetre. */
const at = ([lon, lat]: LonLat): string => `lat="${lat.toFixed(7)}" lon="${lon.toFixed(7)}"`

/** Stops as waypoints and as a route, the way between them as a track. */
export const routeGpx = (route: Route, title: string): SavedFile => {
  const stops = [
    ...(route.start === null
      ? []
      : [{ at: [route.start.lon, route.start.lat] as LonLat, name: `起点 ${route.start.name}`, said: '' }]),
    ...route.stops.map((stop, i) => ({
      at: [stop.lon, stop.lat] as LonLat,
      name: `${i + 1} ${stop.name}`,
      said: describe(stop),
    })),
  ]
  const points = (tag: string) =>
    stops.map(
      (stop) =>
        `<${tag} ${at(stop.at)}><name>${escaped(stop.name)}</name>${stop.said === '' ? '' : `<desc>${escaped(stop.said)}</desc>`}</${tag}>`,
    )
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gpx version="1.1" creator="创卫一张图" xmlns="http://www.topografix.com/GPX/1/1">',
    `<metadata><name>${escaped(title)}</name></metadata>`,
    ...points('wpt'),
    `<rte><name>${escaped(title)}</name>`,
    ...points('rtept'),
    '</rte>',
    `<trk><name>${escaped(title)}</name><trkseg>`,
    ...wayOf(route).map((point) => `<trkpt ${at(point)}/>`),
    '</trkseg></trk>',
    '</gpx>',
    '',
  ]
  return file(`${title}.gpx`, 'application/gpx+xml', lines.join('\n'))
}
