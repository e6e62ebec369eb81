/** The figures of areas, offices and the district at a day: scores, and what stands beside them. */

import type { Day } from '../../model/day.ts'
import { groupBy } from '../../model/group.ts'
import { issueDaysOf, stateIndexAt } from '../../model/issue-days.ts'
import { daysPer, latestPer } from '../../model/remembered.ts'
import { lacks } from '../../model/report.ts'
import { areasInScope, type Scope } from '../../model/scope.ts'
import { ISSUE_STATES, type IssueState } from '../../model/state.ts'
import { THEMES, type Theme } from '../../model/themes.ts'
import { areaColumn } from '../../placing/place.ts'
import {
  type ClosureTally,
  closureIndex,
  closureTallies,
  sumClosures,
} from '../../scoring/closure/closure.ts'
import { ranksAmong } from '../../scoring/rank.ts'
import { type CapHit, gradeUnder } from '../../scoring/score/caps.ts'
import { meanOf, partsOf, type Weights, weightsOf } from '../../scoring/score/offices.ts'
import type { AreaScore, Scores } from '../../scoring/score/score.ts'
import type { CapFigure, CategoryFigure, Figures } from '../contract/board.ts'
import { type Opened, REMEMBERED } from '../package/open.ts'
import { visitedAt } from './visited.ts'

/** A week: what every change on the screen is counted over, in days. */
export const WEEK = 7

/** How much each area counts in the score of a scope, summing to 1: an area in its own wholly, 数据不足 or not. */
export const weightsIn = ({ model, standard }: Opened, scope: Scope, scores: Scores): Weights => {
  const members = areasInScope(scope, model.areas)
  return scope?.type === 'area'
    ? new Map(members.map((i) => [i, 1]))
    : partsOf(weightsOf(members, model.areas, scores.areas, standard))
}

/** Counts per area that need one pass over the records. */
export interface Tally {
  sites: number
  visited: number
  states: Record<IssueState, number>
  found: number
  closed: number
  honours: number
  activities: number
  closure: ClosureTally
}

const emptyTally = (closure: ClosureTally): Tally => ({
  sites: 0,
  visited: 0,
  states: { 待整改: 0, 逾期: 0, 待复查: 0, 已销号: 0 },
  found: 0,
  closed: 0,
  honours: 0,
  activities: 0,
  closure,
})

/** One tally an area, at day `t`. A site counts as visited when a check of it lies within the window. */
const tallyAreas = (opened: Opened, t: Day): Tally[] => {
  const { model, places, standard } = opened
  const areas = areaColumn(places.issues)
  const areaOf = (issue: number) => areas[issue] as number
  const tallies = closureTallies(model.issues, standard, t, model.areas.length, areaOf).map(emptyTally)
  const { visited, waived } = visitedAt(opened, t)
  places.spots.forEach((spot, i) => {
    const tally = spot.of === 'site' ? tallies[spot.placement.area] : undefined
    if (tally === undefined || waived.has(i)) return
    tally.sites++
    if (visited.has(i)) tally.visited++
  })
  const days = issueDaysOf(model.issues)
  for (let i = 0; i < model.issues.length; i++) {
    const state = ISSUE_STATES[stateIndexAt(days, i, t)]
    const tally = state === undefined ? undefined : tallies[areaOf(i)]
    if (state === undefined || tally === undefined) continue
    tally.states[state]++
    if ((days.foundOn[i] as number) > t - WEEK) tally.found++
    const verifiedOn = days.verifiedOn[i] as number
    if (verifiedOn <= t && verifiedOn > t - WEEK) tally.closed++
  }
  model.honours.forEach((honour, i) => {
    const tally = tallies[places.honours[i]?.area ?? -1]
    if (tally && (honour.day === null || honour.day <= t)) tally.honours += honour.count
  })
  model.activities.forEach((activity, i) => {
    const tally = tallies[places.activities[i]?.area ?? -1]
    if (tally && activity.day <= t) tally.activities++
  })
  return tallies
}

/** Kept as long as the scores of their days: a board asks for those of the week before as well. */
const talliesAt = daysPer(tallyAreas, REMEMBERED)

const sumTallies = (tallies: readonly Tally[]): Tally => {
  const sum = emptyTally(sumClosures(tallies.map(({ closure }) => closure)))
  for (const tally of tallies) {
    sum.sites += tally.sites
    sum.visited += tally.visited
    for (const state of ISSUE_STATES) sum.states[state] += tally.states[state]
    sum.found += tally.found
    sum.closed += tally.closed
    sum.honours += tally.honours
    sum.activities += tally.activities
  }
  return sum
}

const beside = ({ standard }: Opened, tally: Tally) => ({
  sites: tally.sites,
  visited: tally.visited,
  states: tally.states,
  foundThisWeek: tally.found,
  closedThisWeek: tally.closed,
  index: closureIndex(tally.closure, standard),
  honours: tally.honours,
  activities: tally.activities,
})

/** What stands beside the score of some areas (indices) together. */
export const besideOf = (opened: Opened, members: readonly number[], t: Day) => {
  const tallies = talliesAt(opened, t)
  return beside(opened, sumTallies(members.map((i) => tallies[i] as Tally)))
}

