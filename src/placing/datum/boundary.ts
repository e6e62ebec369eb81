/** Which coordinate system a file of boundaries is in: the one under which places that are known lie where they say. */
import type { Position } from 'geojson'
import { fromWGS84 } from '../../intake/coordinates/convert.ts'
import { unswapped } from '../../intake/coordinates/zones.ts'
import type { Datum, DatumEvidence } from '../../model/datum.ts'
import type { Area, Surface } from '../../model/records.ts'
import { indexAreas } from '../areas.ts'
import { chooseDatum, type DatumFit, datumOfFigures, tellingPlaces } from './choice.ts'
import { candidateDatums } from './table.ts'

const isPair = (value: unknown): value is Position =>
  Array.isArray(value) && Number.isFinite(value[0]) && Number.isFinite(value[1])

/** The rings anywhere in a geometry as it stands in the file, in whatever units; Z is dropped. */
const ringsIn = (value: unknown): Position[][] => {
  if (Array.isArray(value)) {
    if (value.length >= 3 && value.every(isPair)) return [value.map((p) => [p[0] as number, p[1] as number])]
    return value.flatMap(ringsIn)
  }
  if (typeof value !== 'object' || value === null) return []
  const { coordinates, geometries } = value as { coordinates?: unknown; geometries?: unknown }
  return ringsIn(coordinates ?? geometries)
}

/** Points that are enough for all outlines together: they are held against thousands of places in each system. */
const ENOUGH = 50_000

/** Every n-th point of a ring, and never less than a triangle. */
const thinned = (ring: Position[], n: number): Position[] => {
  const step = Math.min(n, Math.floor(ring.length / 3))
  return step < 2 ? ring : ring.filter((_, i) => i % step === 0)
}

/** Every ring a polygon of its own: for finding a place a hole is neither here nor there. */
const roughly = (all: Position[][], step: number): Surface | null => {
  const rings = all.map((ring) => {
    const some = thinned(ring, step)
    return [...some, some[0] as Position]
  })
  return rings.length === 0 ? null : { type: 'MultiPolygon', coordinates: rings.map((ring) => [ring]) }
}

/** Whether the figures allow the system, and whether eastings of it stand there without the zone before them. */
const readingOf = (datum: Datum, [x, y]: Position): { bare: boolean } | null => {
  const { plain, swapped } = unswapped(datum)
  const east = Math.abs((swapped ? y : x) as number)
  const inDegrees = !plain.startsWith('CGCS2000-GK')
  if (inDegrees !== east <= 180) return null
  return { bare: !inDegrees && east < 1e6 }
}

/**
 * @param geometries of the features, as they stand in the file
 * @param sites known places in WGS84 degrees; `declared` is the index of the geometry of the 居委会 they declare, or -1
 * @param hint what the file says of itself: proposed where nothing else is ahead
 */
export const boundaryFit = (
  geometries: readonly unknown[],
  sites: readonly { lon: number; lat: number; declared: number }[],
  hint: Datum | null,
): DatumFit => {
  const outlines = geometries.map(ringsIn)
  const points = outlines.reduce((sum, rings) => rings.reduce((own, ring) => own + ring.length, sum), 0)
  const step = Math.ceil(points / ENOUGH)
  const shapes = outlines.flatMap((rings, i) => {
    const geometry = roughly(rings, step)
    return geometry === null ? [] : [{ i, geometry }]
  })
  const corner = shapes[0]?.geometry.coordinates.flat(2)[0] as Position | undefined
  const [somewhere] = sites
  const figures = corner === undefined ? 'WGS84' : datumOfFigures(...(corner as [number, number]))
  if (corner === undefined || somewhere === undefined) return chooseDatum([], hint, figures)
  const blank = { name: '', office: null, relocation: false, population: null, group: null, line: 0 }
  const index = indexAreas(shapes.map(({ i, geometry }): Area => ({ ...blank, code: String(i), geometry })))
  const { tried, declaring } = tellingPlaces(sites)
  const candidates = new Set(candidateDatums(somewhere.lon))
  if (hint !== null) candidates.add(hint)
  const evidence: DatumEvidence[] = []
  for (const datum of candidates) {
    const reading = readingOf(datum, corner)
    if (reading === null) continue
    let inDeclared = 0
    let inDistrict = 0
    for (const { lon, lat, declared } of tried) {
      const [x, y] = fromWGS84(datum, lon, lat).map((v) => (reading.bare && v > 1e7 ? v % 1e6 : v))
      const found = index.areasAt(x as number, y as number)
      if (found.length > 0) inDistrict++
      if (found.some((k) => shapes[k]?.i === declared)) inDeclared++
    }
    evidence.push({ datum, of: tried.length, inDeclared: declaring ? inDeclared : null, inDistrict })
  }
  return chooseDatum(evidence, hint, figures)
}
