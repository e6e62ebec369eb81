/**
 * The district cut into square cells, so that how much of it has been looked at can be counted. A cell is where its
 * centre is; metres are local ones, true to a thousandth over a district.
 */
import type { FeatureCollection, Position } from 'geojson'
import { boxOf, isPath, isSurface, linesOf, nearestAlong, polygonsOf, ringsOf } from '../../model/geometry.ts'
import type { Area, Path, Surface } from '../../model/records.ts'
import { METRES_PER_DEGREE, metresPerLon } from '../earth.ts'

/** Side of a cell in metres, where the district is not so large that it would have more than MOST of them. */
const CELL = 10
const MOST = 1_500_000

/** Cells stand row by row from the south-western corner. */
export interface Grid {
  /** side of a cell, metres */
  cell: number
  columns: number
  rows: number
  /** degrees */
  west: number
  south: number
  /** degrees of a cell */
  wide: number
  high: number
}

export interface LandRaster {
  grid: Grid
  /** area (index) of each cell, -1 outside all; where areas overlap the one of the lowest code */
  area: Int32Array
  /** 1 = to be looked at */
  counted: Uint8Array
  /** the basemap names no built-up land: all of every area is to be looked at */
  whole: boolean
}

const gridOver = (areas: readonly Area[]): Grid => {
  const { west, south, east, north } = boxOf(areas.flatMap(({ geometry }) => ringsOf(geometry).flat()))
  const perLon = metresPerLon((south + north) / 2)
  const [width, height] = [(east - west) * perLon, (north - south) * METRES_PER_DEGREE]
  const cell = Math.max(CELL, Math.ceil(Math.sqrt((width * height) / MOST)))
  return {
    cell,
    columns: Math.max(1, Math.ceil(width / cell)),
    rows: Math.max(1, Math.ceil(height / cell)),
    west,
    south,
    wide: cell / perLon,
    high: cell / METRES_PER_DEGREE,
  }
}

/** Calls for every cell whose centre is inside the polygon; once for each part of a MultiPolygon that holds it. */
const eachInside = (grid: Grid, surface: Surface, visit: (at: number) => void): void => {
  for (const rings of polygonsOf(surface)) {
    // In units of cells, with centres at whole numbers.
    const edges: [number, number, number, number][] = []
    let [bottom, top] = [Infinity, -Infinity]
    for (const ring of rings) {
      const at = ring.map(([x = 0, y = 0]) => toCells(grid, x, y))
      for (let i = 1; i < at.length; i++) {
        const [[x0, y0], [x1, y1]] = [at[i - 1] as [number, number], at[i] as [number, number]]
        edges.push([x0, y0, x1, y1])
        bottom = Math.min(bottom, y0, y1)
        top = Math.max(top, y0, y1)
      }
    }
    const last = Math.min(grid.rows - 1, Math.floor(top))
    for (let row = Math.max(0, Math.ceil(bottom)); row <= last; row++) {
      const crossings: number[] = []
      for (const [x0, y0, x1, y1] of edges)
        if (y0 <= row !== y1 <= row) crossings.push(x0 + ((row - y0) / (y1 - y0)) * (x1 - x0))
      crossings.sort((a, b) => a - b)
      for (let k = 1; k < crossings.length; k += 2) {
        const to = Math.min(grid.columns - 1, Math.ceil(crossings[k] as number) - 1)
        for (let column = Math.max(0, Math.ceil(crossings[k - 1] as number)); column <= to; column++)
          visit(row * grid.columns + column)
      }
    }
  }
}

/** Column and row of a place, fractions kept; the centre of a cell is at whole numbers. */
const toCells = (grid: Grid, lon: number, lat: number): [number, number] => [
  (lon - grid.west) / grid.wide - 0.5,
  (lat - grid.south) / grid.high - 0.5,
]

/** Degrees of a column and row; whole numbers are centres of cells. */
export const toDegrees = (grid: Grid, column: number, row: number): [lon: number, lat: number] => [
  grid.west + (column + 0.5) * grid.wide,
  grid.south + (row + 0.5) * grid.high,
]

/** @param areas at least one @param basemap its features of class `builtup` are the land that counts */
export const landRasterOf = (areas: readonly Area[], basemap: FeatureCollection | null): LandRaster => {
  const grid = gridOver(areas)
  const area = new Int32Array(grid.columns * grid.rows).fill(-1)
  const byCode = areas
    .map((_, i) => i)
    .sort((a, b) => ((areas[a] as Area).code < (areas[b] as Area).code ? 1 : -1))
  for (const i of byCode)
    eachInside(grid, (areas[i] as Area).geometry, (at) => {
      area[at] = i
    })
  const builtup = (basemap?.features ?? []).flatMap(({ properties, geometry }) =>
    properties?.class === 'builtup' && geometry && isSurface(geometry) ? [geometry] : [],
  )
  const counted = new Uint8Array(area.length)
  for (const surface of builtup)
    eachInside(grid, surface, (at) => {
      if ((area[at] as number) >= 0) counted[at] = 1
    })
  if (builtup.length === 0)
    area.forEach((owner, at) => {
      if (owner >= 0) counted[at] = 1
    })
  return { grid, area, counted, whole: builtup.length === 0 }
}

/** Where somebody was: a point (degrees) or the line or polygon of the place. */
export type Seen = { lon: number; lat: number } | Path | Surface

/** 1 for every cell whose centre is at most `radius` metres from something seen. */
export const cellsWithin = (grid: Grid, seen: Iterable<Seen>, radius: number): Uint8Array => {
  const within = new Uint8Array(grid.columns * grid.rows)
  const reach = radius / grid.cell
  const limit = reach * reach
  const segment = ([x0, y0]: [number, number], [x1, y1]: [number, number]) => {
    const [top, right] = [
      Math.min(grid.rows - 1, Math.floor(Math.max(y0, y1) + reach)),
      Math.min(grid.columns - 1, Math.floor(Math.max(x0, x1) + reach)),
    ]
    const left = Math.max(0, Math.ceil(Math.min(x0, x1) - reach))
    for (let row = Math.max(0, Math.ceil(Math.min(y0, y1) - reach)); row <= top; row++)
      for (let column = left; column <= right; column++) {
        const t = nearestAlong(column, row, x0, y0, x1, y1)
        const [ex, ey] = [column - x0 - t * (x1 - x0), row - y0 - t * (y1 - y0)]
        if (ex * ex + ey * ey <= limit) within[row * grid.columns + column] = 1
      }
  }
  const line = (positions: readonly Position[]) => {
    const at = positions.map(([x = 0, y = 0]) => toCells(grid, x, y))
    at.forEach((to, i) => {
      if (i > 0) segment(at[i - 1] as [number, number], to)
    })
  }
  for (const place of seen) {
    if ('lon' in place) {
      const at = toCells(grid, place.lon, place.lat)
      segment(at, at)
    } else if (isPath(place)) linesOf(place).forEach(line)
    else {
      ringsOf(place).forEach(line)
      eachInside(grid, place, (at) => {
        within[at] = 1
      })
    }
  }
  return within
}
