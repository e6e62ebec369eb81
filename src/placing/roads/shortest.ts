/** Shortest ways over the road network (Dijkstra; a node may stand in the queue more than once). */
import FlatQueue from 'flatqueue'
import type { Access, RoadGraph } from './graph.ts'

/** How far every node is from a place on the network. */
export interface Reach {
  /** m; Infinity where no road leads */
  metres: Float64Array
  /** the edge by which each node is reached; -1 at the ends of the edge one starts from, and where no road leads */
  via: Int32Array
}

/** What is left of an edge from a point on it to its two ends, m. */
export const toEnds = ({ metres }: RoadGraph, { edge, along }: Access): [from: number, to: number] => {
  const long = metres[edge] as number
  return [along * long, (1 - along) * long]
}

export const reachFrom = (graph: RoadGraph, start: Access): Reach => {
  const { first, edges, from, to } = graph
  const metres = new Float64Array(graph.lon.length).fill(Infinity)
  const via = new Int32Array(graph.lon.length).fill(-1)
  const queue = new FlatQueue<number>()
  const seed = (node: number, far: number) => {
    if (far >= (metres[node] as number)) return
    metres[node] = far
    queue.push(node, far)
  }
  const [back, ahead] = toEnds(graph, start)
  seed(from[start.edge] as number, back)
  seed(to[start.edge] as number, ahead)
  while (queue.length > 0) {
    const far = queue.peekValue() as number
    const node = queue.pop() as number
    if (far > (metres[node] as number)) continue
    for (let i = first[node] as number; i < (first[node + 1] as number); i++) {
      const edge = edges[i] as number
      const other = from[edge] === node ? (to[edge] as number) : (from[edge] as number)
      const next = far + (graph.metres[edge] as number)
      if (next >= (metres[other] as number)) continue
      metres[other] = next
      via[other] = edge
      queue.push(other, next)
    }
  }
  return { metres, via }
}
