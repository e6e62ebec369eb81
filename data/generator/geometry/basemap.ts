/** `basemap.geojson`: the quiet sheet under everything, drawn in the order of its features. */
import type { Feature, Geometry } from 'geojson'
import type { Line, Point } from '../frame.ts'
import { stream } from '../random.ts'
import { exterior, lineString, polygon } from '../write/geojson.ts'
import { LAND, SHEET } from './land.ts'
import { nearest, piece, shifted, simplified } from './line.ts'
import { POND, PONDS } from './ponds.ts'
import { SKELETON, skeleton } from './skeleton.ts'
import { STREETS } from './streets.ts'
import { inWorks, urbanity } from './town.ts'

export type CoverClass =
  | 'farmland'
  | 'builtup'
  | 'green'
  | 'water'
  | 'canal'
  | 'river'
  | 'rail'
  | 'road-lane'
  | 'road-minor'
  | 'road-major'

const feature = (cover: CoverClass, name: string, geometry: Geometry): Feature => ({
  type: 'Feature',
  properties: { class: cover, name },
  geometry,
})

const many = (cover: CoverClass, name: string, rings: readonly Line[]): Feature =>
  feature(cover, name, { type: 'MultiPolygon', coordinates: rings.map((ring) => [exterior(ring)]) })

/** The part of the line on the sheet. All lines cross the sheet once. */
const onSheet = (line: Line): Line => {
  const inside = line.filter(
    ([x, y]) => x >= SHEET.west && x <= SHEET.east && y >= SHEET.south && y <= SHEET.north,
  )
  return inside.length > 1 ? inside : line
}

/** The water between two banks, a little broader here and narrower there. */
const banks = (name: string, line: Line, width: number): Point[] => {
  const random = stream(`banks ${name}`)
  const half = line.map(() => (width / 2) * random.between(0.86, 1.16))
  return [...shifted(line, (i) => half[i] as number), ...shifted(line, (i) => -(half[i] as number)).reverse()]
}

/** A strip of trees along a bank, from `from` to `to` metres off the middle of the water. */
const verge = (line: Line, from: number, to: number): Point[] => {
  const random = stream(`verge ${from} ${to}`)
  return [
    ...shifted(line, () => from),
    ...shifted(simplified(line, 4), () => to + random.between(-5, 5) * Math.sign(to)).reverse(),
  ]
}

const verges = (): Feature[] => {
  const strips = (water: string, stops: readonly Point[], near: number, far: number): Line[] => {
    const { line } = skeleton(water)
    return stops.slice(1).flatMap((to, i) => {
      const run = piece(line, nearest(line, stops[i] as Point).along + 14, nearest(line, to).along - 14)
      return [verge(run, near, far), verge(run, -near, -far)]
    })
  }
  return [
    many(
      'green',
      '运粮河滨河绿地',
      strips(
        '运粮河',
        [
          [3330, 2010],
          [4230, 1800],
          [5420, 1640],
          [6830, 1500],
          [8230, 1230],
        ],
        21,
        46,
      ),
    ),
    many(
      'green',
      '南干渠绿带',
      strips(
        '南干渠',
        [
          [3020, 2840],
          [4160, 2800],
          [5340, 2917],
          [6670, 2845],
          [7600, 2890],
        ],
        10,
        22,
      ),
    ),
    many(
      'green',
      '沙颍河滨河绿地',
      strips(
        '沙颍河',
        [
          [1700, 7080],
          [2830, 7060],
          [5150, 6740],
          [7700, 6840],
        ],
        82,
        130,
      ),
    ),
  ]
}

/** Town blocks in squares of a kilometre, so that a map can skip those out of sight. */
const tiled = (cover: CoverClass, rings: readonly Line[]): Feature[] => {
  const tiles = new Map<string, Line[]>()
  for (const ring of rings) {
    const [x, y] = ring[0] as Point
    const key = `${Math.floor(x / 1500)} ${Math.floor(y / 1500)}`
    tiles.set(key, [...(tiles.get(key) ?? []), ring])
  }
  return [...tiles.values()].map((tile) => many(cover, '', tile))
}

/** Names for the larger parks inside the district, in the order in which they are met from the north-west. */
const PARK_NAMES = ['开元公园', '康庄游园', '民安游园', '太昊文化园', '富民游园', '育才游园']

const parks = (): Feature[] => {
  const named = LAND.parks
    .filter((ring) =>
      ring.some((p) => urbanity(p) > 0.6 && p[1] < 4900 && p[1] > 2600 && p[0] > 2600 && p[0] < 7000),
    )
    .slice(0, PARK_NAMES.length)
  const rest = LAND.parks.filter((ring) => !named.includes(ring))
  return [
    ...tiled('green', rest),
    ...named.map((ring, i) => feature('green', PARK_NAMES[i] as string, polygon(ring))),
  ]
}

export const basemap = (): Feature[] => {
  const villageStreets = LAND.villages.flatMap((village) => village.streets)
  const works = LAND.blocks.filter((ring) => inWorks(ring[0] as Point))
  return [
    ...tiled('farmland', LAND.fields),
    ...tiled(
      'builtup',
      LAND.blocks.filter((ring) => !works.includes(ring)),
    ),
    many('builtup', '开元路产业集聚区', works),
    ...LAND.villages.map((village) => many('builtup', village.name, village.blocks)),
    ...parks(),
    ...verges(),
    ...PONDS.map((pond) => feature('water', pond === POND ? POND.name : '', polygon(pond.ring))),
    ...SKELETON.filter((entry) => entry.class === 'canal').map((entry) =>
      feature('canal', entry.name, lineString(onSheet(simplified(entry.line, 0.4)))),
    ),
    ...SKELETON.filter((entry) => entry.class === 'river').map((entry) =>
      feature('river', entry.name, polygon(banks(entry.name, onSheet(entry.line), entry.width ?? 30))),
    ),
    ...SKELETON.filter((entry) => entry.class === 'rail').map((entry) =>
      feature('rail', entry.name, lineString(onSheet(simplified(entry.line, 0.4)))),
    ),
    ...[...LAND.lanes, ...villageStreets].map((line) => feature('road-lane', '', lineString(line))),
    ...(['road-minor', 'road-major'] as const).flatMap((weight) =>
      STREETS.filter((street) => street.class === weight).map((street) =>
        feature(weight, street.name, lineString(onSheet(simplified(street.line, 0.4)))),
      ),
    ),
  ]
}
