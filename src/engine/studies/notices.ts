/** 通报 and 整改通知单: what the records of a period have to say, and the problems a unit is to be told of. */

import type { Day } from '../../model/day.ts'
import { areasInScope, isInScope, type Scope } from '../../model/scope.ts'
import { issueStateAt } from '../../model/state.ts'
import { closureAt } from '../../scoring/closure/closure.ts'
import { dutyOf, linkOf } from '../../scoring/closure/duties.ts'
import { seenBetween } from '../../scoring/inspections/period.ts'
import { openAt } from '../../scoring/rows/problem.ts'
import { aggregate } from '../../scoring/score/offices.ts'
import type { FromPackage } from '../answering.ts'
import { issueLine } from '../answers/issues.ts'
import { areaWords } from '../answers/words.ts'
import type { IssueLine } from '../contract/issues.ts'
import type {
  BadPlace,
  BulletinFacts,
  GoodPlace,
  NoticeAnswers,
  NoticeIssue,
  NoticeUnit,
  Responsibility,
} from '../contract/studies/notices.ts'
import type { Opened } from '../package/open.ts'
import { overdueLines } from './closure.ts'
import { vetoedAreas } from './vetoed.ts'

/** A place counts as 较好 from this 得分率 on, and only where no problem is open. */
const GOOD_RATE = 0.9
/** Fewer items than this say little about a place. */
const GOOD_ITEMS = 3

export const bulletinFacts = (opened: Opened, from: Day, to: Day, scope: Scope): BulletinFacts => {
  const { model, standard, places, prepared } = opened
  const within = (area: number | undefined) => isInScope(scope, model.areas[area ?? -1])
  const inPeriod = (day: Day | null) => day !== null && day >= from && day <= to
  const areas = areasInScope(scope, model.areas)
  const scoreAt = (t: Day) =>
    aggregate(scope?.id ?? '', areas, model.areas, opened.scores(t).areas, standard).score
  const issues = model.issues.flatMap((issue, index) =>
    issue.foundOn <= to && within(places.issues[index]?.area) ? [{ issue, index }] : [],
  )
  const troubled = new Set(
    issues.filter(({ issue }) => openAt(issue, to)).map(({ index }) => prepared.issueSpot[index] as number),
  )
  const seen = seenBetween(prepared, from, to).filter(({ spot }) =>
    within(places.spots[spot]?.placement.area),
  )

  const vetoed = vetoedAreas(opened, scope, to)
  const under = new Set(vetoed.map(({ areaCode }) => areaCode))
  const good = seen
    .flatMap(({ spot: at, items, rate }): GoodPlace[] => {
      const spot = places.spots[at]
      if (spot === undefined || rate === null || troubled.has(at)) return []
      if (rate < GOOD_RATE || items < GOOD_ITEMS) return []
      const words = areaWords(opened, spot.placement.area)
      // An area under 一票否决 is criticised above: its places must not be praised below.
      if (under.has(words.areaCode)) return []
      const own =
        spot.of === 'site' ? model.sites[spot.index] : spot.of === 'water' ? model.waters[spot.index] : null
      const lead = dutyOf(model.duties, spot.id, words.areaCode)?.lead ?? null
      return [{ place: spot.name, ...words, responsible: own?.responsible ?? lead, items, rate }]
    })
    .sort((a, b) => b.rate - a.rate || b.items - a.items)

  const severityOf = (line: IssueLine) => standard.severity.levels.findIndex(({ id }) => id === line.severity)
  const bad = new Map<string, BadPlace>()
  for (const { issue, index } of issues) {
    const line = inPeriod(issue.foundOn) && openAt(issue, to) ? issueLine(opened, index, to) : null
    if (line === null) continue
    const { areaCode, areaName, office, responsible } = line
    const place = line.siteName ?? areaName ?? '位置不详'
    const key = [line.siteId ?? areaCode, responsible].join('\n')
    const of = bad.get(key) ?? { place, areaCode, areaName, office, responsible, issues: [] }
    bad.set(key, of)
    of.issues.push(line)
  }
  for (const { issues } of bad.values()) issues.sort((a, b) => severityOf(b) - severityOf(a))
  const gravest = ({ issues: [first] }: BadPlace) => (first ? severityOf(first) : -1)

  return {
    from,
    to,
    scope,
    seen: seen.length,
    items: seen.reduce((sum, { items }) => sum + items, 0),
    found: issues.filter(({ issue }) => inPeriod(issue.foundOn)).length,
    fixed: issues.filter(({ issue }) => inPeriod(issue.fixedOn)).length,
    verified: issues.filter(({ issue }) => inPeriod(issue.verifiedOn)).length,
    open: issues.filter(({ issue }) => openAt(issue, to)).length,
    closure: closureAt(
      issues.map(({ issue }) => issue),
      standard,
      to,
    ),
    before: scoreAt(from - 1),
    after: scoreAt(to),
    vetoed,
    good,
    bad: [...bad.values()].sort((a, b) => gravest(b) - gravest(a) || b.issues.length - a.issues.length),
    overdue: overdueLines(opened, null, scope, to).filter(({ fixedOn }) => fixedOn === null),
  }
}

