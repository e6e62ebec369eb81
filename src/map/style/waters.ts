/** Water bodies in the colour of their grade, their reaches of 重度黑臭, their names. */
import { HEAVY_WATER } from '../../view/colours.ts'
import type { Palette } from '../palette.ts'
import { EMPTY, FONT, ROUND, type Spec, width } from './spec.ts'

export const WATER_SOURCES = {
  waters: { type: 'geojson', data: EMPTY },
  reaches: { type: 'geojson', data: EMPTY },
} as const

export const waterLayers = (palette: Palette, scale: number) =>
  ({
    'body-casing': {
      type: 'line',
      source: 'waters',
      layout: ROUND,
      paint: {
        'line-color': ['case', ['==', ['get', 'colour'], HEAVY_WATER], palette.heavyEdge, palette.waterEdge],
        'line-width': width(scale, 2.6, 5.5, 10),
      },
    },
    body: {
      type: 'line',
      source: 'waters',
      layout: ROUND,
      paint: { 'line-color': ['get', 'colour'], 'line-width': width(scale, 1.5, 3.4, 7) },
    },
    'reach-casing': {
      type: 'line',
      source: 'reaches',
      layout: ROUND,
      paint: { 'line-color': palette.heavyEdge, 'line-width': width(scale, 4.4, 8.8, 15) },
    },
    reach: {
      type: 'line',
      source: 'reaches',
      layout: ROUND,
      paint: { 'line-color': ['get', 'colour'], 'line-width': width(scale, 3, 6.5, 12) },
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
        'text-color': palette.waterName,
        'text-halo-color': palette.nameHalo,
        'text-halo-width': 1.6 * scale,
      },
    },
  }) satisfies Record<string, Spec>
