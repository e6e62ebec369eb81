/** The package's own basemap.geojson, by the class of its features. */
import type { FilterSpecification } from 'maplibre-gl'
import { EMPTY, FONT, width } from '../style/spec.ts'
import type { Basemap } from './basemap.ts'

const cover = (...classes: string[]): FilterSpecification => ['in', ['get', 'class'], ['literal', classes]]

export const OWN: Basemap = {
  id: 'own',
  label: '数据包底图',
  sources: { base: { type: 'geojson', data: EMPTY, tolerance: 0.2 } },
  data: ({ basemap }) => ({ base: basemap ?? EMPTY }),
  layers: (palette, scale) => ({
    ground: [
      {
        id: 'land',
        type: 'background',
        paint: { 'background-color': palette.land },
      },
      {
        id: 'farmland',
        type: 'fill',
        source: 'base',
        filter: cover('farmland'),
        paint: { 'fill-color': palette.farmland },
      },
      {
        id: 'builtup',
        type: 'fill',
        source: 'base',
        filter: cover('builtup'),
        paint: { 'fill-color': palette.builtup },
      },
      {
        id: 'green',
        type: 'fill',
        source: 'base',
        filter: cover('green'),
        paint: { 'fill-color': palette.green },
      },
      {
        id: 'water-fill',
        type: 'fill',
        source: 'base',
        filter: cover('river', 'water'),
        paint: { 'fill-color': palette.water },
      },
      {
        id: 'canal',
        type: 'line',
        source: 'base',
        filter: cover('canal'),
        paint: { 'line-color': palette.water, 'line-width': width(scale, 0.8, 2.4, 8) },
      },
      {
        id: 'rail',
        type: 'line',
        source: 'base',
        filter: cover('rail'),
        paint: {
          'line-color': palette.rail,
          'line-width': width(scale, 0.8, 1.4, 3),
          'line-dasharray': [5, 3],
        },
      },
      {
        id: 'lane',
        type: 'line',
        source: 'base',
        minzoom: 12.8,
        filter: cover('road-lane'),
        paint: { 'line-color': palette.lane, 'line-width': width(scale, 0.3, 1, 5) },
      },
      {
        id: 'road-minor-casing',
        type: 'line',
        source: 'base',
        minzoom: 12.2,
        filter: cover('road-minor'),
        paint: { 'line-color': palette.casing, 'line-width': width(scale, 1, 3, 12) },
      },
      {
        id: 'road-major-casing',
        type: 'line',
        source: 'base',
        filter: cover('road-major'),
        paint: { 'line-color': palette.casing, 'line-width': width(scale, 1.8, 5, 18) },
      },
      {
        id: 'road-minor',
        type: 'line',
        source: 'base',
        filter: cover('road-minor'),
        paint: { 'line-color': palette.road, 'line-width': width(scale, 0.5, 2, 10) },
      },
      {
        id: 'road-major',
        type: 'line',
        source: 'base',
        filter: cover('road-major'),
        paint: { 'line-color': palette.road, 'line-width': width(scale, 1.1, 3.6, 15) },
      },
    ],
    over: [
      {
        id: 'water-over',
        type: 'line',
        source: 'base',
        filter: cover('canal'),
        paint: { 'line-color': palette.water, 'line-width': width(scale, 0.5, 1.6, 6), 'line-opacity': 0.8 },
      },
      {
        id: 'road-over',
        type: 'line',
        source: 'base',
        filter: cover('road-major'),
        paint: { 'line-color': palette.road, 'line-width': width(scale, 0.7, 2.4, 12), 'line-opacity': 0.42 },
      },
    ],
    names: [
      {
        id: 'road-name',
        type: 'symbol',
        source: 'base',
        minzoom: 12.4,
        filter: [
          'all',
          cover('road-major', 'road-minor'),
          ['!=', ['get', 'name'], ''],
        ] as FilterSpecification,
        layout: {
          'symbol-placement': 'line',
          'symbol-spacing': 420 * scale,
          'text-field': ['get', 'name'],
          'text-font': FONT,
          'text-size': ['interpolate', ['linear'], ['zoom'], 12, 10 * scale, 16, 13 * scale],
          'text-letter-spacing': 0.12,
        },
        paint: {
          'text-color': palette.name,
          'text-halo-color': palette.nameHalo,
          'text-halo-width': 1.4 * scale,
        },
      },
    ],
  }),
  attribution: ({ attribution, mapNumber }) =>
    (attribution ?? '底图由数据包提供') + (mapNumber ? ` · 审图号：${mapNumber}` : ''),
}
