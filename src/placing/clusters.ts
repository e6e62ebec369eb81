/** Where points gather: DBSCAN, and an outline around each gathering. */
import { convex, points as toPoints } from '@turf/turf'
import Flatbush from 'flatbush'
import type { Polygon } from 'geojson'
import { METRES_PER_DEGREE, metresBetween, metresPerLon } from './earth.ts'

type LonLat = readonly [lon: number, lat: number]

/**
 * The cluster (from 0, in the order of their first core point) of each point, -1 for one that stands alone. A point is a
 * core point when at least `minPoints` (itself among them) lie within `metres`; a cluster is what core points reach, and
 * a point reached by several belongs to the first. The answer is that of turf's `clustersDbscan`, which takes time with
 * the square of the points where this one does not.
 */
export const clustersOf = (points: readonly LonLat[], metres: number, minPoints: number): Int32Array => {
  const cluster = new Int32Array(points.length).fill(-1)
  if (points.length === 0) return cluster
  const tree = new Flatbush(points.length)
  for (const [lon, lat] of points) tree.add(lon, lat, lon, lat)
  tree.finish()
  // A little more than is asked for: the box must not miss a neighbour.
  const high = (1.002 * metres) / METRES_PER_DEGREE
  const neighbours = (i: number): number[] => {
    const [lon, lat] = points[i] as LonLat
    const wide = (1.002 * metres) / metresPerLon(Math.abs(lat) + high)
    return tree
      .search(lon - wide, lat - high, lon + wide, lat + high)
      .filter((k) => metresBetween([lon, lat], points[k] as LonLat) <= metres)
  }
  const asked = new Uint8Array(points.length)
  let next = 0
  points.forEach((_, from) => {
    if (asked[from] === 1) return
    const reached: number[] = []
    const reach = (at: number) => {
      asked[at] = 1
      const near = neighbours(at)
      if (near.length < minPoints) return
      for (const i of near) {
        if (cluster[i] !== -1) continue
        cluster[i] = next
        reached.push(i)
      }
    }
    reach(from)
    // The list grows while it is walked.
    for (const i of reached) if (asked[i] === 0) reach(i)
    if (reached.length > 0) next++
  })
  return cluster
}

/** Corners of the circle about each point of an outline. */
const CORNERS = 32

/**
 * The outline at `margin` metres around the hull of points, which may all be one or lie on a line: the hull of circles
 * about each. @param points at least one
 */
export const outlineAround = (points: readonly LonLat[], margin: number): Polygon => {
  const circles = points.flatMap(([lon, lat]) => {
    const high = margin / METRES_PER_DEGREE
    const wide = margin / metresPerLon(lat)
    return Array.from({ length: CORNERS }, (_, k) => {
      const angle = (2 * Math.PI * k) / CORNERS
      return [lon + wide * Math.cos(angle), lat + high * Math.sin(angle)]
    })
  })
  return convex(toPoints(circles))?.geometry as Polygon
}
