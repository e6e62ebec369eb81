/** What all areas cover together, as the rings about it and about what it leaves out. */
import { featureCollection, union } from '@turf/turf'
import type { Position } from 'geojson'
import { addTo } from '../../model/group.ts'
import type { Area } from '../../model/records.ts'
import { MOST_EDGE_PAIRS } from '../limits.ts'
import { finish, type Steps } from '../pace.ts'
import type { BoundaryEdges } from './edges.ts'

export interface Cover {
  shells: Position[][]
  voids: Position[][]
}

type Edge = readonly [from: Position, to: Position]

/** Twice the signed area in square degrees: negative for the ring about a void. */
const winding = (ring: Position[]): number => {
  const [x0, y0] = ring[0] as [number, number]
  return ring.reduce((sum, p, i) => {
    const [ax, ay] = (ring[i - 1] ?? p) as [number, number]
    const [bx, by] = p as [number, number]
    return sum + (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
  }, 0)
}

/** Edges between two yields. */
const BATCH = 4096

const keyOf = ([x, y]: Position): string => `${x} ${y}`

/**
 * How far to the left the way from → at → to turns, in [-π, π). Straight back is a turn to the right: where a border has
 * a corner that the neighbour lacks, the void between the two has no width.
 */
const turn = (from: Position, at: Position, to: Position): number => {
  const [ax, ay] = [(at[0] as number) - (from[0] as number), (at[1] as number) - (from[1] as number)]
  const [bx, by] = [(to[0] as number) - (at[0] as number), (to[1] as number) - (at[1] as number)]
  const angle = Math.atan2(ax * by - ay * bx, ax * bx + ay * by)
  return angle > Math.PI - 1e-9 ? angle - 2 * Math.PI : angle
}

/**
 * Edges with the cover on their left, joined end to end. Where several begin in one point the way turns as far to the
 * right as it can, and so keeps along one and the same void: two that only touch in a point are two. Null where an edge
 * leads nowhere, or more begin in the same points than can be looked into.
 */
function* ringsOf(edges: Iterable<Edge>): Steps<Position[][] | null> {
  const from = new Map<string, Edge[]>()
  let done = 0
  let looked = 0
  for (const edge of edges) {
    addTo(from, keyOf(edge[0]), edge)
    if (++done % BATCH === 0) yield
  }
  const take = (before: Position | null, at: Position): Edge | null => {
    const list = from.get(keyOf(at))
    looked += list?.length ?? 0
    if (list === undefined || list.length === 0 || looked > MOST_EDGE_PAIRS) return null
    let best = 0
    for (let i = 1; before !== null && i < list.length; i++)
      if (turn(before, at, (list[i] as Edge)[1]) < turn(before, at, (list[best] as Edge)[1])) best = i
    return list.splice(best, 1)[0] as Edge
  }
  const rings: Position[][] = []
  for (const [start] of [...from.values()].flat()) {
    let edge = take(null, start)
    if (edge === null) continue
    const first = edge
    const ring = [edge[0]]
    for (;;) {
      ring.push(edge[1])
      if (++done % BATCH === 0) yield
      // Back where it began, it is closed only if from here it would go on as it began.
      const others = from.get(keyOf(edge[1])) ?? []
      const goesOn = (edge: Edge) =>
        others.some((other) => turn(edge[0], edge[1], other[1]) < turn(edge[0], edge[1], first[1]))
      if (keyOf(edge[1]) === keyOf(start) && !goesOn(edge)) break
      edge = take(edge[0], edge[1])
      if (edge === null) return null
    }
    rings.push(ring)
  }
  return rings
}

const coverOf = (rings: Position[][]): Cover => ({
  shells: rings.filter((ring) => winding(ring) > 0),
  voids: rings.filter((ring) => winding(ring) < 0),
})

function* unshared({ count, at, shared }: BoundaryEdges): Generator<Edge> {
  for (let i = 0; i < count; i++) {
    if (shared[i] === 1) continue
    yield [
      [at[4 * i] as number, at[4 * i + 1] as number],
      [at[4 * i + 2] as number, at[4 * i + 3] as number],
    ]
  }
}

/** The cover from the edges that no neighbour shares: exact, and enough where no areas overlap. Null where they do not join. */
export function* coverOfEdges(edges: BoundaryEdges): Steps<Cover | null> {
  const rings = yield* ringsOf(unshared(edges))
  return rings === null ? null : coverOf(rings)
}

function* edgesOf(rings: readonly Position[][]): Generator<Edge> {
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) yield [ring[i - 1] as Position, ring[i] as Position]
}

/** The cover by the union of all areas; empty where the library fails on the geometry. */
export const coverOfUnion = (areas: readonly Area[]): Cover => {
  try {
    const whole = union(
      featureCollection(areas.map(({ geometry }) => ({ type: 'Feature', properties: {}, geometry }))),
    )?.geometry
    if (whole === undefined) return { shells: [], voids: [] }
    const polygons = whole.type === 'Polygon' ? [whole.coordinates] : whole.coordinates
    const wound = polygons.flatMap((rings) =>
      rings.map((ring, i) => (winding(ring) > 0 === (i === 0) ? ring : [...ring].reverse())),
    )
    return coverOf(finish(ringsOf(edgesOf(wound))) ?? wound)
  } catch {
    return { shells: [], voids: [] }
  }
}
