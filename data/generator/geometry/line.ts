/** Polylines on the drawing board (metres). */
import type { Line, Point } from '../frame.ts'

export const distance = (a: Point, b: Point): number => Math.hypot(b[0] - a[0], b[1] - a[1])

export const between = (a: Point, b: Point, t: number): Point => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
]

/** The segments of a line, in order. */
export const segments = (line: Line): [Point, Point][] =>
  line.slice(1).map((end, i): [Point, Point] => [line[i] as Point, end])

export const lineLength = (line: Line): number =>
  segments(line).reduce((sum, [a, b]) => sum + distance(a, b), 0)

/** A smooth line through the control points (Catmull–Rom), a vertex about every `step` metres. */
export const smooth = (control: Line, step: number): Point[] => {
  const at = (i: number) => control[Math.min(control.length - 1, Math.max(0, i))] as Point
  const out: Point[] = [at(0)]
  for (let i = 0; i < control.length - 1; i++) {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)]
    const pieces = Math.max(1, Math.round(distance(p1, p2) / step))
    for (let k = 1; k <= pieces; k++) {
      const t = k / pieces
      const curve = (c: 0 | 1) =>
        0.5 *
        (2 * p1[c] +
          (p2[c] - p0[c]) * t +
          (2 * p0[c] - 5 * p1[c] + 4 * p2[c] - p3[c]) * t * t +
          (3 * p1[c] - p0[c] - 3 * p2[c] + p3[c]) * t * t * t)
      out.push([curve(0), curve(1)])
    }
  }
  return out
}

export interface Foot {
  point: Point
  /** metres along the line */
  along: number
  /** metres off the line */
  off: number
}

/** The place on the line nearest to `point`. */
export const nearest = (line: Line, point: Point): Foot => {
  let best: Foot = { point: line[0] as Point, along: 0, off: Number.POSITIVE_INFINITY }
  let run = 0
  for (const [a, b] of segments(line)) {
    const length = distance(a, b)
    const t =
      length === 0 ? 0 : ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / length ** 2
    const foot = between(a, b, Math.min(1, Math.max(0, t)))
    const off = distance(foot, point)
    if (off < best.off) best = { point: foot, along: run + distance(a, foot), off }
    run += length
  }
  return best
}

/** The point `along` metres from the start, and the direction of travel there (unit vector). */
export const pointAt = (line: Line, along: number): { point: Point; direction: Point } => {
  let run = 0
  const all = segments(line)
  for (const [i, [a, b]] of all.entries()) {
    const length = distance(a, b)
    if (along <= run + length || i === all.length - 1) {
      const t = length === 0 ? 0 : Math.min(1, Math.max(0, (along - run) / length))
      return {
        point: between(a, b, t),
        direction: length === 0 ? [1, 0] : [(b[0] - a[0]) / length, (b[1] - a[1]) / length],
      }
    }
    run += length
  }
  throw new Error('pointAt: a line needs two points')
}

/** The piece from `from` to `to` metres along; reversed when `from` > `to`. */
export const piece = (line: Line, from: number, to: number): Point[] => {
  const [low, high] = from <= to ? [from, to] : [to, from]
  const out: Point[] = [pointAt(line, low).point]
  let run = 0
  for (const [a, b] of segments(line)) {
    run += distance(a, b)
    if (run > low + 0.01 && run < high - 0.01) out.push(b)
  }
  out.push(pointAt(line, high).point)
  return from <= to ? out : out.reverse()
}

/** Where two segments cross (ends included), or null. */
export const segmentCrossing = (
  [a, b]: readonly [Point, Point],
  [c, d]: readonly [Point, Point],
): Point | null => {
  const r: Point = [b[0] - a[0], b[1] - a[1]]
  const s: Point = [d[0] - c[0], d[1] - c[1]]
  const cross = r[0] * s[1] - r[1] * s[0]
  if (Math.abs(cross) < 1e-9) return null
  const t = ((c[0] - a[0]) * s[1] - (c[1] - a[1]) * s[0]) / cross
  const u = ((c[0] - a[0]) * r[1] - (c[1] - a[1]) * r[0]) / cross
  if (t < -1e-9 || t > 1 + 1e-9 || u < -1e-9 || u > 1 + 1e-9) return null
  return between(a, b, t)
}

/** Every crossing of two lines, in order along the first. */
export const crossings = (first: Line, second: Line): Point[] => {
  const out: Point[] = []
  for (const one of segments(first))
    for (const other of segments(second)) {
      const point = segmentCrossing(one, other)
      if (point && !out.some((seen) => distance(seen, point) < 0.5)) out.push(point)
    }
  return out
}

/** The line moved `offset` metres to its left (negative: right), vertex by vertex. */
export const shifted = (line: Line, offset: (index: number) => number): Point[] =>
  line.map((point, i) => {
    const before = line[Math.max(0, i - 1)] as Point
    const after = line[Math.min(line.length - 1, i + 1)] as Point
    const length = distance(before, after) || 1
    const by = offset(i)
    return [
      point[0] - ((after[1] - before[1]) / length) * by,
      point[1] + ((after[0] - before[0]) / length) * by,
    ]
  })

/** Drops vertices that lie within `tolerance` metres of the chord (Douglas–Peucker). */
export const simplified = (line: Line, tolerance: number): Point[] => {
  const first = line[0] as Point
  const last = line[line.length - 1] as Point
  let worst = 0
  let at = 0
  for (let i = 1; i < line.length - 1; i++) {
    const { off } = nearest([first, last], line[i] as Point)
    if (off > worst) {
      worst = off
      at = i
    }
  }
  if (worst <= tolerance) return [first, last]
  return [
    ...simplified(line.slice(0, at + 1), tolerance).slice(0, -1),
    ...simplified(line.slice(at), tolerance),
  ]
}
