/** Where the map looks: it fits the district until it is moved, goes where it is sent, and tells where it is. */
import { LngLatBounds, type Map as MapLibreMap, type MapOptions, type PaddingOptions } from 'maplibre-gl'
import type { Overview } from '../engine/contract/package.ts'
import type { LonLat } from '../model/position.ts'
import type { Camera } from '../view/link/state.ts'
import type { Flight } from '../view/store.ts'
import type { Drawn } from './drawn.ts'

/** ms of a camera flight */
const FLIGHT = 700
/** Largest zoom a fit goes to by itself. */
const CLOSE = 15.6

const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches
/** @param ms of a move, none for who wants none */
const lasting = (ms: number) => (calm() ? 0 : ms)

/** How far the map may be dragged off. */
const roomAround = ({ bounds: [west, south, east, north] }: Overview): LngLatBounds => {
  const [wide, high] = [east - west, north - south]
  return new LngLatBounds([west - 1.3 * wide, south - 1.6 * high], [east + 1.3 * wide, north + 1.6 * high])
}

/** Puts the middle of the free part of the map, not that of the window, at a place. `padding` would stay with the map. */
const intoFreePart = ({ left = 0, right = 0, top = 0, bottom = 0 }: PaddingOptions) => ({
  offset: [(left - right) / 2, (top - bottom) / 2] as [number, number],
})

const placed = ({ lon, lat, ...rest }: Camera) => ({ center: [lon, lat] as LonLat, ...rest })

/** What a map is made with: the place of its link, else the whole district. */
export const firstCamera = ({ overview, view: { camera }, padding }: Drawn): Partial<MapOptions> => ({
  ...(camera === null ? { bounds: overview.bounds, fitBoundsOptions: { padding } } : placed(camera)),
  maxBounds: roomAround(overview),
  minZoom: 9,
  maxZoom: 19,
})

export interface CameraListeners {
  onCamera: (camera: Camera, byUser: boolean) => void
  /** on every frame of a move, for a map that follows */
  onMove: (camera: Camera) => void
}

export interface MapCamera {
  position: () => Camera
  /** after a change of what is drawn: another district, another link, other panels */
  follow: (before: Drawn) => void
  fly: (flight: Flight) => void
  /** a step nearer to a place */
  approach: (at: LonLat) => void
  /** goes there at once, without telling anybody */
  place: (camera: Camera) => void
  zoomBy: (steps: number) => void
  /** metres a CSS pixel is long at the middle of the map */
  metresPerPixel: () => number
  /** fits the district again, unless the map was moved */
  refit: () => void
}

/**
 * @param drawn what is drawn now
 * @param full whether the first full picture has been on screen
 * @param follows a map that shows what another does never moves by itself
 */
export const ownCamera = (
  map: MapLibreMap,
  drawn: () => Drawn,
  { onCamera, onMove }: CameraListeners,
  full: () => boolean,
  follows: boolean,
): MapCamera => {
  /** it stands where the user or a link has put it: no panel that opens moves it */
  let moved = follows || drawn().view.camera !== null

  const position = (): Camera => {
    const { lng, lat } = map.getCenter()
    return { lon: lng, lat, zoom: map.getZoom(), bearing: map.getBearing(), pitch: map.getPitch() }
  }
  const home = (duration: number) => {
    moved = false
    const { overview, padding } = drawn()
    map.fitBounds(overview.bounds, { padding, duration, bearing: 0, pitch: 0 })
  }
  const ease = (center: LonLat, zoom: number, duration: number) => {
    moved = true
    map.easeTo({ center, zoom, duration, ...intoFreePart(drawn().padding) })
  }
  const isElsewhere = ({ lon, lat, zoom }: Camera) => {
    const here = position()
    return Math.abs(here.lon - lon) + Math.abs(here.lat - lat) > 1e-4 || Math.abs(here.zoom - zoom) > 0.01
  }

  map.on('dragstart', () => {
    moved = true
  })
  map.on('move', () => onMove(position()))
  map.on('moveend', (event) => {
    if ((event as { originalEvent?: unknown }).originalEvent !== undefined) moved = true
    onCamera(position(), moved)
  })

  return {
    position,
    follow: (before) => {
      const { overview, view, padding } = drawn()
      const { camera } = view
      // First the room, so that the camera of another district finds place in it.
      if (String(overview.bounds) !== String(before.overview.bounds)) {
        map.setMaxBounds(roomAround(overview))
        if (camera === null) home(lasting(FLIGHT))
      }
      const sent = !follows && camera !== null && camera !== before.view.camera && !map.isMoving()
      if (sent && isElsewhere(camera)) {
        // The place of a link is kept like one that was moved to by hand.
        moved = true
        map.jumpTo(placed(camera))
      }
      if (padding !== before.padding && !moved && full()) home(lasting(250))
    },
    fly: (flight) => {
      const duration = lasting(FLIGHT)
      const { padding, scale } = drawn()
      switch (flight.type) {
        case 'home':
          home(duration)
          break
        case 'bounds':
          moved = true
          map.fitBounds(flight.bounds, { padding, duration, maxZoom: CLOSE + Math.log2(scale) })
          break
        case 'point':
          ease(flight.at, Math.max(map.getZoom(), flight.zoom + Math.log2(scale)), duration)
          break
      }
    },
    approach: (at) => ease(at, map.getZoom() + 1.3, lasting(450)),
    place: (camera) => map.jumpTo(placed(camera)),
    zoomBy: (steps) => {
      moved = true
      map.zoomTo(map.getZoom() + steps, { duration: lasting(200) })
    },
    metresPerPixel: () => {
      const { lat } = map.getCenter()
      return (40_075_016.7 * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** map.getZoom())
    },
    refit: () => {
      if (!moved) home(0)
    },
  }
}
