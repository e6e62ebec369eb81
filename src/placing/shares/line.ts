/**
 * How much of a line lies in each area. A share is length inside / the whole; a stretch along a border, or in an overlap
 * of areas, is split equally between the areas that hold it; what the parts of a line cover twice counts once; shares sum
 * to the part inside the district.
 */
import { booleanPointInPolygon } from '@turf/turf'
import Flatbush from 'flatbush'
import type { Position } from 'geojson'
import { boxOf, linesOf, nearestAlong } from '../../model/geometry.ts'
import type { Area, Path } from '../../model/records.ts'
import type { AreaIndex, Edges } from '../areas.ts'
import { metresBetween } from '../earth.ts'

/** One area's part of a thing: `area` is an index, `share` in (0, 1]. */
export interface Share {
  area: number
  share: number
}

/** Degrees (≈ 0.1 mm): nearer than this to an edge is on it. Covers the rounding of an interpolated midpoint, no more. */
const ON_EDGE = 1e-9

/** Under this share it is rounding: along a shared edge, or where a line meets a corner. */
const SLIVER = 1e-9

/** Parts of a whole, by area (index), as shares. */
export const collect = (whole: number, parts: Map<number, number>): Share[] =>
  [...parts]
    .filter(([, part]) => part / whole >= SLIVER)
    .map(([area, part]) => ({ area, share: Math.min(1, part / whole) }))
    .sort((a, b) => a.area - b.area)

/** Squared distance (degrees²) from a point to an edge. */
const toEdge = (edges: Edges, i: number, x: number, y: number): number => {
  const x0 = edges.at[4 * i] as number
  const y0 = edges.at[4 * i + 1] as number
  const x1 = edges.at[4 * i + 2] as number
  const y1 = edges.at[4 * i + 3] as number
  const t = nearestAlong(x, y, x0, y0, x1, y1)
  const ex = x - x0 - t * (x1 - x0)
  const ey = y - y0 - t * (y1 - y0)
  return ex * ex + ey * ey
}

/** Areas holding the midpoint of a stretch that no boundary crosses: inside, or along one of its edges. */
const holders = (index: AreaIndex, x: number, y: number): Set<number> => {
  const found = new Set<number>()
  for (const i of index.edges.tree.search(x - ON_EDGE, y - ON_EDGE, x + ON_EDGE, y + ON_EDGE)) {
    if (toEdge(index.edges, i, x, y) <= ON_EDGE * ON_EDGE) found.add(index.edges.area[i] as number)
  }
  for (const area of index.near(x, y, x, y)) {
    if (!found.has(area) && booleanPointInPolygon([x, y], (index.areas[area] as Area).geometry))
      found.add(area)
  }
  return found
}

/** Where along a → b (0–1) the boundaries of the areas are met, the ends included, ascending. */
const cuts = (index: AreaIndex, a: Position, b: Position): number[] => {
  const [ax, ay] = a as [number, number]
  const [bx, by] = b as [number, number]
  const dx = bx - ax
  const dy = by - ay
  const length2 = dx * dx + dy * dy
  const { at, tree } = index.edges
  const found = [0, 1]
  const candidates = tree.search(
    Math.min(ax, bx) - ON_EDGE,
    Math.min(ay, by) - ON_EDGE,
    Math.max(ax, bx) + ON_EDGE,
    Math.max(ay, by) + ON_EDGE,
  )
  for (const i of candidates) {
    const cx = at[4 * i] as number
    const cy = at[4 * i + 1] as number
    const ex = (at[4 * i + 2] as number) - cx
    const ey = (at[4 * i + 3] as number) - cy
    const cross = dx * ey - dy * ex
    // The ends of an edge always cut where they fall beside the segment: that settles edges that run along it.
    for (const [px, py] of [
      [cx, cy],
      [cx + ex, cy + ey],
    ] as const) {
      const t = ((px - ax) * dx + (py - ay) * dy) / length2
      if (t > 0 && t < 1 && Math.hypot(ax + t * dx - px, ay + t * dy - py) <= ON_EDGE) found.push(t)
    }
    if (cross === 0) continue
    const t = ((cx - ax) * ey - (cy - ay) * ex) / cross
    const u = ((cx - ax) * dy - (cy - ay) * dx) / cross
    if (t > 0 && t < 1 && u >= 0 && u <= 1) found.push(t)
  }
  return found.sort((p, q) => p - q)
}

