/**
 * The one owner of the imperative map: brings it into the state it is given. Nobody else calls `map.*`. It lives as long as
 * its WebGL context; keeper.ts makes another one after that.
 */
import {
  type GeoJSONSource,
  LngLatBounds,
  Map as MapLibreMap,
  type PaddingOptions,
  type PointLike,
  setWorkerUrl,
} from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'
import type { Board, LonLat, Overview, Ref } from '../engine/api.ts'
import { part } from '../model/part.ts'
import { ISSUE_STATES } from '../model/state.ts'
import { STATE_MARKS, waterColour } from '../view/colours.ts'
import type { Camera, ViewState } from '../view/link/state.ts'
import type { Overlay } from '../view/overlay.ts'
import type { Flight } from '../view/store.ts'
import type { Tool } from '../view/tool.ts'
import { OWN } from './basemaps/own.ts'
import { hatchImage } from './hatch.ts'
import { DARK, LIGHT } from './palette.ts'
import { type Atlas, drawAtlas } from './points/atlas.ts'
import {
  areaFilters,
  labelFeatures,
  paintAreas,
  reachFeatures,
  shownSites,
  siteShapeFeatures,
  toolFeatures,
  waterFeatures,
} from './scene.ts'
import { firstName, layersOf, styleOf } from './style/style.ts'

setWorkerUrl(workerUrl)

type Points = typeof import('./points.ts')

/** Everything the map draws from. */
export interface Drawn {
  overview: Overview
  board: Board
  view: ViewState
  shownIssues: Uint32Array
  hover: Ref | null
  overlay: Overlay | null
  tool: Tool
  dark: boolean
  scale: number
  padding: PaddingOptions
}

export type Hit =
  | { type: 'ref'; ref: Ref; x: number; y: number }
  | { type: 'count'; lon: number; lat: number; count: number; x: number; y: number }
  | { type: 'station'; water: string; name: string; grade: string | null; x: number; y: number }
  | { type: 'mark'; title: string; subtitle: string; x: number; y: number }
  | { type: 'none'; x: number; y: number }

export interface Listeners {
  onPoint: (hit: Hit) => void
  /** @param at the place itself */
  onPress: (hit: Hit, at: LonLat) => void
  onCamera: (camera: Camera, byUser: boolean) => void
  /** on every frame of a move, for a map that follows */
  onMove: (camera: Camera) => void
  /** once, when the first full picture is on screen */
  onReady: () => void
}

/** What becomes of a map, to whoever made it. */
export interface Course {
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
/** ms of a camera flight */
const FLIGHT = 700
/** ms between two looks whether a retired map is done, and after which it goes in any case */
const [LOOK, LAST_LOOK] = [100, 8000]
/** No problem at all. */
const NONE = new Uint32Array()
/** Largest zoom a fit goes to by itself. */
const CLOSE = 15.6

/** How far the map may be dragged off. */
const roomAround = ({ bounds: [west, south, east, north] }: Overview): LngLatBounds => {
  const [wide, high] = [east - west, north - south]
  return new LngLatBounds([west - 1.3 * wide, south - 1.6 * high], [east + 1.3 * wide, north + 1.6 * high])
}

const marksOf = ({ standard }: Overview): string => JSON.stringify(standard.kinds)

/** Puts the middle of the free part of the map, not that of the window, at a place. `padding` would stay with the map. */
const intoFreePart = ({
  left = 0,
  right = 0,
  top = 0,
  bottom = 0,
}: PaddingOptions): { offset: PointLike } => ({
  offset: [(left - right) / 2, (top - bottom) / 2],
})

const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches

export interface MapOwner {
  draw: (next: Drawn) => void
  fly: (flight: Flight) => void
  /** goes there at once, without telling anybody */
  place: (camera: Camera) => void
  camera: () => Camera
  zoomBy: (steps: number) => void
  /** metres a CSS pixel is long at the middle of the map */
  metresPerPixel: () => number
  resize: () => void
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
  let drawn: Drawn = first
  let styled = false
  let announced = false
  let over = false
  let moved = follows || first.view.camera !== null
  let points: Points | null = null
  let overlay: InstanceType<Points['MapLibreOverlay']> | null = null
  let atlas: Atlas | null = null
  let heated = false

