/**
 * Where the map looks: the frame of the view (view/framing.ts) in the part that no panel covers, until it is moved; then what
 * was in that part stays in it. Goes where it is sent, and tells where it is.
 */
import { LngLatBounds, type Map as MapLibreMap, type MapOptions } from 'maplibre-gl'
import type { Bounds, LonLat } from '../model/position.ts'
import { type Frame, frameOf, isSameFrame, ofPoint } from '../view/framing.ts'
import type { Camera } from '../view/link/state.ts'
import type { Drawn } from './drawn.ts'

/** ms of a camera flight, and of the shift when panels open and close */
const FLIGHT = 700
const ASIDE = 250
/** px (at type factor 1) by which the name of an area may stand out of it at either side */
const NAMES = 20

/** windows (with the whole district in them) that there is room for at each side */
const ROOM = 2

const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches

const placed = ({ lon, lat, ...rest }: Camera) => ({ center: [lon, lat] as LonLat, ...rest })

const isPoint = ({ bounds: [west, south, east, north] }: Frame) => west === east && south === north

/** How a frame is fitted into the free part of the window. A point has no size: it is shown as near as it may be. */
const fitOf = ({ closest }: Frame, { padding: { top, right, bottom, left }, scale }: Drawn) => ({
  padding: { top, bottom, left: left + NAMES * scale, right: right + NAMES * scale },
  maxZoom: closest + Math.log2(scale),
})

/** What a map is made with: the place of its link, else the frame of its view. */
export const firstCamera = (drawn: Drawn): Partial<MapOptions> => {
  const { overview, view } = drawn
  const frame = frameOf(view, overview)
  return {
    ...(view.camera === null
      ? { bounds: frame.bounds, fitBoundsOptions: fitOf(frame, drawn) }
      : placed(view.camera)),
    minZoom: 9,
    maxZoom: 19,
  }
}

export interface CameraListeners {
  /** @param byUser it stands where the user or a link has put it; else it shows the frame of the view */
  onCamera: (camera: Camera, byUser: boolean) => void
  /** on every frame of a move, for a map that follows */
  onMove: (camera: Camera) => void
}

export interface MapCamera {
  position: () => Camera
  /** the ground in the free part of the window; null where the map is turned or tilted, and a box does not tell it */
  ground: () => Bounds | null
  /** after a change of what is drawn: another district, another link, other panels */
  follow: (before: Drawn) => void
  fly: (frame: Frame) => void
  /** a step nearer to a place */
  approach: (at: LonLat) => void
  /** goes there at once, without telling anybody */
  place: (camera: Camera) => void
  zoomBy: (steps: number) => void
  /** metres a CSS pixel is long at the middle of the map */
  metresPerPixel: () => number
  /** after the window has another size */
  refit: () => void
}

/**
 * @param drawn what is drawn now
 * @param follows a map that shows what another does never moves by itself
 */
