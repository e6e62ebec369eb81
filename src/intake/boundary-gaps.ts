/** Land between areas that belongs to none: enclosed gaps, thin or wide. */
import { area as areaOf, booleanPointInPolygon, length, polygon } from '@turf/turf'
import type { Position } from 'geojson'
import polylabel from 'polylabel'
import type { Area } from '../model/records.ts'
import { coverOfEdges, coverOfUnion } from './boundary-cover.ts'
import type { BoundaryEdges } from './boundary-edges.ts'
import { withoutSpikes } from './rings.ts'

export interface Gap {
  /** indices of the areas about it, ascending */
  areas: number[]
  /** m² */
  size: number
  /** mean width, metres */
  width: number
  at: Position
}

/** Degrees (≈ 0.1 mm): nearer than this to an edge is on it. */
const ON_EDGE = 1e-9

const isOn = ({ at }: BoundaryEdges, i: number, x: number, y: number): boolean => {
  const [x1, y1, x2, y2] = at.subarray(4 * i, 4 * i + 4) as unknown as [number, number, number, number]
  const [dx, dy] = [x2 - x1, y2 - y1]
  const along = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)))
  return Math.hypot(x1 + along * dx - x, y1 + along * dy - y) < ON_EDGE
}

/** The areas whose boundary the ring runs along. */
const areasAlong = (ring: Position[], edges: BoundaryEdges): number[] => {
  const found = new Set<number>()
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] as [number, number]
    const [bx, by] = ring[i] as [number, number]
    const [x, y] = [(ax + bx) / 2, (ay + by) / 2]
    for (const j of edges.tree.search(x - ON_EDGE, y - ON_EDGE, x + ON_EDGE, y + ON_EDGE))
      if (isOn(edges, j, x, y)) found.add(edges.area[j] as number)
  }
  return [...found].sort((a, b) => a - b)
}

/**
 * The gaps of at least `trivial` m² that areas enclose. An enclave that another area fills is none.
 * @param overlapping whether areas may overlap, so that only their union tells what is left out
 */
export const gapsBetween = (
  areas: readonly Area[],
  edges: BoundaryEdges,
  overlapping: boolean,
  trivial: number,
): Gap[] => {
  const { shells, voids } = (overlapping ? null : coverOfEdges(edges)) ?? coverOfUnion(areas)
  return voids.flatMap((traced) => {
    const ring = withoutSpikes(traced)
    if (ring.length === 0) return []
    const hole = polygon([ring])
    const whole = areaOf(hole)
    if (whole < trivial) return []
    // An area may stand in the gap like an island, touching nothing.
    const islands = shells.filter(
      (shell) =>
        shell !== ring && booleanPointInPolygon(shell[0] as Position, hole, { ignoreBoundary: true }),
    )
    const size = whole - islands.reduce((sum, shell) => sum + areaOf(polygon([shell])), 0)
    if (size < trivial) return []
    const rim = [ring, ...islands]
    const perimeter = rim.reduce((sum, r) => sum + length(polygon([r]), { units: 'meters' }), 0)
    const [x, y] = polylabel(rim as [number, number][][], 1e-6)
    return [
      {
        areas: [...new Set(rim.flatMap((r) => areasAlong(r, edges)))].sort((a, b) => a - b),
        size,
        width: (2 * size) / perimeter,
        at: [x as number, y as number],
      },
    ]
  })
}
