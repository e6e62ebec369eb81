/**
 * The rings of one polygon as they arrive, made into what every reader of polygons agrees on: no point twice running, no
 * spikes, no crossing, holes inside their shell, the shell wound to the left and its holes to the right (RFC 7946). Of a
 * valid polygon not a digit is changed.
 */
import {
  area as areaOf,
  booleanPointInPolygon,
  featureCollection,
  polygon as polygonOf,
  union,
} from '@turf/turf'
import Flatbush from 'flatbush'
import type { Position } from 'geojson'

type Rings = Position[][]

/** Square metres: what a mending changes by less was no fault. */
const TRIVIAL = 0.01

const isSame = (a: Position | undefined, b: Position | undefined) => a?.[0] === b?.[0] && a?.[1] === b?.[1]

/** Twice the area of the triangle, positive where c lies to the left of a → b. */
const turn = ([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position): number =>
  ((bx as number) - (ax as number)) * ((cy as number) - (ay as number)) -
  ((by as number) - (ay as number)) * ((cx as number) - (ax as number))

/** Whether the way a → b → c goes straight back at b. */
const isSpike = (a: Position, b: Position, c: Position): boolean => {
  const [abx, aby] = [(b[0] as number) - (a[0] as number), (b[1] as number) - (a[1] as number)]
  const [bcx, bcy] = [(c[0] as number) - (b[0] as number), (c[1] as number) - (b[1] as number)]
  const across = Math.abs(abx * bcy - aby * bcx)
  return abx * bcx + aby * bcy < 0 && across <= 1e-12 * Math.hypot(abx, aby) * Math.hypot(bcx, bcy)
}

/** Without its last point, which repeats the first. */
const openOf = (ring: Position[]): Position[] => ring.slice(0, -1)
const closed = (ring: Position[]): Position[] => [...ring, [...(ring[0] as Position)]]

const withoutRepeats = (ring: Position[]): Position[] =>
  ring.filter((p, i) => i === 0 || !isSame(p, ring[i - 1]))

/** Without the points at which it only goes back; empty where nothing else is left. */
export const withoutSpikes = (ring: Position[]): Position[] => {
  const left = openOf(ring)
  // One taken off may lay bare the next: the look goes back a step each time.
  let i = 0
  let settled = 0
  while (left.length >= 3 && settled < left.length) {
    const n = left.length
    const [before, at, after] = [left[(i + n - 1) % n], left[i % n], left[(i + 1) % n]] as Position[]
    if (isSame(before, at) || isSpike(before as Position, at as Position, after as Position)) {
      left.splice(i % n, 1)
      i = (i % n) + left.length - 1
      settled = 0
    } else {
      i = (i + 1) % n
      settled++
    }
  }
  return left.length < 3 ? [] : closed(left)
}

const hasSpikes = (ring: Position[]): boolean => {
  const open = openOf(ring)
  const n = open.length
  return open.some((at, i) => isSpike(open[(i + n - 1) % n] as Position, at, open[(i + 1) % n] as Position))
}

/** Twice the signed area, in square degrees: positive where it is wound to the left. */
const winding = (ring: Position[]): number => {
  const [x0, y0] = ring[0] as [number, number]
  let sum = 0
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] as [number, number]
    const [bx, by] = ring[i] as [number, number]
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
  }
  return sum
}

const wound = (rings: Rings): Rings =>
  rings.map((ring, i) => (winding(ring) < 0 === (i === 0) ? [...ring].reverse() : ring))

