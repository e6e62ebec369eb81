/**
 * The drawing board: metres east (x) and north (y) of 114.61°E 33.56°N. Over eleven kilometres a plane is true to a few
 * centimetres, which is more than a schematic map needs.
 */

export type Point = readonly [x: number, y: number]
export type Line = readonly Point[]

const ORIGIN = { lon: 114.61, lat: 33.56 } as const
/** Metres a degree at 33.585°N (WGS84 ellipsoid). */
const METRES = { lon: 92_846, lat: 110_915 } as const

const round6 = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

/** WGS84 degrees, six decimals (0.1 m). */
export const toLonLat = ([x, y]: Point): [lon: number, lat: number] => [
  round6(ORIGIN.lon + x / METRES.lon),
  round6(ORIGIN.lat + y / METRES.lat),
]
