/**
 * An office asked for is the whole of an answer: what is counted adds up over the offices, and nothing of another office is
 * named. What lies in several offices is told of each.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { boardOf } from '../../src/engine/answers/board.ts'
import { explain, ledgerAnswers } from '../../src/engine/answers/explain.ts'
import { issueAnswers } from '../../src/engine/answers/issues.ts'
import { overviewOf } from '../../src/engine/answers/overview.ts'
import type { Rebounds } from '../../src/engine/contract/studies/clusters.ts'
import { layerFiles } from '../../src/engine/exports/layers.ts'
import { rankingSheets } from '../../src/engine/exports/ranking.ts'
import { scoreSheets } from '../../src/engine/exports/scores.ts'
import type { Opened } from '../../src/engine/package/open.ts'
import { closureAnswers } from '../../src/engine/studies/closure.ts'
import { clusterAnswers } from '../../src/engine/studies/clusters/clusters.ts'
import { compareAnswers } from '../../src/engine/studies/compare.ts'
import { coverageAnswers } from '../../src/engine/studies/coverage/coverage.ts'
import { honourAnswers } from '../../src/engine/studies/honours.ts'
import { kindAnswers } from '../../src/engine/studies/kinds.ts'
import { noticeAnswers } from '../../src/engine/studies/notices.ts'
import { planAnswers } from '../../src/engine/studies/plan/plan.ts'
import { routeAnswers } from '../../src/engine/studies/route.ts'
import { officeScope, type Scope } from '../../src/model/scope.ts'
import { issueQueryOf } from '../../src/view/issue-query.ts'
import { kindCounts } from '../../src/view/kinds.ts'
import { DEFAULT_VIEW } from '../../src/view/link/state.ts'
import { studyView } from '../../src/view/studies/registry.ts'
import { routeQueryOf } from '../../src/view/studies/route/route.ts'
import { openSample } from './sample.ts'

let opened: Opened
let t = 0
let offices: string[] = []
beforeAll(() => {
  opened = openSample()
  t = opened.intake.asOf
  offices = [...new Set(opened.model.areas.flatMap(({ office }) => office ?? []))]
})

type Ask = (scope: Scope) => unknown

/** What of an answer is looked at for foreign names. */
const ANSWERS: readonly (readonly [string, Ask])[] = [
  ['explain', (scope) => explain(opened, scope, t)],
  ['closure', (scope) => closureAnswers.closure(opened, 'unit', scope, t)],
  ['overdue', (scope) => closureAnswers.overdue(opened, null, scope, t)],
  [
    'clusters',
    (scope) => clusterAnswers.clusters(opened, { asOf: t, scope, of: 'found', metres: 300, least: 3 }),
  ],
  [
    'rebounds',
    (scope) => {
      const { sites } = clusterAnswers.rebounds(opened, t, 30, scope) as Rebounds
      // What failed again at a place on the border may have been found beyond it.
      return sites.map(({ events, ...site }) => [site, events.map(({ closed }) => closed)])
    },
  ],
  ['comparison', (scope) => compareAnswers.comparison(opened, t - 28, t, scope)],
  ['coverage', (scope) => coverageAnswers.coverage(opened, t, scope)],
  ['intervals', (scope) => coverageAnswers.intervals(opened, t, scope)],
  ['honours', (scope) => honourAnswers.honours(opened, t, scope)],
  ['bulletin', (scope) => noticeAnswers.bulletin(opened, t - 6, t, scope)],
  [
    'noticeIssues',
    (scope) =>
      noticeAnswers.noticeIssues(
        opened,
        { unit: (noticeAnswers.noticeUnits(opened, scope, t) as { unit: string }[])[0]?.unit ?? '' },
        scope,
        t,
      ),
  ],
  ['kind', (scope) => [kindAnswers.kinds(opened, scope, t), kindAnswers.kind(opened, 'food-shop', scope, t)]],
  ['responsibility', (scope) => noticeAnswers.responsibility(opened, scope, t)],
  ['priorities', (scope) => planAnswers.priorities(opened, scope, t)],
  [
    'route',
    (scope) =>
      routeAnswers.route(opened, routeQueryOf(studyView('route').options as never, t, scope?.id ?? null)),
  ],
  ['ranking', (scope) => rankingSheets(opened, t, scope).map(({ rows }) => rows)],
  ['scores', (scope) => scoreSheets(opened, scope, t, false).map(({ rows }) => rows)],
  [
    'layers',
    (scope) =>
      layerFiles(opened, t, ['areas', 'sites', 'issues', 'waters', 'honours'], 'WGS84', scope).map(
        ({ collection }) => collection.features.map(({ properties }) => properties),
      ),
  ],
]

/** Every text in an answer, keys of maps and objects apart. */
const textsIn = (value: unknown, found = new Set<string>()): Set<string> => {
  if (typeof value === 'string') found.add(value)
  else if (value instanceof Map) for (const each of value.values()) textsIn(each, found)
  else if (ArrayBuffer.isView(value)) return found
  else if (typeof value === 'object' && value !== null)
    for (const each of Object.values(value)) textsIn(each, found)
  return found
}

