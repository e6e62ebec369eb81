/**
 * The draw order, bottom to top, in one place: MapLibre layers by id, and where those of the basemap come in. deck.gl's
 * layers stand below the first name.
 */
export const ORDER = [
  { basemap: 'ground' },
  'area-fill',
  'area-hatch',
  { basemap: 'over' },
  'area-dim',
  'overlay-fill',
  'overlay-hatch',
  'area-edge',
  'area-demoted-band',
  'area-demoted',
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
  { basemap: 'names' },
  'water-name',
  'overlay-mark',
  'overlay-text',
  'area-label',
  'overlay-name',
  'tool-way',
  'tool-halo',
  'tool-point',
] as const
export type LayerId = Extract<(typeof ORDER)[number], string>