export const ownCamera = (
  map: MapLibreMap,
  drawn: () => Drawn,
  { onCamera, onMove }: CameraListeners,
  follows: boolean,
): MapCamera => {
  /** @param ms of a move; none for who wants none, or would see three frames of it */
  const lasting = (ms: number) => (calm() || drawn().plain ? 0 : ms)
  /** What stays in the free part; null = the frame of the view. */
  let kept: Frame | null = null

  const position = (): Camera => {
    const { lng, lat } = map.getCenter()
    return { lon: lng, lat, zoom: map.getZoom(), bearing: map.getBearing(), pitch: map.getPitch() }
  }
  /** How far the map may be dragged off: far enough for what a small free part of a window of any form asks for. */
  const giveRoom = () => {
    const { overview, padding } = drawn()
    const [west, south, east, north] = overview.bounds
    map.setMaxBounds(null)
    const { width, height } = map.getContainer().getBoundingClientRect()
    const zoom = map.cameraForBounds(overview.bounds, { padding })?.zoom ?? map.getZoom()
    const perPixel = 360 / (512 * 2 ** zoom)
    const wide = Math.max(1.3 * (east - west), ROOM * width * perPixel)
    const high = Math.max(1.6 * (north - south), ROOM * height * perPixel * Math.cos((south * Math.PI) / 180))
    map.setMaxBounds(new LngLatBounds([west - wide, south - high], [east + wide, north + high]))
  }
  /** What is in the free part now, as near as it is. Turned or tilted, only its middle can be said as a box. */
  const seen = (): Frame => {
    const { padding, scale } = drawn()
    const { left, right, top, bottom } = padding
    const { width, height } = map.getContainer().getBoundingClientRect()
    const closest = map.getZoom() - Math.log2(scale)
    if (map.getBearing() !== 0 || map.getPitch() !== 0) {
      const { lng, lat } = map.unproject([(left + width - right) / 2, (top + height - bottom) / 2])
      return { ...ofPoint([lng, lat]), closest }
    }
    const northWest = map.unproject([left + NAMES * scale, top])
    const southEast = map.unproject([width - right - NAMES * scale, height - bottom])
    const bounds: Bounds = [northWest.lng, southEast.lat, southEast.lng, northWest.lat]
    return { bounds, closest }
  }
  const show = (frame: Frame, duration: number) => {
    const straight = kept === null ? { bearing: 0, pitch: 0 } : { bearing: map.getBearing() }
    map.fitBounds(frame.bounds, { ...fitOf(frame, drawn()), ...straight, duration })
  }
  const frame = () => frameOf(drawn().view, drawn().overview)
  const settle = (duration: number) => show(kept ?? frame(), duration)
  /** A zoom that is close enough is kept for the next point. */
  const goTo = (next: Frame) => {
    const isFrame = isSameFrame(next, frame())
    const zoom = map.getZoom() - Math.log2(drawn().scale)
    const isNear = isPoint(next) && zoom > next.closest
    kept = isNear ? { ...next, closest: zoom } : isFrame ? null : next
    settle(lasting(FLIGHT))
  }
  const isElsewhere = ({ lon, lat, zoom }: Camera) => {
    const here = position()
    return Math.abs(here.lon - lon) + Math.abs(here.lat - lat) > 1e-4 || Math.abs(here.zoom - zoom) > 0.01
  }

  giveRoom()
  if (drawn().view.camera !== null) kept = seen()

  // A wheel or a drag has a beginning that is told and an end: between them nothing is known to stay.
  const onUserMove = ({ originalEvent }: { originalEvent?: unknown }) => {
    if (originalEvent !== undefined) kept = seen()
  }
  map.on('movestart', onUserMove)
  map.on('move', () => onMove(position()))
  map.on('moveend', (event) => {
    onUserMove(event as { originalEvent?: unknown })
    onCamera(position(), kept !== null)
  })

  return {
    position,
    ground: () => (map.getBearing() === 0 && map.getPitch() === 0 ? seen().bounds : null),
    follow: (before) => {
      const { overview, view, padding } = drawn()
      const { camera } = view
      const another = String(overview.bounds) !== String(before.overview.bounds)
      // First the room, so that the camera of another district finds place in it.
      if (another) giveRoom()
      if (follows) return
      if (camera === null) {
        const back = before.view.camera !== null && kept !== null
        if (another || back || !isSameFrame(frame(), frameOf(before.view, before.overview))) {
          goTo(frame())
          return
        }
      } else if (camera !== before.view.camera && !map.isMoving()) {
        // The place of a link is kept like one that was moved to by hand.
        if (isElsewhere(camera)) {
          map.jumpTo(placed(camera))
          kept = seen()
          // What was shown as the frame of the view is what stays.
        } else kept ??= frameOf(before.view, before.overview)
      }
      if (padding !== before.padding) settle(lasting(ASIDE))
    },
    fly: goTo,
    approach: (at) => goTo({ ...ofPoint(at), closest: map.getZoom() + 1.3 - Math.log2(drawn().scale) }),
    place: (camera) => map.jumpTo(placed(camera)),
    zoomBy: (steps) => {
      // What is to be seen is known when it is there.
      map.once('moveend', () => {
        kept = seen()
      })
      kept = seen()
      map.zoomTo(map.getZoom() + steps, { duration: lasting(200) })
    },
    metresPerPixel: () => {
      const { lat } = map.getCenter()
      return (40_075_016.7 * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** map.getZoom())
    },
    refit: () => {
      if (follows) return
      giveRoom()
      settle(0)
    },
  }
}
