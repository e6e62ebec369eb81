/** GeoJSON as it comes: bare arrays, Z values, unclosed rings, collections; made into what the model takes. */
import type { Feature, Position } from 'geojson'
import { isPath, linesOf, polygonsOf } from '../../model/geometry.ts'
import type { Path, Surface } from '../../model/records.ts'
import { MOST_RINGS, MOST_VERTICES, MOST_VERTICES_OF_FILE } from '../limits.ts'
import { mendPolygon, RingFault } from './rings.ts'

/** The features of a parsed GeoJSON value: a collection, a bare array of features, or one feature. Null for anything else. */
export const featuresOf = (json: unknown): Feature[] | null => {
  if (Array.isArray(json)) return json as Feature[]
  if (typeof json !== 'object' || json === null) return null
  const value = json as { type?: unknown; features?: unknown }
  if (value.type === 'FeatureCollection' && Array.isArray(value.features)) return value.features as Feature[]
  return value.type === 'Feature' ? [json as Feature] : null
}

/** The geometry is of a type that the reader does not take; what it takes is said by who asked. */
class WrongType extends Error {}

interface Shape {
  type?: unknown
  coordinates?: unknown
  geometries?: unknown
}

const shapeOf = (value: unknown): Shape => (typeof value === 'object' && value !== null ? value : {})

/** The members of a collection, or null where the shape is none. */
const membersOf = (shape: Shape): unknown[] | null =>
  shape.type === 'GeometryCollection' && Array.isArray(shape.geometries) && shape.geometries.length > 0
    ? shape.geometries
    : null

const listOf = (value: unknown): unknown[] => {
  if (!Array.isArray(value)) throw new RingFault('坐标不全')
  return value
}

/** A position without its Z. */
const position = (value: unknown): Position => {
  const [x, y] = listOf(value)
  if (!Number.isFinite(x) || !Number.isFinite(y)) throw new RingFault('坐标里有不是数字的值')
  const [lon, lat] = [x as number, y as number]
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90) throw new RingFault('坐标不是经纬度，应为 WGS84 的度')
  return [lon, lat]
}

const isSame = (a: Position | undefined, b: Position | undefined) => a?.[0] === b?.[0] && a?.[1] === b?.[1]

/** A closed ring, or null where it holds no area's worth of points. `mended` is told what had to be done. */
const ring = (value: unknown, mended: (what: string) => void): Position[] | null => {
  const list = listOf(value).map(position)
  if (list.length > 0 && !isSame(list[0], list[list.length - 1])) {
    mended('边界没有闭合，已自动闭合')
    list.push([...(list[0] as Position)])
  }
  const second = list.find((p) => !isSame(p, list[0]))
  const third = list.find((p) => !isSame(p, list[0]) && !isSame(p, second))
  return third === undefined ? null : list
}

/** The polygons of a list of rings, none where it has no outer ring. A hole that is none is left out. */
const polygons = (value: unknown, mended: (what: string) => void): Position[][][] => {
  const [outer, ...holes] = listOf(value).map((r) => ring(r, mended))
  if (!outer) return []
  if (holes.includes(null)) mended('有不足三个点的洞，已略去')
  return mendPolygon([outer, ...holes.filter((hole) => hole !== null)], mended)
}

const EMPTY = '边界不足三个点'

const isClosed = (coordinates: unknown): boolean =>
  Array.isArray(coordinates) &&
  coordinates.length >= 4 &&
  isSame(coordinates[0] as Position, coordinates[coordinates.length - 1] as Position)

/** A closed line where a polygon should be, as drawing programs write outlines: its ring. */
const outlineOf = (shape: Shape): unknown => {
  if (shape.type === 'LineString' && isClosed(shape.coordinates)) return shape.coordinates
  const lines = shape.type === 'MultiLineString' ? shape.coordinates : null
  return Array.isArray(lines) && lines.length === 1 && isClosed(lines[0]) ? lines[0] : null
}

const STRAYS: readonly unknown[] = ['Point', 'MultiPoint', 'LineString', 'MultiLineString']

/** The members that are surfaces; labels and lines that stand beside them are left out. */
const surfacesAmong = (members: unknown[], mended: (what: string) => void): unknown[] => {
  const surfaces = members.filter((member) => !STRAYS.includes(shapeOf(member).type))
  if (surfaces.length === 0 || surfaces.length === members.length) return members
  mended('图形里夹有点或线，只用了其中的面')
  return surfaces
}

const surface = (value: unknown, mended: (what: string) => void): Surface => {
  const shape = shapeOf(value)
  const members = membersOf(shape)
  if (members) return joinSurfaces(surfacesAmong(members, mended).map((member) => surface(member, mended)))
  const outline = outlineOf(shape)
  if (outline !== null) mended('图形是首尾相接的线，已当作面')
  if (shape.type === 'Polygon' || outline !== null) {
    const found = polygons(outline === null ? shape.coordinates : [outline], mended)
    const [only] = found
    if (only === undefined) throw new RingFault(EMPTY)
    return found.length === 1
      ? { type: 'Polygon', coordinates: only }
      : { type: 'MultiPolygon', coordinates: found }
  }
  if (shape.type !== 'MultiPolygon') throw new WrongType()
  const parts = listOf(shape.coordinates).map((part) => polygons(part, mended))
  const coordinates = parts.flat()
  if (coordinates.length === 0) throw new RingFault(EMPTY)
  if (parts.some((part) => part.length === 0)) mended('有不足三个点的部分，已略去')
  return { type: 'MultiPolygon', coordinates }
}

