/** GeoJSON in all the shapes it is passed around in. */
import { featuresOf } from '../boundaries/geometry.ts'
import { MOST_LAYER_BYTES } from '../limits.ts'
import { atPace, type Pace } from '../pace.ts'
import { parseSteps } from './json-text.ts'
import type { Encoding, Layer, OpenedFile } from './opened.ts'
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

/** What other JSON it is, and what to do. */
const refuse = (json: unknown): Refusal => {
  if (isObject(json) && json.type === 'Topology')
    return new Refusal('这是 TopoJSON，请在 mapshaper 或 QGIS 里导出为 GeoJSON 再拖入')
  if (isObject(json) && Array.isArray(json.features))
    return new Refusal('这是 ArcGIS 的 JSON，请在 ArcGIS 或 QGIS 里导出为 GeoJSON 或 Shapefile 再拖入')
  return new Refusal('这个 JSON 不是 GeoJSON，里面没有图形，没有读入')
}

/** Text that is JSON as one layer. Throws Refusal. */
export const openGeojson = async (
  text: string,
  encoding: Encoding,
  pace: Pace,
  path: string,
): Promise<OpenedFile> => {
  if (text.length > MOST_LAYER_BYTES)
    throw new Refusal(
      `文件有 ${Math.round(text.length / 1024 ** 2)} MB，超过图层的上限 ${MOST_LAYER_BYTES / 1024 ** 2} MB，请分成几个文件再拖入`,
    )
  const read = await atPace(parseSteps(text.replace(/^\ufeff/, '')), pace, path)
  const json = 'value' in read ? read.value : read.values.flatMap((value) => featuresIn(value) ?? [value])
  const features = featuresIn(json)
  if (features === null) throw refuse(json)
  const name = isObject(json) && typeof json.name === 'string' ? json.name : ''
  const layer: Layer = { name, features, crs: crsOf(json) }
  return { type: 'layers', format: 'GeoJSON', encoding, layers: [layer] }
}
