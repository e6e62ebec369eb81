/** Selecting something and flying to it: one way for every list. */
import type { Overview, Ref } from '../engine/api.ts'
import { pointOfSelection } from '../map/scene.ts'
import { useSession } from '../view/store.ts'

/** Close enough that places stand alone. */
const CLOSE = 15.2

const boundsOf = (ref: Ref, overview: Overview) => {
  switch (ref.type) {
    case 'area':
      return overview.areas.find((area) => area.code === ref.id)?.bounds ?? null
    case 'office':
      return overview.offices.find((office) => office.name === ref.id)?.bounds ?? null
    case 'site':
    case 'issue':
    case 'water':
      return null
  }
}

export const goTo = (
  ref: Ref,
  at?: { lon: number; lat: number; bounds: [number, number, number, number] | null },
): void => {
  const { overview, select, fly } = useSession.getState()
  select(ref)
  if (overview === null) return
  const bounds = at?.bounds ?? boundsOf(ref, overview)
  const point = pointOfSelection(ref, overview)
  if (bounds) fly({ type: 'bounds', bounds })
  else if (point) fly({ type: 'point', at: point, zoom: CLOSE })
  else if (at && Number.isFinite(at.lon)) fly({ type: 'point', at: [at.lon, at.lat], zoom: CLOSE })
}