const line = (value: unknown): Position[] => {
  const list = listOf(value).map(position)
  if (list.every((p) => isSame(p, list[0]))) throw new RingFault('线不足两个点')
  return list
}

const path = (value: unknown): Path => {
  const shape = shapeOf(value)
  const members = membersOf(shape)
  if (members) return joinPaths(members.map(path))
  if (shape.type === 'LineString') return { type: 'LineString', coordinates: line(shape.coordinates) }
  if (shape.type !== 'MultiLineString') throw new WrongType()
  const coordinates = listOf(shape.coordinates).map(line)
  if (coordinates.length === 0) throw new RingFault('线不足两个点')
  return { type: 'MultiLineString', coordinates }
}

/** What the shapes of one file may still have. */
export interface Allowance {
  vertices: number
}

export const openAllowance = (): Allowance => ({ vertices: MOST_VERTICES_OF_FILE })

/** Positions and lists of them, wherever they stand; counting ends beyond what is read. */
const countIn = (value: unknown, counts: { vertices: number; rings: number }): void => {
  if (counts.vertices > MOST_VERTICES || counts.rings > MOST_RINGS) return
  if (!Array.isArray(value)) {
    const { coordinates, geometries } = shapeOf(value)
    if (Array.isArray(coordinates ?? geometries)) countIn(coordinates ?? geometries, counts)
  } else if (Array.isArray(value[0]) && !Array.isArray(value[0][0])) {
    counts.rings++
    counts.vertices += value.length
  } else for (const part of value) countIn(part, counts)
}

/** The points of a geometry; of one with more than is read, no fewer than that. */
export const verticesIn = (value: unknown): number => {
  const counts = { vertices: 0, rings: 0 }
  countIn(value, counts)
  return counts.vertices
}

/** Throws Fault where a shape is larger than what is read, or than what its file has left. */
const checkSize = (value: unknown, allowance: Allowance): void => {
  const counts = { vertices: 0, rings: 0 }
  countIn(value, counts)
  const { vertices, rings } = counts
  if (vertices > MOST_VERTICES)
    throw new RingFault(`图形的点超过上限 ${MOST_VERTICES} 个，请先在 GIS 软件里简化`)
  if (rings > MOST_RINGS)
    throw new RingFault(`图形的环（部分和洞）超过上限 ${MOST_RINGS} 个，请先在 GIS 软件里简化或拆开`)
  allowance.vertices -= vertices
  if (allowance.vertices < 0)
    throw new RingFault(`这个文件里图形的点合计超过上限 ${MOST_VERTICES_OF_FILE} 个，请先在 GIS 软件里简化`)
}

/** What `read` gives, or why it cannot. `takes` are the types it takes. */
const tried = <T>(
  value: unknown,
  read: (value: unknown) => T,
  takes: string,
  allowance: Allowance,
): T | { fault: string } => {
  if (value === null || value === undefined) return { fault: '没有图形' }
  try {
    checkSize(value, allowance)
    return read(value)
  } catch (error) {
    if (error instanceof WrongType) return { fault: `图形应为${takes}` }
    if (error instanceof RingFault) return { fault: error.message }
    throw error
  }
}

/**
 * A polygon or multipolygon, or why it is none. `mended` is told what had to be done to it; what it has is taken off the
 * allowance of its file.
 */
export const readSurface = (
  value: unknown,
  mended: (what: string) => void,
  allowance: Allowance = openAllowance(),
): Surface | { fault: string } =>
  tried(value, (v) => surface(v, mended), '多边形（Polygon 或 MultiPolygon）', allowance)

const PATHS: readonly unknown[] = ['LineString', 'MultiLineString']

/** A line or a surface, single or multiple, or why it is neither. */
export const readPathOrSurface = (
  value: unknown,
  mended: (what: string) => void,
  allowance: Allowance = openAllowance(),
): Path | Surface | { fault: string } => {
  const shape = shapeOf(value)
  const first = membersOf(shape)?.[0] ?? shape
  const read = PATHS.includes(shapeOf(first).type) ? path : (v: unknown) => surface(v, mended)
  return tried<Path | Surface>(value, read, '线或多边形', allowance)
}

/** A point in degrees, or null. */
export const readPoint = (value: unknown): { lon: number; lat: number } | null => {
  const shape = shapeOf(value)
  if (shape.type !== 'Point') return null
  const at = tried(shape.coordinates, position, '点', openAllowance())
  return 'fault' in at ? null : { lon: at[0] as number, lat: at[1] as number }
}

/** Whether the positions of a geometry have a third number. */
export const hasHeights = (value: unknown): boolean => {
  if (!Array.isArray(value)) {
    const { coordinates, geometries } = shapeOf(value)
    return Array.isArray(coordinates ?? geometries) && hasHeights(coordinates ?? geometries)
  }
  return typeof value[0] === 'number' ? value.length > 2 : value.some(hasHeights)
}

/** Several surfaces as one. */
export const joinSurfaces = (parts: readonly Surface[]): Surface => {
  const [only] = parts
  if (parts.length === 1 && only !== undefined) return only
  return {
    type: 'MultiPolygon',
    coordinates: parts.flatMap(polygonsOf),
  }
}

const joinPaths = (parts: readonly Path[]): Path => ({
  type: 'MultiLineString',
  coordinates: parts.flatMap(linesOf),
})

/** Parts of one thing, at least one, all lines or all surfaces, as one. */
export const joinShapes = (parts: readonly (Path | Surface)[]): Path | Surface => {
  const [only] = parts
  if (parts.length === 1 && only !== undefined) return only
  const paths = parts.filter(isPath)
  return paths.length > 0 ? joinPaths(paths) : joinSurfaces(parts as Surface[])
}
