/** The points, as deck.gl layers: a pure function of what is to be shown. Loaded after the first choropleth is on screen. */
import { HeatmapLayer } from '@deck.gl/aggregation-layers'
import type { Color, Layer } from '@deck.gl/core'
import { IconLayer, ScatterplotLayer, TextLayer } from '@deck.gl/layers'
import { MapLibreOverlay } from '@deck.gl/maplibre'
import type { Board, Overview } from '../engine/api.ts'
import { ISSUE_STATES } from '../model/state.ts'
import type { ViewState } from '../view/link/state.ts'
import { ALONE } from './order.ts'
import type { Atlas } from './points/atlas.ts'
import { type Gathered, gather } from './points/gather.ts'

export { MapLibreOverlay }

export interface PointsInput {
  overview: Overview
  board: Board
  view: ViewState
  atlas: Atlas
  /** indices of sites drawn */
  sites: readonly number[]
  /** indices of problems that pass the filters */
  issues: Uint32Array
  /** the heat is shown or has been: deck.gl works its layer out at every change, seen or not, so it is made when wanted */
  heated: boolean
  zoom: number
  /** type factor of walls */
  scale: number
  /** the dark theme is on */
  dark: boolean
  /** id of the style's layer that all stand below */
  below: string | undefined
}

/** Whether places stand alone: a wall shows the same ground at a higher zoom. */
export const standsAlone = (zoom: number, scale: number): boolean => zoom >= ALONE + Math.log2(scale)

/** Below this zoom (at type factor 1) an 居委会 is smaller than its name: only the choropleth is shown. */
const COUNTED = 12.05

const INK: [number, number, number] = [32, 44, 54]

const below = (input: PointsInput) => ({ beforeId: input.below }) as object

const isDone = (overview: Overview, board: Board, site: number): boolean => {
  const kind = overview.standard.kinds[overview.sites.kind[site] as number]
  const status = board.sites.status[site]
  if (!kind?.targetZero || status == null) return false
  const rule = overview.standard.derived.status?.find((r) => r.kinds.includes(kind.id))
  return rule?.grades[status] === 10
}

const siteIcon = (input: PointsInput, site: number): string => {
  const { overview, board } = input
  const kind = overview.standard.kinds[overview.sites.kind[site] as number]
  if (isDone(overview, board, site)) return `kind:${kind?.id}:done`
  return (board.sites.overdue[site] as number) > 0 ? `kind:${kind?.id}:alarm` : `kind:${kind?.id}`
}

const siteLayer = (input: PointsInput, visible: boolean): Layer => {
  const { overview, board, atlas, sites, scale } = input
  const { lon, lat } = overview.sites
  return new IconLayer<number>({
    id: 'sites',
    data: visible ? sites.filter((i) => Number.isFinite(lon[i])) : [],
    visible,
    pickable: true,
    iconAtlas: atlas.image as never,
    iconMapping: atlas.mapping,
    getIcon: (i) => siteIcon(input, i),
    getPosition: (i) => [lon[i] as number, lat[i] as number],
    getSize: 1,
    sizeUnits: 'pixels',
    sizeScale: 25 * scale,
    updateTriggers: { getIcon: board.asOf },
    parameters: { depthCompare: 'always' },
    ...below(input),
  })
}

