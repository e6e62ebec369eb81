/** 居委会 and 办事处: colour, hatch, edges, names. The colours and how much each is faded come as feature-state. */
import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl'
import { COVER, NO_DATA } from '../../view/colours.ts'
import type { Palette } from '../palette.ts'
import { inTwo, loose } from './near.ts'
import { BOLD, type Spec, type Widths, width, widthBy } from './spec.ts'

/** The layers for some of the areas draw none until they are told which. */
const NO_AREA: FilterSpecification = ['==', ['get', 'code'], '']

export const AREA_SOURCES = {
  // 居委会 have an index, 办事处 have none.
  ...inTwo('areas', { promoteId: 'index', tolerance: 0.1 }),
  'area-labels': loose(),
}

const IS_AREA: FilterSpecification = ['has', 'index']
const AREA_EDGE: Widths = [0.8, 1.5, 2.5]
const OFFICE_EDGE: Widths = [1.4, 2.4, 3.4]

/** Zoom at the desk: below that at which the district fills what the panels leave of a window 1366 wide. */
const LATE_FROM = 11.3

/** Name, figure, and under them what is wrong. @param wrong properties of the label that say it */
const words = (palette: Palette, ...wrong: ('tag' | 'late')[]) =>
  [
    'format',
    ['get', 'name'],
    { 'font-scale': 0.8 },
    '\n',
    {},
    ['get', 'figure'],
    { 'font-scale': ['get', 'size'] },
    ...wrong.flatMap((key) => [['get', key], { 'font-scale': 0.74, 'text-color': palette.veto }]),
  ] as ExpressionSpecification

const labelSize = (scale: number) =>
  [
    'interpolate',
    ['linear'],
    ['zoom'],
    10.5,
    11 * scale,
    12.5,
    15.5 * scale,
    15,
    21 * scale,
  ] as ExpressionSpecification

export const areaLayers = (palette: Palette, scale: number) =>
  ({
    'area-fill': {
      type: 'fill',
      source: 'areas',
      filter: IS_AREA,
      paint: {
        // Its edge lies under a line.
        'fill-antialias': false,
        'fill-color': ['to-color', ['feature-state', 'colour'], NO_DATA],
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], ...COVER[palette.scheme].flat()] as never,
      },
    },
    'area-hatch': {
      type: 'fill',
      source: 'areas',
      filter: NO_AREA,
      paint: { 'fill-antialias': false, 'fill-pattern': 'hatch', 'fill-opacity': palette.hatch },
    },
    'area-dim': {
      type: 'fill',
      source: 'areas',
      filter: IS_AREA,
      paint: {
        'fill-antialias': false,
        'fill-color': palette.outside,
        'fill-opacity': ['number', ['feature-state', 'dim'], 0],
      },
    },
    // A hatched edge, inside: short strokes on a band, so that they are seen on whatever colour the area has.
    'area-demoted-band': {
      type: 'line',
      source: 'areas',
      filter: NO_AREA,
      paint: {
        'line-color': palette.demotedBand,
        'line-width': width(scale, 3.4, 6, 9),
        'line-offset': width(scale, 1.7, 3, 4.5),
        'line-opacity': 0.9,
      },
    },
    'area-demoted': {
      type: 'line',
      source: 'areas',
      filter: NO_AREA,
      paint: {
        'line-color': palette.demoted,
        'line-width': width(scale, 3.4, 6, 9),
        'line-dasharray': [0.35, 0.75],
        'line-offset': width(scale, 1.7, 3, 4.5),
        'line-opacity': 0.9,
      },
    },
    'area-relocation': {
      type: 'line',
      source: 'areas',
      filter: NO_AREA,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.officeEdge,
        'line-width': 1.2 * scale,
        'line-dasharray': [2, 3],
        'line-offset': 4 * scale,
        'line-opacity': 0.65,
      },
    },
    'area-edge': {
      type: 'line',
      source: 'areas',
      layout: { 'line-join': 'round', 'line-sort-key': ['case', IS_AREA, 0, 1] as never },
      paint: {
        'line-color': ['case', IS_AREA, palette.edge, palette.officeEdge] as never,
        'line-width': widthBy((i) => ['case', IS_AREA, AREA_EDGE[i] * scale, OFFICE_EDGE[i] * scale]),
        'line-opacity': ['case', IS_AREA, 1, 0.8] as never,
      },
    },
    'area-hover': {
      type: 'line',
      source: 'areas',
      filter: IS_AREA,
      paint: {
        'line-color': palette.officeEdge,
        'line-width': 2 * scale,
        'line-opacity': ['case', ['boolean', ['feature-state', 'hover'], false], 0.9, 0],
      },
    },
    'area-halo': {
      type: 'line',
      source: 'areas',
      filter: NO_AREA,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.labelHalo, 'line-width': 7 * scale },
    },
    'area-selected': {
      type: 'line',
      source: 'areas',
      filter: NO_AREA,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.selected,
        'line-width': 3 * scale,
      },
    },
    // Where there is no room for a name of forty characters there may be some for the score: below the names, it is placed
    // only where the name it belongs to is not, since both stand in the middle of the area.
    'area-score': {
      type: 'symbol',
      source: 'area-labels',
      layout: {
        'text-field': ['format', ['get', 'figure'], { 'font-scale': ['get', 'size'] }],
        'text-font': BOLD,
        'text-size': labelSize(scale),
        'text-padding': 1,
        'symbol-sort-key': ['get', 'order'],
      },
      paint: {
        'text-color': palette.label,
        'text-halo-color': palette.labelHalo,
        'text-halo-width': 1.8 * scale,
        'text-opacity': ['get', 'opacity'],
      },
    },
    'area-label': {
      type: 'symbol',
      source: 'area-labels',
      layout: {
        // A score that a veto has lowered never stands without it; what is late waits for the room of the whole district.
        'text-field': [
          'step',
          ['zoom'],
          words(palette, 'tag'),
          LATE_FROM + Math.log2(scale),
          words(palette, 'tag', 'late'),
        ],
        'text-font': BOLD,
        'text-size': labelSize(scale),
        'text-line-height': 1.16,
        'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
        'text-radial-offset': 0.3,
        'text-padding': 1,
        'symbol-sort-key': ['get', 'order'],
        'text-max-width': 9,
      },
      paint: {
        'text-color': palette.label,
        'text-halo-color': palette.labelHalo,
        'text-halo-width': 1.8 * scale,
        'text-opacity': ['get', 'opacity'],
      },
    },
  }) satisfies Record<string, Spec>
