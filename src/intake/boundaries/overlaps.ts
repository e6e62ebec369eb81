/** Where areas lie on each other. */
import { area as areaOf, bboxClip, featureCollection, intersect, pointOnFeature, polygon } from '@turf/turf'
import type { BBox, MultiPolygon, Polygon, Position } from 'geojson'
import type { Area, Surface } from '../../model/records.ts'
import {
  MOST_CROSSINGS,
  MOST_EDGE_PAIRS_BETWEEN,
  MOST_PAIRS_COMPARED,
  MOST_VERTICES_OF_PAIR,
} from '../limits.ts'
import type { Steps } from '../pace.ts'
import { type BoundaryEdges, isOn, ON_EDGE, polygonsOf } from './edges.ts'

export interface Overlap {
  /** indices of areas, the lower first */
  areas: [number, number]
  /** m² */
  size: number
  /** a place in its largest part */
  at: Position
}

const boxOf = (area: Area): [number, number, number, number] => {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of polygonsOf(area).flat(2) as [number, number][]) {
    box[0] = Math.min(box[0], x)
    box[1] = Math.min(box[1], y)
    box[2] = Math.max(box[2], x)
    box[3] = Math.max(box[3], y)
  }
  return box
}

/** Twice the area of the triangle a, b and the point, positive where it lies to the left. */
const side = (ax: number, ay: number, bx: number, by: number, x: number, y: number): number =>
  (bx - ax) * (y - ay) - (by - ay) * (x - ax)

/** Whether edges i and j cross in a point inside both. */
const cross = ({ at }: BoundaryEdges, i: number, j: number): boolean => {
  const ax = at[4 * i] as number
  const ay = at[4 * i + 1] as number
  const bx = at[4 * i + 2] as number
  const by = at[4 * i + 3] as number
  const cx = at[4 * j] as number
  const cy = at[4 * j + 1] as number
  const dx = at[4 * j + 2] as number
  const dy = at[4 * j + 3] as number
  return (
    side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) < 0 &&
    side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) < 0
  )
}

/** Two areas that may overlap. */
export interface OverlapCandidate {
  /** indices of areas, the lower first */
  areas: [number, number]
  /** how often their edges cross */
  crossings: number
}

/** Pairs of edges between two yields. */
const STRETCH = 50_000

/**
 * Pairs of areas that may overlap: their edges cross, one runs inside the other, or one lies in the other whole. Two that
 * share their edges to the last digit cost nothing. Null where more edges lie over each other than can be looked into.
 */
export function* overlapCandidates(
  areas: readonly Area[],
  edges: BoundaryEdges,
): Steps<OverlapCandidate[] | null> {
  const pairs = new Map<number, OverlapCandidate>()
  const suspect = (a: number, b: number, crossings: number): void => {
    const [low, high] = a < b ? [a, b] : [b, a]
    const key = low * areas.length + high
    const known = pairs.get(key)
    if (known === undefined) pairs.set(key, { areas: [low, high], crossings })
    else known.crossings += crossings
  }
  for (const [a, b] of edges.doubled) suspect(a, b, 0)
  const { at } = edges
  let looked = 0
  /** Suspects the areas that have the point inside them, which is on no edge of theirs. */
  const lookInto = (own: number, x: number, y: number): void => {
    const odd = new Set<number>()
    edges.tree.search(x, y, Infinity, y, (j) => {
      looked++
      const other = edges.area[j] as number
      const y1 = at[4 * j + 1] as number
      const y2 = at[4 * j + 3] as number
      if (other === own || y1 > y === y2 > y) return false
      const x1 = at[4 * j] as number
      const x2 = at[4 * j + 2] as number
      if (x1 + ((y - y1) / (y2 - y1)) * (x2 - x1) > x && !odd.delete(other)) odd.add(other)
      return false
    })
    if (odd.size === 0) return
    for (const j of edges.tree.search(x - ON_EDGE, y - ON_EDGE, x + ON_EDGE, y + ON_EDGE))
      if (isOn(edges, j, x, y)) odd.delete(edges.area[j] as number)
    for (const other of odd) suspect(own, other, 0)
  }
  let rested = 0
  for (let i = 0; i < edges.count; i++) {
    if (++looked - rested > STRETCH) {
      rested = looked
      yield
    }
    if (looked > MOST_EDGE_PAIRS_BETWEEN) return null
    if (edges.shared[i] === 1) continue
    const x1 = at[4 * i] as number
    const y1 = at[4 * i + 1] as number
    const x2 = at[4 * i + 2] as number
    const y2 = at[4 * i + 3] as number
    const own = edges.area[i] as number
    edges.tree.search(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2), (j) => {
      looked++
      const other = edges.area[j] as number
      // Of two crossing edges that are both not shared each meets the other: counted once.
      if (other !== own && cross(edges, i, j)) suspect(own, other, j > i || edges.shared[j] === 1 ? 1 : 0)
      return false
    })
    lookInto(own, (x1 + x2) / 2, (y1 + y2) / 2)
  }
  for (const [own, area] of areas.entries()) {
    yield
    const [part] = polygonsOf(area)
    const [x, y] = pointOnFeature(polygon(part as Position[][])).geometry.coordinates as [number, number]
    lookInto(own, x, y)
  }
  return [...pairs.values()].sort((a, b) => a.areas[0] - b.areas[0] || a.areas[1] - b.areas[1])
}

