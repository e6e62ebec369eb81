/**
 * How much of a polygon lies in each area: area inside / the whole, an overlap of areas split equally between them; the
 * shares sum to the part inside the district. turf overlays and measures; the rare outlines it cannot overlay are cut
 * into strips.
 */
import {
  area as areaOf,
  bboxClip,
  booleanPointInPolygon,
  difference,
  feature,
  featureCollection,
  intersect,
  union,
} from '@turf/turf'
import type { BBox, MultiPolygon, Polygon, Position } from 'geojson'
import { boxOf, polygonsOf, ringsOf } from '../../model/geometry.ts'
import type { Area, Surface } from '../../model/records.ts'
import type { AreaIndex } from '../areas.ts'
import { collect, type Share } from './line.ts'
import { cutByStrips } from './strips.ts'

/** Degrees (≈ 10 m) around a polygon in which the outlines of areas are kept as they are. */
const AROUND = 1e-4

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

/** The parts of an area inside a box; turf leaves an empty polygon in the place of a part that lies elsewhere. */
const partsIn = (area: Surface, box: BBox): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: polygonsOf(bboxClip(area, box).geometry as Surface).filter((rings) => rings.length > 0),
})

/** Throws where turf cannot overlay the outlines. */
const overlaid = (surface: Surface, candidates: readonly number[], index: AreaIndex): Cut => {
  const flat = flattened(surface)
  let pieces: { shape: Surface; held: number[] }[] = [{ shape: flat, held: [] }]
  const { west, south, east, north } = boxOf(ringsOf(surface).flat())
  const around: BBox = [west - AROUND, south - AROUND, east + AROUND, north + AROUND]
  for (const candidate of candidates) {
    // Overlaying takes as long as both outlines are: of an area only what is near the polygon.
    const geometry = partsIn((index.areas[candidate] as Area).geometry, around)
    if (geometry.coordinates.length === 0) continue
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
    pieces: pieces.map(({ shape, held }) => ({ size: areaOf(shape), held })),
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
  const corners = ringsOf(surface).flat()
  const { west, south, east, north } = boxOf(corners)
  const near = index.near(west, south, east, north)
  // An area whose boundary stays out of the box holds all of the box or none of it: overlays are slow.
  const { tree, area: ownerOf } = index.edges
  const crossing = new Set(tree.search(west, south, east, north).map((edge) => ownerOf[edge]))
  const holding = near.filter(
    (i) =>
      !crossing.has(i) && booleanPointInPolygon(corners[0] as Position, (index.areas[i] as Area).geometry),
  )
  const candidates = near.filter((i) => crossing.has(i))
  const { whole, pieces } = cut(surface, candidates, index)
  if (!(whole > 0)) return []
  const parts = new Map<number, number>()
  for (const { size, held } of pieces) {
    const holders = [...held, ...holding]
    for (const area of holders) parts.set(area, (parts.get(area) ?? 0) + size / holders.length)
  }
  return collect(whole, parts)
}
