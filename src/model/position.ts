/** Positions on the earth, WGS84 degrees. */

export type LonLat = [lon: number, lat: number]
/** west, south, east, north */
export type Bounds = [number, number, number, number]

/** A way from one place to the next. */
export interface Leg {
  metres: number
  /** false = as the crow flies */
  byRoad: boolean
  /** from one place to the other, both included */
  way: LonLat[]
}
