/** Metres on the sphere that turf measures on (mean radius of the earth, IUGG). */
import { distance } from '@turf/turf'
import type { Position } from 'geojson'

/** Metres of a degree of latitude. */
export const METRES_PER_DEGREE = (6_371_008.8 * Math.PI) / 180

/** Metres of a degree of longitude at a latitude; beside a pole those of 89.4°, so that one can divide by them. */
export const metresPerLon = (lat: number): number =>
  METRES_PER_DEGREE * Math.max(0.01, Math.cos((lat * Math.PI) / 180))

/** Metres between two places (longitude and latitude in degrees) along the great circle. */
export const metresBetween = (a: readonly number[], b: readonly number[]): number =>
  distance(a as Position, b as Position, { units: 'meters' })
