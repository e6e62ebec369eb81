/**
 * Arcs and the faces they enclose. Neighbours are not two polygons that ought to fit: they are two walks over the same
 * arcs, so a shared edge is the same vertices in both, and gaps or overlaps cannot arise.
 */
import type { Line, Point } from '../frame.ts'
import { signedArea } from './ring.ts'

/** A border piece between two nodes; `line` runs from the node `from` to the node `to`. */
export interface Arc {
  from: string
  to: string
  line: Point[]
  /** Name of the road or water it follows, null in the open field. */
  along: string | null
}

export interface Face {
  /** Counter-clockwise, first point not repeated. */
  ring: Point[]
  /** The arcs walked, each with its direction. */
  arcs: { arc: Arc; forward: boolean }[]
}

interface HalfEdge {
  arc: Arc
  forward: boolean
  start: string
  end: string
  /** Direction in which it leaves its start, radians. */
  bearing: number
}

const halfEdge = (arc: Arc, forward: boolean): HalfEdge => {
  const line: Line = forward ? arc.line : [...arc.line].reverse()
  const [a, b] = line as [Point, Point]
  return {
    arc,
    forward,
    start: forward ? arc.from : arc.to,
    end: forward ? arc.to : arc.from,
    bearing: Math.atan2(b[1] - a[1], b[0] - a[0]),
  }
}

/**
 * The bounded faces of the planar graph of the arcs. Arcs may meet in nodes only.
 * @throws when a node has a single arc: a border that ends nowhere
 */
export const facesOf = (arcs: readonly Arc[]): Face[] => {
  const edges = arcs.flatMap((arc) => [halfEdge(arc, true), halfEdge(arc, false)])
  const leaving = new Map<string, HalfEdge[]>()
  for (const edge of edges) leaving.set(edge.start, [...(leaving.get(edge.start) ?? []), edge])
  for (const [node, list] of leaving) {
    if (list.length < 2) throw new Error(`border ends at node ${node}`)
    list.sort((p, q) => p.bearing - q.bearing)
  }
  const isTwin = (p: HalfEdge, q: HalfEdge) => p.arc === q.arc && p.forward !== q.forward
  /** Turning right-most at every node walks round the face on the left, counter-clockwise. */
  const next = (edge: HalfEdge): HalfEdge => {
    const list = leaving.get(edge.end) as HalfEdge[]
    const twin = list.findIndex((other) => isTwin(edge, other))
    return list[(twin + list.length - 1) % list.length] as HalfEdge
  }
  const walked = new Set<HalfEdge>()
  const faces: Face[] = []
  for (const first of edges) {
    if (walked.has(first)) continue
    const face: Face = { ring: [], arcs: [] }
    for (let edge = first; !walked.has(edge); edge = next(edge)) {
      walked.add(edge)
      face.arcs.push({ arc: edge.arc, forward: edge.forward })
      const line = edge.forward ? edge.arc.line : [...edge.arc.line].reverse()
      face.ring.push(...line.slice(0, -1))
    }
    if (signedArea(face.ring) > 0) faces.push(face)
  }
  return faces
}
