/**
 * How much of a line lies in each area. A share is length inside / the whole; a stretch along a border, or in an overlap
 * of areas, is split equally between the areas that hold it; shares sum to the part inside the district.
 */
import { booleanPointInPolygon, distance } from '@turf/turf'
import type { Position } from 'geojson'
import type { Area, Path } from '../model/records.ts'
import type { AreaIndex, Edges } from './areas.ts'

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
  const x1 = edges.at[4 * i] as number
  const y1 = edges.at[4 * i + 1] as number
  const dx = (edges.at[4 * i + 2] as number) - x1
  const dy = (edges.at[4 * i + 3] as number) - y1
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length))
  const ex = x - x1 - t * dx
  const ey = y - y1 - t * dy
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

/** Shares of a line, by length on the sphere. Empty when the line has no length. */
export const lineShares = (path: Path, index: AreaIndex): Share[] => {
  const parts = new Map<number, number>()
  let whole = 0
  for (const line of path.type === 'LineString' ? [path.coordinates] : path.coordinates) {
    for (let i = 1; i < line.length; i++) {
      const a = line[i - 1] as [number, number]
      const b = line[i] as [number, number]
      if (a[0] === b[0] && a[1] === b[1]) continue
      const at = cuts(index, a, b)
      const along = (t: number): [number, number] => [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]
      for (let k = 1; k < at.length; k++) {
        const from = at[k - 1] as number
        const to = at[k] as number
        if (to <= from) continue
        const piece = distance(along(from), along(to), { units: 'meters' })
        whole += piece
        const [mx, my] = along((from + to) / 2)
        const held = holders(index, mx, my)
        for (const area of held) parts.set(area, (parts.get(area) ?? 0) + piece / held.size)
      }
    }
  }
  return whole > 0 ? collect(whole, parts) : []
}
