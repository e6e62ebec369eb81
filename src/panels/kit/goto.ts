/** Selecting something and flying to it: one way for every list. */
import type { Ref } from '../../engine/contract/cards.ts'
import type { Bounds } from '../../model/position.ts'
import { boundsOf, pointOf } from '../../view/selection.ts'
import { useSession } from '../../view/store.ts'

/** Close enough that places stand alone. */
const CLOSE = 15.2

/** @param at where the caller knows it to be, when the package's columns do not say */
export const goTo = (ref: Ref, at?: { lon: number; lat: number; bounds: Bounds | null }): void => {
  const { overview, select, fly } = useSession.getState()
  select(ref)
  if (overview === null) return
  const bounds = at?.bounds ?? boundsOf(ref, overview)
  const point = pointOf(ref, overview)
  if (bounds) fly({ type: 'bounds', bounds })
  else if (point) fly({ type: 'point', at: point, zoom: CLOSE })
  else if (at && Number.isFinite(at.lon)) fly({ type: 'point', at: [at.lon, at.lat], zoom: CLOSE })
}
