/** Packages written in a test, as intake gets them. */

import sample from '../../data/standard.json' with { type: 'json' }
import type { Intake } from '../../src/intake/package.ts'
import { readPackage } from '../../src/intake/package.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const square = (x: number, y: number) => [
  [
    [x, y],
    [x + 1, y],
    [x + 1, y + 1],
    [x, y + 1],
    [x, y],
  ],
]

/** Two areas side by side: 001 甲 from 0 to 1, 002 乙 from 1 to 2. */
export const AREAS = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { code: '001', name: '甲居委会', office: '东办事处' },
      geometry: { type: 'Polygon', coordinates: square(0, 0) },
    },
    {
      type: 'Feature',
      properties: { code: '002', name: '乙社区', office: '东办事处' },
      geometry: { type: 'Polygon', coordinates: square(1, 0) },
    },
  ],
})

export const SITES =
  '编号,类别,名称,经度,纬度,居委会,责任单位,状态\nG1,公厕,一号公厕,0.5,0.5,001,环卫所,\nA1,背街小巷,一巷,1.5,0.5,乙居委会,,\n'

/** A ring of one degree, a polygon of it, and GeoJSON around them. */
export const RING = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
]
export const POLYGON = { type: 'Polygon', coordinates: [RING] }
export const feature = (properties: object | null, geometry: unknown) => ({
  type: 'Feature',
  properties,
  geometry,
})
export const line = (...coordinates: number[][]) => ({ type: 'LineString', coordinates })
export const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features })

/** W1 河, a line through both areas. */
export const WATERS = collection(feature({ id: 'W1', name: '河' }, line([0, 0.5], [2, 0.5])))

export const read = (
  files: Record<string, string | Uint8Array>,
  options: Parameters<typeof readPackage>[2] = {},
): Intake =>
  readPackage(
    new Map(
      Object.entries({ 'areas.geojson': AREAS, ...files }).map(([name, text]) => [
        name,
        typeof text === 'string' ? bytes(text) : text,
      ]),
    ),
    () => sample,
    options,
  )

/** `file:line field=value reason` of each notice, for reading in a failing test. */
export const told = (list: Intake['report']['rejected']): string[] =>
  list.map((n) => `${n.file}:${n.line} ${n.field}=${n.value} ${n.reason}`)