/** Where two edges that are not neighbours cross or touch; null where none do. */
const firstMeeting = (rings: Rings): Position | null => {
  const edges: { a: Position; b: Position; ring: number; at: number; of: number }[] = []
  rings.forEach((ring, r) => {
    for (let i = 1; i < ring.length; i++)
      edges.push({
        a: ring[i - 1] as Position,
        b: ring[i] as Position,
        ring: r,
        at: i - 1,
        of: ring.length - 1,
      })
  })
  const tree = new Flatbush(edges.length)
  const boxes = edges.map(({ a, b }) => {
    const [ax, ay] = a as [number, number]
    const [bx, by] = b as [number, number]
    return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)] as const
  })
  for (const box of boxes) tree.add(...box)
  tree.finish()
  let touch: Position | null = null
  for (let i = 0; i < edges.length; i++) {
    const e = edges[i] as (typeof edges)[0]
    for (const j of tree.search(...(boxes[i] as (typeof boxes)[0]))) {
      if (j <= i) continue
      const f = edges[j] as (typeof edges)[0]
      const apart = f.at - e.at
      if (e.ring === f.ring && (apart === 1 || apart === e.of - 1)) continue
      const [c, d] = [turn(e.a, e.b, f.a), turn(e.a, e.b, f.b)]
      const [a, b] = [turn(f.a, f.b, e.a), turn(f.a, f.b, e.b)]
      if (c * d > 0 || a * b > 0) continue
      if (c * d < 0 && a * b < 0) {
        const t = c / (c - d)
        return f.a.map((v, k) => v + t * ((f.b[k] as number) - v))
      }
      touch ??= c === 0 ? f.a : d === 0 ? f.b : a === 0 ? e.a : e.b
    }
  }
  return touch
}

/** Whether a hole, none meeting another ring, lies outside its shell or inside another hole. */
const hasStrayHole = ([shell, ...holes]: Rings): boolean =>
  holes.some((hole, i) => {
    const at = hole[0] as Position
    const holds = (ring: Position[]) => booleanPointInPolygon(at, polygonOf([ring]))
    return !holds(shell as Position[]) || holes.some((other, j) => j !== i && holds(other))
  })

const areaOfRings = (rings: Rings): number => areaOf(polygonOf(rings))

const areaOfAll = (polygons: readonly Rings[]): number =>
  polygons.reduce((sum, rings) => sum + areaOfRings(rings), 0)

/** The land that the shell goes round, whichever way, less the holes; null where the geometry defeats the library. */
const rebuilt = (rings: Rings): Rings[] | null => {
  try {
    const same = polygonOf(rings)
    const made = union(featureCollection([same, same]))?.geometry
    if (made === undefined) return null
    const parts = made.type === 'Polygon' ? [made.coordinates] : made.coordinates
    return parts.filter((part) => areaOfRings(part) >= TRIVIAL)
  } catch {
    return null
  }
}

const where = (meeting: Position | null): string =>
  meeting === null
    ? '的洞不在边界之内，或与别的洞重叠'
    : `在 ${meeting.map((v) => v.toFixed(6)).join(', ')} 处自相交`

/**
 * The polygons (one, as a rule; several where one crosses itself; none where nothing holds any land) that a polygon of
 * closed rings stands for. `mended` is told, in plain Chinese, what had to be done, and where.
 */
export const mendPolygon = (given: Rings, mended: (what: string) => void): Rings[] => {
  let rings = given
  if (rings.some((ring) => ring.some((p, i) => i > 0 && isSame(p, ring[i - 1])))) {
    mended('边界有连续重复的点，已略去')
    rings = rings.map(withoutRepeats)
  }
  if (rings.some(hasSpikes)) {
    mended('边界有折返的尖刺，已略去')
    const [shell, ...holes] = rings.map(withoutSpikes)
    if (shell === undefined || shell.length === 0) return []
    rings = [shell, ...holes.filter((hole) => hole.length > 0)]
  }
  const meeting = firstMeeting(rings)
  if (meeting !== null || hasStrayHole(rings)) {
    const polygons = rebuilt(rings)
    const before = areaOfRings(rings)
    if (polygons === null) mended(`边界${where(meeting)}，没能自动修好，请核对`)
    else if (Math.abs(areaOfAll(polygons) - before) >= Math.max(TRIVIAL, before * 1e-9)) {
      mended(`边界${where(meeting)}，已按实际范围重新整理`)
      return polygons.map(wound)
    }
  }
  const turned = wound(rings)
  if (turned.some((ring, i) => ring !== rings[i])) mended('边界的环绕方向相反，已改正')
  return [turned]
}
