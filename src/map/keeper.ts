/**
 * A map that outlives its WebGL context, its worker and a file that did not come. MapLibre brings neither deck.gl's layers
 * nor feature-state back after a lost context, so another map is made from what was to be drawn last, its camera included.
 */
import type { Bounds } from '../model/position.ts'
import type { Frame } from '../view/framing.ts'
import type { Camera } from '../view/link/state.ts'
import type { Drawn } from './drawn.ts'
import { type Listeners, type MapOwner, ownMap } from './owner.ts'

/** What keeps the map or its points from being seen. */
export type MapTrouble =
  /** the browser has no WebGL 2 to give */
  | 'unsupported'
  /** the WebGL context is lost and may come back by itself */
  | 'lost'
  /** it has not come back */
  | 'gone'
  /** MapLibre's worker did not start */
  | 'worker'
  /** nothing has gone wrong, but nothing is there yet either */
  | 'slow'
  /** what draws the points did not come; the rest of the map is there */
  | 'points'

/** ms after which waiting is said, and a way out of it offered */
const PATIENCE = 20_000
/** ms that a lost context is given to come back by itself */
const RECOVERY = 10_000

export interface KeptMap {
  draw: (next: Drawn) => void
  fly: (frame: Frame) => void
  place: (camera: Camera) => void
  /** null while there is no map */
  camera: () => Camera | null
  /** see `MapCamera`; null while there is no map as well */
  ground: () => Bounds | null
  zoomBy: (steps: number) => void
  /** metres a CSS pixel is long at the middle of the map; 0 while there is none */
  metresPerPixel: () => number
  resize: () => void
  /** see `MapOwner`; null while there is none */
  picture: () => HTMLCanvasElement | null
  retry: () => void
  /** another map in its place, for what a map can only be made with */
  renew: () => void
  remove: () => void
}

/**
 * @param onFault is told what is wrong, and null when all is drawn again
 * @param follows see `ownMap`
 */
export const keepMap = (
  container: HTMLElement,
  first: Drawn,
  listeners: Listeners,
  onFault: (fault: MapTrouble | null) => void,
  follows = false,
): KeptMap => {
  let drawn = first
  let owner: MapOwner | null = null
  /** there has been a map: the browser can draw one */
  let drew = false
  /** where a map that follows was placed last */
  let at: Camera | null = null
  let fault: MapTrouble | null = null
  /** where to go once there is a map again */
  let flight: Frame | null = null
  let patience: ReturnType<typeof setTimeout> | undefined

  const tell = (next: MapTrouble | null) => {
    clearTimeout(patience)
    fault = next
    // A canvas without a context is white, with a broken picture in its corner.
    container.style.visibility = next === 'lost' || next === 'gone' ? 'hidden' : ''
    onFault(next)
  }
  const waitAWhile = (ms = PATIENCE) => {
    clearTimeout(patience)
    patience = setTimeout(() => {
      if (fault === 'lost') tell('gone')
      else if (!owner?.shows()) tell('slow')
      else if (!follows) tell('points')
    }, ms)
  }

  const build = () => {
    owner?.remove()
    owner = null
    try {
      owner = ownMap(
        container,
        drawn,
        {
          ...listeners,
          onReady: () => {
            tell(null)
            listeners.onReady()
            if (flight !== null) owner?.fly(flight)
            flight = null
          },
          onShapes: () => waitAWhile(),
          onWorker: () => {
            tell('worker')
            listeners.onReady()
          },
          onPoints: () => {
            tell('points')
            listeners.onReady()
          },
          onLost: () => {
            tell('lost')
            waitAWhile(RECOVERY)
          },
          onRestored: build,
        },
        follows,
      )
      drew = true
      if (at !== null) owner.place(at)
      waitAWhile()
    } catch (error) {
      console.warn(error)
      tell(drew ? 'gone' : 'unsupported')
      listeners.onReady()
    }
  }
  build()

  /** The map, when it can be told to do something. */
  const able = () => (fault === null || fault === 'points' ? owner : null)

  return {
    draw: (next) => {
      drawn = next
      owner?.draw(next)
    },
    fly: (next) => {
      const map = able()
      if (map === null) flight = next
      else map.fly(next)
    },
    place: (camera) => {
      at = camera
      able()?.place(camera)
    },
    camera: () => owner?.position() ?? null,
    ground: () => owner?.ground() ?? null,
    zoomBy: (steps) => able()?.zoomBy(steps),
    metresPerPixel: () => owner?.metresPerPixel() ?? 0,
    resize: () => able()?.resize(),
    picture: () => able()?.picture() ?? null,
    retry: () => {
      if (fault === 'points') {
        owner?.loadPoints()
        waitAWhile()
      } else build()
    },
    renew: build,
    remove: () => {
      clearTimeout(patience)
      owner?.retire()
      owner = null
    },
  }
}
