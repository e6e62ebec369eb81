/** What a study draws. What it may leave out is read with coalesce: to-number would take an absent property for 0. */
import type { Palette } from '../palette.ts'
import { DISC } from './counts.ts'
import { coarse, fine } from './near.ts'
import { BOLD, ROUND, type Spec } from './spec.ts'

export const OVERLAY_SOURCES = {
  'overlay-fills': coarse({ tolerance: 0.2 }),
  'overlay-lines': fine(),
  'overlay-marks': fine(),
}

export const overlayLayers = (palette: Palette, scale: number) =>
  ({
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
    'overlay-line': {
      type: 'line',
      source: 'overlay-lines',
      filter: ['!', ['to-boolean', ['get', 'dashed']]],
      layout: ROUND,
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
    'overlay-mark': {
      type: 'circle',
      source: 'overlay-marks',
      filter: ['!', ['has', 'text']],
      paint: {
        'circle-color': ['to-color', ['get', 'colour']],
        'circle-radius': ['*', scale, ['coalesce', ['get', 'size'], 10]],
        'circle-stroke-color': palette.labelHalo,
        'circle-stroke-width': 1.5 * scale,
      },
    },
    // A hidden number would hide a stop of a route: numbers are placed first and never left out.
    'overlay-badge': {
      type: 'symbol',
      source: 'overlay-marks',
      filter: ['has', 'text'],
      layout: {
        'icon-image': 'disc',
        'icon-size': ['*', (2 * scale) / DISC, ['coalesce', ['get', 'size'], 10]],
        'icon-allow-overlap': true,
        'icon-padding': 0,
        'text-field': ['get', 'text'],
        'text-font': BOLD,
        'text-size': 12 * scale,
        'text-padding': 0,
        'text-allow-overlap': true,
      },
      paint: {
        'icon-color': ['to-color', ['get', 'colour']],
        'icon-halo-color': palette.badgeEdge,
        'icon-halo-width': 1.5 * scale,
        'text-color': '#ffffff',
      },
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
        'text-color': palette.label,
        'text-halo-color': palette.labelHalo,
        'text-halo-width': 1.8 * scale,
      },
    },
  }) satisfies Record<string, Spec>
