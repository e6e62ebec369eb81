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

/** A width that grows with the zoom, in pixels: at zoom 11, 14 and 17, times the type factor. */
export const width = (scale: number, a: number, b: number, c: number) =>
  ['interpolate', ['exponential', 1.4], ['zoom'], 11, a * scale, 14, b * scale, 17, c * scale] as never
