/** The shapes of GeoJSON taken apart, and plane geometry in whatever unit the numbers have. */
import type { Geometry, Position } from 'geojson'
import type { Path, Surface } from './records.ts'

export const isSurface = (shape: Geometry): shape is Surface =>
  shape.type === 'Polygon' || shape.type === 'MultiPolygon'

export const isPath = (shape: Geometry): shape is Path =>
  shape.type === 'LineString' || shape.type === 'MultiLineString'

/** The polygons of a surface, each as its rings, the outer one first. */
export const polygonsOf = (surface: Surface): Position[][][] =>
  surface.type === 'Polygon' ? [surface.coordinates] : surface.coordinates

export const ringsOf = (surface: Surface): Position[][] => polygonsOf(surface).flat()

/** The lines of a path; none of any other shape. */
export const linesOf = (shape: Geometry): Position[][] => {
  if (shape.type === 'LineString') return [shape.coordinates]
  return shape.type === 'MultiLineString' ? shape.coordinates : []
}

export interface Box {
  west: number
  south: number
  east: number
  north: number
}

/** The box around positions; of none, one from Infinity to −Infinity. */
export const boxOf = (positions: Iterable<Position>): Box => {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of positions as Iterable<[number, number]>) {
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  return { west, south, east, north }
}

/** Where on the segment from (x0, y0) to (x1, y1) the point nearest to (x, y) lies: 0 at its beginning, 1 at its end. */
export const nearestAlong = (
  x: number,
  y: number,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): number => {
  const [dx, dy] = [x1 - x0, y1 - y0]
  const squared = dx * dx + dy * dy
  return squared === 0 ? 0 : Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / squared))
}
