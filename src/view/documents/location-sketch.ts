/** 位置示意图: the ground around a point as a small drawing that prints well, made from the package's own basemap. */

import type { Feature, FeatureCollection, Geometry, Position } from 'geojson'
import type { Overview } from '../../engine/contract/package.ts'
import { METRES_PER_DEGREE, metresPerLon } from '../../placing/earth.ts'

/** Pixels of the drawing, and the metres across it. */
const WIDTH = 600
const HEIGHT = 430
const ACROSS = 1100

interface Pen {
  fill?: string
  stroke?: string
  width?: number
  dash?: string
}

/** By class of the basemap, in the order of drawing; what is not named is left out. */
const PENS: readonly (readonly [name: string, pen: Pen])[] = [
  ['builtup', { fill: '#efefec' }],
  ['green', { fill: '#dfe9d8' }],
  ['water', { fill: '#cfe0ea' }],
  ['river', { fill: '#cfe0ea' }],
  ['canal', { stroke: '#9fc0d3', width: 4 }],
  ['rail', { stroke: '#8a8a8a', width: 2, dash: '8 5' }],
  ['road-lane', { stroke: '#dcdcd6', width: 3 }],
  ['road-minor', { stroke: '#c4c4bc', width: 6 }],
  ['road-major', { stroke: '#b0b0a8', width: 10 }],
]
const NAMED = new Set(['canal', 'river', 'road-minor', 'road-major'])

type Point = readonly [x: number, y: number]

/** The rings or lines of a geometry, outermost lists only. */
const linesOf = (geometry: Geometry): Position[][] => {
  switch (geometry.type) {
    case 'LineString':
      return [geometry.coordinates]
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates
    case 'MultiPolygon':
      return geometry.coordinates.flat()
    default:
      return []
  }
}

const safe = (text: string): string => text.replace(/[&<>"]/g, '')

/** @param at degrees @returns SVG text without addresses, WIDTH × HEIGHT */
export const locationSketch = (
  {
    basemap,
    areaShapes,
    areas,
  }: Pick<Overview, 'areas' | 'areaShapes'> & {
    basemap: FeatureCollection | null
  },
  at: { lon: number; lat: number },
): string => {
  const pixels = WIDTH / ACROSS
  const across = metresPerLon(at.lat)
  const place = ([lon = 0, lat = 0]: Position): Point => [
    WIDTH / 2 + (lon - at.lon) * across * pixels,
    HEIGHT / 2 - (lat - at.lat) * METRES_PER_DEGREE * pixels,
  ]
  const isNear = (lines: readonly (readonly Point[])[]) => {
    let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity]
    for (const line of lines)
      for (const [x, y] of line) {
        west = Math.min(west, x)
        east = Math.max(east, x)
        north = Math.min(north, y)
        south = Math.max(south, y)
      }
    return west < WIDTH && east > 0 && north < HEIGHT && south > 0
  }
  const path = (lines: readonly (readonly Point[])[], closed: boolean) =>
    lines
      .map(
        (line) => `M${line.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}${closed ? 'Z' : ''}`,
      )
      .join('')
  const drawn = (feature: Feature) => linesOf(feature.geometry).map((line) => line.map(place))

  const names = new Map<string, Point>()
  const ground = PENS.map(([name, pen]) => {
    const paths: string[] = []
    for (const feature of basemap?.features ?? []) {
      if (feature.properties?.class !== name) continue
      const lines = drawn(feature)
      if (!isNear(lines)) continue
      paths.push(path(lines, pen.fill !== undefined))
      const label = feature.properties.name
      if (!NAMED.has(name) || typeof label !== 'string' || names.has(label)) continue
      // Where the line is nearest the middle of a margin: the point itself keeps its room.
      const inside = lines
        .flat()
        .filter(([x, y]) => x > 60 && x < WIDTH - 60 && y > 24 && y < HEIGHT - 24)
        .filter(([x, y]) => Math.hypot(x - WIDTH / 2, y - HEIGHT / 2) > 60)
      const spot = inside[Math.floor(inside.length / 2)]
      if (spot !== undefined) names.set(label, spot)
    }
    if (paths.length === 0) return ''
    const { fill = 'none', stroke = 'none', width = 0, dash } = pen
    return `<path d="${paths.join('')}" fill="${fill}" stroke="${stroke}" stroke-width="${width}" stroke-linejoin="round"${dash ? ` stroke-dasharray="${dash}"` : ''}/>`
  })
  const outlines = areaShapes.features.map(drawn).filter(isNear)
  const areaNames = areas.flatMap(({ shortName, label }) => {
    const [x, y] = place(label)
    return x > 50 && x < WIDTH - 50 && y > 20 && y < HEIGHT - 40 ? [{ shortName, x, y }] : []
  })
  const text = (words: string, x: number, y: number, size: number, colour: string, anchor = 'middle') =>
    `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size}" fill="${colour}" text-anchor="${anchor}" paint-order="stroke" stroke="#fff" stroke-width="4" stroke-linejoin="round">${safe(words)}</text>`
  const bar = 200 * pixels
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="'Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',sans-serif">`,
    // Inside a drawing of its own, so that what reaches beyond the frame is cut off there.
    `<svg width="${WIDTH}" height="${HEIGHT}" overflow="hidden">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#f8f8f5"/>`,
    ...ground,
    outlines.length === 0
      ? ''
      : `<path d="${outlines.map((lines) => path(lines, true)).join('')}" fill="none" stroke="#33424c" stroke-width="2.5" stroke-dasharray="10 5"/>`,
    ...[...names].map(([name, [x, y]]) => text(name, x, y + 7, 21, '#5b6368')),
    ...areaNames.map(({ shortName, x, y }) => text(shortName, x, y, 27, '#1d2b33')),
    `<circle cx="${WIDTH / 2}" cy="${HEIGHT / 2}" r="26" fill="none" stroke="#b3182f" stroke-width="3"/>`,
    `<circle cx="${WIDTH / 2}" cy="${HEIGHT / 2}" r="9" fill="#b3182f" stroke="#fff" stroke-width="2.5"/>`,
    `<path d="M20 ${HEIGHT - 24}v8h${bar.toFixed(1)}v-8" fill="none" stroke="#1d2b33" stroke-width="2"/>`,
    text('200 米', 20 + bar / 2, HEIGHT - 30, 20, '#1d2b33'),
    text('北', WIDTH - 28, 30, 22, '#1d2b33'),
    `<path d="M${WIDTH - 28} 38l-9 28 9-7 9 7z" fill="#1d2b33"/>`,
    `<rect x="1" y="1" width="${WIDTH - 2}" height="${HEIGHT - 2}" fill="none" stroke="#8b949a" stroke-width="2"/>`,
    '</svg></svg>',
  ].join('')
}
