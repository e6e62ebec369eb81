/**
 * The ways between places: from each to the nearest road as the crow flies, along the roads, and off them again. Where
 * no road leads, or the way to and from the roads alone is longer than the straight line, the leg is the straight line.
 */

import type { Leg, LonLat } from '../../model/position.ts'
import { metresBetween } from '../earth.ts'
import { type Access, accessTo, type RoadGraph } from './graph.ts'
import { type Reach, reachFrom, toEnds } from './shortest.ts'

export interface Legs {
  count: number
  /** m from place a to place b at a · count + b; the same both ways */
  metres: Float64Array
  leg: (a: number, b: number) => Leg
}

/** How a place is reached over the network: by which end of its edge (its node), -1 = along the edge both stand on. */
const arrival = (
  graph: RoadGraph,
  reach: Reach,
  start: Access,
  end: Access,
): { metres: number; by: number } => {
  const [back, ahead] = toEnds(graph, end)
  const [from, to] = [graph.from[end.edge] as number, graph.to[end.edge] as number]
  const ways = [
    { by: from, metres: (reach.metres[from] as number) + back },
    { by: to, metres: (reach.metres[to] as number) + ahead },
  ]
  if (start.edge === end.edge)
    ways.push({ by: -1, metres: Math.abs(end.along - start.along) * (graph.metres[end.edge] as number) })
  return ways.reduce((best, way) => (way.metres < best.metres ? way : best))
}

/** The nodes passed from the start to `node`, in order. */
const nodesTo = ({ from, to }: RoadGraph, { via }: Reach, node: number): number[] => {
  const passed = [node]
  for (let at = node, edge = via[at] as number; edge >= 0; edge = via[at] as number) {
    at = (from[edge] === at ? to[edge] : from[edge]) as number
    passed.push(at)
  }
  return passed.reverse()
}

/** @param graph null = there are no roads: every leg is straight */
export const legsBetween = (graph: RoadGraph | null, places: readonly LonLat[]): Legs => {
  const count = places.length
  const metres = new Float64Array(count * count)
  const access = graph === null ? [] : places.map((place) => accessTo(graph, place))
  const reaches = graph === null ? [] : access.map((start) => reachFrom(graph, start))
  const between = (a: number, b: number): { metres: number; by: number } | null => {
    const [start, end, reach] = [access[a], access[b], reaches[a]]
    if (graph === null || !start || !end || !reach) return null
    const straight = metresBetween(places[a] as LonLat, places[b] as LonLat)
    if (start.metres + end.metres > straight) return null
    const way = arrival(graph, reach, start, end)
    return Number.isFinite(way.metres) ? { metres: start.metres + way.metres + end.metres, by: way.by } : null
  }
  for (let a = 0; a < count; a++)
    for (let b = a + 1; b < count; b++) {
      const far = between(a, b)?.metres ?? metresBetween(places[a] as LonLat, places[b] as LonLat)
      metres[a * count + b] = far
      metres[b * count + a] = far
    }
  const leg = (a: number, b: number): Leg => {
    if (a > b) {
      const there = leg(b, a)
      return { ...there, way: there.way.reverse() }
    }
    const ends = [places[a], places[b]] as [LonLat, LonLat]
    const found = between(a, b)
    const far = metres[a * count + b] as number
    if (found === null || graph === null) return { metres: far, byRoad: false, way: ends }
    const passed =
      found.by < 0
        ? []
        : nodesTo(graph, reaches[a] as Reach, found.by).map(
            (node): LonLat => [graph.lon[node] as number, graph.lat[node] as number],
          )
    return {
      metres: far,
      byRoad: true,
      way: [ends[0], (access[a] as Access).at, ...passed, (access[b] as Access).at, ends[1]],
    }
  }
  return { count, metres, leg }
}
