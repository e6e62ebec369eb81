/** What lies under the data: one shape for whatever brings it. */
import type { FeatureCollection } from 'geojson'
import type { LayerSpecification, SourceSpecification } from 'maplibre-gl'
import type { Overview } from '../../engine/contract/package.ts'
import type { Palette } from '../palette.ts'

/** Layers by where they stand in the draw order, each list bottom to top. */
export interface BasemapLayers {
  /** below the colours of the areas */
  ground: LayerSpecification[]
  /** drawn through the colours of the areas, so that one finds one's way */
  over: LayerSpecification[]
  /** above all points, below the names of waters and areas */
  names: LayerSpecification[]
}

export interface Basemap {
  id: string
  /** what the user knows it by */
  label: string
  sources: Record<string, SourceSpecification>
  /** what a package gives to its sources, by source; of a basemap made of tiles, nothing */
  data: (overview: Pick<Overview, 'basemap'>) => Record<string, FeatureCollection>
  /** @param scale type factor of walls */
  layers: (palette: Palette, scale: number) => BasemapLayers
  /** who made it, and its 审图号: said in the corner of the map */
  attribution: (district: Overview['district']) => string
}
