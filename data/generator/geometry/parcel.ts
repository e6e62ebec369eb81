/** Cutting land into parcels: a ring in two, again and again, and drawing back from the edges. */
import type { Line, Point } from '../frame.ts'
import type { Random } from '../random.ts'
import { between, distance, segmentCrossing, segments, simplified } from './line.ts'
import { centroid, contains, signedArea } from './ring.ts'

interface Axes {
  /** Unit vector of the long side. */
  long: Point
  /** Metres. */
  length: number
  breadth: number
}

/** Long and short side of the smallest upright box, tried along every edge. */
const axesOf = (ring: Line): Axes => {
  let best: Axes = { long: [1, 0], length: 0, breadth: 0 }
  let least = Number.POSITIVE_INFINITY
  for (const [a, b] of segments([...ring, ring[0] as Point])) {
    const length = distance(a, b)
    if (length < 15) continue
    const u: Point = [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
    const along = ring.map((p) => p[0] * u[0] + p[1] * u[1])
    const across = ring.map((p) => p[1] * u[0] - p[0] * u[1])
    const size = [Math.max(...along) - Math.min(...along), Math.max(...across) - Math.min(...across)] as const
    if (size[0] * size[1] >= least) continue
    least = size[0] * size[1]
    best =
      size[0] >= size[1]
        ? { long: u, length: size[0], breadth: size[1] }
        : { long: [-u[1], u[0]], length: size[1], breadth: size[0] }
  }
  return best
}

export interface Cut {
  halves: [Point[], Point[]]
  /** The line between them. */
  chord: [Point, Point]
}

/** Cuts the ring by the one chord through `anchor` in `direction`; null when the chord finds no two sides. */
const cutThrough = (ring: Line, anchor: Point, direction: Point): Cut | null => {
  const far = 20_000
  const ray: [Point, Point] = [
    [anchor[0] - direction[0] * far, anchor[1] - direction[1] * far],
    [anchor[0] + direction[0] * far, anchor[1] + direction[1] * far],
  ]
  const hits = segments([...ring, ring[0] as Point]).flatMap((side, edge) => {
    const point = segmentCrossing(side, ray)
    if (!point) return []
    return [
      { edge, point, at: (point[0] - anchor[0]) * direction[0] + (point[1] - anchor[1]) * direction[1] },
    ]
  })
  const before = hits.filter((hit) => hit.at < 0).sort((p, q) => q.at - p.at)[0]
  const after = hits.filter((hit) => hit.at > 0).sort((p, q) => p.at - q.at)[0]
  if (!before || !after || before.edge === after.edge) return null
  const [first, second] = before.edge < after.edge ? [before, after] : [after, before]
  return {
    halves: [
      [first.point, ...ring.slice(first.edge + 1, second.edge + 1), second.point],
      [second.point, ...ring.slice(second.edge + 1), ...ring.slice(0, first.edge + 1), first.point],
    ],
    chord: [before.point, after.point],
  }
}

export interface Parcels {
  pieces: Point[][]
  /** The cuts, coarsest first, with the area (m²) of what they cut. */
  cuts: { line: [Point, Point]; of: number }[]
}

/** Cuts the ring across its long side until each piece is about `size` square metres (which may depend on the place). */
export const parcels = (ring: Line, size: (middle: Point) => number, random: Random): Parcels => {
  const out: Parcels = { pieces: [], cuts: [] }
  const queue: { ring: Line; fails: number }[] = [{ ring, fails: 0 }]
  for (let job = queue.shift(); job; job = queue.shift()) {
    const area = Math.abs(signedArea(job.ring))
    const { long, length, breadth } = axesOf(job.ring)
    const middle = centroid(job.ring)
    const enough = size(middle) * random.between(0.75, 1.5)
    if (area < enough || length < 45 || job.fails > 2) {
      out.pieces.push([...job.ring])
      continue
    }
    const across: Point = [-long[1], long[0]]
    const slip = random.between(-0.16, 0.16) * length
    const anchor: Point = [middle[0] + long[0] * slip, middle[1] + long[1] * slip]
    // a nearly square piece may be cut either way
    const cut = contains(job.ring, anchor)
      ? cutThrough(job.ring, anchor, breadth > length * 0.85 && random.chance(0.5) ? long : across)
      : null
    if (!cut || cut.halves.some((half) => Math.abs(signedArea(half)) < area * 0.15)) {
      queue.push({ ring: job.ring, fails: job.fails + 1 })
      continue
    }
    out.cuts.push({ line: cut.chord, of: area })
    queue.push({ ring: cut.halves[0], fails: 0 }, { ring: cut.halves[1], fails: 0 })
  }
  return out
}

const crossesItself = (ring: Line): boolean => {
  const sides = segments([...ring, ring[0] as Point])
  return sides.some((one, i) =>
    sides.some(
      (other, j) => j > i + 1 && !(i === 0 && j === sides.length - 1) && segmentCrossing(one, other) !== null,
    ),
  )
}

/**
 * The ring drawn in by `by` metres on every side; null when nothing sound is left.
 * @param ring counter-clockwise
 */
export const inset = (ring: Line, by: number): Point[] | null => {
  const open = simplified([...ring, ring[0] as Point], 1.5).slice(0, -1)
  const n = open.length
  if (n < 3) return null
  const sides = open.map((a, i): [Point, Point] => {
    const b = open[(i + 1) % n] as Point
    const length = distance(a, b) || 1
    const off: Point = [(-(b[1] - a[1]) / length) * by, ((b[0] - a[0]) / length) * by]
    return [
      [a[0] + off[0], a[1] + off[1]],
      [b[0] + off[0], b[1] + off[1]],
    ]
  })
  const out = sides.map(([c, d], i): Point => {
    const [a, b] = sides[(i + n - 1) % n] as [Point, Point]
    const r: Point = [b[0] - a[0], b[1] - a[1]]
    const s: Point = [d[0] - c[0], d[1] - c[1]]
    const cross = r[0] * s[1] - r[1] * s[0]
    const middle = between(b, c, 0.5)
    if (Math.abs(cross) < 0.05 * Math.hypot(...r) * Math.hypot(...s)) return middle
    const t = ((c[0] - a[0]) * s[1] - (c[1] - a[1]) * s[0]) / cross
    const met: Point = [a[0] + r[0] * t, a[1] + r[1] * t]
    return distance(met, middle) > by * 4 ? middle : met
  })
  const area = signedArea(out)
  return area < Math.max(150, signedArea(open) * 0.25) || crossesItself(out) ? null : out
}
