/** What a view shows of the ground when it names no camera: what is selected, else the office asked for, else the district. */
import type { Ref } from '../engine/contract/cards.ts'
import type { Overview } from '../engine/contract/package.ts'
import type { Bounds } from '../model/position.ts'
import type { ViewState } from './link/state.ts'
import { boundsOf, parentOf, pointOf } from './selection.ts'

/** Ground that is to stand in the free part of the map. */
export interface Frame {
  bounds: Bounds
  /** the zoom it is shown at, at most (at type factor 1) */
  closest: number
}

/** Close enough that places stand alone, with their streets around them. */
const PLACE = 15.2
/** What somebody chose is shown as near as it was. */
const NEAREST = 19
/** A shape as small as a yard is not blown up over the window. */
const SHAPE = 15.6

export const ofBounds = (bounds: Bounds): Frame => ({ bounds, closest: SHAPE })

export const ofPoint = ([lon, lat]: readonly [number, number]): Frame => ({
  bounds: [lon, lat, lon, lat],
  closest: PLACE,
})

/** Where a ref is seen: its own ground, else that of what it lies in; null for what has no place at all. */
const frameOfRef = (ref: Ref, overview: Overview): Frame | null => {
  for (let at: Ref | null = ref; at !== null; at = parentOf(at, overview)) {
    const bounds = boundsOf(at, overview)
    if (bounds !== null) return ofBounds(bounds)
    const point = pointOf(at, overview)
    if (point !== null) return ofPoint(point)
  }
  return null
}

export const frameOf = (
  { selection, office, frame: chosen }: Pick<ViewState, 'selection' | 'office' | 'frame'>,
  overview: Overview,
): Frame => {
  if (chosen !== null) return { bounds: chosen, closest: NEAREST }
  const refs: (Ref | null)[] = [selection, office === null ? null : { type: 'office', id: office }]
  for (const ref of refs) {
    const frame = ref && frameOfRef(ref, overview)
    if (frame) return frame
  }
  return ofBounds(overview.bounds)
}

export const isSameFrame = (a: Frame, b: Frame): boolean =>
  a.closest === b.closest && String(a.bounds) === String(b.bounds)