const issueLayer = (input: PointsInput, visible: boolean): Layer => {
  const { overview, board, atlas, issues, scale, zoom } = input
  const { lon, lat } = overview.issues
  const places = visible ? [...issues].filter((i) => Number.isFinite(lon[i])) : []
  // 已销号 below, 逾期 on top.
  places.sort((a, b) => rankOf(board, a) - rankOf(board, b))
  const grow = Math.min(1.35, Math.max(0.75, 0.75 + (zoom - ALONE - Math.log2(scale)) * 0.25))
  return new IconLayer<number>({
    id: 'issues',
    data: places,
    visible,
    pickable: true,
    iconAtlas: atlas.image as never,
    iconMapping: atlas.mapping,
    getIcon: (i) => `state:${ISSUE_STATES[board.issues.state[i] as number] ?? '待整改'}`,
    getPosition: (i) => [lon[i] as number, lat[i] as number],
    getSize: (i) => 0.8 + 0.25 * (board.issues.severity[i] as number),
    // Beside the place it was found at, not on top of its icon.
    getPixelOffset: [11 * scale, 10 * scale],
    sizeUnits: 'pixels',
    sizeScale: 15 * scale * grow,
    updateTriggers: { getIcon: board.asOf, getSize: board.asOf },
    parameters: { depthCompare: 'always' },
    ...below(input),
  })
}

const ORDER = [1, 3, 2, 0]
const rankOf = (board: Board, issue: number): number => ORDER[board.issues.state[issue] as number] ?? 0

const countLayers = (input: PointsInput, visible: boolean): Layer[] => {
  const { overview, board, sites, zoom, scale, dark } = input
  const step = Math.round(zoom * 2) / 2
  const labels = overview.areas.map(({ label: [lon, lat], shortName }) => ({
    lon,
    lat,
    halfWidth: (16 + 8 * Math.max(3, shortName.length)) * scale,
    halfHeight: 32 * scale,
  }))
  const groups = visible
    ? gather(sites, overview.sites.lon, overview.sites.lat, board.sites.overdue, step, 74 * scale, labels)
    : []
  const radius = (g: Gathered) => (6.4 + 1.8 * Math.log2(g.count)) * scale
  return [
    new ScatterplotLayer<Gathered>({
      id: 'counts',
      data: groups,
      visible,
      pickable: true,
      getPosition: (g) => [g.lon, g.lat],
      getRadius: radius,
      radiusUnits: 'pixels',
      lineWidthUnits: 'pixels',
      stroked: true,
      getFillColor: dark ? [28, 34, 39, 215] : [255, 255, 255, 214],
      getLineColor: (g) =>
        g.overdue > 0 ? [200, 30, 58, 235] : dark ? [120, 130, 138, 150] : [70, 84, 94, 96],
      getLineWidth: (g) => (g.overdue > 0 ? 2 : 1) * scale,
      updateTriggers: { getRadius: scale, getFillColor: dark, getLineColor: dark, getLineWidth: scale },
      parameters: { depthCompare: 'always' },
      ...below(input),
    }),
    new TextLayer<Gathered>({
      id: 'count-figures',
      data: groups,
      visible,
      getPosition: (g) => [g.lon, g.lat],
      getText: (g) => String(g.count),
      getSize: 10.5 * scale,
      getColor: dark ? [225, 230, 234, 255] : [...INK, 255],
      fontFamily: '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif',
      fontWeight: 600,
      fontSettings: { fontSize: 64, sdf: false },
      characterSet: '0123456789',
      updateTriggers: { getSize: scale, getColor: dark },
      parameters: { depthCompare: 'always' },
      ...below(input),
    }),
  ]
}

/**
 * deck.gl makes the transform that adds up the weights anew on every change of the data, for the case that the attributes
 * come in another layout, and releases neither sampler nor framebuffer of the old one (9.4). Ours come in one layout: the
 * first transform does.
 */
class Heatmap extends HeatmapLayer<number> {
  static override layerName = 'Heatmap'
  override _createWeightsTransform(shaders: Parameters<HeatmapLayer['_createWeightsTransform']>[0]): void {
    if (this.state.weightsTransform === undefined) super._createWeightsTransform(shaders)
  }
}

/** One list for all draws: another one is another texture. */
const HEAT_COLOURS: Color[] = [
  [255, 237, 190],
  [250, 200, 120],
  [238, 150, 80],
  [214, 98, 58],
  [170, 50, 46],
  [116, 20, 40],
]

