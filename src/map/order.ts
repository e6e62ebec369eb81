/** The draw order, bottom to top, in one place. MapLibre layers by id; deck.gl layers stand before `POINTS_BELOW`. */
export const LAYERS = [
  'land',
  'farmland',
  'builtup',
  'green',
  'water-fill',
  'canal',
  'rail',
  'lane',
  'road-minor-casing',
  'road-major-casing',
  'road-minor',
  'road-major',
  'area-fill',
  'area-hatch',
  'water-over',
  'road-over',
  'area-dim',
  'overlay-fill',
  'overlay-hatch',
  'area-edge',
  'area-relocation',
  'office-edge',
  'body-casing',
  'body',
  'reach',
  'site-shape-fill',
  'site-shape',
  'overlay-line',
  'overlay-dash',
  'area-hover',
  'area-halo',
  'area-selected',
  'road-name',
  'water-name',
  'overlay-mark',
  'overlay-text',
  'area-label',
  'overlay-name',
  'tool-way',
  'tool-halo',
  'tool-point',
] as const
export type LayerId = (typeof LAYERS)[number]

/** Names stand above all points: deck layers go in below the first of them. */
export const POINTS_BELOW: LayerId = 'road-name'

/** From this zoom on (at type factor 1) places stand alone; below it they are gathered. */
export const ALONE = 13.7