/** The part of a surface in a box; whole where the clipping leaves nothing that can be used. */
const clipped = (surface: Surface, box: BBox): Polygon | MultiPolygon => {
  const part = bboxClip(surface, box).geometry as Polygon | MultiPolygon
  return part.coordinates.length === 0 ? surface : part
}

const pointsOf = (surface: Polygon | MultiPolygon): number =>
  (surface.type === 'Polygon' ? [surface.coordinates] : surface.coordinates)
    .flat()
    .reduce((sum, ring) => sum + ring.length, 0)

type Box = ReturnType<typeof boxOf>

/** What two areas share; null where they share nothing or the library fails, undefined where it was not tried. */
const common = (a: Area, b: Area, boxA: Box, boxB: Box): Surface | null | undefined => {
  const box: BBox = [
    Math.max(boxA[0], boxB[0]),
    Math.max(boxA[1], boxB[1]),
    Math.min(boxA[2], boxB[2]),
    Math.min(boxA[3], boxB[3]),
  ]
  const both = (surfaces: Surface[]) =>
    intersect(featureCollection(surfaces.map((geometry) => ({ type: 'Feature', properties: {}, geometry }))))
      ?.geometry ?? null
  // Neighbours meet along one side: the strip where both are is all that needs looking at.
  const strips = [clipped(a.geometry, box), clipped(b.geometry, box)]
  if (strips.reduce((sum, strip) => sum + pointsOf(strip), 0) > MOST_VERTICES_OF_PAIR) return undefined
  try {
    return both(strips)
  } catch {
    if (pointsOf(a.geometry) + pointsOf(b.geometry) > MOST_VERTICES_OF_PAIR) return undefined
    try {
      return both([a.geometry, b.geometry])
    } catch {
      return null
    }
  }
}

/**
 * The overlaps of at least `trivial` m² among the candidates; in `unknown` the pairs that have too many points or crossings
 * to be worked out.
 */
export function* overlapsAmong(
  areas: readonly Area[],
  candidates: readonly OverlapCandidate[],
  trivial: number,
): Steps<{ overlaps: Overlap[]; unknown: [number, number][] }> {
  const boxes = areas.map(boxOf)
  const overlaps: Overlap[] = []
  const unknown: [number, number][] = []
  for (const [n, { areas: pair, crossings }] of candidates.entries()) {
    yield
    const [a, b] = pair
    const shape =
      crossings > MOST_CROSSINGS || n >= MOST_PAIRS_COMPARED
        ? undefined
        : common(areas[a] as Area, areas[b] as Area, boxes[a] as Box, boxes[b] as Box)
    if (shape === undefined) unknown.push(pair)
    if (shape === undefined || shape === null) continue
    const size = areaOf(shape)
    if (size < trivial) continue
    const parts = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
    const sized = parts.map((rings) => polygon(rings))
    const largest = sized.reduce((best, part) => (areaOf(part) > areaOf(best) ? part : best))
    overlaps.push({ areas: pair, size, at: pointOnFeature(largest).geometry.coordinates })
  }
  return { overlaps, unknown }
}
