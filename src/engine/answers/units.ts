/** Responsible units: those the package knows, and the one that answers for a place. */

import type { Duty } from '../../model/records.ts'
import type { ResponsibleUnits } from '../contract/issues.ts'
import type { Opened } from '../package/open.ts'

/** The unit a problem at a place falls to: the site's own, else the 责任链条 of the site, else that of its 居委会. */
const answeringFor = (
  { model }: Opened,
  { site, area }: { site: string | null; area: string | null },
): ResponsibleUnits['proposed'] => {
  const found = site === null ? undefined : model.sites.find((one) => one.id === site)
  if (found?.responsible) return { unit: found.responsible, why: '点位的责任单位' }
  const water = site === null ? undefined : model.waters.find((one) => one.id === site)
  if (water?.responsible) return { unit: water.responsible, why: '水体的责任单位' }
  const led = (own: (duty: Duty) => boolean) => model.duties.find((duty) => own(duty) && duty.lead)?.lead
  const ofSite = site === null ? undefined : led((duty) => duty.siteId === site)
  if (ofSite) return { unit: ofSite, why: '责任链条：点位的牵头单位' }
  const ofArea = area === null ? undefined : led((duty) => duty.siteId === null && duty.areaCode === area)
  return ofArea ? { unit: ofArea, why: '责任链条：居委会的牵头单位' } : null
}

/** All units, the ones with most problems first. */
const allUnits = ({ model }: Opened): string[] => {
  const counts = new Map<string, number>()
  const count = (unit: string | null, weight: number) => {
    if (unit !== null) counts.set(unit, (counts.get(unit) ?? 0) + weight)
  }
  for (const issue of model.issues) count(issue.responsible, 1)
  for (const place of [...model.sites, ...model.waters]) count(place.responsible, 0)
  for (const duty of model.duties) for (const unit of [duty.lead, duty.support]) count(unit, 0)
  return [...counts].sort(([, a], [, b]) => b - a).map(([unit]) => unit)
}

export const unitsOf = (
  opened: Opened,
  at: { site: string | null; area: string | null },
): ResponsibleUnits => ({
  proposed: answeringFor(opened, at),
  all: allUnits(opened),
})
