/** The place or problem that is selected, larger than the others and above all, whether or not its layer is shown. */
import { IconLayer } from '@deck.gl/layers'
import type { Ref } from '../../engine/contract/cards.ts'
import type { Overview } from '../../engine/contract/package.ts'
import { ISSUE_STATES } from '../../model/state.ts'
import { pointOf } from '../../view/selection.ts'
import { OFFSET } from './issues.ts'
import { iconsOf, pointPart } from './point-part.ts'
import { iconOf } from './sites.ts'

/** The place (index) of a selection that is a place, or a problem found at one; -1 none. */
const siteOf = (selection: Ref | null, { sites, issues }: Overview): number => {
  if (selection?.type === 'site') return sites.id.indexOf(selection.id)
  return selection?.type === 'issue' ? (issues.site[issues.id.indexOf(selection.id)] ?? -1) : -1
}

interface Mark {
  icon: string
  /** px */
  size: number
  /** px beside the place */
  offset: [number, number]
}

export const PICKED = pointPart({
  id: 'picked',
  needs: ({ overview, board, view: { selection }, alone, atlas, scale }) => ({
    overview,
    sites: board.sites,
    states: board.issues.state,
    selection,
    alone,
    atlas,
    scale,
  }),
  draw: ({ overview, sites, states, selection, alone, atlas, scale }, { aboveId }) => {
    const at = pointOf(selection, overview)
    if (selection === null || at === null) return []
    const site = siteOf(selection, overview)
    const marks: Mark[] = []
    if (site >= 0 && (alone || selection.type === 'site'))
      marks.push({ icon: iconOf(overview, sites, site), size: 31, offset: [0, 0] })
    if (selection.type === 'issue') {
      const state = ISSUE_STATES[states[overview.issues.id.indexOf(selection.id)] ?? -1] ?? '待整改'
      marks.push({ icon: `state:${state}`, size: 26, offset: marks.length > 0 ? OFFSET : [0, 0] })
    }
    return [
      new IconLayer<Mark>({
        ...iconsOf(atlas),
        pickable: false,
        ...{ beforeId: aboveId },
        id: 'picked',
        data: marks,
        getIcon: ({ icon }) => icon,
        getPosition: at,
        getSize: ({ size }) => size * scale,
        getPixelOffset: ({ offset: [x, y] }) => [x * scale, y * scale],
      }),
    ]
  },
})
