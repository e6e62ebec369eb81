/** The package's own basemap.geojson, by the class of its features. */
import type { Feature } from 'geojson'
import type { FilterSpecification, LayerSpecification } from 'maplibre-gl'
import { inTwo } from '../style/near.ts'
import { FONT, type Widths, widthBy } from '../style/spec.ts'
import type { Basemap } from './basemap.ts'

/** `land` is ours: all that nothing else covers. */
type Class =
  | 'land'
  | 'farmland'
  | 'builtup'
  | 'green'
  | 'river'
  | 'water'
  | 'canal'
  | 'rail'
  | 'road-lane'
  | 'road-minor'
  | 'road-major'

/** Under all else. A layer of the type background would be drawn by many small tiles, whatever those of the source are. */
const LAND: Feature = {
  type: 'Feature',
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [-180, -85],
        [180, -85],
        [180, 85],
        [-180, 85],
        [-180, -85],
      ],
    ],
  },
  properties: { class: 'land' },
}

const cover = (...classes: Class[]): FilterSpecification => ['in', ['get', 'class'], ['literal', classes]]

/** What each class has of something; `other` is for the classes that the layer does not draw. */
const byClass = <Value extends string | number>(values: Partial<Record<Class, Value>>, other: Value) =>
  ['match', ['get', 'class'], ...Object.entries(values).flat(), other] as never

/** The same of each class that a layer draws, by class. */
const eachOf = <Value extends string | number>(
  of: ClassWidths,
  value: (px: Widths, i: number) => Value,
): Partial<Record<Class, Value>> =>
  Object.fromEntries(Object.entries(of).map(([name, px], i) => [name, value(px, i)]))

type ClassWidths = Partial<Record<Class, Widths>>

/** Lines of several classes in one layer, those named later above. */
const lines = (
  scale: number,
  id: string,
  of: ClassWidths,
  colours: Partial<Record<Class, string>>,
  paint: object = {},
  filter: FilterSpecification = cover(...(Object.keys(of) as Class[])),
): LayerSpecification => ({
  id,
  type: 'line',
  source: 'base',
  filter,
  layout: {
    'line-sort-key': byClass(
      eachOf(of, (_, i) => i),
      0,
    ),
  },
  paint: {
    'line-color': byClass(colours, '#000000'),
    'line-width': widthBy((at) =>
      byClass(
        eachOf(of, (px) => px[at] * scale),
        0,
      ),
    ),
    ...paint,
  },
})

/** Lanes and the edges of smaller roads come when there is room for them. */
const ROOM = [
  'any',
  cover('canal', 'road-major'),
  ['all', cover('road-minor'), ['>=', ['zoom'], 12]],
  ['all', cover('road-lane'), ['>=', ['zoom'], 13]],
] as FilterSpecification

export const OWN: Basemap = {
  id: 'own',
  label: '数据包底图',
  sources: inTwo('base', { tolerance: 0.2 }),
  data: ({ basemap }) => ({
    base: { type: 'FeatureCollection', features: [LAND, ...(basemap?.features ?? [])] },
  }),
  layers: (palette, scale) => ({
    ground: [
      {
        id: 'cover',
        type: 'fill',
        source: 'base',
        filter: cover('land', 'farmland', 'builtup', 'green', 'river', 'water'),
        layout: {
          'fill-sort-key': byClass({ land: 0, farmland: 1, builtup: 2, green: 3, river: 4, water: 4 }, 0),
        },
        paint: {
          'fill-color': byClass(
            {
              land: palette.land,
              farmland: palette.farmland,
              builtup: palette.builtup,
              green: palette.green,
              river: palette.water,
              water: palette.water,
            },
            palette.land,
          ),
          // The outline it stands for costs more than the fill, between colours that hardly differ.
          'fill-antialias': false,
        },
      },
      lines(
        scale,
        'way-under',
        {
          canal: [0.8, 2.4, 8],
          'road-lane': [0.3, 1, 5],
          'road-minor': [1, 3, 12],
          'road-major': [1.8, 5, 18],
        },
        {
          canal: palette.water,
          'road-lane': palette.lane,
          'road-minor': palette.casing,
          'road-major': palette.casing,
        },
        {},
        ROOM,
      ),
      lines(scale, 'rail', { rail: [0.8, 1.4, 3] }, { rail: palette.rail }, { 'line-dasharray': [5, 3] }),
      lines(
        scale,
        'way',
        { 'road-minor': [0.5, 2, 10], 'road-major': [1.1, 3.6, 15] },
        { 'road-minor': palette.road, 'road-major': palette.road },
      ),
    ],
    over: [
      lines(
        scale,
        'way-over',
        { canal: [0.5, 1.6, 6], 'road-major': [0.7, 2.4, 12] },
        { canal: palette.water, 'road-major': palette.road },
        { 'line-opacity': byClass({ canal: 0.8, 'road-major': 0.42 }, 0) },
      ),
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
