/** The package's own basemap.geojson, by the class of its features. */
import type { FilterSpecification, LayerSpecification } from 'maplibre-gl'
import { EMPTY, FONT, width } from '../style/spec.ts'
import type { Basemap } from './basemap.ts'

const cover = (...classes: string[]): FilterSpecification => ['in', ['get', 'class'], ['literal', classes]]

const land = (id: string, colour: string, ...classes: string[]): LayerSpecification => ({
  id,
  type: 'fill',
  source: 'base',
  filter: cover(...classes),
  paint: { 'fill-color': colour },
})

/** @param px at zoom 11, 14 and 17 */
const line = (
  scale: number,
  id: string,
  of: string,
  colour: string,
  px: [number, number, number],
  { minzoom, ...paint }: { minzoom?: number; 'line-dasharray'?: number[]; 'line-opacity'?: number } = {},
): LayerSpecification => ({
  id,
  type: 'line',
  source: 'base',
  ...(minzoom === undefined ? {} : { minzoom }),
  filter: cover(of),
  paint: { 'line-color': colour, 'line-width': width(scale, ...px), ...paint },
})

export const OWN: Basemap = {
  id: 'own',
  label: '数据包底图',
  sources: { base: { type: 'geojson', data: EMPTY, tolerance: 0.2 } },
  data: ({ basemap }) => ({ base: basemap ?? EMPTY }),
  layers: (palette, scale) => ({
    ground: [
      { id: 'land', type: 'background', paint: { 'background-color': palette.land } },
      land('farmland', palette.farmland, 'farmland'),
      land('builtup', palette.builtup, 'builtup'),
      land('green', palette.green, 'green'),
      land('water-fill', palette.water, 'river', 'water'),
      line(scale, 'canal', 'canal', palette.water, [0.8, 2.4, 8]),
      line(scale, 'rail', 'rail', palette.rail, [0.8, 1.4, 3], { 'line-dasharray': [5, 3] }),
      line(scale, 'lane', 'road-lane', palette.lane, [0.3, 1, 5], { minzoom: 12.8 }),
      line(scale, 'road-minor-casing', 'road-minor', palette.casing, [1, 3, 12], { minzoom: 12.2 }),
      line(scale, 'road-major-casing', 'road-major', palette.casing, [1.8, 5, 18]),
      line(scale, 'road-minor', 'road-minor', palette.road, [0.5, 2, 10]),
      line(scale, 'road-major', 'road-major', palette.road, [1.1, 3.6, 15]),
    ],
    over: [
      line(scale, 'water-over', 'canal', palette.water, [0.5, 1.6, 6], { 'line-opacity': 0.8 }),
      line(scale, 'road-over', 'road-major', palette.road, [0.7, 2.4, 12], { 'line-opacity': 0.42 }),
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
