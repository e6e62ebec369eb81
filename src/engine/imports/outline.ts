/** Outlines that are too wide to be the boundaries of 居委会. */
import { booleanPointInPolygon, centerOfMass } from '@turf/turf'
import type { MultiPolygon, Polygon } from 'geojson'
import { membersOf } from '../../intake/boundaries/features.ts'
import type { Context } from './context.ts'
import type { TrayItem } from './item.ts'
import { isDataV } from './propose-datum.ts'

/** Whether it is the outline of a district or more: of one shape that holds several 居委会, or one that DataV hands out. */
export const isOutline = (item: TrayItem, { areas }: Context): boolean => {
  const { body, table, headings, whole } = item
  if (body.type !== 'layer' || table !== 'areas.geojson' || whole !== null) return false
  if (isDataV(headings)) return true
  const [only, ...others] = body.layer.features
  const { geometry } = membersOf(only)
  if (others.length > 0 || areas.length < 2 || !/Polygon$/.test(String(membersOf(geometry).type)))
    return false
  const shape = geometry as Polygon | MultiPolygon
  return areas.filter((area) => booleanPointInPolygon(centerOfMass(area.geometry), shape)).length > 1
}
