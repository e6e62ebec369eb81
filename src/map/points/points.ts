/** The points over the map: deck.gl comes once the areas can be seen, with the marks of the package. */
import type { Layer } from '@deck.gl/core'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { part } from '../../model/part.ts'
import type { Kind } from '../../model/standard.ts'
import { askedOf, siteFilterOf } from '../../view/kinds.ts'
import { type Level, levelOf } from '../../view/level.ts'
import { pointOf } from '../../view/selection.ts'
import type { Drawn } from '../drawn.ts'
import { drawChanged } from '../part.ts'
import type { PickPoint } from '../pick.ts'
import { type Atlas, drawAtlas } from './atlas.ts'
import type { DrawnPoints, LayerPlace } from './point-part.ts'

type Program = typeof import('./layers.ts')

export interface MapPoints {
  /**
   * Gets what draws them, as soon as there is a point to draw, and draws them; rejects when it does not come. Asked again,
   * it tries again.
   */
  load: () => Promise<void>
  /** after a change of what is drawn */
  draw: () => void
  pick: PickPoint
  /** takes them off the map, for good */
  drop: () => void
}

const program = (): Promise<Program> => part('地图上的点位', () => import('./layers.ts'))

/** ms after which a machine that is never idle is asked all the same */
const NEVER_IDLE = 10_000

/** When the page has nothing else to do; Safari does not say when that is. */
const soon = (act: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(act, { timeout: NEVER_IDLE })
  else setTimeout(act, NEVER_IDLE / 5)
}

/** Whether there can be a point in this picture: the district as a whole shows none. */
const isPointed = ({ view, overview }: Drawn, { alone }: Level): boolean =>
  alone ||
  view.heat ||
  view.honoursShown ||
  view.activitiesShown ||
  (view.selection !== null && pointOf(view.selection, overview) !== null)

/**
 * @param place the layers of the style they stand below
 * @param drawn what is drawn now
 * @param onMissing is told why the marks of another package did not come
 */
export const ownPoints = (
  map: MapLibreMap,
  place: LayerPlace,
  drawn: () => Drawn,
  onMissing: (error: unknown) => void,
): MapPoints => {
  let over = false
  /** asked for: what draws them comes when there is a point to draw */
  let wanted = false
  let overlay: InstanceType<Program['MapLibreOverlay']> | null = null
  let changed: ((state: DrawnPoints, place: LayerPlace) => Layer[][] | null) | null = null
  /** the marks asked for last, by the text of their kinds */
  let asked: { key: string; atlas: Promise<Atlas> } | null = null
  /** the kinds they were asked for; those of another edition of the package are mostly the same */
  let askedFor: readonly Kind[] = []
  let atlas: Atlas | null = null
  let heated = false
  /** the zoom that the points are drawn for; the map may be moving away from it */
  let zoom = map.getZoom()

  const level = (now: Drawn): Level => {
    const { kinds } = now.overview.standard
    return levelOf(zoom, now.scale, askedOf(kinds, siteFilterOf(now.view, kinds, now.overlay).hiddenKinds))
  }

  const draw = () => {
    const now = drawn()
    if (wanted && overlay === null && isPointed(now, level(now))) {
      wanted = false
      bring().catch(onMissing)
    }
    if (overlay === null || changed === null || atlas === null) return
    heated ||= now.view.heat
    const layers = changed({ ...now, ...level(now), atlas, heated }, place)
    if (layers !== null) overlay.setProps({ interleaved: true, layers: layers.flat() })
  }

  const renewMarks = async () => {
    const { kinds } = drawn().overview.standard
    const key = JSON.stringify(kinds)
    askedFor = kinds
    if (asked?.key !== key) asked = { key, atlas: drawAtlas(kinds) }
    const mine = asked
    try {
      const made = await mine.atlas
      // Another package may have come meanwhile: its own marks are on their way.
      if (asked === mine) atlas = made
    } catch (error) {
      if (asked === mine) asked = null
      throw error
    }
  }

  const update = () => {
    draw()
    if (overlay !== null && drawn().overview.standard.kinds !== askedFor) renewMarks().then(draw, onMissing)
  }

  const bring = async () => {
    const { MapLibreOverlay, POINT_PARTS } = await program()
    await renewMarks()
    // Two requests may both arrive, and the map may be removed by now.
    if (over || overlay !== null) return
    overlay = new MapLibreOverlay({ interleaved: true, layers: [] })
    map.addControl(overlay)
    changed = drawChanged(POINT_PARTS)
    update()
  }

  map.on('zoom', () => {
    // In between, what is shown is the same and only moves.
    if (Math.abs(map.getZoom() - zoom) < 0.25) return
    zoom = map.getZoom()
    draw()
  })
  map.on('moveend', () => {
    zoom = map.getZoom()
    draw()
  })

  return {
    load: async () => {
      if (isPointed(drawn(), level(drawn()))) return bring()
      wanted = true
      // Fetched while nobody waits for it. What goes wrong now is told when it is asked for.
      soon(() => void (over || program().catch(() => {})))
    },
    draw: update,
    pick: (x, y, radius, layerIds) => {
      const found = overlay?.pickObject({ x, y, radius, layerIds })
      return found?.layer ? { layer: found.layer.id, object: found.object } : null
    },
    drop: () => {
      over = true
      // deck.gl would go on drawing into a context that is not there.
      if (overlay !== null) map.removeControl(overlay)
      overlay = null
    },
  }
}
