/**
 * Everything about the model that does not depend on the day, as scoring needs it: check rows grouped by site and item
 * in order of time, problems with their item, samples by body, states by site.
 */
import { inModel, inStandard } from '../../model/by-id.ts'
import type { Day } from '../../model/day.ts'
import { addTo } from '../../model/group.ts'
import type { Issue, Model, Survey, WaterSample } from '../../model/records.ts'
import type { Notice } from '../../model/report.ts'
import type { Standard } from '../../model/standard.ts'
import type { Places } from '../../placing/place.ts'
import { gradeOf } from './grade.ts'

/** Where a grade comes from: a row of a list of the model, or the state of a spot / a water body at the day. */
export type Origin =
  | { type: 'check'; index: number }
  | { type: 'survey'; index: number }
  | { type: 'status'; spot: number; status: string }
  | { type: 'water'; index: number }

/** One row that may count for its site–item. `grade` null = 不适用. */
export interface Entry {
  day: Day
  /** order within the day: later lines of the file count over earlier ones */
  line: number
  rank: number
  grade: number | null
  origin: Origin
}

/** The rows of one site–item, by day, then line. */
export interface SiteItemRows {
  spot: number
  item: number
  entries: Entry[]
}

export interface Prepared {
  model: Model
  standard: Standard
  places: Places
  /** by spot · items + item */
  siteItemRows: Map<number, SiteItemRows>
  /** items (indices) that apply to each kind (index) */
  itemsOfKind: number[][]
  /** category (index) of each item (index) */
  categoryOf: number[]
  /** spot (index) at which each check is a row, -1 none */
  checkSpot: Int32Array
  /** item (index) each problem counts for, -1 unscored */
  issueItem: Int32Array
  /** spot (index) of each problem, -1 none */
  issueSpot: Int32Array
  /** state changes of each spot, by day, then line */
  statusOf: Map<number, { day: Day; status: string; line: number }[]>
  /** samples of each water (index), in the order of the file */
  samplesOf: WaterSample[][]
  rankOf: (source: string | null) => number
  flagged: Notice[]
}

/** Surveys come after the check rows of their day, whose line numbers are of another file. */
const AFTER_CHECKS = 1e9

/** 满意率 → g: linear between the steps of the standard, constant beyond them. */
export const gradeOfRate = (rate: number, steps: readonly { rate: number; grade: number }[]): number => {
  const after = steps.findIndex((step) => rate <= step.rate)
  const to = steps[after]
  const from = steps[after - 1]
  if (to === undefined) return (steps[steps.length - 1] as { grade: number }).grade
  if (from === undefined) return to.grade
  return from.grade + ((to.grade - from.grade) * (rate - from.rate)) / (to.rate - from.rate)
}

