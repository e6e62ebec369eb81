/** The lines and outlines of places that have one. */
import { fine } from './near.ts'
import { ROUND, type Spec, width } from './spec.ts'

export const SITE_SOURCES = {
  'site-shapes': fine(),
}

export const siteLayers = (scale: number) =>
  ({
    'site-shape-fill': {
      type: 'fill',
      source: 'site-shapes',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': ['get', 'colour'], 'fill-opacity': 0.14 },
    },
    'site-shape': {
      type: 'line',
      source: 'site-shapes',
      layout: ROUND,
      paint: {
        'line-color': ['get', 'colour'],
        'line-width': width(scale, 0.8, 1.8, 4),
        'line-opacity': 0.75,
      },
    },
  }) satisfies Record<string, Spec>
