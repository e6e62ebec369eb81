/** What happened on which day of the campaign, for the timeline: meetings, actions, 暗访 and surveys, one a day and sort. */

import type { Day } from '../../model/day.ts'
import { groupBy } from '../../model/group.ts'
import { isInScope, type Scope } from '../../model/scope.ts'
import { areasOf } from '../../placing/place.ts'
import type { EventDay } from '../contract/board.ts'
import type { Opened } from '../package/open.ts'

const byDay = <T extends { day: Day }>(records: Iterable<T>): Map<Day, T[]> =>
  groupBy(records, ({ day }) => day)

const isMeeting = (kind: string): boolean => kind.includes('动员')

/**
 * In order of days. @param scope whose; what names no place is of the whole district, and so of every part of it
 */
export const eventDaysOf = ({ model, standard, places }: Opened, scope: Scope): EventDay[] => {
  const isHere = (areas: readonly number[]) =>
    scope === null || areas.some((area) => isInScope(scope, model.areas[area]))
  const isAt = (spot: number | undefined) => isHere(areasOf(places.spots[spot ?? -1]?.placement))
  const events: EventDay[] = []
  const held = model.activities.filter((_, i) => {
    const area = places.activities[i]?.area ?? -1
    return area === -1 || isHere([area])
  })
  for (const [day, activities] of byDay(held)) {
    const meetings = activities.filter(({ kind }) => isMeeting(kind))
    if (meetings.length > 0)
      events.push({
        day,
        kind: '动员',
        title: meetings.map(({ title }) => title).join('、'),
        count: meetings.length,
      })
    const actions = groupBy(
      activities.filter(({ kind }) => !isMeeting(kind)),
      ({ kind }) => kind,
    )
    for (const [kind, list] of actions)
      events.push({
        day,
        kind: '活动',
        title: list.length === 1 ? (list[0]?.title ?? kind) : `${kind} ${list.length} 场`,
        count: list.length,
      })
  }
  const asked = model.surveys.filter(({ areaCode, waterId }) =>
    areaCode !== null
      ? isAt(places.spotOfArea.get(areaCode))
      : waterId === null || isAt(places.spotOfWater.get(waterId)),
  )
  for (const [day, surveys] of byDay(asked)) {
    const valid = surveys.reduce((sum, survey) => sum + survey.valid, 0)
    events.push({ day, kind: '测评', title: `群众满意度测评 ${valid} 份`, count: surveys.length })
  }
  const top = standard.sources.reduce((a, b) => (b.rank > a.rank ? b : a))
  const looked = model.checks.filter(
    ({ source, siteId }) => source === top.id && (scope === null || isAt(places.spotOf.get(siteId))),
  )
  for (const [day, checks] of byDay(looked)) {
    const places = new Set(checks.map(({ siteId }) => siteId)).size
    events.push({ day, kind: '暗访', title: `${top.id} ${places} 处`, count: places })
  }
  return events.sort((a, b) => a.day - b.day)
}
