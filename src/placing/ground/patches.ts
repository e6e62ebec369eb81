/** Connected cells of a grid as polygons that can be looked at: traced along their edges, straightened, rounded. */
import { simplify, polygon as toPolygon } from '@turf/turf'
import type { Polygon, Position } from 'geojson'
import { type Grid, toDegrees } from './raster.ts'

/** Holes of fewer cells are not drawn. */
const LEAST_HOLE = 6

/** Patch (number from 0) of each cell, -1 none: cells that share a side and a value of `kindAt`; -1 belongs to none. */
export const patchesOf = (
  grid: Grid,
  kindAt: (at: number) => number,
): { patch: Int32Array; cells: number[][] } => {
  const { columns, rows } = grid
  const patch = new Int32Array(columns * rows).fill(-1)
  const cells: number[][] = []
  for (let from = 0; from < patch.length; from++) {
    const kind = kindAt(from)
    if (kind < 0 || (patch[from] as number) >= 0) continue
    const own = [from]
    patch[from] = cells.length
    // The list grows while it is walked.
    for (const at of own) {
      const column = at % columns
      for (const next of [
        column > 0 ? at - 1 : -1,
        column < columns - 1 ? at + 1 : -1,
        at - columns,
        at + columns < patch.length ? at + columns : -1,
      ])
        if (next >= 0 && (patch[next] as number) < 0 && kindAt(next) === kind) {
          patch[next] = cells.length
          own.push(next)
        }
    }
    cells.push(own)
  }
  return { patch, cells }
}

/** East, north, west, south: the way along an edge with the patch on the left. */
const STEPS = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const

/** Signed area in cells; positive = counter-clockwise. */
const areaOf = (ring: readonly Position[]): number => {
  let twice = 0
  for (let i = 1; i < ring.length; i++) {
    const [[x0 = 0, y0 = 0], [x1 = 0, y1 = 0]] = [ring[i - 1] as Position, ring[i] as Position]
    twice += x0 * y1 - x1 * y0
  }
  return twice / 2
}

/** Rings along the edges of a patch, in corners of cells (corner = south-western of column, row), the patch on the left. */
const ringsOf = (grid: Grid, cells: readonly number[], holds: (at: number) => boolean): Position[][] => {
  const { columns } = grid
  const across = columns + 1
  /** from a corner: bit d = an edge leaves in the direction d */
  const leaving = new Map<number, number>()
  const leave = (corner: number, direction: number) =>
    leaving.set(corner, (leaving.get(corner) ?? 0) | (1 << direction))
  for (const at of cells) {
    const column = at % columns
    const row = (at - column) / columns
    const corner = row * across + column
    if (!holds(at - columns)) leave(corner, 0)
    if (column === columns - 1 || !holds(at + 1)) leave(corner + 1, 1)
    if (!holds(at + columns)) leave(corner + across + 1, 2)
    if (column === 0 || !holds(at - 1)) leave(corner + across, 3)
  }
  const rings: Position[][] = []
  for (const [start] of leaving) {
    while ((leaving.get(start) ?? 0) !== 0) {
      const ring: Position[] = []
      let corner = start
      let direction = Math.log2((leaving.get(start) as number) & -(leaving.get(start) as number))
      do {
        const column = corner % across
        ring.push([column, (corner - column) / across])
        leaving.set(corner, (leaving.get(corner) as number) & ~(1 << direction))
        const [dx, dy] = STEPS[direction] as (typeof STEPS)[number]
        corner += dy * across + dx
        const open = leaving.get(corner) ?? 0
        // Where two cells meet in a corner only, the tighter turn keeps them apart.
        const turn = [1, 0, 3].find((by) => open & (1 << ((direction + by) % 4)))
        if (turn === undefined) break
        direction = (direction + turn) % 4
      } while (corner !== start || (leaving.get(corner) ?? 0) & (1 << direction))
      ring.push(ring[0] as Position)
      rings.push(ring)
    }
  }
  return rings
}

/** A staircase smoothed to a slope: the midpoints of its steps. */
const sloped = (ring: readonly Position[]): Position[] => {
  const middles = ring.slice(1).map(([x1 = 0, y1 = 0], i): Position => {
    const [x0 = 0, y0 = 0] = ring[i] as Position
    return [(x0 + x1) / 2, (y0 + y1) / 2]
  })
  return [...middles, middles[0] as Position]
}

/** Corners cut `by` cells from their tip, on short sides by a quarter of them: rounded, but no straight side is lost. */
const rounded = (ring: readonly Position[], by: number): Position[] => {
  const cut: Position[] = []
  ring.slice(1).forEach(([x1 = 0, y1 = 0], i) => {
    const [x0 = 0, y0 = 0] = ring[i] as Position
    const length = Math.hypot(x1 - x0, y1 - y0)
    const t = length === 0 ? 0 : Math.min(0.25, by / length)
    cut.push([x0 + t * (x1 - x0), y0 + t * (y1 - y0)], [x1 - t * (x1 - x0), y1 - t * (y1 - y0)])
  })
  return [...cut, cut[0] as Position]
}

/** The outline of a patch in degrees, with its holes. @param holds whether a cell is of the patch; false beyond the grid */
export const outlineOf = (grid: Grid, cells: readonly number[], holds: (at: number) => boolean): Polygon => {
  const rings = ringsOf(grid, cells, holds)
    .map((ring) => ({ ring, size: areaOf(ring) }))
    .filter(({ size }) => size > 0 || size <= -LEAST_HOLE)
    .sort((a, b) => b.size - a.size)
    .map(({ ring }) => sloped(ring))
  // turf's `simplify` is plane geometry: cells do as well as degrees.
  const { coordinates } = simplify(toPolygon(rings), { tolerance: 0.7, highQuality: true }).geometry
  return {
    type: 'Polygon',
    coordinates: coordinates.map((ring) =>
      rounded(rounded(ring, 1.2), 0.5).map(([x = 0, y = 0]) => toDegrees(grid, x - 0.5, y - 0.5)),
    ),
  }
}