const differ = (now: number | null | undefined, before: number | null | undefined): number | null =>
  now == null || before == null ? null : now - before

/** The vetoes (一票否决) that limit the grade of an area, each with the place where its record is shown. */
export const capFigures = ({ standard }: Opened, caps: readonly CapHit[]): CapFigure[] =>
  caps.map(({ of: _, site, ...cap }): CapFigure => {
    const { record } = cap
    switch (standard.caps.find(({ id }) => id === cap.rule)?.rule) {
      case 'waterGrade':
        return { ...cap, ref: { type: 'water', id: record } }
      case 'openSeverity':
        return { ...cap, ref: { type: 'issue', id: record } }
      default:
        return { ...cap, ref: site === null ? null : { type: 'site', id: site } }
    }
  })

const areaFigures = (opened: Opened, area: number, tally: Tally, now: Scores, before: Scores): Figures => {
  const { model, standard } = opened
  const record = model.areas[area] as (typeof model.areas)[number]
  const score = now.areas[area] as AreaScore
  return {
    id: record.code,
    name: record.name,
    office: record.office,
    score: score.score,
    // Without one check there is nothing it could be of: nearly full marks, less what the 台账 takes.
    provisional: lacks(opened.report, 'inspections.csv') ? null : score.provisional,
    grade: score.grade,
    caps: capFigures(opened, score.caps),
    weightCoverage: score.weightCoverage,
    themes: score.themes,
    categories: standard.categories.map((category, c) => ({
      id: category.id,
      ...(score.categories[c] as AreaScore['categories'][number]),
    })),
    rank: null,
    ...beside(opened, tally),
    change: differ(score.score, before.areas[area]?.score),
    leftOut: 0,
  }
}

/** The figures of several areas together. `id` '' = the district. */
const groupFigures = (
  opened: Opened,
  id: string,
  members: readonly number[],
  tallies: readonly Tally[],
  now: Scores,
  before: Scores,
): Figures => {
  const { standard } = opened
  const of = (scores: Scores) => (id === '' ? scores.district : scores.offices.find((o) => o.name === id))
  const own = of(now)
  const weights = weightsOf(members, opened.model.areas, now.areas, standard)
  const caps: CapFigure[] = members.flatMap((i) => capFigures(opened, now.areas[i]?.caps ?? []))
  const categories: CategoryFigure[] = standard.categories.map((category, c) => {
    const at = (i: number) => now.areas[i]?.categories[c]
    const states = members.map((i) => at(i)?.state)
    const state =
      (['scored', 'ledgerOnly', 'unvisited'] as const).find((s) => states.includes(s)) ?? 'notApplicable'
    return {
      id: category.id,
      state,
      score: meanOf(weights, (i) => at(i)?.score ?? null),
      base: meanOf(weights, (i) => at(i)?.base ?? null),
      deduction: meanOf(weights, (i) => at(i)?.deduction ?? null),
    }
  })
  const score = own?.score ?? null
  return {
    id,
    name: id === '' ? opened.model.district.title : id,
    office: id === '' ? null : id,
    score,
    provisional: null,
    // A veto stands in the area it was earned in; an aggregate has the grade of its number.
    grade: score === null ? standard.insufficient : gradeUnder(standard, score, []),
    caps,
    weightCoverage: null,
    themes: Object.fromEntries(
      THEMES.map((theme) => [theme, meanOf(weights, (i) => now.areas[i]?.themes[theme] ?? null)]),
    ) as Record<Theme, number | null>,
    categories,
    rank: null,
    ...beside(opened, sumTallies(members.map((i) => tallies[i] as Tally))),
    change: differ(score, of(before)?.score),
    leftOut: own?.leftOut ?? 0,
  }
}

const rank = (figures: Figures[]): void => {
  const ranks = ranksAmong(figures)
  figures.forEach((figure, i) => {
    figure.rank = ranks[i] as number | null
  })
}

export interface AllFigures {
  areas: Figures[]
  offices: Figures[]
  district: Figures
}

/** The figures of a scope among all of a day; undefined when there is no such area or office. */
export const figuresOf = ({ areas, offices, district }: AllFigures, scope: Scope): Figures | undefined =>
  scope === null ? district : (scope.type === 'area' ? areas : offices).find(({ id }) => id === scope.id)

/** Of the day last asked for: a board, an explanation and a comparison ask for the same one after another. */
export const figuresAt = latestPer((opened: Opened, t: Day): AllFigures => {
  const { model, scores } = opened
  const now = scores(t)
  const before = scores(t - WEEK)
  const tallies = talliesAt(opened, t)
  const areas = model.areas.map((_, i) => areaFigures(opened, i, tallies[i] as Tally, now, before))
  const members = groupBy(model.areas.keys(), (i) => model.areas[i]?.office ?? null)
  const offices = now.offices.map(({ name }) =>
    groupFigures(opened, name, members.get(name) ?? [], tallies, now, before),
  )
  rank(areas)
  rank(offices)
  const district = groupFigures(opened, '', [...model.areas.keys()], tallies, now, before)
  return { areas, offices, district }
})
