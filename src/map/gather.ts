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

/**
 * @param members indices into the columns; those without a place are left out
 * @param zoom the map's zoom (512-pixel world tiles)
 * @param cell size of a cell in pixels
 */
export const gather = (
  members: readonly number[],
  lon: Float64Array,
  lat: Float64Array,
  overdue: ArrayLike<number>,
  zoom: number,
  cell: number,
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
  return [...cells.values()]
}
