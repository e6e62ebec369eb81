/** Where problems that are not 已销号 lie close together, weighted by their points. */
import { HeatmapLayer } from '@deck.gl/aggregation-layers'
import type { Color } from '@deck.gl/core'
import { isQuiet } from '../../view/overlay.ts'
import { NO_INDEX, pointPart } from './point-part.ts'

/**
 * deck.gl makes the transform that adds up the weights anew on every change of the data, for the case that the attributes
 * come in another layout, and releases neither sampler nor framebuffer of the old one (9.4). Ours come in one layout: the
 * first transform does.
 */
class Heatmap extends HeatmapLayer<number> {
  static override layerName = 'Heatmap'
  override _createWeightsTransform(shaders: Parameters<HeatmapLayer['_createWeightsTransform']>[0]): void {
    if (this.state.weightsTransform === undefined) super._createWeightsTransform(shaders)
  }
}

/** One list for all draws: another one is another texture. */
const COLOURS: Color[] = [
  [255, 237, 190],
  [250, 200, 120],
  [238, 150, 80],
  [214, 98, 58],
  [170, 50, 46],
  [116, 20, 40],
]

export const HEAT = pointPart({
  id: 'heat',
  needs: ({ overview, board, view, overlay, shownIssues, heated, scale }) => ({
    issues: overview.issues,
    states: board.issues,
    levels: overview.standard.severity.levels,
    shown: view.heat && !isQuiet(overlay) ? shownIssues : NO_INDEX,
    visible: view.heat,
    heated,
    scale,
  }),
  draw: ({ issues: { lon, lat }, states, levels, shown, visible, heated, scale }, place) =>
    // Its textures take memory even while it is hidden: it is made when it is first shown.
    heated
      ? [
          new Heatmap({
            ...place,
            id: 'heat',
            data: [...shown].filter((i) => Number.isFinite(lon[i]) && states.state[i] !== 3),
            visible,
            getPosition: (i) => [lon[i] as number, lat[i] as number],
            getWeight: (i) => levels[states.severity[i] as number]?.points ?? 1,
            radiusPixels: 46 * scale,
            intensity: 1,
            threshold: 0.06,
            colorRange: COLOURS,
            opacity: 0.75,
          }),
        ]
      : [],
})
