/** What the layers of the style have in common. */
import type { LayerSpecification } from 'maplibre-gl'

/** A layer without its id, whatever its type. */
export type Spec = LayerSpecification extends infer L
  ? L extends LayerSpecification
    ? Omit<L, 'id'>
    : never
  : never

/** What a source holds until the package is there. */
export const EMPTY = { type: 'FeatureCollection' as const, features: [] }

// Text is drawn from local fonts: there is no glyph server.
export const FONT = ['Noto Sans CJK SC']
export const BOLD = ['Noto Sans CJK SC Bold']

export const ROUND = { 'line-join': 'round', 'line-cap': 'round' } as const

/** Pixels at zoom 11, 14 and 17. */
export type Widths = [number, number, number]

/** A width that grows with the zoom, of each feature its own. @param at of the i-th of the zooms, in pixels */
export const widthBy = (at: (i: 0 | 1 | 2) => unknown) =>
  ['interpolate', ['exponential', 1.4], ['zoom'], 11, at(0), 14, at(1), 17, at(2)] as never

/** A width that grows with the zoom, in pixels: at zoom 11, 14 and 17, times the type factor. */
export const width = (scale: number, ...px: Widths) => widthBy((i) => px[i] * scale)