/** Codes and ids of what lies in other offices and not in this one. */
const foreignTo = (office: string, areas: boolean): Set<string> => {
  const { model, places } = opened
  const isHere = (area: number) => model.areas[area]?.office === office
  const away = (areas: readonly number[]) => areas.length > 0 && !areas.some(isHere)
  const foreign = new Set<string>()
  // Codes, for a unit can bear the name of an 居委会.
  for (const area of model.areas) if (areas && area.office !== office) foreign.add(area.code)
  places.spots.forEach(({ of, id, placement }) => {
    if (of === 'area') return
    const touched = [placement.area, ...placement.shares.map(({ area }) => area)]
    if (away([...touched, ...placement.small.map(({ area }) => area)])) foreign.add(id)
  })
  model.issues.forEach(({ id }, i) => {
    if (away([places.issues[i]?.area ?? -1])) foreign.add(id)
  })
  return foreign
}

/** Answers about places that lie in several offices, each told with the area that most of it lies in. */
const SHARED: readonly string[] = ['priorities', 'layers', 'rebounds']

test.each(ANSWERS)('%s names nothing of another office', (name, ask) => {
  for (const office of offices) {
    const foreign = foreignTo(office, !SHARED.includes(name))
    expect(foreign.size).toBeGreaterThan(100)
    const said = [...textsIn(ask(officeScope(office)))]
    expect(said.length).toBeGreaterThan(0)
    expect(said.filter((text) => foreign.has(text))).toEqual([])
  }
})

type Counts = (scope: Scope) => number[]

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

/** Counts of what lies in one area each. */
const COUNTS: readonly (readonly [string, Counts])[] = [
  [
    'KPIs',
    (scope) =>
      boardOf(opened, t, scope)
        .kpis.filter(({ id }) => ['passing', 'open', 'overdue'].includes(id))
        .map(({ value }) => value ?? 0),
  ],
  [
    'places by kind',
    (scope) => {
      const counts = kindCounts(overviewOf(opened, ''), scope?.id ?? null)
      return Object.keys(counts)
        .sort()
        .map((kind) => counts[kind] as number)
    },
  ],
  [
    '台账',
    (scope) => {
      const view = { ...DEFAULT_VIEW, office: scope?.id ?? null }
      const query = issueQueryOf({ view, overview: overviewOf(opened, '') })
      return [
        query === null ? -1 : (issueAnswers.issues(opened, { ...query, asOf: t }) as Uint32Array).length,
      ]
    },
  ],
  [
    'parts of the index',
    (scope) => {
      const parts = ledgerAnswers.indexParts(opened, scope, t) as {
        due: number
        closed: number
        outside: number
      }
      return [parts.due, parts.closed]
    },
  ],
  [
    '专项整治',
    (scope) => {
      const lines = kindAnswers.kinds(opened, scope, t) as { places: number; visited: number; open: number }[]
      return [
        sum(lines.map(({ places }) => places)),
        sum(lines.map(({ visited }) => visited)),
        sum(lines.map(({ open }) => open)),
      ]
    },
  ],
  ['超期未结', (scope) => [(closureAnswers.overdue(opened, null, scope, t) as unknown[]).length]],
  [
    'areas compared',
    (scope) => [(compareAnswers.comparison(opened, t - 28, t, scope) as { areas: unknown[] }).areas.length],
  ],
  [
    '排查覆盖',
    (scope) => {
      const { areas, blind, small, kinds } = coverageAnswers.coverage(opened, t, scope) as Awaited<
        ReturnType<typeof coverageAnswers.coverage>
      >
      const ground = sum(areas.map(({ land }) => land))
      const visited = sum(kinds.flatMap((kind) => kind.areas.map((one) => one.visited)))
      return [areas.length, blind.length, sum(small.map(({ count }) => count)), Math.round(ground), visited]
    },
  ],
  [
    'candidates',
    (scope) => {
      const { candidates } = honourAnswers.honours(opened, t, scope) as Awaited<
        ReturnType<typeof honourAnswers.honours>
      >
      return [candidates.streets.length, candidates.shops.length, candidates.families.length]
    },
  ],
  [
    '通报',
    (scope) => {
      const facts = noticeAnswers.bulletin(opened, t - 6, t, scope) as Awaited<
        ReturnType<typeof noticeAnswers.bulletin>
      >
      return [facts.found, facts.fixed, facts.verified, facts.open, facts.overdue.length]
    },
  ],
  [
    'notices',
    (scope) => [
      sum((noticeAnswers.noticeUnits(opened, scope, t) as { issues: number }[]).map((u) => u.issues)),
    ],
  ],
]

describe('the offices add up to the district, what lies outside apart', () => {
  test.each(COUNTS)('%s', (_, count) => {
    const { model, places } = opened
    // The sample's areas all have an office; problems outside every area count in the 台账 alone.
    expect(model.areas.every(({ office }) => office !== null)).toBe(true)
    const outside = model.issues.filter((_, i) => (places.issues[i]?.area ?? -1) < 0).length
    const whole = count(null)
    const parts = offices.map((office) => count(officeScope(office)))
    const added = whole.map((_, i) => sum(parts.map((part) => part[i] ?? 0)))
    whole.forEach((figure, i) => {
      expect(figure - (added[i] as number)).toBeGreaterThanOrEqual(0)
      expect(figure - (added[i] as number)).toBeLessThanOrEqual(outside + 2)
    })
    expect(sum(whole)).toBeGreaterThan(0)
    // Each office has a part of it, not all.
    for (const part of parts) expect(sum(part)).toBeLessThan(sum(whole))
  })
})
