/** 反弹: where the same item failed again after 销号, place by place, and how often by office and responsible unit. */

import type { Day } from '../../../model/day.ts'
import { groupBy } from '../../../model/group.ts'
import { isInScope, type Scope } from '../../../model/scope.ts'
import { couldRebound, type Rebound, reboundsAt } from '../../../scoring/closure/rebound.ts'
import { placeOfSite } from '../../answers/issues.ts'
import { areaWords, checkClause } from '../../answers/words.ts'
import type { ReboundEvent, ReboundRate, ReboundSite, Rebounds } from '../../contract/studies/clusters.ts'
import type { Opened } from '../../package/open.ts'

/** @param within days after the 销号 that count */
export const reboundsOf = (opened: Opened, asOf: Day, within: number, scope: Scope): Rebounds => {
  const { model, standard, places, prepared } = opened
  const officeOf = (index: number) => areaWords(opened, places.issues[index]?.area ?? -1).office
  const unitOf = (index: number): string => {
    const spot = places.spots[prepared.issueSpot[index] as number]
    const site = spot?.of === 'site' ? model.sites[spot.index] : undefined
    return model.issues[index]?.responsible ?? site?.responsible ?? '未填责任单位'
  }
  const inside = (index: number) => isInScope(scope, model.areas[places.issues[index]?.area ?? -1])
  const found = reboundsAt(prepared, asOf, within).filter(({ closed }) => inside(closed))

  const total: ReboundRate = { name: '', closed: 0, rebounds: found.length }
  const rates = (nameOf: (index: number) => string | null): ReboundRate[] => {
    const byName = new Map<string, ReboundRate>()
    const at = (index: number): ReboundRate => {
      const name = nameOf(index) ?? '未划入办事处'
      const rate = byName.get(name) ?? { name, closed: 0, rebounds: 0 }
      byName.set(name, rate)
      return rate
    }
    model.issues.forEach((_, index) => {
      if (couldRebound(prepared, index, asOf) && inside(index)) at(index).closed++
    })
    for (const { closed } of found) at(closed).rebounds++
    return [...byName.values()].sort((a, b) => b.rebounds - a.rebounds || b.closed - a.closed)
  }
  const offices = rates(officeOf)
  total.closed = offices.reduce((sum, { closed }) => sum + closed, 0)

  const eventOf = ({ item, closed, closedOn, by, day }: Rebound): ReboundEvent => {
    const check = by.type === 'check' ? model.checks[by.index] : undefined
    const issue = by.type === 'issue' ? model.issues[by.index] : undefined
    return {
      itemText: standard.items[item]?.text ?? '',
      closed: model.issues[closed]?.id ?? '',
      closedOn,
      day,
      after: day - closedOn,
      what: issue ? issue.description : check ? `${check.source}：${checkClause(check)}` : '',
      issue: issue?.id ?? null,
    }
  }
  const sites = [...groupBy(found, ({ spot }) => spot)].map(([at, own]): ReboundSite => {
    const spot = places.spots[at] as (typeof places.spots)[number]
    return {
      ref: { type: spot.of, id: spot.id },
      name: spot.name,
      kind: standard.kinds[spot.kind]?.label ?? '',
      // A place on a border, or moved: it is listed with the 居委会 whose problems came back.
      ...areaWords(opened, places.issues[own[0]?.closed ?? -1]?.area ?? -1),
      at: spot.of === 'site' ? placeOfSite(opened, spot.index) : [Number.NaN, Number.NaN],
      events: own.map(eventOf),
    }
  })
  return {
    asOf,
    within,
    sites: sites.sort((a, b) => b.events.length - a.events.length),
    total,
    offices,
    units: rates(unitOf),
  }
}
