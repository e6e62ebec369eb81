/** Land between areas that belongs to none: enclosed gaps, thin or wide. */
import { area as areaOf, bbox, booleanPointInPolygon, length, polygon } from '@turf/turf'
import Flatbush from 'flatbush'
import type { Position } from 'geojson'
import polylabel from 'polylabel'
import type { Area } from '../../model/records.ts'
import { MOST_VERTICES_JOINED } from '../limits.ts'
import type { Steps } from '../pace.ts'
import { coverOfEdges, coverOfUnion } from './cover.ts'
import { type BoundaryEdges, isOn, ON_EDGE } from './edges.ts'
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

/** Points about a gap from which a place within it is sought. */
const ENOUGH = 5000

/** A ring with fewer points, for a place well within it. */
const thinned = (ring: Position[]): Position[] => {
  const step = Math.ceil(ring.length / ENOUGH)
  return step < 2 ? ring : [...ring.filter((_, i) => i % step === 0), ring[0] as Position]
}

/**
 * The gaps of at least `trivial` m² that areas enclose. An enclave that another area fills is none. Null where they
 * cannot be told in a second: areas overlap and have more points than are joined.
 * @param overlapping whether areas may overlap, so that only their union tells what is left out
 */
export function* gapsBetween(
  areas: readonly Area[],
  edges: BoundaryEdges,
  overlapping: boolean,
  trivial: number,
): Steps<Gap[] | null> {
  const exact = overlapping ? null : yield* coverOfEdges(edges)
  if (exact === null && edges.count > MOST_VERTICES_JOINED) return null
  const { shells, voids } = exact ?? coverOfUnion(areas)
  const tree = shells.length === 0 ? null : new Flatbush(shells.length)
  for (const shell of shells) tree?.add(...(shell[0] as [number, number]), ...(shell[0] as [number, number]))
  tree?.finish()
  const gaps: Gap[] = []
  for (const traced of voids) {
    yield
    const ring = withoutSpikes(traced)
    if (ring.length === 0) continue
    const hole = polygon([ring])
    const whole = areaOf(hole)
    if (whole < trivial) continue
    // An area may stand in the gap like an island, touching nothing.
    const box = bbox(hole) as [number, number, number, number]
    const islands = (tree?.search(...box) ?? [])
      .sort((a, b) => a - b)
      .map((i) => shells[i] as Position[])
      .filter((shell) => booleanPointInPolygon(shell[0] as Position, hole, { ignoreBoundary: true }))
    const size = whole - islands.reduce((sum, shell) => sum + areaOf(polygon([shell])), 0)
    if (size < trivial) continue
    const rim = [ring, ...islands]
    const perimeter = rim.reduce((sum, r) => sum + length(polygon([r]), { units: 'meters' }), 0)
    const [west, south, east, north] = box
    // To a thousandth of the gap: a fixed fineness would take minutes in a wide one.
    const fineness = Math.max(1e-6, Math.max(east - west, north - south) / 1000)
    const [x, y] = polylabel(rim.map(thinned) as [number, number][][], fineness)
    gaps.push({
      areas: [...new Set(rim.flatMap((r) => areasAlong(r, edges)))].sort((a, b) => a - b),
      size,
      width: (2 * size) / perimeter,
      at: [x as number, y as number],
    })
  }
  return gaps
}
