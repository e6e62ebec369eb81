/** Where the map looks from, as `lon,lat,zoom[,bearing,pitch]` in the link. Degrees; zoom as MapLibre counts it. */
import type { Overview } from '../../engine/contract/package.ts'
import type { Bounds } from '../../model/position.ts'
import type { Codec } from './codec.ts'

export interface Camera {
  lon: number
  lat: number
  zoom: number
  bearing: number
  pitch: number
}

/** A number as short as it may be; never −0. */
const round = (value: number, digits: number) => Number(value.toFixed(digits)) + 0

/** What a map can show: the least and the most of each part. */
const LIMITS = [
  [-180, 180],
  [-85, 85],
  [0, 22],
  [-360, 360],
  [0, 85],
] as const

export const cameraText: Codec<Camera> = {
  write: ({ lon, lat, zoom, bearing, pitch }) => {
    const parts = [round(lon, 5), round(lat, 5), round(zoom, 2)]
    if (round(bearing, 0) !== 0 || round(pitch, 0) !== 0) parts.push(round(bearing, 0), round(pitch, 0))
    return parts.join(',')
  },
  read: (text) => {
    const parts = text.split(',')
    if (parts.length < 3 || parts.some((part) => part.trim() === '')) return null
    const [lon = Number.NaN, lat = Number.NaN, zoom = Number.NaN, bearing = 0, pitch = 0] = parts.map(Number)
    const possible = [lon, lat, zoom, bearing, pitch].every((value, i) => {
      const [low, high] = LIMITS[i] as (typeof LIMITS)[number]
      return value >= low && value <= high
    })
    return possible ? { lon, lat, zoom, bearing, pitch } : null
  },
}

/** A camera that looks elsewhere than at this district would show nothing of it. */
export const ifSeen = (
  camera: Camera | null,
  { bounds: [west, south, east, north] }: Overview,
): Camera | null => {
  if (camera === null) return null
  const [wide, high] = [east - west, north - south]
  const { lon, lat } = camera
  const seen = lon > west - wide && lon < east + wide && lat > south - high && lat < north + high
  return seen ? camera : null
}

/** A box of ground as `west,south,east,north` in degrees, to a metre. */
export const boundsText: Codec<Bounds> = {
  write: (bounds) => bounds.map((value) => round(value, 5)).join(','),
  read: (text) => {
    const parts = text.split(',')
    const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = parts.map(Number)
    if (parts.length !== 4 || parts.some((part) => part.trim() === '')) return null
    const possible =
      west >= -180 && east <= 180 && south >= -85 && north <= 85 && west <= east && south <= north
    return possible ? [west, south, east, north] : null
  },
}

/** Ground elsewhere than in this district would show nothing of it. */
export const ifWithin = (bounds: Bounds | null, overview: Overview): Bounds | null => {
  if (bounds === null) return null
  const [west, south, east, north] = overview.bounds
  const [left, bottom, right, top] = bounds
  return right >= west && left <= east && top >= south && bottom <= north ? bounds : null
}
