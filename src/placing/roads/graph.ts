/**
 * The road network of the basemap as a graph: nodes where lines end, bend, meet or cross, edges between them with their
 * length on the sphere. Columns in typed arrays; degrees WGS84, metres. Bridges are not told from crossings: the basemap
 * does not know them.
 */
import Flatbush from 'flatbush'
import type { Position } from 'geojson'
import { boxOf, nearestAlong } from '../../model/geometry.ts'
import { addTo } from '../../model/group.ts'
import type { LonLat } from '../../model/position.ts'
import { METRES_PER_DEGREE, metresBetween, metresPerLon } from '../earth.ts'

/** m within which the ends of two lines, or an end and a line, meet */
const SNAP = 5

/** A piece of network with less than this share of the length of all roads is a fragment: it leads nowhere and is left out. */
const FRAGMENT = 0.02

export interface RoadGraph {
  /** of each node, degrees */
  lon: Float64Array
  lat: Float64Array
  /** the two nodes of each edge */
  from: Uint32Array
  to: Uint32Array
  /** length of each edge, m */
  metres: Float64Array
  /** edges at node v: `edges[first[v]]` up to, without, `edges[first[v + 1]]` */
  first: Uint32Array
  edges: Uint32Array
  /** boxes of the edges, in the plane */
  index: Flatbush
  plane: Plane
}

/** A plane that is true to scale at the middle of the network: for crossings and nearest points, never for lengths. */
interface Plane {
  x: (lon: number) => number
  y: (lat: number) => number
  lon: (x: number) => number
  lat: (y: number) => number
}

const planeAt = (latitude: number): Plane => {
  const perLon = metresPerLon(latitude)
  return {
    x: (lon) => lon * perLon,
    y: (lat) => lat * METRES_PER_DEGREE,
    lon: (x) => x / perLon,
    lat: (y) => y / METRES_PER_DEGREE,
  }
}

/** Nodes by where they are: a new one only where none lies within SNAP. */
class Nodes {
  readonly x: number[] = []
  readonly y: number[] = []
  readonly #cells = new Map<string, number[]>()

  at(x: number, y: number): number {
    const [column, row] = [Math.floor(x / SNAP), Math.floor(y / SNAP)]
    let nearest = -1
    let least = SNAP
    for (let c = column - 1; c <= column + 1; c++)
      for (let r = row - 1; r <= row + 1; r++)
        for (const node of this.#cells.get(`${c} ${r}`) ?? []) {
          const off = Math.hypot((this.x[node] as number) - x, (this.y[node] as number) - y)
          if (off <= least) [nearest, least] = [node, off]
        }
    if (nearest >= 0) return nearest
    const made = this.x.push(x) - 1
    this.y.push(y)
    addTo(this.#cells, `${column} ${row}`, made)
    return made
  }
}

/** A straight piece of a line in the plane, its end nodes, and the nodes on the way with where they are (0–1). */
interface Piece {
  ax: number
  ay: number
  bx: number
  by: number
  a: number
  b: number
  between: { at: number; node: number }[]
}

/** Where on a straight piece (0–1) a point is nearest, and how far off it is. */
const nearestOn = (
  { ax, ay, bx, by }: Pick<Piece, 'ax' | 'ay' | 'bx' | 'by'>,
  x: number,
  y: number,
): { at: number; off: number } => {
  const at = nearestAlong(x, y, ax, ay, bx, by)
  return { at, off: Math.hypot(ax + at * (bx - ax) - x, ay + at * (by - ay) - y) }
}

/** Where two straight pieces cross, 0–1 along each; null where they do not, or run side by side. */
const crossing = (p: Piece, q: Piece): [along: number, across: number] | null => {
  const [rx, ry] = [p.bx - p.ax, p.by - p.ay]
  const [sx, sy] = [q.bx - q.ax, q.by - q.ay]
  const cross = rx * sy - ry * sx
  if (Math.abs(cross) < 1e-9) return null
  const [wx, wy] = [q.ax - p.ax, q.ay - p.ay]
  const along = (wx * sy - wy * sx) / cross
  const across = (wx * ry - wy * rx) / cross
  return along >= 0 && along <= 1 && across >= 0 && across <= 1 ? [along, across] : null
}

const meet = (p: Piece, q: Piece, nodes: Nodes): void => {
  const crossed = crossing(p, q)
  if (crossed) {
    const [along, across] = crossed
    const node = nodes.at(p.ax + along * (p.bx - p.ax), p.ay + along * (p.by - p.ay))
    p.between.push({ at: along, node })
    q.between.push({ at: across, node })
    return
  }
  for (const [on, other] of [
    [p, q],
    [q, p],
  ] as const)
    for (const [x, y, node] of [
      [other.ax, other.ay, other.a],
      [other.bx, other.by, other.b],
    ] as const) {
      const { at, off } = nearestOn(on, x, y)
      if (off <= SNAP) on.between.push({ at, node })
    }
}

/** The graph of the lines, null where there is no line. @param lines degrees */
export const buildRoads = (lines: readonly Position[][]): RoadGraph | null => {
  const all = lines.flat()
  if (all.length === 0) return null
  const { south, north } = boxOf(all)
  const plane = planeAt((south + north) / 2)
  const nodes = new Nodes()
  const pieces: Piece[] = []
  for (const line of lines)
    for (let i = 1; i < line.length; i++) {
      const [[lonA, latA], [lonB, latB]] = [line[i - 1], line[i]] as [LonLat, LonLat]
      const [ax, ay, bx, by] = [plane.x(lonA), plane.y(latA), plane.x(lonB), plane.y(latB)]
      pieces.push({ ax, ay, bx, by, a: nodes.at(ax, ay), b: nodes.at(bx, by), between: [] })
    }
  if (pieces.length === 0) return null

  const boxes = new Flatbush(pieces.length)
  for (const { ax, ay, bx, by } of pieces)
    boxes.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by))
  boxes.finish()
  pieces.forEach((piece, i) => {
    const { ax, ay, bx, by } = piece
    const near = boxes.search(
      Math.min(ax, bx) - SNAP,
      Math.min(ay, by) - SNAP,
      Math.max(ax, bx) + SNAP,
      Math.max(ay, by) + SNAP,
    )
    for (const j of near.sort((p, q) => p - q)) if (j > i) meet(piece, pieces[j] as Piece, nodes)
  })

  const pairs: Pair[] = []
  for (const { a, b, between } of pieces) {
    let last = a
    for (const { node } of [...between.sort((p, q) => p.at - q.at), { node: b }]) {
      if (node !== last) pairs.push([last, node])
      last = node
    }
  }
  const kept = withoutFragments(nodes, pairs)
  if (kept.length === 0) return null
  // Nodes that no edge is left at are no part of the network.
  const used = [...new Set(kept.flat())].sort((a, b) => a - b)
  const number = new Map(used.map((node, i) => [node, i]))
  const renumbered = kept.map(([a, b]): Pair => [number.get(a) as number, number.get(b) as number])
  const [x, y] = [nodes.x, nodes.y].map((all) => used.map((node) => all[node] as number)) as [
    number[],
    number[],
  ]
  return asColumns({ x, y }, renumbered, plane)
}

