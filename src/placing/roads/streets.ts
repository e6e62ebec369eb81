/** Named streets of the basemap, and which is nearest to a place. */
import Flatbush from 'flatbush'
import type { FeatureCollection, Position } from 'geojson'
import { linesOf, nearestAlong } from '../../model/geometry.ts'
import { METRES_PER_DEGREE, metresPerLon } from '../earth.ts'

export interface NearStreet {
  name: string
  metres: number
  /** the point of the street that is nearest, degrees */
  at: [lon: number, lat: number]
}

/** The nearest streets of different names, at most `count` and `within` metres away, the nearest first. */
export type Streets = (lon: number, lat: number, count: number, within: number) => NearStreet[]

/** Lines of a class that begins with `road` and with a name. Distances are those of a local plane: good for kilometres. */
export const indexStreets = (basemap: FeatureCollection | null): Streets => {
  const names: string[] = []
  const ends: [number, number, number, number][] = []
  for (const { properties, geometry } of basemap?.features ?? []) {
    const name = typeof properties?.name === 'string' ? properties.name.trim() : ''
    if (name === '' || !String(properties?.class ?? '').startsWith('road') || !geometry) continue
    for (const line of linesOf(geometry))
      for (let i = 1; i < line.length; i++) {
        const [[x0 = 0, y0 = 0], [x1 = 0, y1 = 0]] = [line[i - 1] as Position, line[i] as Position]
        names.push(name)
        ends.push([x0, y0, x1, y1])
      }
  }
  if (ends.length === 0) return () => []
  const tree = new Flatbush(ends.length)
  for (const [x0, y0, x1, y1] of ends)
    tree.add(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1))
  tree.finish()
  return (lon, lat, count, within) => {
    const high = within / METRES_PER_DEGREE
    const perLon = metresPerLon(lat)
    const wide = within / perLon
    const best = new Map<string, NearStreet>()
    for (const i of tree.search(lon - wide, lat - high, lon + wide, lat + high)) {
      const [x0, y0, x1, y1] = ends[i] as [number, number, number, number]
      const [ax, ay] = [(x0 - lon) * perLon, (y0 - lat) * METRES_PER_DEGREE]
      const [dx, dy] = [(x1 - x0) * perLon, (y1 - y0) * METRES_PER_DEGREE]
      const t = nearestAlong(0, 0, ax, ay, ax + dx, ay + dy)
      const metres = Math.hypot(ax + t * dx, ay + t * dy)
      const name = names[i] as string
      if (metres <= within && metres < (best.get(name)?.metres ?? Infinity))
        best.set(name, { name, metres, at: [x0 + t * (x1 - x0), y0 + t * (y1 - y0)] })
    }
    return [...best.values()].sort((a, b) => a.metres - b.metres).slice(0, count)
  }
}

/** At this distance a place is on the street, metres. */
const ALONG = 40
/** Further than this a street says nothing about a place, metres. */
const FAR = 600

/** 「新民路以南」「五一路沿线」; '' where no named street is near. */
export const besideStreet = (streets: Streets, lon: number, lat: number): string => {
  const [street] = streets(lon, lat, 1, FAR)
  if (street === undefined) return ''
  if (street.metres <= ALONG) return `${street.name}沿线`
  const east = (lon - street.at[0]) * metresPerLon(lat)
  const north = (lat - street.at[1]) * METRES_PER_DEGREE
  const side = Math.abs(east) > Math.abs(north) ? (east > 0 ? '东' : '西') : north > 0 ? '北' : '南'
  return `${street.name}以${side}`
}

/** 「太昊路与五一路一带」「太昊路一带」; '' where no named street is near. */
export const aroundStreets = (streets: Streets, lon: number, lat: number): string => {
  const [first, second] = streets(lon, lat, 2, FAR)
  if (first === undefined) return ''
  // A second street only where it is as much a neighbour as the first.
  const both = second !== undefined && second.metres <= Math.max(250, 1.5 * first.metres)
  return both ? `${first.name}与${second.name}一带` : `${first.name}一带`
}
