/** What a tool has put in place: a point, or the way from one to another. */
import type { Palette } from '../palette.ts'
import { fine } from './near.ts'
import type { Spec } from './spec.ts'

export const TOOL_SOURCES = {
  tool: fine(),
}

export const toolLayers = (palette: Palette, scale: number) =>
  ({
    'tool-way': {
      type: 'line',
      source: 'tool',
      filter: ['==', ['geometry-type'], 'LineString'],
      paint: { 'line-color': palette.ring, 'line-width': 2.4 * scale, 'line-dasharray': [2, 1.4] },
    },
    'tool-halo': {
      type: 'circle',
      source: 'tool',
      filter: ['==', ['get', 'role'], 'to'],
      paint: { 'circle-radius': 20 * scale, 'circle-color': palette.ring, 'circle-opacity': 0.24 },
    },
    'tool-point': {
      type: 'circle',
      source: 'tool',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': ['case', ['==', ['get', 'role'], 'to'], 8 * scale, 6 * scale] as never,
        'circle-color': ['case', ['==', ['get', 'role'], 'to'], palette.ring, '#ffffff'] as never,
        'circle-stroke-color': ['case', ['==', ['get', 'role'], 'to'], '#ffffff', palette.ring] as never,
        'circle-stroke-width': 2.6 * scale,
      },
    },
  }) satisfies Record<string, Spec>
