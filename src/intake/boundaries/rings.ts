/**
 * The rings of one polygon as they arrive, made into what every reader of polygons agrees on: no repeated points, no
 * spikes, no crossing, holes inside their shell, the shell counter-clockwise and its holes clockwise (RFC 7946). Of a
 * valid polygon not a digit is changed.
 */
import { area as areaOf, featureCollection, polygon as polygonOf, union } from '@turf/turf'
import Flatbush from 'flatbush'
import type { Position } from 'geojson'
import { MOST_CROSSINGS, MOST_EDGE_PAIRS, MOST_VERTICES_MENDED } from '../limits.ts'

type Rings = Position[][]

/** Why a geometry cannot be used: the end of a plain Chinese sentence. */
export class RingFault extends Error {}

/** Square metres: what a mending changes by less was no fault. */
const TRIVIAL = 0.01

const isSame = (a: Position | undefined, b: Position | undefined) => a?.[0] === b?.[0] && a?.[1] === b?.[1]

/** Twice the area of the triangle, positive where c lies to the left of a → b. */
const turn = (ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)

/** Whether the way a → b → c goes straight back at b. */
const isSpike = (a: Position, b: Position, c: Position): boolean => {
  const abx = (b[0] as number) - (a[0] as number)
  const aby = (b[1] as number) - (a[1] as number)
  const bcx = (c[0] as number) - (b[0] as number)
  const bcy = (c[1] as number) - (b[1] as number)
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

/** Twice the signed area, in square degrees: positive where it is counter-clockwise. */
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

/** The edges of rings as flat columns. */
interface Edges {
  count: number
  /** x1 y1 x2 y2 in degrees */
  at: Float64Array
  /** index of its ring, and its place within the ring */
  ring: Int32Array
  place: Int32Array
  tree: Flatbush
}

const edgesOf = (rings: Rings): Edges => {
  const count = rings.reduce((sum, ring) => sum + ring.length - 1, 0)
  const at = new Float64Array(4 * count)
  const [ringOf, place] = [new Int32Array(count), new Int32Array(count)]
  const tree = new Flatbush(count)
  let k = 0
  rings.forEach((ring, r) => {
    for (let i = 1; i < ring.length; i++, k++) {
      const [x1, y1] = ring[i - 1] as [number, number]
      const [x2, y2] = ring[i] as [number, number]
      at[4 * k] = x1
      at[4 * k + 1] = y1
      at[4 * k + 2] = x2
      at[4 * k + 3] = y2
      ringOf[k] = r
      place[k] = i - 1
      tree.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2))
    }
  })
  tree.finish()
  return { count, at, ring: ringOf, place, tree }
}

/** Where two edges that are not neighbours cross or touch. */
interface Meetings {
  /** a place where they cross, else one where they touch; null where none do */
  first: Position | null
  /** crossings met; more than `MOST_CROSSINGS` are not looked for */
  crossings: number
}

const TOO_DENSE = '边界的线段互相交叠太密，没有读入，请先在 GIS 软件里修复或简化'

/** Throws Fault where more edges lie over each other than can be looked into. */
const meetingsOf = (rings: Rings, { count, at, ring, place, tree }: Edges): Meetings => {
  let touch: Position | null = null
  let cross: Position | null = null
  let crossings = 0
  let looked = 0
  for (let i = 0; i < count && crossings <= MOST_CROSSINGS; i++) {
    const ax = at[4 * i] as number
    const ay = at[4 * i + 1] as number
    const bx = at[4 * i + 2] as number
    const by = at[4 * i + 3] as number
    const near = tree.search(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by), (j) => {
      looked++
      return j > i
    })
    if (looked > MOST_EDGE_PAIRS) throw new RingFault(TOO_DENSE)
    for (const j of near) {
      const apart = (place[j] as number) - (place[i] as number)
      const r = ring[i] as number
      if (r === ring[j] && (apart === 1 || apart === (rings[r] as Position[]).length - 2)) continue
      const cx = at[4 * j] as number
      const cy = at[4 * j + 1] as number
      const dx = at[4 * j + 2] as number
      const dy = at[4 * j + 3] as number
      const ofC = turn(ax, ay, bx, by, cx, cy)
      const ofD = turn(ax, ay, bx, by, dx, dy)
      const ofA = turn(cx, cy, dx, dy, ax, ay)
      const ofB = turn(cx, cy, dx, dy, bx, by)
      if (ofC * ofD > 0 || ofA * ofB > 0) continue
      if (ofC * ofD < 0 && ofA * ofB < 0) {
        crossings++
        const t = ofC / (ofC - ofD)
        cross ??= [cx + t * (dx - cx), cy + t * (dy - cy)]
      } else touch ??= ofC === 0 ? [cx, cy] : ofD === 0 ? [dx, dy] : ofA === 0 ? [ax, ay] : [bx, by]
    }
  }
  return { first: cross ?? touch, crossings }
}

/** Whether a hole, none meeting another ring, lies outside its shell or inside another hole. Throws as `meetingsOf`. */
const hasStrayHole = (rings: Rings, { at, ring, tree }: Edges): boolean => {
  let looked = 0
  return rings.some((hole, own) => {
    if (own === 0) return false
    const [x, y] = hole[0] as [number, number]
    /** Rings that a ray to the east crosses an odd number of times. */
    const odd = new Set<number>()
    tree.search(x, y, Infinity, y, (j) => {
      looked++
      const other = ring[j] as number
      const y1 = at[4 * j + 1] as number
      const y2 = at[4 * j + 3] as number
      if (other === own || y1 > y === y2 > y) return false
      const x1 = at[4 * j] as number
      const x2 = at[4 * j + 2] as number
      if (x1 + ((y - y1) / (y2 - y1)) * (x2 - x1) <= x) return false
      if (!odd.delete(other)) odd.add(other)
      return false
    })
    if (looked > MOST_EDGE_PAIRS) throw new RingFault(TOO_DENSE)
    return !odd.has(0) || odd.size > 1
  })
}

const areaOfRings = (rings: Rings): number => areaOf(polygonOf(rings))

const areaOfAll = (polygons: readonly Rings[]): number =>
  polygons.reduce((sum, rings) => sum + areaOfRings(rings), 0)

/** The land that the shell goes round, whichever way, less the holes; null where the library fails on the geometry. */
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
 * closed rings stands for. `mended` is told, in plain Chinese, what had to be done, and where. Throws Fault where that
 * cannot be told in a second.
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
  const edges = edgesOf(rings)
  const { first: meeting, crossings } = meetingsOf(rings, edges)
  if (meeting !== null || hasStrayHole(rings, edges)) {
    if (crossings > MOST_CROSSINGS)
      throw new RingFault(`边界${where(meeting)}等 ${MOST_CROSSINGS} 处以上，请先在 GIS 软件里修复`)
    if (edges.count > MOST_VERTICES_MENDED)
      throw new RingFault(
        `边界${where(meeting)}，而且有 ${edges.count} 个点，超过能自动修好的 ${MOST_VERTICES_MENDED} 个，请先在 GIS 软件里修复`,
      )
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
