/** How the whole district stands on a day. */

import { inStandard } from '../../model/by-id.ts'
import type { Day } from '../../model/day.ts'
import { issueDaysOf, stateIndexAt } from '../../model/issue-days.ts'
import { latestPer, oncePer } from '../../model/remembered.ts'
import { lacks } from '../../model/report.ts'
import { areasInScope, isInScope, type Scope } from '../../model/scope.ts'
import { openOf } from '../../model/state.ts'
import type { AreaScore, Scores } from '../../scoring/score/score.ts'
import type { FromPackage } from '../answering.ts'
import type { Board, BoardAnswers, Kpi, WaterFigure } from '../contract/board.ts'
import type { Opened } from '../package/open.ts'
import { eventDaysOf } from './event-days.ts'
import { besideOf, figuresAt, WEEK } from './figures.ts'
import { seriesOf } from './series.ts'
import { siteStates } from './site-states.ts'

const percent = (part: number, whole: number): number | null => (whole === 0 ? null : (100 * part) / whole)

/** Indices of the areas a water body has a share in, by its id. */
const areasOfWaters = oncePer(
  ({ places }: Opened) =>
    new Map(
      [...places.spotOfWater].map(([id, spot]) => [
        id,
        (places.spots[spot]?.placement.shares ?? []).map(({ area }) => area),
      ]),
    ),
)

const areasOfWater = (opened: Opened, id: string): number[] => areasOfWaters(opened).get(id) ?? []

const SCORE_LABELS = { district: '全区得分', office: '办事处得分', area: '居委会得分' } as const

/** The score of a scope. @param members its areas (indices) */
const scoreOf = (
  { areas, offices, district }: Scores,
  scope: Scope,
  members: readonly number[],
): { score: number | null; leftOut: number } => {
  if (scope === null) return district
  if (scope.type === 'area') return { score: areas[members[0] ?? -1]?.score ?? null, leftOut: 0 }
  return offices.find(({ name }) => name === scope.id) ?? district
}

/** The KPI strip of a scope. */
const kpisOf = (opened: Opened, t: Day, scope: Scope): Kpi[] => {
  const { standard } = opened
  const [withIssues, withChecks, withSamples] = [
    !lacks(opened.report, 'issues.csv'),
    !lacks(opened.report, 'sites.csv', 'inspections.csv'),
    !lacks(opened.report, 'waters.geojson', 'water-samples.csv'),
  ]
  const isHere = ({ id }: { id: string }) =>
    scope === null || areasOfWater(opened, id).some((area) => isInScope(scope, opened.model.areas[area]))
  const passes = new Set(standard.grades.filter((g) => g.passes).map((g) => g.id))
  const inScope = areasInScope(scope, opened.model.areas)
  // What is nowhere is the whole district's.
  const everywhere = inScope.length === 0 ? opened.model.areas.map((_, i) => i) : inScope
  const at = (day: Day) => {
    const scores = opened.scores(day)
    const { score, leftOut } = scoreOf(scores, inScope.length === 0 ? null : scope, inScope)
    const whole = { ...besideOf(opened, everywhere, day), score, leftOut }
    const members = inScope.map((i) => scores.areas[i] as AreaScore)
    const bad = scores.waters.filter(
      (water) => isHere(water) && water.grade !== null && water.grade !== standard.water.grades.clean,
    )
    const closed = whole.states.已销号
    return {
      whole,
      members: members.length,
      score,
      passing: members.some(({ score }) => score !== null)
        ? members.filter((a) => passes.has(a.grade)).length
        : null,
      open: withIssues ? openOf(whole) : null,
      overdue: withIssues ? whole.states.逾期 : null,
      closedRate: percent(closed, closed + openOf(whole)),
      index: whole.index,
      coverage: withChecks ? percent(whole.visited, whole.sites) : null,
      water: withSamples ? bad.length : null,
      waters: opened.model.waters.filter(isHere).length,
    }
  }
  const now = at(t)
  const before = at(t - WEEK)
  const kpi = (
    id: Kpi['id'],
    label: string,
    unit: string,
    digits: 0 | 1,
    better: Kpi['better'],
    note: string,
  ): Kpi => {
    const [value, was] = [now[id], before[id]]
    return {
      id,
      label,
      value,
      unit,
      digits,
      better,
      note,
      change: value === null || was === null ? null : value - was,
    }
  }
  return [
    kpi(
      'score',
      SCORE_LABELS[scope?.type ?? 'district'],
      '分',
      1,
      'up',
      now.whole.leftOut > 0 ? `${now.whole.leftOut} 个居委会数据不足未计` : `${now.members} 个居委会`,
    ),
    kpi('passing', '达标居委会', '个', 0, 'up', `共 ${now.members} 个`),
    kpi(
      'open',
      '未销号问题',
      '个',
      0,
      'down',
      withIssues ? `本周新增 ${now.whole.foundThisWeek}，销号 ${now.whole.closedThisWeek}` : '没有问题台账',
    ),
    kpi('overdue', '逾期未改', '个', 0, 'down', withIssues ? '超过整改期限' : '没有问题台账'),
    kpi('closedRate', '销号率', '%', 1, 'up', '已销号 / 已发现'),
    kpi('index', '整改指数', '分', 1, 'up', '按期处置、结案、返工'),
    kpi(
      'coverage',
      '排查覆盖',
      '%',
      1,
      'up',
      withChecks ? `${standard.window} 天内查过的点位` : '没有检查记录',
    ),
    kpi('water', '黑臭水体', '条', 0, 'down', withSamples ? `监测 ${now.waters} 条` : '没有水质监测'),
  ]
}

export const waterFigures = (opened: Opened, t: Day): WaterFigure[] =>
  opened.scores(t).waters.map((water, i) => ({
    id: water.id,
    name: opened.model.waters[i]?.name ?? water.id,
    areas: areasOfWater(opened, water.id),
    grade: water.grade,
    rule: water.rule,
    insufficient: water.insufficient,
    unlocated: water.unlocated,
    stations: water.stations.map((s) => ({ ...s, lon: s.lon ?? Number.NaN, lat: s.lat ?? Number.NaN })),
    reaches: water.reaches.map((reach) => reach.map(([lon, lat]) => [lon as number, lat as number])),
  }))

/** The level of each problem, as an index. */
const severitiesOf = oncePer(({ model, standard }: Opened) => {
  const { severities } = inStandard(standard)
  return Uint8Array.from(model.issues, ({ severity }) => severities.get(severity) ?? 0)
})

/** What of a board does not depend on the scope; of the day last asked for. */
const wholeBoardOf = latestPer((opened: Opened, t: Day) => {
  const { model } = opened
  const days = issueDaysOf(model.issues)
  return {
    sites: siteStates(opened, t),
    issues: {
      // Not yet found is 255, as −1 is in a byte.
      state: new Uint8Array(model.issues.length).map((_, i) => stateIndexAt(days, i, t)),
      severity: severitiesOf(opened),
    },
    waters: waterFigures(opened, t),
  }
})

export const boardOf = (opened: Opened, asOf: Day, scope: Scope): Board => ({
  asOf,
  compareTo: asOf - WEEK,
  scope,
  kpis: kpisOf(opened, asOf, scope),
  ...figuresAt(opened, asOf),
  ...wholeBoardOf(opened, asOf),
})

export const boardAnswers: FromPackage<BoardAnswers> = {
  board: boardOf,
  series: seriesOf,
  eventDays: eventDaysOf,
}
