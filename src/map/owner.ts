/**
 * The one owner of the imperative map: brings it into the state it is given. Nobody else calls `map.*`. It lives as long as
 * its WebGL context; keeper.ts makes another one after that.
 */
import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import type { LonLat } from '../model/position.ts'
import type { Finish } from '../view/finish.ts'
import 'maplibre-gl/dist/maplibre-gl.css'
import { OWN } from './basemaps/own.ts'
import { type CameraListeners, firstCamera, type MapCamera, ownCamera } from './camera.ts'
import type { Drawn } from './drawn.ts'
import { watchFrames } from './finish.ts'
import { holdFrames } from './hold.ts'
import { paletteOf } from './palette.ts'
import { drawChanged } from './part.ts'
import { NEARBY, PARTS } from './parts.ts'
import { type Hit, targetAt, watchPointer } from './pick.ts'
import { ownPoints } from './points/points.ts'
import { NEAR_FROM } from './style/near.ts'
import { placeOfPoints, styleOf } from './style/style.ts'

setWorkerUrl(workerUrl)

export interface Listeners extends CameraListeners {
  onPoint: (hit: Hit) => void
  /** @param at the place itself */
  onPress: (hit: Hit, at: LonLat) => void
  /** what the frames of a move say of this machine */
  onFrames: (finish: Finish) => void
  /** once, when the first full picture is on screen */
  onReady: () => void
}

/** What becomes of a map, to whoever made it. */
interface Course {
  /** areas and waters are drawn, the points are still to come */
  onShapes: () => void
  /** the map's worker did not start: nothing can be drawn */
  onWorker: () => void
  /** what draws the points did not come: areas and waters are drawn, points are not */
  onPoints: () => void
  /** the WebGL context is gone; the map is of no more use */
  onLost: () => void
  /** the browser can draw again, with another map */
  onRestored: () => void
}

const FONTS =
  '"PingFang SC","HarmonyOS Sans SC","MiSans","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif'
/** ms between two looks whether a retired map is done, and after which it goes in any case */
const [LOOK, LAST_LOOK] = [100, 8000]

export interface MapOwner
  extends Pick<MapCamera, 'position' | 'ground' | 'fly' | 'place' | 'zoomBy' | 'metresPerPixel'> {
  draw: (next: Drawn) => void
  resize: () => void
  /** what is on screen now, drawn in this moment: its pixels are gone once the browser has shown them */
  picture: () => HTMLCanvasElement
  /** whether the areas are on screen */
  shows: () => boolean
  /** tries again to get what draws the points */
  loadPoints: () => void
  /** at once, to make room for another map in the same place */
  remove: () => void
  /** as soon as nothing of it is under way any more; nobody hears of it from now on */
  retire: () => void
}

/**
 * Throws when the browser has no WebGL 2.
 * @param follows a map that shows what another does: it takes no press, draws no points and never moves by itself
 */
export const ownMap = (
  container: HTMLElement,
  first: Drawn,
  listeners: Listeners & Course,
  follows: boolean,
): MapOwner => {
  let drawn = first
  let styled = false
  let over = false

  const style = styleOf(OWN, paletteOf(first.dark), first.scale)
  const map = new MapLibreMap({
    container,
    style,
    ...firstCamera(first),
    interactive: !follows,
    localIdeographFontFamily: FONTS,
    attributionControl: false,
    // A video wall is wider than the default of 4096: beyond it MapLibre would blur the map to fit.
    maxCanvasSize: [16384, 8192],
    canvasContextAttributes: { preserveDrawingBuffer: false, antialias: !first.plain },
    dragRotate: true,
    pitchWithRotate: false,
    locale: { 'Map.Title': '地图' },
    fadeDuration: first.plain ? 0 : 150,
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.enable()
  map.getCanvas().setAttribute('aria-label', '地图：居委会按得分着色。排名列表给出同样的内容。')

  const drawFrames = holdFrames(map)
  const stopTiming = watchFrames(map, listeners.onFrames)

  const now = () => drawn
  const withoutPoints = (error: unknown) => {
    if (over) return
    // The cause is for whoever looks after the site; the user is told what follows from it.
    console.warn(error)
    listeners.onPoints()
  }
  const drawParts = drawChanged(PARTS)
  const drawNearby = drawChanged(NEARBY)
  /** what is drawn from nearby is there, or on its way */
  let near = false
  const comeNear = () => {
    near = true
    drawNearby(drawn, map)
  }
  const points = ownPoints(map, placeOfPoints(style), now, withoutPoints)
  const camera = ownCamera(map, now, listeners, follows)
  const stopWatching = watchPointer(
    map,
    (x, y) => (styled ? { ...targetAt(map, points.pick, drawn.overview, x, y), x, y } : null),
    () => drawn.tool,
    listeners.onPoint,
    (hit, at) => {
      if (hit.type === 'count') camera.approach([hit.lon, hit.lat])
      listeners.onPress(hit, at)
    },
  )

  const onFull = () => {
    if (over) return
    listeners.onReady()
  }
  const loadPoints = () =>
    points.load().then(() => {
      if (over) return
      map.once('idle', onFull)
      map.triggerRepaint()
    }, withoutPoints)

  map.once('load', () => {
    if (over) return
    styled = true
    // Panels may have opened, and the view changed, while the style was on its way.
    camera.follow(first)
    drawParts(drawn, map)
    if (map.getZoom() > NEAR_FROM - 1) comeNear()
    drawFrames()
    listeners.onShapes()
    map.once('idle', () => {
      if (over) return
      comeNear()
      if (follows) return onFull()
      performance.mark('areas')
      void loadPoints()
    })
  })
  map.on('error', ({ error }) => {
    // All sources are at hand and empty at first: what goes wrong before the first picture is the worker that reads them.
    if (styled) console.error(error)
    else {
      console.warn(error)
      if (!over) listeners.onWorker()
    }
  })
  const leave = () => {
    over = true
    styled = false
    stopWatching()
    stopTiming()
    points.drop()
  }
  map.on('webglcontextlost', () => {
    leave()
    // Another map takes its place: brought back, this one would ask for a frame and draw it after it was removed.
    map.triggerRepaint = () => {}
    listeners.onLost()
  })
  map.on('webglcontextrestored', () => listeners.onRestored())

  const remove = () => {
    leave()
    map.remove()
  }

  return {
    ...camera,
    draw: (next) => {
      const before = drawn
      drawn = next
      if (!styled) return
      camera.follow(before)
      drawParts(next, map)
      if (near) drawNearby(next, map)
      points.draw()
    },
    resize: () => {
      map.resize()
      if (styled) camera.refit()
    },
    picture: () => map.redraw().getCanvas(),
    shows: () => styled,
    loadPoints: () => void loadPoints(),
    remove,
    retire: () => {
      leave()
      const until = performance.now() + LAST_LOOK
      // A tile whose question to the page (glyphs, pictures) is never answered stays in MapLibre's worker for good, and with
      // it the whole source: an answer ends with the map. So the map stays until its tiles are there.
      const look = () => {
        if (map.areTilesLoaded() || performance.now() > until) map.remove()
        else setTimeout(look, LOOK)
      }
      look()
    },
  }
}