/** One empty list: another one would be worked out anew. */
const NO_HEAT: number[] = []

const heatLayer = (input: PointsInput): Layer => {
  const { overview, board, view, issues, scale } = input
  const { lon, lat } = overview.issues
  const levels = overview.standard.severity.levels
  return new Heatmap({
    id: 'heat',
    data: view.heat
      ? [...issues].filter((i) => Number.isFinite(lon[i]) && board.issues.state[i] !== 3)
      : NO_HEAT,
    visible: view.heat,
    getPosition: (i) => [lon[i] as number, lat[i] as number],
    getWeight: (i) => levels[board.issues.severity[i] as number]?.points ?? 1,
    radiusPixels: 46 * scale,
    intensity: 1,
    threshold: 0.06,
    colorRange: HEAT_COLOURS,
    opacity: 0.75,
    updateTriggers: { getWeight: board.asOf },
    ...below(input),
  })
}

const markLayer = (input: PointsInput, id: 'honours' | 'activities'): Layer => {
  const { overview, board, view, atlas, scale } = input
  const visible = id === 'honours' ? view.honoursShown : view.activitiesShown
  const marks = id === 'honours' ? overview.honours : overview.activities
  return new IconLayer<(typeof marks)[number]>({
    id,
    data: visible
      ? marks.filter((m) => Number.isFinite(m.lon) && (m.day === null || m.day <= board.asOf))
      : [],
    visible,
    pickable: true,
    iconAtlas: atlas.image as never,
    iconMapping: atlas.mapping,
    getIcon: () => (id === 'honours' ? 'honour' : 'activity'),
    getPosition: (m) => [m.lon, m.lat],
    getSize: 1,
    sizeScale: 26 * scale,
    sizeUnits: 'pixels',
    parameters: { depthCompare: 'always' },
    ...below(input),
  })
}

interface StationMark {
  lon: number
  lat: number
  colour: [number, number, number]
  name: string
  grade: string | null
  water: string
}

const rgb = (hex: string): [number, number, number] =>
  [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)) as [number, number, number]

const stationLayer = (
  input: PointsInput,
  visible: boolean,
  colourOf: (grade: string | null) => string,
): Layer => {
  const { board, scale } = input
  const marks: StationMark[] = visible
    ? board.waters.flatMap((water) =>
        water.stations
          .filter((s) => Number.isFinite(s.lon))
          .map((s) => ({
            lon: s.lon,
            lat: s.lat,
            name: s.name,
            grade: s.grade,
            water: water.id,
            colour: rgb(colourOf(s.grade)),
          })),
      )
    : []
  return new ScatterplotLayer<StationMark>({
    id: 'stations',
    data: marks,
    visible,
    pickable: true,
    getPosition: (m) => [m.lon, m.lat],
    getRadius: 5 * scale,
    radiusUnits: 'pixels',
    stroked: true,
    getLineColor: [255, 255, 255, 255],
    getLineWidth: 1.6 * scale,
    lineWidthUnits: 'pixels',
    getFillColor: (m) => m.colour,
    updateTriggers: { getFillColor: board.asOf, getRadius: scale },
    parameters: { depthCompare: 'always' },
    ...below(input),
  })
}

/** All point layers, bottom to top. */
export const pointLayers = (input: PointsInput, colourOf: (grade: string | null) => string): Layer[] => {
  const { view, zoom, scale } = input
  const alone = standsAlone(zoom, scale)
  return [
    ...(input.heated ? [heatLayer(input)] : []),
    stationLayer(input, view.watersShown && alone, colourOf),
    ...countLayers(input, view.sitesShown && !alone && !view.heat && zoom >= COUNTED + Math.log2(scale)),
    siteLayer(input, view.sitesShown && alone),
    issueLayer(input, view.issuesShown && alone && !view.heat),
    markLayer(input, 'activities'),
    markLayer(input, 'honours'),
  ]
}
