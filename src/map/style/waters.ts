/** Water bodies in the colour of their grade, their reaches of 重度黑臭, their names. */
import { HEAVY_WATER } from '../../view/colours.ts'
import type { Palette } from '../palette.ts'
import { inTwo } from './near.ts'
import { FONT, ROUND, type Spec, type Widths, widthBy } from './spec.ts'

export const WATER_SOURCES = inTwo('waters')

/** Whether it is a reach of its own, drawn above the water body it is part of. */
const IS_REACH = ['to-boolean', ['get', 'reach']]

const widthOf = (scale: number, body: Widths, reach: Widths) =>
  widthBy((i) => ['case', IS_REACH, reach[i] * scale, body[i] * scale])

const ABOVE = { ...ROUND, 'line-sort-key': ['case', IS_REACH, 1, 0] as never }

export const waterLayers = (palette: Palette, scale: number) =>
  ({
    'water-casing': {
      type: 'line',
      source: 'waters',
      layout: ABOVE,
      paint: {
        'line-color': ['case', ['==', ['get', 'colour'], HEAVY_WATER], palette.heavyEdge, palette.waterEdge],
        'line-width': widthOf(scale, [2.6, 5.5, 10], [4.4, 8.8, 15]),
      },
    },
    water: {
      type: 'line',
      source: 'waters',
      layout: ABOVE,
      paint: {
        'line-color': ['get', 'colour'],
        'line-width': widthOf(scale, [1.5, 3.4, 7], [3, 6.5, 12]),
      },
    },
    'water-name': {
      type: 'symbol',
      source: 'waters',
      filter: ['!', IS_REACH] as never,
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
