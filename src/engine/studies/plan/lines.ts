/** Actions in words. */
import type { Day } from '../../../model/day.ts'
import type { LonLat } from '../../../model/position.ts'
import type { Scope } from '../../../model/scope.ts'
import { gradeText, isFailing } from '../../../scoring/rows/grade.ts'
import type { RecheckLine } from '../../../scoring/task-sheets.ts'
import type { Action, Recheck } from '../../../scoring/what-if/actions.ts'
import type { Priority } from '../../../scoring/what-if/priorities.ts'
import { issueLine, placeOfSite } from '../../answers/issues.ts'
import { areaWords } from '../../answers/words.ts'
import type { Ref } from '../../contract/cards.ts'
import type { ActionLine, Task, TaskLine } from '../../contract/studies/plan.ts'
import type { Opened } from '../../package/open.ts'
import { ranked } from './gains.ts'
import { doneOf, type Named, namedAt } from './present.ts'

const recheckLine = (opened: Opened, { item, recheck }: Action & { recheck: Recheck }): RecheckLine => {
  const { standard, model } = opened
  const { type, from, to, entry } = recheck
  const { origin } = entry
  const states = standard.derived.status?.find((rule) => rule.item === standard.items[item]?.id)?.grades ?? {}
  const full = Object.keys(states).filter((state) => states[state] === to)
  const goal =
    type === '取缔' ? full.join('或') || type : `${standard.bands.at(-2)?.result ?? ''} ${gradeText(to)} 分`
  const about = { type, from, to, goal }
  if (origin.type === 'status') return { ...about, now: origin.status, day: null, source: null }
  const check = origin.type === 'check' ? model.checks[origin.index] : undefined
  const worst = standard.bands.at(-1)?.result ?? ''
  // A grade of its own has no result beside it.
  const now = isFailing(from, standard) ? worst : (check?.result ?? '')
  return { ...about, now, day: entry.day, source: check?.source ?? null }
}

const refOf = ({ model, places }: Opened, { spot, issues }: Action): Ref => {
  const site = places.spots[spot]
  return site === undefined
    ? { type: 'issue', id: model.issues[issues[0] as number]?.id ?? '' }
    : { type: site.of, id: site.id }
}

export const actionLine = (opened: Opened, present: Named, priority: Priority, t: Day): ActionLine => {
  const { model, standard, places } = opened
  const { action, gains, worth, step } = priority
  const found = present.actions.list[action] as Action
  const site = places.spots[found.spot]
  const item = standard.items[found.item]
  const problems = found.issues.flatMap((index) => issueLine(opened, index, t) ?? [])
  const own =
    site?.of === 'site'
      ? model.sites[site.index]?.responsible
      : site?.of === 'water'
        ? model.waters[site.index]?.responsible
        : null
  const [lon, lat]: LonLat = placeOfSite(opened, site?.of === 'site' ? site.index : -1)
  const placed = Number.isFinite(lon) ? null : problems.find((line) => Number.isFinite(line.lon))
  return {
    key: present.keys[action] as string,
    ref: refOf(opened, found),
    siteId: site?.id ?? null,
    siteName: site?.name ?? null,
    areaName: areaWords(opened, site?.placement.area ?? -1).areaName ?? problems[0]?.areaName ?? null,
    item: item?.id ?? '',
    itemText: item?.text ?? '',
    clause: item?.clause ?? '',
    responsible: own ?? problems.find(({ responsible }) => responsible !== null)?.responsible ?? null,
    problems,
    recheck: found.recheck === null ? null : recheckLine(opened, { ...found, recheck: found.recheck }),
    gains,
    worth,
    step,
    lon: placed?.lon ?? lon,
    lat: placed?.lat ?? lat,
  }
}

/** The lines of what is to be done, in the order in which the scope would do them first. */
export const taskLines = (opened: Opened, scope: Scope, tasks: readonly Task[], asOf: Day): TaskLine[] => {
  const present = namedAt(opened, asOf)
  const done = doneOf(present, tasks)
  return ranked(opened, scope, asOf).flatMap((one) => {
    const halves = done.get(one.action)
    return halves === undefined ? [] : [{ ...actionLine(opened, present, one, asOf), halves }]
  })
}