export const prepare = (model: Model, standard: Standard, places: Places): Prepared => {
  const { items: itemAt, kinds: kindAt, categories: categoryAt } = inStandard(standard)
  const sourceRank = new Map(standard.sources.map((source) => [source.id, source.rank]))
  const lowest = Math.min(...standard.sources.map((source) => source.rank))
  const rankOf = (source: string | null) => (source === null ? undefined : sourceRank.get(source)) ?? lowest
  const itemsOfKind = standard.kinds.map((kind) =>
    standard.items.flatMap((item, i) => (item.kinds.includes(kind.id) ? [i] : [])),
  )
  const flagged: Notice[] = []
  const siteItemRows = new Map<number, SiteItemRows>()
  const items = standard.items.length

  const add = (spot: number, item: number, entry: Entry) => {
    const key = spot * items + item
    const known = siteItemRows.get(key)
    if (known) known.entries.push(entry)
    else siteItemRows.set(key, { spot, item, entries: [entry] })
  }

  const checkSpot = new Int32Array(model.checks.length).fill(-1)
  model.checks.forEach((check, index) => {
    const spot = places.spotOf.get(check.siteId)
    const item = itemAt.get(check.item)
    if (spot === undefined || item === undefined) return
    // A check of an item that is not of its site's kind was flagged when it was read; it counts nowhere.
    if (!itemsOfKind[places.spots[spot]?.kind ?? -1]?.includes(item)) return
    checkSpot[index] = spot
    add(spot, item, {
      day: check.day,
      line: check.line,
      rank: rankOf(check.source),
      grade: gradeOf(check, standard),
      origin: { type: 'check', index },
    })
  })

  model.surveys.forEach((survey: Survey, index) => {
    const of = survey.waterId === null ? 'area' : 'water'
    const spot =
      of === 'area'
        ? places.spotOfArea.get(survey.areaCode ?? '')
        : places.spotOfWater.get(survey.waterId ?? '')
    for (const rule of standard.derived.survey ?? []) {
      const item = itemAt.get(rule.item)
      if (rule.of !== of || spot === undefined || item === undefined) continue
      add(spot, item, {
        day: survey.day,
        line: AFTER_CHECKS + survey.line,
        rank: rankOf(rule.source),
        grade: gradeOfRate(survey.satisfied / survey.valid, rule.steps),
        origin: { type: 'survey', index },
      })
    }
  })
  for (const { entries } of siteItemRows.values()) entries.sort((a, b) => a.day - b.day || a.line - b.line)

  const statusOf: Prepared['statusOf'] = new Map()
  for (const change of model.statusChanges) {
    const spot = places.spotOf.get(change.siteId)
    if (spot !== undefined) addTo(statusOf, spot, change)
  }
  for (const list of statusOf.values()) list.sort((a, b) => a.day - b.day || a.line - b.line)

  const issueItem = new Int32Array(model.issues.length).fill(-1)
  const issueSpot = new Int32Array(model.issues.length).fill(-1)
  model.issues.forEach((issue: Issue, i) => {
    const spot = issue.siteId === null ? undefined : places.spotOf.get(issue.siteId)
    if (spot !== undefined) issueSpot[i] = spot
    const kind = spot === undefined ? undefined : standard.kinds[places.spots[spot]?.kind ?? -1]
    const item = itemAt.get(issue.item ?? kind?.defaultItem ?? '')
    if (item !== undefined) issueItem[i] = item
    else
      flagged.push({
        file: 'issues.csv',
        line: issue.line,
        field: '检查项',
        value: issue.item ?? '',
        reason: '没有检查项，点位类别也没有默认检查项：列入台账，不计分',
      })
  })

  const samplesOf: WaterSample[][] = model.waters.map(() => [])
  const { waters: waterAt } = inModel(model)
  for (const sample of model.samples) samplesOf[waterAt.get(sample.waterId) ?? -1]?.push(sample)

  // A state the standard has no grade for gives no check: say so once a site.
  for (const rule of standard.derived.status ?? []) {
    const kinds = new Set(rule.kinds.map((id) => kindAt.get(id)))
    const unknown = (status: string | null) => status !== null && rule.grades[status] === undefined
    const tell = (file: string, line: number, status: string | null) =>
      flagged.push({
        file,
        line,
        field: '状态',
        value: status ?? '',
        reason: `状态应为${Object.keys(rule.grades).join('、')}之一，此状态不计分`,
      })
    places.spots.forEach((spot, i) => {
      if (spot.of !== 'site' || !kinds.has(spot.kind)) return
      const site = model.sites[spot.index]
      if (site && unknown(site.status)) tell('sites.csv', site.line, site.status)
      for (const change of statusOf.get(i) ?? [])
        if (unknown(change.status)) tell('site-status.csv', change.line, change.status)
    })
  }

  return {
    model,
    standard,
    places,
    siteItemRows,
    itemsOfKind,
    categoryOf: standard.items.map((item) => categoryAt.get(item.category) as number),
    checkSpot,
    issueItem,
    issueSpot,
    statusOf,
    samplesOf,
    rankOf,
    flagged,
  }
}
