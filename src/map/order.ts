/**
 * The draw order, bottom to top, in one place: MapLibre layers by id, and where those of the basemap come in. deck.gl's
 * points stand below `area-dim`, what is selected of them below the first name.
 *
 * MapLibre places symbols from the top down, so that what stands lower here yields: roads to waters, both to the names of
 * marks, those to counts, counts to areas with their scores, and these move beside the numbered marks of a study.
 */
export const ORDER = [
  { basemap: 'ground' },
  'area-fill',
  'area-hatch',
  { basemap: 'over' },
  'overlay-fill',
  'overlay-hatch',
  'area-demoted-band',
  'area-demoted',
  'area-relocation',
  'area-edge',
  'picked-line',
  'water-casing',
  'water',
  'site-shape-fill',
  'site-shape',
  'overlay-line',
  'overlay-dash',
  'area-dim',
  'area-hover',
  'area-halo',
  'area-selected',
  { basemap: 'names' },
  'water-name',
  'overlay-mark',
  'overlay-name',
  'count',
  'area-score',
  'area-label',
  'overlay-badge',
  'picked-ring',
  'tool-way',
  'tool-halo',
  'tool-point',
] as const
export type LayerId = Extract<(typeof ORDER)[number], string>