type Point = [number, number]
type Segment = readonly [a: Point, b: Point]

/** The segments of a line that have a length. */
const segmentsOf = (path: Path): Segment[] =>
  linesOf(path).flatMap((line) =>
    line.slice(1).flatMap((end, i): Segment[] => {
      const [a, b] = [line[i] as Point, end as Point]
      return a[0] === b[0] && a[1] === b[1] ? [] : [[a, b]]
    }),
  )

const pointAt = ([a, b]: Segment, t: number): Point => [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]

/** How far along a segment (0 at its beginning, 1 at its end) the point of it lies that is nearest to (x, y). */
const along = ([a, b]: Segment, [x, y]: Point): number => nearestAlong(x, y, ...a, ...b)

const isOn = (segment: Segment, [x, y]: Point): boolean => {
  const [px, py] = pointAt(segment, along(segment, [x, y]))
  return Math.hypot(px - x, py - y) <= ON_EDGE
}

/** The stretch (0–1) of `segment` that `other` runs along as well, either way; null where they only meet or cross. */
const stretchAlong = (segment: Segment, other: Segment): [from: number, to: number] | null => {
  const [p, q] = [along(segment, other[0]), along(segment, other[1])]
  const [from, to] = [Math.min(p, q), Math.max(p, q)]
  if (!(from < to)) return null
  const [start, end] = [pointAt(segment, from), pointAt(segment, to)]
  const long = Math.hypot(end[0] - start[0], end[1] - start[1]) > 2 * ON_EDGE
  return long && isOn(other, start) && isOn(other, end) ? [from, to] : null
}

/** Which stretches of each segment an earlier one covers already. */
const coveredBefore = (segments: readonly Segment[]): ((at: number) => [from: number, to: number][]) => {
  if (segments.length < 2) return () => []
  const tree = new Flatbush(segments.length)
  for (const segment of segments) {
    const { west, south, east, north } = boxOf(segment)
    tree.add(west, south, east, north)
  }
  tree.finish()
  return (at) => {
    const segment = segments[at] as Segment
    const { west, south, east, north } = boxOf(segment)
    return tree
      .search(west - ON_EDGE, south - ON_EDGE, east + ON_EDGE, north + ON_EDGE, (other) => other < at)
      .flatMap((other) => {
        const stretch = stretchAlong(segment, segments[other] as Segment)
        return stretch === null ? [] : [stretch]
      })
  }
}

/** Shares of a line, by length on the sphere. Empty when the line has no length. */
export const lineShares = (path: Path, index: AreaIndex): Share[] => {
  const parts = new Map<number, number>()
  let whole = 0
  const segments = segmentsOf(path)
  const before = coveredBefore(segments)
  segments.forEach((segment, i) => {
    const twice = before(i)
    const at = [...cuts(index, ...segment), ...twice.flat()].sort((p, q) => p - q)
    for (let k = 1; k < at.length; k++) {
      const from = at[k - 1] as number
      const to = at[k] as number
      const middle = (from + to) / 2
      if (to <= from || twice.some(([start, end]) => start < middle && middle < end)) continue
      const piece = metresBetween(pointAt(segment, from), pointAt(segment, to))
      whole += piece
      const held = holders(index, ...pointAt(segment, middle))
      for (const area of held) parts.set(area, (parts.get(area) ?? 0) + piece / held.size)
    }
  })
  return whole > 0 ? collect(whole, parts) : []
}
