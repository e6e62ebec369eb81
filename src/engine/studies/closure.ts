/** 整改闭环: how far what was found is put right, by any link of the 责任链条 or by source, and what is overdue and whose. */

import type { Day } from '../../model/day.ts'
import { isInScope, type Scope } from '../../model/scope.ts'
import { closureAt, closureByLink, isOverdueAt } from '../../scoring/closure/closure.ts'
import { type Link, linkOf } from '../../scoring/closure/duties.ts'
import { sourcesAt } from '../../scoring/inspections/sources.ts'
import type { FromPackage } from '../answering.ts'
import { issueLine } from '../answers/issues.ts'
import type { ClosureAnswers, ClosureStudy, OverdueLine, SourceStudy } from '../contract/studies/closure.ts'
import type { Opened } from '../package/open.ts'

/** What of the records lies in a scope. */
const within = ({ prepared }: Opened, scope: Scope) => {
  const { model, places } = prepared
  const inside = (area: number | undefined) => isInScope(scope, model.areas[area ?? -1])
  return {
    issue: (index: number) => inside(places.issues[index]?.area),
    spot: (index: number) => inside(places.spots[index]?.placement.area),
  }
}

export const closureStudy = (opened: Opened, link: Link, scope: Scope, t: Day): ClosureStudy => {
  const { model, standard, prepared } = opened
  const inside = within(opened, scope)
  return {
    from: t - standard.window + 1,
    to: t,
    whole: closureAt(
      model.issues.filter((_, i) => inside.issue(i)),
      standard,
      t,
    ),
    groups: [...closureByLink(prepared, link, t, inside.issue)].map(([id, figures]) => ({ id, ...figures })),
  }
}

export const sourceStudy = (opened: Opened, scope: Scope, t: Day): SourceStudy => {
  const inside = within(opened, scope)
  const { sources, reference } = sourcesAt(opened.prepared, t, (of) =>
    'spot' in of ? inside.spot(of.spot) : inside.issue(of.issue),
  )
  return { reference, sources }
}

/** What is overdue; of one link only where `of` says which (`id` null = those whose records name none). */
export const overdueLines = (
  opened: Opened,
  of: { link: Link; id: string | null } | null,
  scope: Scope,
  t: Day,
): OverdueLine[] => {
  const { model, prepared } = opened
  const inside = within(opened, scope)
  const found: OverdueLine[] = []
  model.issues.forEach((issue, i) => {
    if (issue.dueOn === null || !isOverdueAt(issue, t) || !inside.issue(i)) return
    if (of !== null && linkOf(prepared, i, of.link) !== of.id) return
    const line = issueLine(opened, i, t)
    if (line) found.push({ ...line, pastDue: t - issue.dueOn })
  })
  const fixed = (line: OverdueLine) => Number(line.fixedOn !== null)
  return found.sort((a, b) => fixed(a) - fixed(b) || b.pastDue - a.pastDue)
}

/** Figures of the district, every office and every responsible unit: a member of the score document. */
export const closureDocument = ({ model, standard, prepared }: Opened, t: Day) => {
  const named = (link: Link) =>
    [...closureByLink(prepared, link, t)].map(([name, figures]) => ({ name, ...figures }))
  return {
    district: closureAt(model.issues, standard, t),
    offices: named('office'),
    units: named('unit'),
    sources: sourcesAt(prepared, t).sources,
  }
}

export const closureAnswers: FromPackage<ClosureAnswers> = {
  closure: closureStudy,
  sources: sourceStudy,
  overdue: overdueLines,
}
