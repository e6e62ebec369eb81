/** Shortest ways over the road network (Dijkstra, with a heap in typed arrays). */
import type { Access, RoadGraph } from './road-graph.ts'

/** Nodes by how far they are, the nearest on top; a node may stand in it more than once. */
class Heap {
  #count = 0
  #keys = new Float64Array(64)
  #nodes = new Uint32Array(64)

  get empty(): boolean {
    return this.#count === 0
  }

  push(key: number, node: number): void {
    if (this.#count === this.#keys.length) {
      const [keys, nodes] = [new Float64Array(2 * this.#count), new Uint32Array(2 * this.#count)]
      keys.set(this.#keys)
      nodes.set(this.#nodes)
      ;[this.#keys, this.#nodes] = [keys, nodes]
    }
    let at = this.#count++
    while (at > 0) {
      const above = (at - 1) >> 1
      const other = this.#keys[above] as number
      if (other <= key) break
      this.#keys[at] = other
      this.#nodes[at] = this.#nodes[above] as number
      at = above
    }
    this.#keys[at] = key
    this.#nodes[at] = node
  }

  /** Takes the nearest off. */
  pop(): [key: number, node: number] {
    const top: [number, number] = [this.#keys[0] as number, this.#nodes[0] as number]
    const count = --this.#count
    const [key, node] = [this.#keys[count] as number, this.#nodes[count] as number]
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      if (below >= count) break
      if (below + 1 < count && (this.#keys[below + 1] as number) < (this.#keys[below] as number)) below++
      if ((this.#keys[below] as number) >= key) break
      this.#keys[at] = this.#keys[below] as number
      this.#nodes[at] = this.#nodes[below] as number
      at = below
    }
    this.#keys[at] = key
    this.#nodes[at] = node
    return top
  }
}

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
  const heap = new Heap()
  const seed = (node: number, far: number) => {
    if (far >= (metres[node] as number)) return
    metres[node] = far
    heap.push(far, node)
  }
  const [back, ahead] = toEnds(graph, start)
  seed(from[start.edge] as number, back)
  seed(to[start.edge] as number, ahead)
  while (!heap.empty) {
    const [far, node] = heap.pop()
    if (far > (metres[node] as number)) continue
    for (let i = first[node] as number; i < (first[node + 1] as number); i++) {
      const edge = edges[i] as number
      const other = from[edge] === node ? (to[edge] as number) : (from[edge] as number)
      const next = far + (graph.metres[edge] as number)
      if (next >= (metres[other] as number)) continue
      metres[other] = next
      via[other] = edge
      heap.push(next, other)
    }
  }
  return { metres, via }
}
