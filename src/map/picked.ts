/** What is selected, as it is drawn: the shape of a water body or a street, and the point that a ring goes around. Pure. */
import type { Feature, FeatureCollection } from 'geojson'
import type { Ref } from '../engine/contract/cards.ts'
import type { Overview } from '../engine/contract/package.ts'
import { pointOf, shapeOf } from '../view/selection.ts'

/** An area has edges of its own, an office is what the filter leaves. */
export const pickedFeatures = (selection: Ref | null, overview: Overview): FeatureCollection => {
  const shape = selection && shapeOf(selection, overview)
  const point = pointOf(selection, overview)
  const features: Feature[] = []
  if (shape) features.push({ type: 'Feature', geometry: shape, properties: {} })
  if (point)
    features.push({ type: 'Feature', geometry: { type: 'Point', coordinates: point }, properties: {} })
  return { type: 'FeatureCollection', features }
}
