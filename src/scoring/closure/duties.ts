/** 责任链条: which units answer for a place, beside the one a record names. */

import type { Duty, Issue } from '../../model/records.ts'
import { oncePer } from '../../model/remembered.ts'
import type { Prepared } from '../rows/prepare.ts'

export type DutyUnits = Pick<Duty, 'lead' | 'support' | 'grid'>

const indexOf = oncePer((duties: readonly Duty[]) => {
  const [sites, areas] = [new Map<string, Duty>(), new Map<string, Duty>()]
  for (const duty of duties) {
    const [map, key] = duty.siteId !== null ? [sites, duty.siteId] : [areas, duty.areaCode ?? '']
    if (!map.has(key)) map.set(key, duty)
  }
  return { sites, areas }
})

/** The link of a place: the site's own, else that of its area; null where there is neither. */
export const dutyOf = (
  duties: readonly Duty[],
  siteId: string | null,
  areaCode: string | null,
): DutyUnits | null => {
  const { sites, areas } = indexOf(duties)
  const found =
    (siteId === null ? undefined : sites.get(siteId)) ?? (areaCode === null ? undefined : areas.get(areaCode))
  return found ? { lead: found.lead, support: found.support, grid: found.grid } : null
}

/** What a problem can be counted under. 居委会 by code, the rest by name. */
export const LINKS = ['office', 'area', 'unit', 'lead', 'support', 'grid', 'source'] as const
export type Link = (typeof LINKS)[number]

/**
 * The link a problem (by its place in the model) belongs to; null where its records name none. A problem that lies in
 * several areas belongs to the one with its largest share; its unit is its own, else that of its site or water.
 */
export const linkOf = ({ model, places, issueSpot }: Prepared, index: number, link: Link): string | null => {
  const issue = model.issues[index] as Issue
  const area = model.areas[places.issues[index]?.area ?? -1]
  switch (link) {
    case 'office':
      return area?.office ?? null
    case 'area':
      return area?.code ?? null
    case 'source':
      return issue.source
    case 'unit': {
      if (issue.responsible !== null) return issue.responsible
      const spot = places.spots[issueSpot[index] as number]
      switch (spot?.of) {
        case 'site':
          return model.sites[spot.index]?.responsible ?? null
        case 'water':
          return model.waters[spot.index]?.responsible ?? null
        default:
          return null
      }
    }
    case 'lead':
    case 'support':
    case 'grid':
      return dutyOf(model.duties, issue.siteId, area?.code ?? null)?.[link] ?? null
  }
}