const toFix = ({ model, places }: Opened, index: number, scope: Scope, t: Day): boolean => {
  const issue = model.issues[index]
  const state = issue ? issueStateAt(issue, t) : null
  if (state !== '待整改' && state !== '逾期') return false
  return isInScope(scope, model.areas[places.issues[index]?.area ?? -1])
}

/** Units with anything to put right, the one with most 逾期 first. */
export const noticeUnits = (opened: Opened, scope: Scope, t: Day): NoticeUnit[] => {
  const units = new Map<string | null, NoticeUnit>()
  opened.model.issues.forEach((issue, i) => {
    if (!toFix(opened, i, scope, t)) return
    const unit = linkOf(opened.prepared, i, 'unit')
    const of = units.get(unit) ?? { unit, issues: 0, overdue: 0, late: 0, nextDue: null }
    units.set(unit, of)
    of.issues++
    const { dueOn } = issue
    if (dueOn === null) return
    if (issueStateAt(issue, t) === '逾期') {
      of.overdue++
      of.late = Math.max(of.late, t - dueOn)
    } else of.nextDue = Math.min(of.nextDue ?? dueOn, dueOn)
  })
  return [...units.values()].sort((a, b) => b.overdue - a.overdue || b.issues - a.issues)
}

const responsibility = (opened: Opened, of: Scope, t: Day): Responsibility => ({
  duty: of?.type === 'area' ? dutyOf(opened.model.duties, null, of.id) : null,
  units: noticeUnits(opened, of, t),
})

/** The problems to write notices of: one by its id, or all a unit still has to put right, the latest first. */
export const noticeIssues = (
  opened: Opened,
  of: { id: string } | { unit: string | null },
  scope: Scope,
  t: Day,
): NoticeIssue[] => {
  const { model, standard, prepared } = opened
  const wanted = (index: number) =>
    'id' in of
      ? model.issues[index]?.id === of.id
      : toFix(opened, index, scope, t) && linkOf(prepared, index, 'unit') === of.unit
  return model.issues
    .flatMap((issue, i): NoticeIssue[] => {
      const line = wanted(i) ? issueLine(opened, i, t) : null
      if (line === null) return []
      const clause = standard.items[prepared.issueItem[i] as number]?.clause ?? null
      return [{ ...line, clause, duty: dutyOf(model.duties, issue.siteId, line.areaCode) }]
    })
    .sort((a, b) => b.lateDays - a.lateDays || (a.dueOn ?? Infinity) - (b.dueOn ?? Infinity))
}

export const noticeAnswers: FromPackage<NoticeAnswers> = {
  bulletin: bulletinFacts,
  noticeUnits,
  responsibility,
  noticeIssues,
}
