/** GeoJSON in all the shapes it is passed around in. */
import { featuresOf } from '../geometry.ts'
import type { Encoding, Layer, Opened } from './opened.ts'
import { Refusal } from './refusal.ts'

const GEOMETRIES = [
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
]

type Json = { [key: string]: unknown }

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const asFeature = (value: unknown): unknown =>
  isObject(value) && GEOMETRIES.includes(String(value.type))
    ? { type: 'Feature', properties: {}, geometry: value }
    : value

/** The coordinate system a `crs` member names: urn:ogc:def:crs:EPSG::4490, EPSG:4490; or the one our own layers name. */
export const crsOf = (json: unknown): string | null => {
  if (!isObject(json)) return null
  if (typeof json.coordinateSystem === 'string') return json.coordinateSystem
  if (!isObject(json.crs)) return null
  const { type, properties } = json.crs
  if (!isObject(properties)) return null
  if (typeof properties.name === 'string') return properties.name
  return type === 'EPSG' && properties.code !== undefined ? `EPSG:${String(properties.code)}` : null
}

/** The features of a value, or null where it is no GeoJSON. */
const featuresIn = (json: unknown): unknown[] | null => {
  const single = asFeature(json)
  const features = featuresOf(single)
  if (features === null) {
    // Some writers forget to say that the collection is one.
    const list = isObject(json) && json.type === undefined ? json.features : null
    return Array.isArray(list) && list.some((f) => isObject(f) && f.type === 'Feature') ? list : null
  }
  // A bare array may be of anything: of features or geometries it is if one is; one row of numbers is none.
  if (Array.isArray(json)) {
    const isOne = (value: unknown) =>
      isObject(value) && (value.type === 'Feature' || GEOMETRIES.includes(String(value.type)))
    return json.some(isOne) ? json.map(asFeature) : null
  }
  return features
}

const lineAt = (text: string, position: number): number => text.slice(0, position).split('\n').length

/** What may stand before each value of a sequence (RFC 8142). */
const RECORD = '\u001e'

/** One value a line, as logs and databases write them. Null unless every line is one. */
const parseLines = (text: string): unknown[] | null => {
  const lines = text
    .replaceAll(RECORD, '\n')
    .split('\n')
    .filter((line) => line.trim() !== '')
  try {
    return lines.length > 1 ? lines.map((line) => JSON.parse(line)) : null
  } catch {
    return null
  }
}

const brokenJson = (text: string, error: unknown): Refusal => {
  const position = /position (\d+)/.exec(String(error))?.[1]
  const where = position === undefined ? '' : `（第 ${lineAt(text, Number(position))} 行附近）`
  return new Refusal(`不是有效的 JSON${where}，文件可能不完整，请重新导出`)
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    const values = parseLines(text)
    if (values === null) throw brokenJson(text, error)
    return values.flatMap((value) => featuresIn(value) ?? [value])
  }
}

/** What other JSON it is, and what to do. */
const refuse = (json: unknown): Refusal => {
  if (isObject(json) && json.type === 'Topology')
    return new Refusal('这是 TopoJSON，请在 mapshaper 或 QGIS 里导出为 GeoJSON 再拖入')
  if (isObject(json) && Array.isArray(json.features))
    return new Refusal('这是 ArcGIS 的 JSON，请在 ArcGIS 或 QGIS 里导出为 GeoJSON 或 Shapefile 再拖入')
  return new Refusal('这个 JSON 不是 GeoJSON，里面没有图形，没有读入')
}

/** Text that is JSON as one layer. Throws Refusal. */
export const openGeojson = (text: string, encoding: Encoding): Opened => {
  const json = parse(text.replace(/^\ufeff/, ''))
  const features = featuresIn(json)
  if (features === null) throw refuse(json)
  const name = isObject(json) && typeof json.name === 'string' ? json.name : ''
  const layer: Layer = { name, features, crs: crsOf(json) }
  return { type: 'layers', format: 'GeoJSON', encoding, layers: [layer] }
}