  const paletteOf = (dark: boolean) => (dark ? DARK : LIGHT)
  const camera = first.view.camera
  const style = styleOf(OWN, paletteOf(first.dark), first.scale)
  const below = firstName(style)
  const map = new MapLibreMap({
    container,
    style,
    ...(camera
      ? {
          center: [camera.lon, camera.lat] as [number, number],
          zoom: camera.zoom,
          bearing: camera.bearing,
          pitch: camera.pitch,
        }
      : {
          bounds: first.overview.bounds,
          fitBoundsOptions: { padding: first.padding },
        }),
    maxBounds: roomAround(first.overview),
    interactive: !follows,
    minZoom: 9,
    maxZoom: 19,
    localIdeographFontFamily: FONTS,
    attributionControl: false,
    // A video wall is wider than the default of 4096: beyond it MapLibre would blur the map to fit.
    maxCanvasSize: [16384, 8192],
    canvasContextAttributes: { preserveDrawingBuffer: false, antialias: true },
    dragRotate: true,
    pitchWithRotate: false,
    locale: { 'Map.Title': '地图' },
    fadeDuration: 150,
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.enable()

  const source = (id: string) => map.getSource(id) as GeoJSONSource | undefined

  const addHatch = () => {
    const ratio = Math.max(1, Math.round(devicePixelRatio * drawn.scale))
    if (map.hasImage('hatch')) map.removeImage('hatch')
    map.addImage('hatch', hatchImage(8 * ratio), { pixelRatio: ratio / drawn.scale })
  }

  const drawShapes = (next: Drawn) => {
    for (const [id, data] of Object.entries(OWN.data(next.overview))) source(id)?.setData(data)
    source('areas')?.setData(next.overview.areaShapes)
    source('offices')?.setData(next.overview.officeShapes)
  }

  const drawOverlay = ({ overlay: study }: Drawn) => {
    for (const part of ['fills', 'lines', 'marks'] as const)
      source(`overlay-${part}`)?.setData(study?.[part] ?? { type: 'FeatureCollection', features: [] })
  }

  const drawAreas = ({ overview, board, view, overlay: study }: Drawn) => {
    const paints = paintAreas(overview, board, view, study)
    paints.forEach((paint, i) => {
      map.setFeatureState({ source: 'areas', id: i }, { colour: paint.colour, dim: paint.dim })
    })
    for (const [id, filter] of Object.entries(areaFilters(overview, paints, view.selection)))
      map.setFilter(id, filter)
    source('area-labels')?.setData(labelFeatures(overview, board, view, study))
  }

  const drawWaters = ({ overview, board, view }: Drawn) => {
    source('waters')?.setData(waterFeatures(overview, board))
    source('reaches')?.setData(reachFeatures(overview, board))
    for (const id of ['body-casing', 'body', 'reach', 'water-name'])
      map.setLayoutProperty(id, 'visibility', view.watersShown ? 'visible' : 'none')
  }

  const drawSites = ({ overview, view }: Drawn) => {
    source('site-shapes')?.setData(siteShapeFeatures(overview, new Set(shownSites(overview, view))))
  }

  const drawHover = ({ overview, hover }: Drawn) => {
    overview.areas.forEach((area, i) => {
      map.setFeatureState(
        { source: 'areas', id: i },
        { hover: hover?.type === 'area' && hover.id === area.code },
      )
    })
  }

  const drawTool = ({ tool, overview }: Drawn) => {
    source('tool')?.setData(toolFeatures(tool, overview))
    map.getCanvas().style.cursor = tool.type === 'none' ? '' : 'crosshair'
  }

  const drawPoints = () => {
    if (points === null || overlay === null || atlas === null) return
    const { overview, board, view, shownIssues, scale, dark } = drawn
    const quiet = drawn.overlay?.quiet === true
    heated ||= view.heat
    const layers = points.pointLayers(
      {
        overview,
        board,
        view,
        atlas,
        sites: quiet ? [] : shownSites(overview, view),
        issues: quiet ? NONE : shownIssues,
        heated,
        zoom: map.getZoom(),
        scale,
        dark,
        below,
      },
      (grade) => waterColour(overview.standard, grade),
    )
    overlay.setProps({ interleaved: true, layers })
  }

  const drawAll = (next: Drawn) => {
    addHatch()
    drawShapes(next)
    drawAreas(next)
    drawWaters(next)
    drawSites(next)
    drawHover(next)
    drawOverlay(next)
    drawTool(next)
    drawPoints()
  }

  const drawMarks = async () => {
    const { overview } = drawn
    const states = ISSUE_STATES.map((state) => ({ key: state, ...STATE_MARKS[state] }))
    const made = await drawAtlas(overview.standard.kinds, states)
    // Another package may have come meanwhile: its own marks are on their way.
    if (marksOf(overview) === marksOf(drawn.overview)) atlas = made
  }

  const withoutPoints = (error: unknown) => {
    if (over) return
    // The cause is for whoever looks after the site; the user is told what follows from it.
    console.warn(error)
    listeners.onPoints()
  }

  /** deck.gl comes once the choropleth can be seen. */
  const loadPoints = async () => {
    points = await part('地图上的点位', () => import('./points.ts'))
    await drawMarks()
    // Asked for twice, it may come twice; and the map may be gone by now.
    if (over || overlay !== null) return
    overlay = new points.MapLibreOverlay({ interleaved: true, layers: [] })
    map.addControl(overlay)
    drawPoints()
    map.once('idle', onFull)
    map.triggerRepaint()
  }

  const onFull = () => {
    if (over) return
    announced = true
    listeners.onReady()
  }

  map.once('load', () => {
    if (over) return
    styled = true
    drawAll(drawn)
    listeners.onShapes()
    map.once('idle', () => (follows ? onFull() : void loadPoints().catch(withoutPoints)))
  })

  map.on('error', ({ error }) => {
    // All sources are at hand and empty at first: what goes wrong before the first picture is the worker that reads them.
    if (styled) console.error(error)
    else {
      console.warn(error)
      if (!over) listeners.onWorker()
    }
  })

  const pick = (x: number, y: number): Hit => {
    const found = overlay?.pickObject({
      x,
      y,
      radius: 4,
      layerIds: ['issues', 'sites', 'counts', 'stations', 'honours', 'activities'],
    })
    const { overview } = drawn
    if (found?.layer) {
      const object = found.object as never
      switch (found.layer.id) {
        case 'issues':
          return {
            type: 'ref',
            ref: { type: 'issue', id: overview.issues.id[object as number] as string },
            x,
            y,
          }
        case 'sites':
          return {
            type: 'ref',
            ref: { type: 'site', id: overview.sites.id[object as number] as string },
            x,
            y,
          }
        case 'counts': {
          const { lon, lat, count } = object as { lon: number; lat: number; count: number }
          return { type: 'count', lon, lat, count, x, y }
        }
        case 'stations': {
          const { water, name, grade } = object as { water: string; name: string; grade: string | null }
          return { type: 'station', water, name, grade, x, y }
        }
        case 'honours': {
          const { kind, name, basis } = object as Overview['honours'][number]
          return {
            type: 'mark',
            title: name ?? kind,
            subtitle: [kind, basis].filter(Boolean).join(' · '),
            x,
            y,
          }
        }
        case 'activities': {
          const { kind, title } = object as Overview['activities'][number]
          return { type: 'mark', title, subtitle: kind, x, y }
        }
      }
    }
    const near: [[number, number], [number, number]] = [
      [x - 4, y - 4],
      [x + 4, y + 4],
    ]
    const [shape] = map.queryRenderedFeatures(near, { layers: ['site-shape'] })
    if (shape) return { type: 'ref', ref: { type: 'site', id: String(shape.properties.id) }, x, y }
    const [water] = map.queryRenderedFeatures(near, { layers: ['body'] })
    if (water) return { type: 'ref', ref: { type: 'water', id: String(water.properties.id) }, x, y }
    const [area] = map.queryRenderedFeatures([x, y], { layers: ['area-fill'] })
    if (area) return { type: 'ref', ref: { type: 'area', id: String(area.properties.code) }, x, y }
    return { type: 'none', x, y }
  }

  let pending = 0
  map.on('mousemove', (event) => {
    // Reading back what is under the pointer is not free: once a frame is enough.
    cancelAnimationFrame(pending)
    pending = requestAnimationFrame(() => {
      if (!styled || map.isMoving()) return
      const hit = pick(event.point.x, event.point.y)
      const { style } = map.getCanvas()
      if (drawn.tool.type !== 'none' && hit.type !== 'count') style.cursor = 'crosshair'
      else style.cursor = hit.type === 'none' || hit.type === 'mark' ? '' : 'pointer'
      listeners.onPoint(hit)
    })
  })
  map.on('mouseout', () => {
    cancelAnimationFrame(pending)
    listeners.onPoint({ type: 'none', x: -1, y: -1 })
  })
  map.on('click', (event) => {
    if (!styled) return
    const hit = pick(event.point.x, event.point.y)
    if (hit.type === 'count') {
      moved = true
      map.easeTo({
        center: [hit.lon, hit.lat],
        zoom: map.getZoom() + 1.3,
        duration: calm() ? 0 : 450,
        ...intoFreePart(drawn.padding),
      })
    }
    listeners.onPress(hit, [event.lngLat.lng, event.lngLat.lat])
  })

  let zoomDrawn = map.getZoom()
  map.on('zoom', () => {
    // Half a step re-gathers the counts; in between they only move.
    if (Math.abs(map.getZoom() - zoomDrawn) < 0.25) return
    zoomDrawn = map.getZoom()
    drawPoints()
  })
  map.on('dragstart', () => {
    moved = true
  })
  const cameraNow = (): Camera => {
    const { lng, lat } = map.getCenter()
    return { lon: lng, lat, zoom: map.getZoom(), bearing: map.getBearing(), pitch: map.getPitch() }
  }
  map.on('move', () => listeners.onMove(cameraNow()))
  map.on('moveend', (event) => {
    drawPoints()
    const byUser = (event as { originalEvent?: unknown }).originalEvent !== undefined
    if (byUser) moved = true
    listeners.onCamera(cameraNow(), moved)
  })
  map.on('webglcontextlost', () => {
    over = true
    styled = false
    // deck.gl would go on drawing into a context that is not there.
    if (overlay !== null) map.removeControl(overlay)
    overlay = null
    // Another map takes its place: brought back, this one would ask for a frame and draw it after it was removed.
    map.triggerRepaint = () => {}
    listeners.onLost()
  })
  map.on('webglcontextrestored', () => listeners.onRestored())

  const home = (duration: number) => {
    moved = false
    map.fitBounds(drawn.overview.bounds, { padding: drawn.padding, duration, bearing: 0, pitch: 0 })
  }

  const canvas = map.getCanvas()
  canvas.setAttribute('aria-label', '地图：居委会按得分着色。排名列表给出同样的内容。')

  const leave = () => {
    over = true
    styled = false
    cancelAnimationFrame(pending)
  }
  const remove = () => {
    leave()
    map.remove()
  }

  return {
    draw: (next) => {
      const before = drawn
      drawn = next
      if (!styled) return
      if (next.dark !== before.dark || next.scale !== before.scale) {
        for (const layer of layersOf(OWN, paletteOf(next.dark), next.scale)) {
          for (const [name, value] of Object.entries(layer.paint ?? {}))
            map.setPaintProperty(layer.id, name as never, value as never)
          for (const [name, value] of Object.entries(layer.layout ?? {}))
            map.setLayoutProperty(layer.id, name as never, value as never)
        }
        addHatch()
      }
      const same = <K extends keyof Drawn>(key: K) => next[key] === before[key]
      if (!same('overview')) {
        drawShapes(next)
        // First the room, so that the camera of another district finds place in it.
        if (String(next.overview.bounds) !== String(before.overview.bounds)) {
          map.setMaxBounds(roomAround(next.overview))
          if (next.view.camera === null) home(calm() ? 0 : FLIGHT)
        }
        if (marksOf(next.overview) !== marksOf(before.overview)) drawMarks().then(drawPoints, withoutPoints)
      }
      if (!same('overlay')) drawOverlay(next)
      if (!same('board') || !same('view') || !same('overview') || !same('overlay')) {
        drawAreas(next)
        drawWaters(next)
        drawSites(next)
      }
      if (!same('hover') || !same('overview')) drawHover(next)
      if (!same('tool') || !same('overview')) drawTool(next)
      if (
        !same('overview') ||
        !same('overlay') ||
        !same('board') ||
        !same('view') ||
        !same('shownIssues') ||
        !same('dark') ||
        !same('scale')
      )
        drawPoints()
      const camera = next.view.camera
      if (!follows && camera !== null && camera !== before.view.camera && !map.isMoving()) {
        const here = map.getCenter()
        const there =
          Math.abs(here.lng - camera.lon) + Math.abs(here.lat - camera.lat) > 1e-4 ||
          Math.abs(map.getZoom() - camera.zoom) > 0.01
        if (there) {
          // The place of a link is kept like one that was moved to by hand.
          moved = true
          map.jumpTo({
            center: [camera.lon, camera.lat],
            zoom: camera.zoom,
            bearing: camera.bearing,
            pitch: camera.pitch,
          })
        }
      }
      if (!same('padding') && !moved && announced) home(calm() ? 0 : 250)
    },
    fly: (flight) => {
      const duration = calm() ? 0 : FLIGHT
      const { padding } = drawn
      switch (flight.type) {
        case 'home':
          home(duration)
          break
        case 'bounds':
          moved = true
          map.fitBounds(flight.bounds, { padding, duration, maxZoom: CLOSE + Math.log2(drawn.scale) })
          break
        case 'point':
          moved = true
          map.easeTo({
            center: flight.at,
            zoom: Math.max(map.getZoom(), flight.zoom + Math.log2(drawn.scale)),
            duration,
            ...intoFreePart(padding),
          })
          break
      }
    },
    place: ({ lon, lat, zoom, bearing, pitch }) => map.jumpTo({ center: [lon, lat], zoom, bearing, pitch }),
    camera: cameraNow,
    zoomBy: (steps) => {
      moved = true
      map.zoomTo(map.getZoom() + steps, { duration: calm() ? 0 : 200 })
    },
    metresPerPixel: () => {
      const { lat } = map.getCenter()
      return (40_075_016.7 * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** map.getZoom())
    },
    resize: () => {
      map.resize()
      if (!moved && styled) home(0)
    },
    shows: () => styled,
    loadPoints: () => void loadPoints().catch(withoutPoints),
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
