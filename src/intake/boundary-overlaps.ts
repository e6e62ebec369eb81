/** Where areas lie on each other. */
import {
  area as areaOf,
  bboxClip,
  booleanPointInPolygon,
  featureCollection,
  intersect,
  pointOnFeature,
  polygon,
} from '@turf/turf'
import Flatbush from 'flatbush'
import type { BBox, MultiPolygon, Polygon, Position } from 'geojson'
import type { Area, Surface } from '../model/records.ts'
import { type BoundaryEdges, polygonsOf } from './boundary-edges.ts'

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

const holdsInside = (area: Area, at: Position): boolean =>
  booleanPointInPolygon(at, area.geometry, { ignoreBoundary: true })

/** Whether edges i and j cross in a point inside both. */
const cross = ({ at }: BoundaryEdges, i: number, j: number): boolean => {
  const e = (k: number) => at[4 * i + k] as number
  const f = (k: number) => at[4 * j + k] as number
  const side = (ax: number, ay: number, bx: number, by: number, x: number, y: number) =>
    (bx - ax) * (y - ay) - (by - ay) * (x - ax)
  return (
    side(e(0), e(1), e(2), e(3), f(0), f(1)) * side(e(0), e(1), e(2), e(3), f(2), f(3)) < 0 &&
    side(f(0), f(1), f(2), f(3), e(0), e(1)) * side(f(0), f(1), f(2), f(3), e(2), e(3)) < 0
  )
}

/**
 * Pairs of areas that may overlap: their edges cross, one runs inside the other, or one lies in the other whole. Two that
 * share their edges to the last digit cost nothing.
 */
export const overlapCandidates = (areas: readonly Area[], edges: BoundaryEdges): [number, number][] => {
  const pairs = new Map<string, [number, number]>()
  const suspect = (a: number, b: number) => {
    if (a !== b) pairs.set(a < b ? `${a} ${b}` : `${b} ${a}`, a < b ? [a, b] : [b, a])
  }
  for (const [a, b] of edges.doubled) suspect(a, b)
  const boxes = new Flatbush(areas.length)
  for (const area of areas) boxes.add(...boxOf(area))
  boxes.finish()
  const lookInto = (own: number, x: number, y: number) => {
    for (const other of boxes.search(x, y, x, y))
      if (other !== own && holdsInside(areas[other] as Area, [x, y])) suspect(own, other)
  }
  for (let i = 0; i < edges.count; i++) {
    if (edges.shared[i] === 1) continue
    const [x1, y1, x2, y2] = edges.at.subarray(4 * i, 4 * i + 4) as unknown as [
      number,
      number,
      number,
      number,
    ]
    const own = edges.area[i] as number
    const met = edges.tree.search(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2))
    for (const j of met)
      if (edges.area[j] !== own && cross(edges, i, j)) suspect(own, edges.area[j] as number)
    lookInto(own, (x1 + x2) / 2, (y1 + y2) / 2)
  }
  areas.forEach((area, own) => {
    const [x, y] = pointOnFeature(area.geometry).geometry.coordinates as [number, number]
    lookInto(own, x, y)
  })
  return [...pairs.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1])
}

/** The part of a surface in a box; whole where the clipping leaves nothing that can be used. */
const clipped = (surface: Surface, box: BBox): Polygon | MultiPolygon => {
  const part = bboxClip(surface, box).geometry as Polygon | MultiPolygon
  return part.coordinates.length === 0 ? surface : part
}

const common = (a: Area, b: Area): Surface | null => {
  const [boxA, boxB] = [boxOf(a), boxOf(b)]
  const box: BBox = [
    Math.max(boxA[0], boxB[0]),
    Math.max(boxA[1], boxB[1]),
    Math.min(boxA[2], boxB[2]),
    Math.min(boxA[3], boxB[3]),
  ]
  const both = (surfaces: Surface[]) =>
    intersect(featureCollection(surfaces.map((geometry) => ({ type: 'Feature', properties: {}, geometry }))))
      ?.geometry ?? null
  try {
    // Neighbours meet along one side: the strip where both are is all that needs looking at.
    return both([clipped(a.geometry, box), clipped(b.geometry, box)])
  } catch {
    try {
      return both([a.geometry, b.geometry])
    } catch {
      return null
    }
  }
}

/** The overlaps of at least `trivial` m² among the candidates. */
export const overlapsAmong = (
  areas: readonly Area[],
  candidates: readonly [number, number][],
  trivial: number,
): Overlap[] =>
  candidates.flatMap(([a, b]) => {
    const shape = common(areas[a] as Area, areas[b] as Area)
    if (shape === null) return []
    const size = areaOf(shape)
    if (size < trivial) return []
    const parts = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
    const sized = parts.map((rings) => polygon(rings))
    const largest = sized.reduce((best, part) => (areaOf(part) > areaOf(best) ? part : best))
    return [{ areas: [a, b], size, at: pointOnFeature(largest).geometry.coordinates }]
  })
