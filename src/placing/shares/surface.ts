/**
 * How much of a polygon lies in each area: area inside / the whole, an overlap of areas split equally between them; the
 * shares sum to the part inside the district. turf overlays and measures; the rare outlines it cannot overlay are cut
 * into strips.
 */
import { area as areaOf, difference, feature, featureCollection, intersect, union } from '@turf/turf'
import type { MultiPolygon, Polygon } from 'geojson'
import { boxOf, ringsOf } from '../../model/geometry.ts'
import type { Area, Surface } from '../../model/records.ts'
import type { AreaIndex } from '../areas.ts'
import { collect, type Share } from './line.ts'
import { cutByStrips } from './strips.ts'

/** A polygon in parts, each with the areas (indices) that hold it. */
interface Cut {
  whole: number
  pieces: { size: number; held: readonly number[] }[]
}

const together = (...shapes: Surface[]) =>
  featureCollection<Polygon | MultiPolygon>(shapes.map((shape) => feature(shape)))

/** The polygon without what its parts have twice. Throws where turf cannot overlay them. */
const flattened = (surface: Surface): Surface => {
  if (surface.type === 'Polygon' || surface.coordinates.length < 2) return surface
  const parts = surface.coordinates.map((coordinates): Surface => ({ type: 'Polygon', coordinates }))
  return union(together(...parts))?.geometry ?? surface
}

/** Throws where turf cannot overlay the outlines. */
const overlaid = (surface: Surface, candidates: readonly number[], index: AreaIndex): Cut => {
  const flat = flattened(surface)
  let pieces: { shape: Surface; held: number[] }[] = [{ shape: flat, held: [] }]
  for (const candidate of candidates) {
    const { geometry } = index.areas[candidate] as Area
    pieces = pieces.flatMap(({ shape, held }) => {
      const both = together(shape, geometry)
      const inside = intersect(both)
      if (inside === null) return [{ shape, held }]
      const rest = difference(both)
      return [
        { shape: inside.geometry, held: [...held, candidate] },
        ...(rest === null ? [] : [{ shape: rest.geometry, held }]),
      ]
    })
  }
  return {
    whole: areaOf(flat),
    pieces: pieces.map(({ shape, held }) => ({ size: held.length > 0 ? areaOf(shape) : 0, held })),
  }
}

const stripped = (surface: Surface, candidates: readonly number[], index: AreaIndex): Cut => {
  const pieces: Cut['pieces'] = []
  let whole = 0
  const areas = candidates.map((candidate) => (index.areas[candidate] as Area).geometry)
  cutByStrips(surface, areas, (size, holders) => {
    whole += size
    pieces.push({ size, held: holders.map((i) => candidates[i] as number) })
  })
  return { whole, pieces }
}

const cut = (surface: Surface, candidates: readonly number[], index: AreaIndex): Cut => {
  try {
    return overlaid(surface, candidates, index)
  } catch {
    return stripped(surface, candidates, index)
  }
}

/** Shares of a polygon, by area on the sphere. Empty when the polygon has no area. */
export const surfaceShares = (surface: Surface, index: AreaIndex): Share[] => {
  const { west, south, east, north } = boxOf(ringsOf(surface).flat())
  const candidates = index.near(west, south, east, north)
  const { whole, pieces } = cut(surface, candidates, index)
  if (!(whole > 0)) return []
  const parts = new Map<number, number>()
  for (const { size, held } of pieces) {
    for (const area of held) parts.set(area, (parts.get(area) ?? 0) + size / held.length)
  }
  return collect(whole, parts)
}
