/**
 * Which 居委会 a point is in. One idea: a grid whose cells know whether they lie wholly inside one area, wholly outside
 * all, or are crossed by a boundary; only points in crossed cells pay for turf's exact test. The answer is always the
 * one turf's `booleanPointInPolygon` (boundary included) gives for every area.
 */
import { booleanPointInPolygon } from '@turf/turf'
import Flatbush from 'flatbush'
import type { Position } from 'geojson'
import { boxOf, nearestAlong, ringsOf } from '../model/geometry.ts'
import type { Area } from '../model/records.ts'
import { METRES_PER_DEGREE, metresPerLon } from './earth.ts'

/** Two distances closer than this (m) are a tie: coordinates are written to a millimetre at best. */
const TIE = 1e-3

const CROSSED = -2
const OUTSIDE = -1

/** Edges of the areas' rings as flat columns: x1 y1 x2 y2 in degrees, and the area (index) each belongs to. */
export interface Edges {
  at: Float64Array
  area: Int32Array
  tree: Flatbush
}

export interface AreaIndex {
  areas: readonly Area[]
  edges: Edges
  /** Areas (indices) holding the point, boundary included, by code as text. */
  areasAt: (lon: number, lat: number) => number[]
  /** The nearest area within `tolerance` metres of a point outside all, ties by lowest code. */
  nearest: (lon: number, lat: number, tolerance: number) => { area: number; metres: number } | null
  /** Areas whose bounding box meets the box, in degrees. */
  near: (west: number, south: number, east: number, north: number) => number[]
}

const collectEdges = (areas: readonly Area[]): Edges => {
  const at: number[] = []
  const owner: number[] = []
  areas.forEach((area, index) => {
    for (const ring of ringsOf(area.geometry)) {
      for (let i = 1; i < ring.length; i++) {
        const [x1, y1] = ring[i - 1] as [number, number]
        const [x2, y2] = ring[i] as [number, number]
        at.push(x1, y1, x2, y2)
        owner.push(index)
      }
    }
  })
  const tree = new Flatbush(Math.max(1, owner.length))
  if (owner.length === 0) tree.add(0, 0, 0, 0)
  for (let i = 0; i < owner.length; i++) {
    const x1 = at[4 * i] as number
    const y1 = at[4 * i + 1] as number
    const x2 = at[4 * i + 2] as number
    const y2 = at[4 * i + 3] as number
    tree.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2))
  }
  tree.finish()
  return { at: Float64Array.from(at), area: Int32Array.from(owner), tree }
}

/**
 * @param areas at least one
 * @param cellsAcross cells along the longer side of the grid
 */
export const indexAreas = (areas: readonly Area[], cellsAcross = 256): AreaIndex => {
  if (areas.length === 0) throw new RangeError('indexAreas: no areas')
  const edges = collectEdges(areas)
  const boxes = new Flatbush(areas.length)
  let west = Infinity
  let south = Infinity
  let east = -Infinity
  let north = -Infinity
  for (const area of areas) {
    const box = boxOf(ringsOf(area.geometry).flat())
    boxes.add(box.west, box.south, box.east, box.north)
    west = Math.min(west, box.west)
    south = Math.min(south, box.south)
    east = Math.max(east, box.east)
    north = Math.max(north, box.north)
  }
  boxes.finish()
  const byCode = (a: number, b: number) => ((areas[a] as Area).code < (areas[b] as Area).code ? -1 : 1)

  const exact = (lon: number, lat: number): number[] => {
    const point: Position = [lon, lat]
    return boxes
      .search(lon, lat, lon, lat)
      .filter((i) => booleanPointInPolygon(point, (areas[i] as Area).geometry))
      .sort(byCode)
  }

  const cell = Math.max(east - west, north - south, 1e-9) / cellsAcross
  const columns = Math.max(1, Math.ceil((east - west) / cell))
  const rows = Math.max(1, Math.ceil((north - south) / cell))
  // A cell is asked for once, when the first point falls into it: OUTSIDE, CROSSED, or -3 - k for "in exactly the one area k".
  const cells = new Int32Array(columns * rows)

  const settle = (column: number, row: number): number => {
    const w = west + column * cell
    const s = south + row * cell
    // The box is widened so that rounding can never put a point of a crossed cell into a settled one.
    const margin = cell * 1e-6
    if (edges.tree.search(w - margin, s - margin, w + cell + margin, s + cell + margin).length > 0)
      return CROSSED
    const inside = exact(w + cell / 2, s + cell / 2)
    if (inside.length === 0) return OUTSIDE
    return inside.length === 1 ? -3 - (inside[0] as number) : CROSSED
  }

  const areasAt = (lon: number, lat: number): number[] => {
    if (!(lon >= west && lon <= east && lat >= south && lat <= north)) return []
    const column = Math.min(columns - 1, Math.floor((lon - west) / cell))
    const row = Math.min(rows - 1, Math.floor((lat - south) / cell))
    const at = row * columns + column
    let known = cells[at] as number
    if (known === 0) {
      known = settle(column, row)
      cells[at] = known
    }
    if (known === CROSSED) return exact(lon, lat)
    return known === OUTSIDE ? [] : [-3 - known]
  }

  const nearest = (lon: number, lat: number, tolerance: number) => {
    if (!(tolerance > 0)) return null
    const perLon = metresPerLon(lat)
    const dy = (tolerance / METRES_PER_DEGREE) * 1.01 + 1e-9
    const dx = (tolerance / perLon) * 1.01 + 1e-9
    // An edge is straight in degrees, as GeoJSON says and as `booleanPointInPolygon` takes it: edges of two areas that lie
    // on each other are then as near, however long they are.
    const nearestOf = new Map<number, number>()
    for (const i of edges.tree.search(lon - dx, lat - dy, lon + dx, lat + dy)) {
      const [ax, ay] = [
        ((edges.at[4 * i] as number) - lon) * perLon,
        ((edges.at[4 * i + 1] as number) - lat) * METRES_PER_DEGREE,
      ]
      const [bx, by] = [
        ((edges.at[4 * i + 2] as number) - lon) * perLon,
        ((edges.at[4 * i + 3] as number) - lat) * METRES_PER_DEGREE,
      ]
      const t = nearestAlong(0, 0, ax, ay, bx, by)
      const metres = Math.hypot(ax + t * (bx - ax), ay + t * (by - ay))
      const area = edges.area[i] as number
      if (metres <= tolerance) nearestOf.set(area, Math.min(metres, nearestOf.get(area) ?? Infinity))
    }
    const least = Math.min(...nearestOf.values())
    const [area] = [...nearestOf]
      .filter(([, metres]) => metres < least + TIE)
      .map(([found]) => found)
      .sort(byCode)
    return area === undefined ? null : { area, metres: nearestOf.get(area) as number }
  }

  return {
    areas,
    edges,
    areasAt,
    nearest,
    near: (w, s, e, n) => boxes.search(w, s, e, n),
  }
}
