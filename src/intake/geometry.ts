/** GeoJSON as it comes: bare arrays, Z values, unclosed rings, collections; made into what the model takes. */
import type { Feature, Position } from 'geojson'
import type { Path, Surface } from '../model/records.ts'

/** The features of a parsed GeoJSON value: a collection, a bare array of features, or one feature. Null for anything else. */
export const featuresOf = (json: unknown): Feature[] | null => {
  if (Array.isArray(json)) return json as Feature[]
  if (typeof json !== 'object' || json === null) return null
  const value = json as { type?: unknown; features?: unknown }
  if (value.type === 'FeatureCollection' && Array.isArray(value.features)) return value.features as Feature[]
  return value.type === 'Feature' ? [json as Feature] : null
}

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) &&
  Number.isFinite(value[0]) &&
  Number.isFinite(value[1]) &&
  Math.abs(value[0]) <= 180 &&
  Math.abs(value[1]) <= 90

/** Positions without Z; null when one is not a position in degrees. */
const positions = (value: unknown): Position[] | null => {
  if (!Array.isArray(value) || !value.every(isPosition)) return null
  return value.map(([x, y]) => [x as number, y as number])
}

/** A closed ring of at least a triangle, or null. `mended` is told when it had to be closed. */
const ring = (value: unknown, mended: () => void): Position[] | null => {
  const list = positions(value)
  if (list === null || list.length < 3) return null
  const [first, last] = [list[0] as Position, list[list.length - 1] as Position]
  if (first[0] !== last[0] || first[1] !== last[1]) {
    mended()
    list.push([...first])
  }
  return list.length >= 4 ? list : null
}

const rings = (value: unknown, mended: () => void): Position[][] | null => {
  if (!Array.isArray(value) || value.length === 0) return null
  const list = value.map((r) => ring(r, mended))
  return list.every((r) => r !== null) ? (list as Position[][]) : null
}

interface Shape {
  type?: unknown
  coordinates?: unknown
  geometries?: unknown
}

/** A polygon or multipolygon; null for any other or a broken geometry. */
export const readSurface = (value: unknown, mended: () => void = () => {}): Surface | null => {
  const shape = (value ?? {}) as Shape
  if (shape.type === 'Polygon') {
    const coordinates = rings(shape.coordinates, mended)
    return coordinates && { type: 'Polygon', coordinates }
  }
  if (shape.type === 'MultiPolygon' && Array.isArray(shape.coordinates) && shape.coordinates.length > 0) {
    const parts = shape.coordinates.map((part) => rings(part, mended))
    return parts.every((part) => part !== null)
      ? { type: 'MultiPolygon', coordinates: parts as Position[][][] }
      : null
  }
  if (shape.type === 'GeometryCollection' && Array.isArray(shape.geometries)) {
    const parts = shape.geometries.map((part) => readSurface(part, mended))
    return parts.length > 0 && parts.every((part) => part !== null) ? joinSurfaces(parts as Surface[]) : null
  }
  return null
}

/** A line or multiline; null for any other or a broken geometry. */
export const readPath = (value: unknown): Path | null => {
  const shape = (value ?? {}) as Shape
  if (shape.type === 'LineString') {
    const coordinates = positions(shape.coordinates)
    return coordinates && coordinates.length >= 2 ? { type: 'LineString', coordinates } : null
  }
  if (shape.type === 'MultiLineString' && Array.isArray(shape.coordinates) && shape.coordinates.length > 0) {
    const parts = shape.coordinates.map(positions)
    return parts.every((part) => part !== null && part.length >= 2)
      ? { type: 'MultiLineString', coordinates: parts as Position[][] }
      : null
  }
  return null
}

/** A point in degrees, or null. */
export const readPoint = (value: unknown): { lon: number; lat: number } | null => {
  const shape = (value ?? {}) as Shape
  return shape.type === 'Point' && isPosition(shape.coordinates)
    ? { lon: shape.coordinates[0] as number, lat: shape.coordinates[1] as number }
    : null
}

/** Several surfaces as one. */
export const joinSurfaces = (parts: readonly Surface[]): Surface => {
  const [only] = parts
  if (parts.length === 1 && only !== undefined) return only
  return {
    type: 'MultiPolygon',
    coordinates: parts.flatMap((p) => (p.type === 'Polygon' ? [p.coordinates] : p.coordinates)),
  }
}
