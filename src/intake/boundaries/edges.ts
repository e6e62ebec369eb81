/** The edges of all areas as flat columns, and which of them two neighbours share to the last digit. */
import Flatbush from 'flatbush'
import type { Position } from 'geojson'
import type { Area } from '../../model/records.ts'
import type { Steps } from '../pace.ts'
import { openEdgeTable } from './edge-table.ts'

export interface BoundaryEdges {
  count: number
  /** x1 y1 x2 y2 in degrees, in the direction of the ring: the area lies to the left */
  at: Float64Array
  /** index of the area each belongs to */
  area: Int32Array
  tree: Flatbush
  /** 1 where another ring has the same edge the other way: what lies on both sides is known */
  shared: Uint8Array
  /** pairs of areas that have an edge the same way round, so that both lie on one side of it */
  doubled: [number, number][]
}

export const polygonsOf = (area: Area): Position[][][] =>
  area.geometry.type === 'Polygon' ? [area.geometry.coordinates] : area.geometry.coordinates

/** Edges between two yields. */
const BATCH = 4096

export function* collectEdges(areas: readonly Area[]): Steps<BoundaryEdges> {
  const rings = areas.map((area) => polygonsOf(area).flat())
  const count = rings.flat().reduce((sum, ring) => sum + ring.length - 1, 0)
  const at = new Float64Array(4 * count)
  const owner = new Int32Array(count)
  const tree = new Flatbush(Math.max(1, count))
  if (count === 0) tree.add(0, 0, 0, 0)
  const first = openEdgeTable(at, count)
  const doubled = new Map<string, [number, number]>()
  let k = 0
  for (const [index, list] of rings.entries())
    for (const ring of list)
      for (let i = 1; i < ring.length; i++, k++) {
        const [x1, y1] = ring[i - 1] as [number, number]
        const [x2, y2] = ring[i] as [number, number]
        at[4 * k] = x1
        at[4 * k + 1] = y1
        at[4 * k + 2] = x2
        at[4 * k + 3] = y2
        owner[k] = index
        tree.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2))
        const before = first.find(x1, y1, x2, y2)
        if (before < 0) first.add(k)
        else if (owner[before] !== index)
          doubled.set(`${owner[before]} ${index}`, [owner[before] as number, index])
        if (k % BATCH === 0) yield
      }
  tree.finish()
  const shared = new Uint8Array(count)
  for (let i = 0; i < count; i++) {
    const end = (n: 0 | 1 | 2 | 3) => at[4 * i + n] as number
    if (first.find(end(2), end(3), end(0), end(1)) >= 0) shared[i] = 1
    if (i % BATCH === 0) yield
  }
  return { count, at, area: owner, tree, shared, doubled: [...doubled.values()] }
}

/** Degrees (≈ 0.1 mm): nearer than this to an edge is on it. */
export const ON_EDGE = 1e-9

export const isOn = ({ at }: BoundaryEdges, i: number, x: number, y: number): boolean => {
  const [x1, y1] = [at[4 * i] as number, at[4 * i + 1] as number]
  const [dx, dy] = [(at[4 * i + 2] as number) - x1, (at[4 * i + 3] as number) - y1]
  const along = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)))
  return Math.hypot(x1 + along * dx - x, y1 + along * dy - y) < ON_EDGE
}
