/** The faces a set of crossing lines cuts the plane into. */
import type { Line, Point } from '../frame.ts'
import { distance, nearest, piece, segmentCrossing, segments } from './line.ts'
import { boxOf } from './ring.ts'
import { type Arc, type Face, facesOf } from './topology.ts'

/** Points closer than this are one node, metres. */
const SNAP = 0.5

const touch = (a: Line, b: Line): boolean => {
  const p = boxOf(a)
  const q = boxOf(b)
  return p.west <= q.east && q.west <= p.east && p.south <= q.north && q.south <= p.north
}

/** Metres along each line at which another meets it, its own ends included. */
const cutsOf = (lines: readonly Line[]): number[][] => {
  const cuts = lines.map(() => [] as number[])
  for (const [i, first] of lines.entries())
    for (let j = i + 1; j < lines.length; j++) {
      const second = lines[j] as Line
      if (!touch(first, second)) continue
      for (const one of segments(first))
        for (const other of segments(second)) {
          const point = touch(one, other) ? segmentCrossing(one, other) : null
          if (!point) continue
          cuts[i]?.push(nearest(first, point).along)
          cuts[j]?.push(nearest(second, point).along)
        }
    }
  return cuts
}

/** Arcs of which neither end is loose: dead ends enclose nothing. */
const withoutDeadEnds = (arcs: readonly Arc[]): Arc[] => {
  const degree = new Map<string, number>()
  for (const arc of arcs) for (const node of [arc.from, arc.to]) degree.set(node, (degree.get(node) ?? 0) + 1)
  const kept = arcs.filter((arc) => (degree.get(arc.from) ?? 0) > 1 && (degree.get(arc.to) ?? 0) > 1)
  return kept.length === arcs.length ? kept : withoutDeadEnds(kept)
}

/** Bounded faces of the lines, which are cut wherever they cross or touch. */
export const arrangement = (lines: readonly Line[]): Face[] => {
  const places: Point[] = []
  const nodeAt = (point: Point): string => {
    const known = places.findIndex((place) => distance(place, point) < SNAP)
    if (known >= 0) return String(known)
    places.push(point)
    return String(places.length - 1)
  }
  const cuts = cutsOf(lines)
  const arcs: Arc[] = []
  for (const [i, line] of lines.entries()) {
    const length = segments(line).reduce((sum, [a, b]) => sum + distance(a, b), 0)
    const stops = [0, ...(cuts[i] ?? []), length].sort((a, b) => a - b)
    const apart = stops.filter((stop, k) => k === 0 || stop - (stops[k - 1] as number) > SNAP)
    for (let k = 1; k < apart.length; k++) {
      const run = piece(line, apart[k - 1] as number, apart[k] as number)
      const from = nodeAt(run[0] as Point)
      const to = nodeAt(run[run.length - 1] as Point)
      const ends = [places[Number(from)] as Point, places[Number(to)] as Point] as const
      if (from !== to) arcs.push({ from, to, along: null, line: [ends[0], ...run.slice(1, -1), ends[1]] })
    }
  }
  return facesOf(withoutDeadEnds(arcs))
}
