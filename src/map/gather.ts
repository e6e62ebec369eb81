/** Points gathered into counts: a grid in screen pixels, so that a count never touches its neighbour. */

export interface Gathered {
  lon: number
  lat: number
  /** points in it */
  count: number
  /** how many of them have something overdue */
  overdue: number
}

/** Web Mercator, 0–1 over the world. */
const mercatorY = (lat: number): number => {
  const sin = Math.sin((lat * Math.PI) / 180)
  return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)
}

const latitude = (y: number): number => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI

/** A label that counts must not cover: its middle in degrees, and half its width and height in pixels. */
export interface Obstacle {
  lon: number
  lat: number
  halfWidth: number
  halfHeight: number
}

/** Moves counts that would lie under a label to just above or below it, whichever is nearer. */
const clear = (groups: Gathered[], obstacles: readonly Obstacle[], world: number): void => {
  for (const group of groups) {
    const x = ((group.lon + 180) / 360) * world
    const y = mercatorY(group.lat) * world
    for (const label of obstacles) {
      const dx = x - ((label.lon + 180) / 360) * world
      const dy = y - mercatorY(label.lat) * world
      if (Math.abs(dx) > label.halfWidth || Math.abs(dy) > label.halfHeight) continue
      const shift = (dy >= 0 ? label.halfHeight : -label.halfHeight) - dy
      group.lat = latitude((y + shift) / world)
      break
    }
  }
}

/** Counts nearer than `reach` pixels become one, the larger keeping its place. */
const merge = (groups: readonly Gathered[], world: number, reach: number): Gathered[] => {
  const kept: (Gathered & { x: number; y: number })[] = []
  for (const group of [...groups].sort((a, b) => b.count - a.count)) {
    const x = ((group.lon + 180) / 360) * world
    const y = mercatorY(group.lat) * world
    const near = kept.find((other) => Math.hypot(other.x - x, other.y - y) < reach)
    if (near) {
      near.count += group.count
      near.overdue += group.overdue
    } else kept.push({ ...group, x, y })
  }
  return kept.map(({ lon, lat, count, overdue }) => ({ lon, lat, count, overdue }))
}

/**
 * @param members indices into the columns; those without a place are left out
 * @param zoom the map's zoom (512-pixel world tiles)
 * @param cell size of a cell in pixels
 * @param obstacles labels to keep off
 */
export const gather = (
  members: readonly number[],
  lon: Float64Array,
  lat: Float64Array,
  overdue: ArrayLike<number>,
  zoom: number,
  cell: number,
  obstacles: readonly Obstacle[] = [],
): Gathered[] => {
  const world = 512 * 2 ** zoom
  const cells = new Map<string, Gathered>()
  for (const i of members) {
    const [x, y] = [lon[i] as number, lat[i] as number]
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue
    const key = `${Math.floor((((x + 180) / 360) * world) / cell)} ${Math.floor((mercatorY(y) * world) / cell)}`
    const known = cells.get(key)
    const late = (overdue[i] as number) > 0 ? 1 : 0
    if (known) {
      // A running mean keeps the mark where its members are.
      known.count++
      known.lon += (x - known.lon) / known.count
      known.lat += (y - known.lat) / known.count
      known.overdue += late
    } else cells.set(key, { lon: x, lat: y, count: 1, overdue: late })
  }
  const groups = [...cells.values()]
  clear(groups, obstacles, world)
  return merge(groups, world, cell * 0.42)
}
