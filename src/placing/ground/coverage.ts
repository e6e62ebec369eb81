/**
 * 拉网式排查: how much of the built-up land lies within the standard's radius of a visit, and the rest as blind spots.
 * Counted on the cells of `ground.ts`: a share is right to about half a cell along the edges.
 */
import type { Polygon } from 'geojson'
import { outlineOf, patchesOf } from './patches.ts'
import type { LandRaster } from './raster.ts'

/** Gaps up to twice this between blind cells (a road between two blocks) do not divide a blind spot, metres. */
const BRIDGE = 30

export interface AreaCover {
  /** m² of built-up land, and how much of it lies near a visit */
  land: number
  covered: number
}

/** @param within 1 for the cells near a visit (`cellsWithin`) */
export const coverOf = (
  { grid, area, counted }: LandRaster,
  within: Uint8Array,
  areas: number,
): AreaCover[] => {
  const cover = Array.from({ length: areas }, (): AreaCover => ({ land: 0, covered: 0 }))
  const size = grid.cell * grid.cell
  counted.forEach((yes, at) => {
    const own = yes === 1 ? cover[area[at] as number] : undefined
    if (own === undefined) return
    own.land += size
    if (within[at] === 1) own.covered += size
  })
  return cover
}

/** Land of one area that nobody was near. */
export interface Blind {
  area: number
  /** m² of built-up land */
  size: number
  /** column and row of the cell of it that is nearest its middle */
  at: [column: number, row: number]
  cells: number[]
  /** to be drawn */
  outline: () => Polygon
}

/** Cells at most `by` cells (along rows and columns) from a marked one; all but those from an unmarked one if `shrink`. */
const grown = (mask: Uint8Array, columns: number, rows: number, by: number, shrink: boolean): Uint8Array => {
  const wanted = shrink ? 0 : 1
  const pass = (source: Uint8Array, count: number, length: number, step: number, stride: number) => {
    const made = new Uint8Array(source.length).fill(1 - wanted)
    for (let line = 0; line < count; line++) {
      // Distance since the last wanted cell, from one end and from the other.
      for (const forth of [true, false]) {
        let since = Infinity
        for (let i = 0; i < length; i++) {
          const at = line * stride + (forth ? i : length - 1 - i) * step
          since = source[at] === wanted ? 0 : since + 1
          if (since <= by) made[at] = wanted
        }
      }
    }
    return made
  }
  return pass(pass(mask, rows, columns, 1, columns), columns, rows, columns, 1)
}

/**
 * Built-up land away from every visit, in connected parts of one area each, the largest first. Gaps of a road's width
 * between parts belong to the spot as drawn, never to its size.
 */
export const blindSpots = ({ grid, area, counted }: LandRaster, within: Uint8Array): Blind[] => {
  const { columns, rows, cell } = grid
  const blind = counted.map((yes, at) => (yes === 1 && within[at] === 0 ? 1 : 0))
  const by = Math.max(1, Math.round(BRIDGE / cell))
  const closed = grown(grown(blind, columns, rows, by, false), columns, rows, by, true)
  const { patch, cells } = patchesOf(grid, (at) =>
    blind[at] === 1 || (closed[at] === 1 && within[at] === 0) ? (area[at] as number) : -1,
  )
  return cells
    .flatMap((own, index): Blind[] => {
      const bare = own.filter((at) => blind[at] === 1)
      const first = bare[0]
      if (first === undefined) return []
      let [x, y] = [0, 0]
      for (const at of bare) {
        x += (at % columns) / bare.length
        y += Math.floor(at / columns) / bare.length
      }
      const away = (at: number) => Math.hypot((at % columns) - x, Math.floor(at / columns) - y)
      const middle = bare.reduce((best, at) => (away(at) < away(best) ? at : best), first)
      return [
        {
          area: area[first] as number,
          size: bare.length * cell * cell,
          at: [middle % columns, Math.floor(middle / columns)],
          cells: own,
          outline: () => outlineOf(grid, own, (at) => patch[at] === index),
        },
      ]
    })
    .sort((a, b) => b.size - a.size || (a.cells[0] as number) - (b.cells[0] as number))
}
