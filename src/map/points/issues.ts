/** Problems, each with the mark of its state. */
import { IconLayer } from '@deck.gl/layers'
import { ISSUE_STATES } from '../../model/state.ts'
import { isQuiet } from '../../view/overlay.ts'
import { iconsOf, NO_INDEX, pointPart } from './point-part.ts'

/** px beside the place a problem was found at, not on top of its icon */
export const OFFSET: [number, number] = [11, 10]
/** By index of the state: 已销号 below, 逾期 on top. */
const RANKS = [1, 3, 2, 0]

export const ISSUES = pointPart({
  id: 'issues',
  needs: ({ overview, board, view, overlay, shownIssues, alone, growth, atlas, scale }) => {
    const visible = view.issuesShown && alone && !view.heat
    return {
      issues: overview.issues,
      states: board.issues,
      shown: visible && !isQuiet(overlay) ? shownIssues : NO_INDEX,
      visible,
      growth,
      atlas,
      scale,
    }
  },
  draw: ({ issues: { lon, lat }, states, shown, visible, growth, atlas, scale }, place) => {
    const rank = (i: number) => RANKS[states.state[i] as number] ?? 0
    return [
      new IconLayer<number>({
        ...iconsOf(atlas),
        ...place,
        id: 'issues',
        data: [...shown].filter((i) => Number.isFinite(lon[i])).sort((a, b) => rank(a) - rank(b)),
        visible,
        getIcon: (i) => `state:${ISSUE_STATES[states.state[i] as number] ?? '待整改'}`,
        getPosition: (i) => [lon[i] as number, lat[i] as number],
        getSize: (i) => 0.8 + 0.25 * (states.severity[i] as number),
        getPixelOffset: [OFFSET[0] * scale, OFFSET[1] * scale],
        sizeScale: 15 * scale * growth,
      }),
    ]
  },
})
