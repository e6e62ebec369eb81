/** 台账: which problems, in which order, and each in words. */
import { inStandard } from '../../model/by-id.ts'
import type { Day } from '../../model/day.ts'
import type { LonLat } from '../../model/position.ts'
import type { Issue } from '../../model/records.ts'
import { oncePer } from '../../model/remembered.ts'
import { ISSUE_STATES, issueStateAt, lateDaysAt } from '../../model/state.ts'
import { linkOf } from '../../scoring/closure/duties.ts'
import type { FromPackage } from '../answering.ts'
import type { IssueAnswers, IssueLine, IssueQuery } from '../contract/issues.ts'
import type { Opened } from '../package/open.ts'
import { placeOf } from './overview.ts'
import { unitsOf } from './units.ts'
import { areaWords } from './words.ts'

/** Kind of the place a problem is at, as an id of the standard. */
const kindOf = ({ prepared, places, standard }: Opened, index: number): string | null =>
  standard.kinds[places.spots[prepared.issueSpot[index] as number]?.kind ?? -1]?.id ?? null

const textOf = (opened: Opened, issue: Issue, index: number): string => {
  const spot = opened.places.spots[opened.prepared.issueSpot[index] as number]
  const item = opened.standard.items[opened.prepared.issueItem[index] as number]
  const { areaName } = areaWords(opened, opened.places.issues[index]?.area ?? -1)
  return [issue.id, issue.description, issue.responsible, spot?.name, item?.text, areaName]
    .filter(Boolean)
    .join('\n')
    .toLowerCase()
}

/** The texts a query is matched against, made at the first text query and kept with the package. */
const textsOf = oncePer((opened: Opened) => opened.model.issues.map((issue, i) => textOf(opened, issue, i)))

/** A key to sort by, and the order of equal keys is that of the file. Text keys compare by code point. */
const keyOf = (opened: Opened, query: IssueQuery): ((index: number) => number | string) => {
  const { model, standard, places } = opened
  const issue = (i: number) => model.issues[i] as Issue
  switch (query.sort) {
    case 'foundOn':
      return (i) => issue(i).foundOn
    case 'dueOn':
      return (i) => issue(i).dueOn ?? Number.MAX_SAFE_INTEGER
    case 'late':
      // What is still to be done comes before what is done, the latest first.
      return (i) =>
        (issueStateAt(issue(i), query.asOf) === '逾期' ? 1e6 : 0) + lateDaysAt(issue(i), query.asOf)
    case 'severity':
      return (i) => inStandard(standard).severities.get(issue(i).severity) ?? -1
    case 'state':
      return (i) => ISSUE_STATES.indexOf(issueStateAt(issue(i), query.asOf) ?? '已销号')
    case 'area':
      return (i) => model.areas[places.issues[i]?.area ?? -1]?.code ?? '\uffff'
    case 'kind':
      return (i) => kindOf(opened, i) ?? '\uffff'
    case 'id':
      return (i) => issue(i).id
  }
}

/** Indices of the problems found by the day that meet every condition, in order. */
export const queryIssues = (opened: Opened, query: IssueQuery): Uint32Array => {
  const { model, places } = opened
  const wanted = (list: readonly string[]) => (list.length === 0 ? null : new Set<string>(list))
  const [kinds, states, severities, sources] = [
    wanted(query.kinds),
    wanted(query.states),
    wanted(query.severities),
    wanted(query.sources),
  ]
  const words = query.text.toLowerCase().split(/\s+/).filter(Boolean)
  const haystack = words.length === 0 ? [] : textsOf(opened)
  const found: number[] = []
  model.issues.forEach((issue, i) => {
    const state = issueStateAt(issue, query.asOf)
    if (state === null || (states && !states.has(state))) return
    if (severities && !severities.has(issue.severity)) return
    if (sources && !sources.has(issue.source ?? '')) return
    if (query.foundFrom !== null && issue.foundOn < query.foundFrom) return
    if (query.foundTo !== null && issue.foundOn > query.foundTo) return
    // A problem without a deadline is due on no day.
    if (query.dueFrom !== null && (issue.dueOn === null || issue.dueOn < query.dueFrom)) return
    if (query.dueTo !== null && (issue.dueOn === null || issue.dueOn > query.dueTo)) return
    if (query.site !== null && issue.siteId !== query.site) return
    const area = model.areas[places.issues[i]?.area ?? -1]
    if (query.office !== null && area?.office !== query.office) return
    if (query.area !== null && area?.code !== query.area) return
    if (query.link != null && linkOf(opened.prepared, i, query.link.type) !== (query.link.id || null)) return
    if (kinds && !kinds.has(kindOf(opened, i) ?? '')) return
    if (!words.every((word) => haystack[i]?.includes(word))) return
    found.push(i)
  })
  const key = keyOf(opened, query)
  const keys = new Map(found.map((i) => [i, key(i)]))
  const sign = query.descending ? -1 : 1
  found.sort((a, b) => {
    const [p, q] = [keys.get(a) as number | string, keys.get(b) as number | string]
    return p < q ? -sign : p > q ? sign : a - b
  })
  return Uint32Array.from(found)
}

