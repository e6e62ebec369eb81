/** What is selected: its shape outlined below the points, a ring around its place above everything. */
import type { Palette } from '../palette.ts'
import { fine } from './near.ts'
import { ROUND, type Spec, width } from './spec.ts'

export const PICKED_SOURCES = {
  picked: fine(),
}

export const pickedLayers = (palette: Palette, scale: number) =>
  ({
    'picked-line': {
      type: 'line',
      source: 'picked',
      filter: ['!=', ['geometry-type'], 'Point'],
      layout: ROUND,
      paint: { 'line-color': palette.selected, 'line-width': width(scale, 6, 10, 15) },
    },
    'picked-ring': {
      type: 'circle',
      source: 'picked',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 25 * scale,
        'circle-color': palette.ring,
        'circle-opacity': 0.16,
        'circle-stroke-color': palette.ring,
        'circle-stroke-width': 3 * scale,
      },
    },
  }) satisfies Record<string, Spec>
