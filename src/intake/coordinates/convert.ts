/** Coordinates of any system into WGS84 degrees and back: gcoord for what maps in China shift, proj4 for metres. */
import gcoord from 'gcoord'
import proj4, { type Converter } from 'proj4'
import type { Datum } from '../../model/datum.ts'
import { unswapped, type Zone, zoneOfDatum } from './zones.ts'

type Pair = [number, number]

/** What the national offset is made for. Well inside gcoord's own bounds: near them its inverse does not converge. */
const CHINA = { west: 72.5, east: 137, south: 1.5, north: 55 }

/** Metres east of the central meridian + 500 000, and north of the equator, that a sheet of China can hold. */
const EASTING = [100_000, 900_000] as const
const NORTHING = [150_000, 6_100_000] as const

const within = (value: number, [low, high]: readonly [number, number]) => value >= low && value <= high

/** 7 decimals of a degree are a centimetre. */
const round = (value: number, decimals: number): number => Number(value.toFixed(decimals))

const inChina = ([lon, lat]: Pair): boolean =>
  lon >= CHINA.west && lon <= CHINA.east && lat >= CHINA.south && lat <= CHINA.north

const SHIFTED = { 'GCJ-02': gcoord.CRSTypes.GCJ02, 'BD-09': gcoord.CRSTypes.BD09 } as const

type Shifted = keyof typeof SHIFTED

/** As a geometry: for a bare pair gcoord builds an error message each time, which is five times as slow. */
const shifted = (datum: Shifted, coordinates: Pair): Pair =>
  gcoord.transform({ type: 'Point' as const, coordinates }, gcoord.WGS84, SHIFTED[datum]).coordinates as Pair

const shift = (datum: Shifted, at: Pair): Pair => (inChina(at) ? shifted(datum, [...at]) : at)

/**
 * Degrees (≈ 0.01 mm): a step smaller than this ends the iteration. The offset hardly changes: the next is a hundredth.
 */
const AT_REST = 1e-10
const MOST_STEPS = 20

/**
 * The inverse of the forward shift, so that a place written out comes back where it was: what the shift of a guess misses
 * by is taken off it. gcoord's own inverse is off by up to 0.2 m.
 */
const unshift = (datum: Shifted, at: Pair): Pair | null => {
  if (!inChina(at)) return null
  let [lon, lat] = at
  for (let i = 0; i < MOST_STEPS; i++) {
    const [x, y] = shifted(datum, [lon, lat])
    const [east, north] = [at[0] - x, at[1] - y]
    lon += east
    lat += north
    if (Math.abs(east) < AT_REST && Math.abs(north) < AT_REST) break
  }
  return [lon, lat]
}

/** EPSG:4534–4554 for the 3° zones, 4502–4512 for the 6° zones: no zone prefix. Made once a zone. */
const projections = new Map<number, Converter>()
const projectionOf = ({ number, meridian }: Zone): Converter => {
  const known = projections.get(number)
  if (known !== undefined) return known
  const made = proj4(
    `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs`,
  )
  projections.set(number, made)
  return made
}

/** @param x easting, with the number of the zone before it (38 468 000) or without */
const unproject = (zone: Zone, x: number, y: number): Pair | null => {
  const prefix = Math.floor(x / 1e6)
  if (prefix !== 0 && prefix !== zone.number) return null
  const easting = x - prefix * 1e6
  if (!within(easting, EASTING) || !within(y, NORTHING)) return null
  const [lon, lat] = projectionOf(zone).inverse([easting, y]) as Pair
  return [lon, lat]
}

const inverse = (datum: Datum, x: number, y: number): Pair | null => {
  const zone = zoneOfDatum(datum)
  if (zone !== null) return unproject(zone, x, y)
  if (Math.abs(x) > 180 || Math.abs(y) > 90) return null
  if (datum === 'WGS84') return [x, y]
  return datum === 'GCJ-02' || datum === 'BD-09' ? unshift(datum, [x, y]) : null
}

/**
 * WGS84 degrees (7 decimals) of what two columns say in `datum`; null where the numbers cannot be of it. WGS84 itself is
 * given back to the last digit. CGCS2000 degrees are WGS84 (they differ by centimetres).
 */
export const toWGS84 = (datum: Datum, x: number, y: number): [lon: number, lat: number] | null => {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return null
  const { plain, swapped } = unswapped(datum)
  const found = swapped ? inverse(plain, y, x) : inverse(plain, x, y)
  if (found === null || plain === 'WGS84') return found
  return [round(found[0], 7), round(found[1], 7)]
}

const forward = (datum: Datum, at: Pair): Pair => {
  const zone = zoneOfDatum(datum)
  if (zone !== null) {
    const [easting, northing] = projectionOf(zone).forward(at) as Pair
    return [round(zone.number * 1e6 + easting, 3), round(northing, 3)]
  }
  if (datum !== 'GCJ-02' && datum !== 'BD-09') return at
  const [x, y] = shift(datum, at)
  return [round(x, 7), round(y, 7)]
}

/**
 * What the two columns say in `datum` of a place in WGS84 degrees: degrees to 7 decimals, or metres to the millimetre
 * with the number of the zone before the easting (38 468 000), so that the figure tells its zone.
 */
export const fromWGS84 = (datum: Datum, lon: number, lat: number): [x: number, y: number] => {
  const { plain, swapped } = unswapped(datum)
  const [x, y] = forward(plain, [lon, lat])
  return swapped ? [y, x] : [x, y]
}