type Pair = readonly [from: number, to: number]

/** The edges of the connected pieces that are long enough to be a network. */
const withoutFragments = ({ x, y }: Nodes, pairs: readonly Pair[]): Pair[] => {
  const parent = Uint32Array.from(x, (_, node) => node)
  const root = (node: number): number => {
    let at = node
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number
      at = parent[at] as number
    }
    return at
  }
  for (const [a, b] of pairs) parent[root(a)] = root(b)
  const long = new Float64Array(x.length)
  let whole = 0
  for (const [a, b] of pairs) {
    const metres = Math.hypot((x[a] as number) - (x[b] as number), (y[a] as number) - (y[b] as number))
    long[root(a)] = (long[root(a)] as number) + metres
    whole += metres
  }
  return pairs.filter(([a]) => (long[root(a)] as number) >= FRAGMENT * whole)
}

const asColumns = (
  nodes: { x: readonly number[]; y: readonly number[] },
  pairs: readonly Pair[],
  plane: Plane,
): RoadGraph => {
  const lon = Float64Array.from(nodes.x, plane.lon)
  const lat = Float64Array.from(nodes.y, plane.lat)
  const from = Uint32Array.from(pairs, ([a]) => a)
  const to = Uint32Array.from(pairs, ([, b]) => b)
  const place = (node: number): LonLat => [lon[node] as number, lat[node] as number]
  const metres = Float64Array.from(pairs, ([a, b]) => metresBetween(place(a), place(b)))
  const first = new Uint32Array(lon.length + 1)
  for (const [a, b] of pairs) {
    ;(first[a + 1] as number)++
    ;(first[b + 1] as number)++
  }
  for (let v = 0; v < lon.length; v++) first[v + 1] = (first[v + 1] as number) + (first[v] as number)
  const next = first.slice()
  const edges = new Uint32Array(2 * pairs.length)
  pairs.forEach((ends, edge) => {
    for (const node of ends) {
      const at = next[node] as number
      edges[at] = edge
      next[node] = at + 1
    }
  })
  const index = new Flatbush(pairs.length)
  for (const [a, b] of pairs) {
    const [ax, ay, bx, by] = [nodes.x[a], nodes.y[a], nodes.x[b], nodes.y[b]] as [
      number,
      number,
      number,
      number,
    ]
    index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by))
  }
  index.finish()
  return { lon, lat, from, to, metres, first, edges, index, plane }
}

/** Where a place meets the network. */
export interface Access {
  edge: number
  /** 0–1 from the edge's `from` to its `to` */
  along: number
  at: LonLat
  /** from the place to there, as the crow flies */
  metres: number
}

/** The point of the network nearest to a place. */
export const accessTo = (graph: RoadGraph, place: LonLat): Access => {
  const { plane, index, from, to, lon, lat } = graph
  const [x, y] = [plane.x(place[0]), plane.y(place[1])]
  // Boxes come by how far they are, not what is in them: look in growing squares until nothing nearer can be outside.
  for (let reach = 100; ; reach *= 2) {
    let best: { edge: number; along: number; off: number; at: LonLat } | null = null
    for (const edge of index.search(x - reach, y - reach, x + reach, y + reach)) {
      const [a, b] = [from[edge] as number, to[edge] as number]
      const [ax, ay] = [plane.x(lon[a] as number), plane.y(lat[a] as number)]
      const [bx, by] = [plane.x(lon[b] as number), plane.y(lat[b] as number)]
      const { at: along, off } = nearestOn({ ax, ay, bx, by }, x, y)
      if (best === null || off < best.off || (off === best.off && edge < best.edge))
        best = {
          edge,
          along,
          off,
          at: [plane.lon(ax + along * (bx - ax)), plane.lat(ay + along * (by - ay))],
        }
    }
    if (best !== null && best.off <= reach)
      return { edge: best.edge, along: best.along, at: best.at, metres: metresBetween(place, best.at) }
  }
}
