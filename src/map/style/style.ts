/** The style: sources empty at first, layers in the draw order. */
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import type { Basemap } from '../basemaps/basemap.ts'
import { type LayerId, ORDER } from '../order.ts'
import { LIGHT, type Palette } from '../palette.ts'
import { AREA_SOURCES, areaLayers } from './areas.ts'
import { COUNT_SOURCES, countLayers } from './counts.ts'
import { farAndNear } from './near.ts'
import { OVERLAY_SOURCES, overlayLayers } from './overlay.ts'
import { PICKED_SOURCES, pickedLayers } from './picked.ts'
import { SITE_SOURCES, siteLayers } from './sites.ts'
import type { Spec } from './spec.ts'
import { TOOL_SOURCES, toolLayers } from './tool.ts'
import { WATER_SOURCES, waterLayers } from './waters.ts'

const specsOf = (palette: Palette, scale: number): Record<LayerId, Spec> => ({
  ...areaLayers(palette, scale),
  ...waterLayers(palette, scale),
  ...siteLayers(scale),
  ...countLayers(palette, scale),
  ...overlayLayers(palette, scale),
  ...pickedLayers(palette, scale),
  ...toolLayers(palette, scale),
})

/** @param scale factor for walls: everything drawn grows by it */
export const layersOf = (basemap: Basemap, palette: Palette, scale: number): LayerSpecification[] => {
  const base = basemap.layers(palette, scale)
  const specs = specsOf(palette, scale)
  return ORDER.flatMap((entry) =>
    typeof entry === 'string' ? ({ id: entry, ...specs[entry] } as LayerSpecification) : base[entry.basemap],
  ).flatMap(farAndNear)
}

/** What is there only at times: nothing is asked of its layers until then, see parts.ts. */
const AT_TIMES = {
  ...SITE_SOURCES,
  ...COUNT_SOURCES,
  ...OVERLAY_SOURCES,
  ...PICKED_SOURCES,
  ...TOOL_SOURCES,
}

const isAtTimes = (layer: LayerSpecification): boolean =>
  'source' in layer && String(layer.source) in AT_TIMES

/**
 * Where points stand, for deck.gl's layers: below the layer that fades areas, so that the points of other areas fade
 * with them; what is selected above it. Names stand above all.
 */
export const placeOfPoints = ({ layers }: StyleSpecification) => ({
  beforeId: 'area-dim' satisfies LayerId,
  aboveId: layers.find((layer) => layer.type === 'symbol')?.id,
})

export const styleOf = (basemap: Basemap, palette: Palette, scale: number): StyleSpecification => ({
  version: 8,
  sources: {
    ...basemap.sources,
    ...AREA_SOURCES,
    ...WATER_SOURCES,
    ...AT_TIMES,
  },
  layers: layersOf(basemap, palette, scale).map((layer) =>
    isAtTimes(layer)
      ? ({ ...layer, layout: { ...layer.layout, visibility: 'none' } } as LayerSpecification)
      : layer,
  ),
})

const LAYERS_AT_TIMES: Record<string, string[]> = Object.fromEntries(
  Object.keys(AT_TIMES).map((source) => [source, []]),
)
// Which layers there are is the same in every palette.
for (const [id, spec] of Object.entries(specsOf(LIGHT, 1)))
  if ('source' in spec) LAYERS_AT_TIMES[String(spec.source)]?.push(id)

/** The layers of a source that is there only at times; of any other source none. */
export const layersAtTimes = (source: string): readonly string[] => LAYERS_AT_TIMES[source] ?? []
