/** 整改闭环: how far what was found is put right, by any link of the 责任链条 or by source, and what is overdue and whose. */

import type { Day } from '../../model/day.ts'
import { closureAt, closureByLink, isOverdueAt } from '../../scoring/closure.ts'
import { type Link, linkOf } from '../../scoring/duties.ts'
import { sourcesAt } from '../../scoring/sources.ts'
import type { FromPackage } from '../answering.ts'
import { issueLine } from '../answers/issues.ts'
import type { ClosureAnswers, ClosureStudy, OverdueLine, SourceStudy } from '../contract/studies/closure.ts'
import type { Opened } from '../package/open.ts'

/** Only what lies in an office; null = everything. */
const inOffice = ({ prepared }: Opened, office: string | null) => {
  const { model, places } = prepared
  const officeAt = (area: number | undefined) => model.areas[area ?? -1]?.office ?? null
  return {
    issue: (index: number) => office === null || officeAt(places.issues[index]?.area) === office,
    spot: (index: number) => office === null || officeAt(places.spots[index]?.placement.area) === office,
  }
}

export const closureStudy = (opened: Opened, link: Link, office: string | null, t: Day): ClosureStudy => {
  const { model, standard, prepared } = opened
  const within = inOffice(opened, office)
  return {
    from: t - standard.window + 1,
    to: t,
    whole: closureAt(
      model.issues.filter((_, i) => within.issue(i)),
      standard,
      t,
    ),
    groups: [...closureByLink(prepared, link, t, within.issue)].map(([id, figures]) => ({ id, ...figures })),
  }
}

export const sourceStudy = (opened: Opened, office: string | null, t: Day): SourceStudy => {
  const within = inOffice(opened, office)
  const { sources, reference } = sourcesAt(opened.prepared, t, (of) =>
    'spot' in of ? within.spot(of.spot) : within.issue(of.issue),
  )
  return { reference, sources }
}

/** What is overdue; of one link only where `of` says which (`id` null = those whose records name none). */
export const overdueLines = (
  opened: Opened,
  of: { link: Link; id: string | null } | null,
  office: string | null,
  t: Day,
): OverdueLine[] => {
  const { model, prepared } = opened
  const within = inOffice(opened, office)
  const found: OverdueLine[] = []
  model.issues.forEach((issue, i) => {
    if (issue.dueOn === null || !isOverdueAt(issue, t) || !within.issue(i)) return
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
