/** What the features of a layer are shaped like. */
import { membersOf } from '../boundaries/features.ts'

export type Family = 'point' | 'line' | 'surface' | 'none'

const FAMILIES: Readonly<Record<string, Family>> = {
  Point: 'point',
  MultiPoint: 'point',
  LineString: 'line',
  MultiLineString: 'line',
  Polygon: 'surface',
  MultiPolygon: 'surface',
}

const familyOfOne = (geometry: unknown): Family => {
  const { type, geometries } = membersOf(geometry)
  const first = Array.isArray(geometries) ? membersOf(geometries[0]).type : type
  return FAMILIES[String(type === 'GeometryCollection' ? first : type)] ?? 'none'
}

/** What most of those are that have a shape at all. */
export const familyOf = (features: readonly unknown[]): Family => {
  const counts = new Map<Family, number>()
  for (const feature of features) {
    const family = familyOfOne(membersOf(feature).geometry)
    if (family !== 'none') counts.set(family, (counts.get(family) ?? 0) + 1)
  }
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), ['none', 0] as [Family, number])[0]
}
