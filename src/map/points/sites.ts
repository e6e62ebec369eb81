/** Places that stand alone, each with the icon of its kind. */
import { IconLayer } from '@deck.gl/layers'
import type { Board } from '../../engine/contract/board.ts'
import type { Overview } from '../../engine/contract/package.ts'
import { CLOSED, gradesOfStates } from '../../model/kind-states.ts'
import { siteFilterOf } from '../../view/kinds.ts'
import { shownSites } from '../scene.ts'
import { iconsOf, pointPart } from './point-part.ts'

const isDone = ({ sites, standard }: Overview, { status }: Board['sites'], site: number): boolean => {
  const now = status[site]
  return now != null && gradesOfStates(standard, standard.kinds[sites.kind[site] as number])[now] === CLOSED
}

export const iconOf = (overview: Overview, states: Board['sites'], site: number): string => {
  const key = `kind:${overview.standard.kinds[overview.sites.kind[site] as number]?.id}`
  if (isDone(overview, states, site)) return `${key}:done`
  return (states.overdue[site] as number) > 0 ? `${key}:alarm` : key
}

export const SITES = pointPart({
  id: 'sites',
  needs: ({ overview, board, view, overlay, alone, atlas, scale }) => {
    const filter = siteFilterOf(view, overview.standard.kinds, overlay)
    return {
      overview,
      states: board.sites,
      ...filter,
      sitesShown: filter.sitesShown && alone,
      atlas,
      scale,
    }
  },
  draw: ({ overview, states, atlas, scale, ...filter }, place) => {
    const { lon, lat } = overview.sites
    return [
      new IconLayer<number>({
        ...iconsOf(atlas),
        ...place,
        id: 'sites',
        data: shownSites(overview, filter).filter((i) => Number.isFinite(lon[i])),
        visible: filter.sitesShown,
        getIcon: (i) => iconOf(overview, states, i),
        getPosition: (i) => [lon[i] as number, lat[i] as number],
        getSize: 1,
        sizeScale: 25 * scale,
      }),
    ]
  },
})
