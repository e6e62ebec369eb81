/** The edges of all areas as flat columns, and which of them two neighbours share to the last digit. */
import Flatbush from 'flatbush'
import type { Position } from 'geojson'
import type { Area } from '../model/records.ts'

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

const keyOf = (x1: number, y1: number, x2: number, y2: number) => `${x1} ${y1} ${x2} ${y2}`

export const collectEdges = (areas: readonly Area[]): BoundaryEdges => {
  const at: number[] = []
  const owner: number[] = []
  areas.forEach((area, index) => {
    for (const ring of polygonsOf(area).flat())
      for (let i = 1; i < ring.length; i++) {
        at.push(...(ring[i - 1] as [number, number]), ...(ring[i] as [number, number]))
        owner.push(index)
      }
  })
  const count = owner.length
  const tree = new Flatbush(Math.max(1, count))
  if (count === 0) tree.add(0, 0, 0, 0)
  const first = new Map<string, number>()
  const doubled: [number, number][] = []
  for (let i = 0; i < count; i++) {
    const [x1, y1, x2, y2] = at.slice(4 * i, 4 * i + 4) as [number, number, number, number]
    tree.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2))
    const key = keyOf(x1, y1, x2, y2)
    const before = first.get(key)
    if (before === undefined) first.set(key, i)
    else if (owner[before] !== owner[i]) doubled.push([owner[before] as number, owner[i] as number])
  }
  tree.finish()
  const shared = new Uint8Array(count)
  for (let i = 0; i < count; i++) {
    const [x1, y1, x2, y2] = at.slice(4 * i, 4 * i + 4) as [number, number, number, number]
    if (first.has(keyOf(x2, y2, x1, y1))) shared[i] = 1
  }
  return { count, at: Float64Array.from(at), area: Int32Array.from(owner), tree, shared, doubled }
}
