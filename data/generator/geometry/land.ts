/** What covers the ground between the roads: town blocks with their lanes, works, parks, fields and villages. */
import { AREAS } from '../areas.ts'
import type { Line, Point } from '../frame.ts'
import { stream } from '../random.ts'
import { arrangement } from './arrangement.ts'
import { distance, nearest } from './line.ts'
import { inset, parcels } from './parcel.ts'
import { centroid, contains, signedArea } from './ring.ts'
import { SKELETON } from './skeleton.ts'
import { STREETS } from './streets.ts'
import { inWorks, urbanity } from './town.ts'
import { type Village, villagesOf } from './villages.ts'

/** The sheet: the district and two to three kilometres around it, metres. */
export const SHEET = { west: -2000, south: -2050, east: 12100, north: 7600 } as const

const FRAME: Line = [
  [SHEET.west, SHEET.south],
  [SHEET.east, SHEET.south],
  [SHEET.east, SHEET.north],
  [SHEET.west, SHEET.north],
  [SHEET.west, SHEET.south],
]

export interface Land {
  /** Town blocks and works, one ring each. */
  blocks: Point[][]
  parks: Point[][]
  fields: Point[][]
  lanes: Point[][]
  villages: Village[]
}

const random = stream('land')

const inDistrict = (point: Point): boolean => AREAS.some((area) => contains(area.ring, point))

/** Size of a parcel, m²: small in the old streets, large in the fields, larger still off the district where nobody looks. */
const parcelSize = (middle: Point): number => {
  if (inWorks(middle)) return 52_000
  const town = urbanity(middle)
  if (town > 0.3) return 21_000 + (1 - town) * 22_000
  const off = Math.min(...AREAS.map((area) => distance(area.seat, middle)))
  return off < 1500 ? 78_000 : 210_000
}

type Cover = 'block' | 'park' | 'field' | 'open'

const coverOf = (middle: Point, area: number): Cover => {
  if (inWorks(middle)) return random.chance(0.74) ? 'block' : 'open'
  const town = urbanity(middle)
  const draw = random.next()
  if (area < 2500) return town > 0.4 ? 'park' : 'open'
  if (town > 0.62) return draw < 0.87 ? 'block' : draw < 0.93 ? 'park' : 'open'
  if (town > 0.22) return draw < town * 1.25 ? 'block' : draw < town * 1.25 + 0.1 ? 'open' : 'field'
  return draw < 0.9 ? 'field' : 'open'
}

const lay = (): Land => {
  const roads = STREETS.map((street) => street.line)
  const waters = SKELETON.filter((entry) => entry.class === 'river' || entry.class === 'canal').map(
    (entry) => entry.line,
  )
  const rails = SKELETON.filter((entry) => entry.class === 'rail').map((entry) => entry.line)
  const villages = villagesOf(roads, [...waters, ...rails], inDistrict)
  const land: Land = { blocks: [], parks: [], fields: [], lanes: [], villages }
  const hulls = (point: Point, slack: number): Village | undefined =>
    villages.find(
      ({ centre, reach }) =>
        Math.hypot((point[0] - centre[0]) / (reach[0] + slack), (point[1] - centre[1]) / (reach[1] + slack)) <
        1,
    )
  for (const face of arrangement([FRAME, ...roads, ...waters, ...rails])) {
    const { pieces, cuts } = parcels(face.ring, parcelSize, random)
    for (const cut of cuts) {
      const middle: Point = [(cut.line[0][0] + cut.line[1][0]) / 2, (cut.line[0][1] + cut.line[1][1]) / 2]
      const town = urbanity(middle)
      // in the country a cut is only a field edge, now and then a track
      if (town > 0.3 || (cut.of > 420_000 && random.chance(0.6) && !hulls(middle, 40)))
        land.lanes.push([...cut.line])
    }
    for (const ring of pieces) {
      const area = signedArea(ring)
      const middle = centroid(ring)
      const cover = coverOf(middle, area)
      if (cover === 'open' || hulls(middle, 20)) continue
      const nearWater = Math.min(...waters.map((line) => nearest(line, middle).off)) < 40
      const drawn = inset(ring, cover === 'block' ? 9 : cover === 'park' ? 7 : 6)
      if (!drawn || nearWater) continue
      if (cover === 'block') land.blocks.push(drawn)
      else if (cover === 'park') land.parks.push(drawn)
      else land.fields.push(drawn)
    }
  }
  return land
}

export const LAND: Land = lay()
