/** The style: sources empty at first, layers in the order of `LAYERS`. No glyph server: text is drawn from local fonts. */
import type { FilterSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { NO_DATA } from '../view/colours.ts'
import { ALONE, LAYERS, type LayerId } from './order.ts'
import type { Sheet } from './palette.ts'

/** What a tool puts in place; no class of score and no state has this blue. */
const TOOL = '#1273c4'
const EMPTY = { type: 'FeatureCollection' as const, features: [] }
const FONT = ['Noto Sans CJK SC']
const BOLD = ['Noto Sans CJK SC Bold']

/** A layer without its id, whatever its type. */
type Spec = LayerSpecification extends infer L
  ? L extends LayerSpecification
    ? Omit<L, 'id'>
    : never
  : never

const cover = (...classes: string[]): FilterSpecification => ['in', ['get', 'class'], ['literal', classes]]

// What a study may leave out is read with coalesce: to-number would take an absent property for 0.

/** A width that grows with the zoom, in pixels: at zoom 11, 14 and 17, times the type factor. */
const width = (scale: number, a: number, b: number, c: number) =>
  ['interpolate', ['exponential', 1.4], ['zoom'], 11, a * scale, 14, b * scale, 17, c * scale] as never

/** @param scale factor for walls: everything drawn grows by it */
export const layersOf = (sheet: Sheet, scale: number): LayerSpecification[] => {
  // Lines and outlines of places come when their icons do.
  const near = ALONE + Math.log2(scale)
  const specs: Record<LayerId, Spec> = {
    land: { type: 'background', paint: { 'background-color': sheet.land } },
    farmland: {
      type: 'fill',
      source: 'base',
      filter: cover('farmland'),
      paint: { 'fill-color': sheet.farmland },
    },
    builtup: {
      type: 'fill',
      source: 'base',
      filter: cover('builtup'),
      paint: { 'fill-color': sheet.builtup },
    },
    green: { type: 'fill', source: 'base', filter: cover('green'), paint: { 'fill-color': sheet.green } },
    'water-fill': {
      type: 'fill',
      source: 'base',
      filter: cover('river', 'water'),
      paint: { 'fill-color': sheet.water },
    },
    canal: {
      type: 'line',
      source: 'base',
      filter: cover('canal'),
      paint: { 'line-color': sheet.water, 'line-width': width(scale, 0.8, 2.4, 8) },
    },
    rail: {
      type: 'line',
      source: 'base',
      filter: cover('rail'),
      paint: { 'line-color': sheet.rail, 'line-width': width(scale, 0.8, 1.4, 3), 'line-dasharray': [5, 3] },
    },
    lane: {
      type: 'line',
      source: 'base',
      minzoom: 12.8,
      filter: cover('road-lane'),
      paint: { 'line-color': sheet.lane, 'line-width': width(scale, 0.3, 1, 5) },
    },
    'road-minor-casing': {
      type: 'line',
      source: 'base',
      minzoom: 12.2,
      filter: cover('road-minor'),
      paint: { 'line-color': sheet.casing, 'line-width': width(scale, 1, 3, 12) },
    },
    'road-major-casing': {
      type: 'line',
      source: 'base',
      filter: cover('road-major'),
      paint: { 'line-color': sheet.casing, 'line-width': width(scale, 1.8, 5, 18) },
    },
    'road-minor': {
      type: 'line',
      source: 'base',
      filter: cover('road-minor'),
      paint: { 'line-color': sheet.road, 'line-width': width(scale, 0.5, 2, 10) },
    },
    'road-major': {
      type: 'line',
      source: 'base',
      filter: cover('road-major'),
      paint: { 'line-color': sheet.road, 'line-width': width(scale, 1.1, 3.6, 15) },
    },
    'area-fill': {
      type: 'fill',
      source: 'areas',
      paint: {
        'fill-color': ['to-color', ['feature-state', 'colour'], NO_DATA],
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], 12, 0.9, 15, 0.66, 17, 0.42],
      },
    },
    'area-hatch': {
      type: 'fill',
      source: 'areas',
      filter: ['==', ['get', 'code'], ''],
      paint: { 'fill-pattern': 'hatch' },
    },
    'water-over': {
      type: 'line',
      source: 'base',
      filter: cover('canal'),
      paint: { 'line-color': sheet.water, 'line-width': width(scale, 0.5, 1.6, 6), 'line-opacity': 0.8 },
    },
    'road-over': {
      type: 'line',
      source: 'base',
      filter: cover('road-major'),
      paint: { 'line-color': sheet.road, 'line-width': width(scale, 0.7, 2.4, 12), 'line-opacity': 0.42 },
    },
    'area-dim': {
      type: 'fill',
      source: 'areas',
      paint: {
        'fill-color': sheet.outside,
        'fill-opacity': ['number', ['feature-state', 'dim'], 0],
      },
    },
    'overlay-fill': {
      type: 'fill',
      source: 'overlay-fills',
      filter: ['!', ['to-boolean', ['get', 'hatched']]],
      paint: {
        'fill-color': ['to-color', ['get', 'colour']],
        'fill-opacity': ['coalesce', ['get', 'opacity'], 0.5],
      },
    },
    'overlay-hatch': {
      type: 'fill',
      source: 'overlay-fills',
      filter: ['to-boolean', ['get', 'hatched']],
      paint: { 'fill-pattern': 'hatch', 'fill-opacity': ['coalesce', ['get', 'opacity'], 0.9] },
    },
    'area-edge': {
      type: 'line',
      source: 'areas',
      paint: { 'line-color': sheet.edge, 'line-width': width(scale, 0.8, 1.5, 2.5) },
    },
    'area-relocation': {
      type: 'line',
      source: 'areas',
      filter: ['==', ['get', 'code'], ''],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': sheet.officeEdge,
        'line-width': 1.2 * scale,
        'line-dasharray': [2, 3],
        'line-offset': 4 * scale,
        'line-opacity': 0.65,
      },
    },
    'office-edge': {
      type: 'line',
      source: 'offices',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': sheet.officeEdge,
        'line-width': width(scale, 1.4, 2.4, 3.4),
        'line-opacity': 0.8,
      },
    },
    'body-casing': {
      type: 'line',
      source: 'waters',
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': sheet.labelHalo, 'line-width': width(scale, 2.6, 5.5, 10) },
    },
    body: {
      type: 'line',
      source: 'waters',
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': ['get', 'colour'], 'line-width': width(scale, 1.5, 3.4, 7) },
    },
    reach: {
      type: 'line',
      source: 'reaches',
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': ['get', 'colour'], 'line-width': width(scale, 3, 6.5, 12) },
    },
    'site-shape-fill': {
      type: 'fill',
      source: 'site-shapes',
      minzoom: near,
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': ['get', 'colour'], 'fill-opacity': 0.14 },
    },
    'site-shape': {
      type: 'line',
      source: 'site-shapes',
      minzoom: near,
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': ['get', 'colour'],
        'line-width': width(scale, 0.8, 1.8, 4),
        'line-opacity': 0.75,
      },
    },
    'overlay-line': {
      type: 'line',
      source: 'overlay-lines',
      filter: ['!', ['to-boolean', ['get', 'dashed']]],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': ['to-color', ['get', 'colour']],
        'line-width': ['*', scale, ['coalesce', ['get', 'width'], 3]],
      },
    },
    'overlay-dash': {
      type: 'line',
      source: 'overlay-lines',
      filter: ['to-boolean', ['get', 'dashed']],
      paint: {
        'line-color': ['to-color', ['get', 'colour']],
        'line-width': ['*', scale, ['coalesce', ['get', 'width'], 2]],
        'line-dasharray': [2, 2],
      },
    },
    'area-hover': {
      type: 'line',
      source: 'areas',
      paint: {
        'line-color': sheet.officeEdge,
        'line-width': 2 * scale,
        'line-opacity': ['case', ['boolean', ['feature-state', 'hover'], false], 0.9, 0],
      },
    },
    'area-halo': {
      type: 'line',
      source: 'areas',
      filter: ['==', ['get', 'code'], ''],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': sheet.labelHalo, 'line-width': 7 * scale },
    },
    'area-selected': {
      type: 'line',
      source: 'areas',
      filter: ['==', ['get', 'code'], ''],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': sheet.officeEdge === '#f0f3f5' ? '#ffffff' : '#0e2a38',
        'line-width': 3 * scale,
      },
    },
    'road-name': {
      type: 'symbol',
      source: 'base',
      minzoom: 12.4,
      filter: ['all', cover('road-major', 'road-minor'), ['!=', ['get', 'name'], '']] as FilterSpecification,
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 420 * scale,
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': ['interpolate', ['linear'], ['zoom'], 12, 10 * scale, 16, 13 * scale],
        'text-letter-spacing': 0.12,
      },
      paint: { 'text-color': sheet.name, 'text-halo-color': sheet.nameHalo, 'text-halo-width': 1.4 * scale },
    },
    'water-name': {
      type: 'symbol',
      source: 'waters',
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 520 * scale,
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': 11.5 * scale,
        'text-letter-spacing': 0.25,
        'text-offset': [0, -0.9],
      },
      paint: {
        'text-color': sheet.waterName,
        'text-halo-color': sheet.nameHalo,
        'text-halo-width': 1.6 * scale,
      },
    },
    'area-label': {
      type: 'symbol',
      source: 'area-labels',
      layout: {
        'text-field': [
          'format',
          ['get', 'name'],
          { 'font-scale': 0.8 },
          '\n',
          {},
          ['get', 'figure'],
          { 'font-scale': ['get', 'size'] },
        ],
        'text-font': BOLD,
        'text-size': [
          'interpolate',
          ['linear'],
          ['zoom'],
          10.5,
          11 * scale,
          12.5,
          15.5 * scale,
          15,
          21 * scale,
        ],
        'text-line-height': 1.16,
        'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
        'text-radial-offset': 0.3,
        'text-padding': 1,
        'symbol-sort-key': ['get', 'order'],
        'text-max-width': 9,
      },
      paint: {
        'text-color': sheet.label,
        'text-halo-color': sheet.labelHalo,
        'text-halo-width': 1.8 * scale,
        'text-opacity': ['get', 'opacity'],
      },
    },
    'overlay-mark': {
      type: 'circle',
      source: 'overlay-marks',
      paint: {
        'circle-color': ['to-color', ['get', 'colour']],
        'circle-radius': ['*', scale, ['coalesce', ['get', 'size'], 10]],
        'circle-stroke-color': sheet.labelHalo,
        'circle-stroke-width': 1.5 * scale,
      },
    },
    'overlay-text': {
      type: 'symbol',
      source: 'overlay-marks',
      filter: ['has', 'text'],
      layout: {
        'text-field': ['get', 'text'],
        'text-font': BOLD,
        'text-size': 12 * scale,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': '#ffffff' },
    },
    'overlay-name': {
      type: 'symbol',
      source: 'overlay-marks',
      filter: ['has', 'name'],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': BOLD,
        'text-size': 12 * scale,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 1.1,
        'text-max-width': 12,
      },
      paint: {
        'text-color': sheet.label,
        'text-halo-color': sheet.labelHalo,
        'text-halo-width': 1.8 * scale,
      },
    },
    'tool-way': {
      type: 'line',
      source: 'tool',
      filter: ['==', ['geometry-type'], 'LineString'],
      paint: { 'line-color': TOOL, 'line-width': 2.4 * scale, 'line-dasharray': [2, 1.4] },
    },
    'tool-halo': {
      type: 'circle',
      source: 'tool',
      filter: ['==', ['get', 'role'], 'to'],
      paint: { 'circle-radius': 20 * scale, 'circle-color': TOOL, 'circle-opacity': 0.24 },
    },
    'tool-point': {
      type: 'circle',
      source: 'tool',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': ['case', ['==', ['get', 'role'], 'to'], 8 * scale, 6 * scale] as never,
        'circle-color': ['case', ['==', ['get', 'role'], 'to'], TOOL, '#ffffff'] as never,
        'circle-stroke-color': ['case', ['==', ['get', 'role'], 'to'], '#ffffff', TOOL] as never,
        'circle-stroke-width': 2.6 * scale,
      },
    },
  }
  return LAYERS.map((id) => ({ id, ...specs[id] }) as LayerSpecification)
}

export const styleOf = (sheet: Sheet, scale: number): StyleSpecification => ({
  version: 8,
  sources: {
    base: { type: 'geojson', data: EMPTY, tolerance: 0.2 },
    areas: { type: 'geojson', data: EMPTY, promoteId: 'index', tolerance: 0.1 },
    offices: { type: 'geojson', data: EMPTY, tolerance: 0.1 },
    waters: { type: 'geojson', data: EMPTY },
    reaches: { type: 'geojson', data: EMPTY },
    'site-shapes': { type: 'geojson', data: EMPTY },
    'area-labels': { type: 'geojson', data: EMPTY },
    'overlay-fills': { type: 'geojson', data: EMPTY, tolerance: 0.2 },
    'overlay-lines': { type: 'geojson', data: EMPTY },
    'overlay-marks': { type: 'geojson', data: EMPTY },
    tool: { type: 'geojson', data: EMPTY },
  },
  layers: layersOf(sheet, scale),
})