/** Where the mark of a site (index) stands; NaN = no place on the map. */
export const placeOfSite = ({ model }: Opened, index: number): LonLat => {
  const site = model.sites[index]
  return placeOf(site?.lon ?? null, site?.lat ?? null, site?.geometry ?? null)
}

/** Where the mark of a problem (index) stands: its own place, else that of its site; NaN = no place on the map. */
export const placeOfIssue = (opened: Opened, index: number): LonLat => {
  const { model, places, prepared } = opened
  const issue = model.issues[index]
  if (issue?.lon != null && issue.lat !== null) return [issue.lon, issue.lat]
  const spot = places.spots[prepared.issueSpot[index] as number]
  return placeOfSite(opened, spot?.of === 'site' ? spot.index : -1)
}

/** One problem in words, as it stands at `t`; null while it is not found yet. */
export const issueLine = (opened: Opened, index: number, t: Day): IssueLine | null => {
  const { model, standard, places, prepared } = opened
  const issue = model.issues[index]
  const state = issue ? issueStateAt(issue, t) : null
  if (issue === undefined || state === null) return null
  const spot = places.spots[prepared.issueSpot[index] as number]
  const item = standard.items[prepared.issueItem[index] as number]
  const [lon, lat] = placeOfIssue(opened, index)
  const seen = (day: Day | null) => (day !== null && day <= t ? day : null)
  return {
    index,
    id: issue.id,
    state,
    severity: issue.severity,
    description: issue.description,
    item: item?.id ?? null,
    itemText: item?.text ?? null,
    categoryLabel:
      standard.categories[inStandard(standard).categories.get(item?.category ?? '') ?? -1]?.label ?? null,
    siteId: issue.siteId,
    siteName: spot?.name ?? null,
    kind: kindOf(opened, index),
    ...areaWords(opened, places.issues[index]?.area ?? -1),
    responsible: linkOf(prepared, index, 'unit'),
    source: issue.source,
    foundOn: issue.foundOn,
    dueOn: issue.dueOn,
    fixedOn: seen(issue.fixedOn),
    verifiedOn: seen(issue.verifiedOn),
    lateDays: lateDaysAt(issue, t),
    reworks: issue.reworks.filter((day) => day <= t).length,
    photoBefore: issue.photoBefore,
    photoAfter: seen(issue.fixedOn) === null ? null : issue.photoAfter,
    lon,
    lat,
  }
}

/** The problems at a spot (index) found by `t`, the open ones first, then the newest. */
export const issuesAtSpot = (opened: Opened, spot: number, t: Day): IssueLine[] => {
  const lines: IssueLine[] = []
  opened.prepared.issueSpot.forEach((at, i) => {
    const line = at === spot ? issueLine(opened, i, t) : null
    if (line) lines.push(line)
  })
  const closed = (line: IssueLine) => Number(line.state === '已销号')
  return lines.sort((a, b) => closed(a) - closed(b) || b.lateDays - a.lateDays || b.foundOn - a.foundOn)
}

export const issueAnswers: FromPackage<IssueAnswers> = {
  issue: (opened, id, asOf) =>
    issueLine(
      opened,
      opened.model.issues.findIndex((issue) => issue.id === id),
      asOf,
    ),
  issues: queryIssues,
  issueLines: (opened, indices, asOf) => indices.flatMap((index) => issueLine(opened, index, asOf) ?? []),
  units: unitsOf,
}
