/** What is under the pointer: points first, then what has a shape, the smallest first. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Ref } from '../engine/contract/cards.ts'
import type { Overview } from '../engine/contract/package.ts'
import type { LonLat } from '../model/position.ts'
import type { Tool } from '../view/tool.ts'
import type { StationMark } from './points/stations.ts'
import { both } from './style/near.ts'

type Target =
  | { type: 'ref'; ref: Ref }
  | { type: 'count'; lon: number; lat: number; count: number }
  | { type: 'station'; water: string; name: string; grade: string | null }
  | { type: 'mark'; title: string; subtitle: string }
  | { type: 'none' }

/** px in the map */
export type Hit = Target & { x: number; y: number }

/** What an object of each point layer stands for. */
const POINTS: Record<string, (object: never, overview: Overview) => Target> = {
  issues: (i: number, { issues }) => ({ type: 'ref', ref: { type: 'issue', id: issues.id[i] as string } }),
  sites: (i: number, { sites }) => ({ type: 'ref', ref: { type: 'site', id: sites.id[i] as string } }),
  stations: ({ water, name, grade }: StationMark) => ({ type: 'station', water, name, grade }),
  honours: ({ kind, name, basis }: Overview['honours'][number]) => ({
    type: 'mark',
    title: name ?? kind,
    subtitle: [kind, basis].filter(Boolean).join(' · '),
  }),
  activities: ({ kind, title }: Overview['activities'][number]) => ({ type: 'mark', title, subtitle: kind }),
}

/** Layers of the style that can be hit, first come first: what they stand for, by which property, within how many px. */
const SHAPES = [
  { layers: ['site-shape'], type: 'site', key: 'id', reach: 4 },
  { layers: both('water'), type: 'water', key: 'id', reach: 4 },
  { layers: ['area-fill'], type: 'area', key: 'code', reach: 0 },
] as const

/** An object of a point layer, as deck.gl finds it. */
export interface PickedPoint {
  layer: string
  object: unknown
}

/** Asks deck.gl what point is there. */
export type PickPoint = (x: number, y: number, radius: number, layers: string[]) => PickedPoint | null

export const targetAt = (
  map: Pick<MapLibreMap, 'queryRenderedFeatures'>,
  pickPoint: PickPoint,
  overview: Overview,
  x: number,
  y: number,
): Target => {
  const found = pickPoint(x, y, 4, Object.keys(POINTS))
  const target = found && POINTS[found.layer]?.(found.object as never, overview)
  if (target) return target
  const [count] = map.queryRenderedFeatures([x, y], { layers: ['count'] })
  if (count?.geometry.type === 'Point') {
    const [lon = 0, lat = 0] = count.geometry.coordinates
    return { type: 'count', lon, lat, count: Number(count.properties.count) }
  }
  for (const { layers, type, key, reach } of SHAPES) {
    const around: [LonLat, LonLat] = [
      [x - reach, y - reach],
      [x + reach, y + reach],
    ]
    const [shape] = map.queryRenderedFeatures(reach === 0 ? [x, y] : around, { layers: [...layers] })
    if (shape) return { type: 'ref', ref: { type, id: String(shape.properties[key]) } }
  }
  return { type: 'none' }
}

const cursorOn = ({ type }: Hit, tool: Tool): string => {
  if (tool.type !== 'none' && type !== 'count') return 'crosshair'
  return type === 'none' || type === 'mark' ? '' : 'pointer'
}

/**
 * @param hitAt null while nothing can be hit
 * @returns stops watching
 */
export const watchPointer = (
  map: MapLibreMap,
  hitAt: (x: number, y: number) => Hit | null,
  tool: () => Tool,
  onPoint: (hit: Hit) => void,
  onPress: (hit: Hit, at: LonLat) => void,
): (() => void) => {
  let pending = 0
  map.on('mousemove', ({ point }) => {
    // Picking reads pixels back from the graphics processor, which is slow: at most once a frame.
    cancelAnimationFrame(pending)
    pending = requestAnimationFrame(() => {
      const hit = map.isMoving() ? null : hitAt(point.x, point.y)
      if (hit === null) return
      map.getCanvas().style.cursor = cursorOn(hit, tool())
      onPoint(hit)
    })
  })
  map.on('mouseout', () => {
    cancelAnimationFrame(pending)
    onPoint({ type: 'none', x: -1, y: -1 })
  })
  map.on('click', ({ point, lngLat }) => {
    const hit = hitAt(point.x, point.y)
    if (hit !== null) onPress(hit, [lngLat.lng, lngLat.lat])
  })
  return () => cancelAnimationFrame(pending)
}
