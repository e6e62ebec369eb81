/** The score against answers worked by hand. */
import { describe, expect, it } from 'vitest'
import type { Model, WaterSample } from '../../../src/model/records.ts'
import { seenBetween } from '../../../src/scoring/inspections/period.ts'
import { sourcesAt } from '../../../src/scoring/inspections/sources.ts'
import {
  area,
  box,
  categoryOf,
  check,
  issue,
  model,
  prepared,
  sampleStandard,
  scored,
  site,
  smallStandard,
} from '../fixture.ts'

const T = 1000
const A = area('A', box(0, 0, 1, 1))
const B = area('B', box(1, 0, 2, 1))

describe('the worked example', () => {
  const markets: Partial<Model> = {
    areas: [A],
    sites: [site('s1', 'market', 0.2, 0.2), site('s2', 'market', 0.4, 0.4), site('lane', 'lane', 0.6, 0.6)],
    checks: [
      check('s1', 'm5', T - 3, 10),
      check('s1', 'm3', T - 3, 8),
      check('s1', 'm2', T - 3, 5),
      check('s2', 'm5', T - 3, 9),
      check('s2', 'm3', T - 3, 6),
      check('s2', 'm2', T - 3, null, { result: '不适用' }),
    ],
    issues: [issue('p1', 'lane', T - 5)],
  }
  const standard = smallStandard()

  it('农贸市场: B = 100 · 14.7 / 18', () => {
    const market = categoryOf(scored(markets, standard, T), standard, 'market')
    expect(market.state).toBe('scored')
    expect(market.base).toBeCloseTo((100 * 14.7) / 18, 10)
    expect(market.deduction).toBe(0)
    expect(market.score).toBeCloseTo(81.6667, 4)
  })

  it('市容: not visited, one open 一般 problem: 仅据台账, D = 100 · 2 / max(20, 8) = 10', () => {
    const streets = categoryOf(scored(markets, standard, T), standard, 'streets')
    expect(streets).toMatchObject({ state: 'ledgerOnly', base: 100 })
    expect(streets.deduction).toBeCloseTo(10, 12)
    expect(streets.score).toBeCloseTo(90, 12)
  })

  it('T = (100 · 81.6667 + 230 · 90) / 330 = 87.4747; coverage 100 / 330', () => {
    const [a] = scored(markets, standard, T).areas
    expect(a?.score).toBeCloseTo(87.47474747, 8)
    expect(a?.weightCoverage).toBeCloseTo(100 / 330, 12)
    expect(a?.themes.乱).toBeCloseTo(81.66666667, 8)
    expect(a?.themes.脏).toBeCloseTo(90, 10)
    expect(a?.themes.差).toBeNull()
  })

  it('the ledger names each record and sums to 100 − T', () => {
    const [a] = scored(markets, standard, T).areas
    const sum = a?.ledger.reduce((s, row) => s + row.points, 0) ?? 0
    expect(sum).toBeCloseTo(100 - (a?.score ?? 0), 9)
    const problem = a?.ledger.find((row) => row.origin.type === 'issue')
    // 230/330 of the 10 the category lost
    expect(problem?.points).toBeCloseTo((230 / 330) * 10, 10)
    // m2 at s1: grade 5 of 2 points: 1 of 18 points lost
    const m2 = a?.ledger.find((row) => row.item === 2)
    expect(m2?.points).toBeCloseTo((100 / 330) * (100 / 18), 10)
  })

  it('the same with the sample rubric: its market items, 街巷市容 for 市容', () => {
    // Site 1 graded 10, 8, 5 on items of 20, 12, 3 points, site 2 graded 9 and 6 on the first two, the third 不适用:
    // B = 100 · (20 + 9.6 + 1.5 + 18 + 7.2)/(20 + 12 + 3 + 20 + 12) = 100 · 56.3/67 = 84.0299.
    // An alley: not visited; one open 一般 problem of 2 points, eight days late: ⌈8/7⌉ = 2 weeks, so 2 · 1.2 = 2.4.
    // 街巷市容 at an alley has 8 + 8 + 6 + 5 = 27 points, over minPoints 20: D = 100 · 2.4/27 = 8.8889, S = 91.1111.
    const rubric = sampleStandard()
    const parts: Partial<Model> = {
      areas: [A],
      sites: [
        site('s1', 'market', 0.2, 0.2),
        site('s2', 'market', 0.4, 0.4),
        site('lane', 'alley', 0.6, 0.6),
      ],
      checks: [
        check('s1', 'live-poultry', T - 3, 10),
        check('s1', 'market-stalls', T - 3, 8),
        check('s1', 'market-notice', T - 3, 5),
        check('s2', 'live-poultry', T - 3, 9),
        check('s2', 'market-stalls', T - 3, 6),
        check('s2', 'market-notice', T - 3, null, { result: '不适用' }),
      ],
      issues: [issue('p1', 'lane', T - 20, { item: 'alley-clutter', dueOn: T - 8 })],
    }
    const scores = scored(parts, rubric, T)
    expect(categoryOf(scores, rubric, 'market')).toMatchObject({ state: 'scored', deduction: 0 })
    expect(categoryOf(scores, rubric, 'market').score).toBeCloseTo(84.029851, 6)
    expect(categoryOf(scores, rubric, 'streets')).toMatchObject({ state: 'ledgerOnly', base: 100 })
    expect(categoryOf(scores, rubric, 'streets').score).toBeCloseTo(91.111111, 6)
    expect(categoryOf(scores, rubric, 'cleaning').state).toBe('unvisited')
    expect(categoryOf(scores, rubric, 'food').state).toBe('notApplicable')
    // 100 of (50 综合 + 70 教育 + 50 清扫 + 70 街巷 + 100 市场 + 100 病媒 + 50 社区 + 50 满意度) = 540 was looked at.
    const [a] = scores.areas
    expect(a?.weightCoverage).toBeCloseTo(100 / 540, 12)
    expect(a).toMatchObject({ grade: '数据不足', score: null, caps: [] })
    // T = (100 · 84.0299 + 70 · 91.1111)/170; 乱 is the mean of the same two.
    expect(a?.provisional).toBeCloseTo(86.945664, 6)
    expect(a?.themes.乱).toBeCloseTo(86.945664, 6)
    expect(a?.themes.脏).toBeNull()
    // Of a point of T the problem owes 70/170 · 8.8889, the stalls of site 2 100/170 · 100 · 12 · 0.4/67.
    const owed = (spot: string, item: string) =>
      a?.ledger.find(
        (row) =>
          rubric.items[row.item]?.id === item && row.spot === parts.sites?.findIndex(({ id }) => id === spot),
      )?.points
    expect(owed('lane', 'alley-clutter')).toBeCloseTo(3.660131, 6)
    expect(owed('s2', 'market-stalls')).toBeCloseTo(4.214223, 6)
    expect(a?.ledger).toHaveLength(5)
    expect(a?.ledger.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(100 - 86.945664, 6)
  })
})

describe('which row counts', () => {
  const standard = smallStandard()
  const baseOf = (rows: [day: number, grade: number | null, source: string][], t = T) => {
    const checks = rows.map(([day, grade, source]) =>
      check('s1', 'm5', day, grade, { source, ...(grade === null ? { result: '不适用' } : {}) }),
    )
    const scores = scored({ areas: [A], sites: [site('s1', 'market', 0.5, 0.5)], checks }, standard, t)
    return categoryOf(scores, standard, 'market')
  }

  it('the latest of equal rank, the later line on the same day', () => {
    expect(
      baseOf([
        [T - 5, 4, '区督导'],
        [T - 2, 9, '区督导'],
      ]).base,
    ).toBeCloseTo(90)
    expect(
      baseOf([
        [T - 2, 4, '区督导'],
        [T - 2, 9, '区督导'],
      ]).base,
    ).toBeCloseTo(90)
    expect(
      baseOf([
        [T - 2, 9, '区督导'],
        [T - 2, 4, '区督导'],
      ]).base,
    ).toBeCloseTo(40)
  })
  it('a 暗访 is not wiped out by a later 自查, but by a later 暗访', () => {
    expect(
      baseOf([
        [T - 5, 3, '暗访'],
        [T - 1, 10, '自查'],
      ]).base,
    ).toBeCloseTo(30)
    expect(
      baseOf([
        [T - 5, 3, '暗访'],
        [T - 3, 10, '自查'],
        [T - 1, 6, '暗访'],
      ]).base,
    ).toBeCloseTo(60)
    expect(
      baseOf([
        [T - 5, 3, '自查'],
        [T - 1, 10, '暗访'],
      ]).base,
    ).toBeCloseTo(100)
  })
  it('the window is (t − 90, t]: the 暗访 of 90 days ago has gone, that of 89 days ago counts', () => {
    expect(
      baseOf([
        [T - 90, 3, '暗访'],
        [T - 30, 10, '自查'],
      ]).base,
    ).toBeCloseTo(100)
    expect(
      baseOf([
        [T - 89, 3, '暗访'],
        [T - 30, 10, '自查'],
      ]).base,
    ).toBeCloseTo(30)
  })
  it('nothing dated after t is seen', () => {
    expect(
      baseOf([
        [T, 4, '自查'],
        [T + 1, 10, '暗访'],
      ]).base,
    ).toBeCloseTo(40)
    expect(baseOf([[T + 1, 10, '暗访']]).state).toBe('unvisited')
  })
  it('a check of an item that is not of its site’s kind counts nowhere, and takes nothing off a problem of that item', () => {
    const parts = {
      areas: [A],
      sites: [site('s1', 'market', 0.5, 0.5)],
      checks: [check('s1', 'l8', T, 0), check('s1', 'm5', T, 10)],
      issues: [issue('p', 's1', T, { item: 'l8' })],
    }
    const scores = scored(parts, standard, T)
    expect(categoryOf(scores, standard, 'market')).toMatchObject({ state: 'scored', score: 100 })
    // The problem keeps its item and costs the category of that, at 2 of max(20, 0) points.
    expect(categoryOf(scores, standard, 'streets')).toMatchObject({ state: 'ledgerOnly', deduction: 10 })
    expect(scores.counted.map(({ item }) => standard.items[item]?.id)).toEqual(['m5'])
    const ready = prepared(parts, standard)
    expect(sourcesAt(ready, T).sources.map(({ checks }) => checks)).toEqual([1])
    expect(seenBetween(ready, T, T)).toMatchObject([{ items: 1, rate: 1 }])
  })
  it('an unknown source has the lowest rank', () => {
    expect(
      baseOf([
        [T - 5, 3, '自查'],
        [T - 1, 10, '路人'],
      ]).base,
    ).toBeCloseTo(100)
    expect(
      baseOf([
        [T - 5, 3, '办事处检查'],
        [T - 1, 10, '路人'],
      ]).base,
    ).toBeCloseTo(30)
  })
  it('不适用 removes the item from the site, until another row replaces it', () => {
    expect(baseOf([[T - 1, null, '区督导']]).state).toBe('unvisited')
    expect(
      baseOf([
        [T - 2, null, '区督导'],
        [T - 1, 7, '区督导'],
      ]).base,
    ).toBeCloseTo(70)
    expect(
      baseOf([
        [T - 2, null, '暗访'],
        [T - 1, 7, '自查'],
      ]).state,
    ).toBe('unvisited')
  })
})

describe('problems', () => {
  const standard = smallStandard()
  const lanes = (issues: Model['issues'], checks: Model['checks'] = []) =>
    categoryOf(
      scored({ areas: [A], sites: [site('lane', 'lane', 0.5, 0.5)], checks, issues }, standard, T),
      standard,
      'streets',
    )

  it('severity in item points over max(minPoints, applicable)', () => {
    expect(lanes([issue('p', 'lane', T, { severity: '较重' })]).deduction).toBeCloseTo((100 * 5) / 20)
    expect(lanes([issue('p', 'lane', T, { severity: '严重' })]).deduction).toBeCloseTo((100 * 10) / 20)
  })
  it('an unknown severity costs as the mildest does, in whatever order the rubric names them', () => {
    const turned = smallStandard()
    turned.severity.levels.reverse()
    const parts = {
      areas: [A],
      sites: [site('lane', 'lane', 0.5, 0.5)],
      issues: [issue('p', 'lane', T, { severity: '?' })],
    }
    expect(categoryOf(scored(parts, turned, T), turned, 'streets').deduction).toBeCloseTo(10)
  })
  it('待复查 costs the pending share', () => {
    expect(lanes([issue('p', 'lane', T - 9, { fixedOn: T })]).deduction).toBeCloseTo((100 * 2 * 0.3) / 20)
    expect(lanes([issue('p', 'lane', T - 9, { fixedOn: T + 1 })]).deduction).toBeCloseTo((100 * 2) / 20)
  })
  it('overdue: the due day is not late, each begun week adds the rate, up to the cap', () => {
    const due = (dueOn: number, more = {}) =>
      lanes([issue('p', 'lane', T - 90, { dueOn, ...more })]).deduction ?? 0
    expect(due(T)).toBeCloseTo((100 * 2) / 20)
    expect(due(T - 1)).toBeCloseTo((100 * 2 * 1.1) / 20)
    expect(due(T - 7)).toBeCloseTo((100 * 2 * 1.1) / 20)
    expect(due(T - 8)).toBeCloseTo((100 * 2 * 1.2) / 20)
    expect(due(T - 80)).toBeCloseTo((100 * 2 * 1.5) / 20)
    // Fixed late: late days stop at the day it was fixed.
    expect(due(T - 20, { fixedOn: T - 12 })).toBeCloseTo((100 * 2 * 0.3 * 1.2) / 20)
  })
  it('costs nothing once verified; verified in the window leaves the category 仅据台账 at 100', () => {
    expect(lanes([issue('p', 'lane', T - 9, { fixedOn: T - 3, verifiedOn: T })])).toMatchObject({
      state: 'ledgerOnly',
      score: 100,
    })
    expect(lanes([issue('p', 'lane', T, { fixedOn: T, verifiedOn: T })])).toMatchObject({
      state: 'ledgerOnly',
      score: 100,
    })
    expect(lanes([issue('p', 'lane', T - 200, { fixedOn: T - 95, verifiedOn: T - 90 })]).state).toBe(
      'unvisited',
    )
    expect(lanes([issue('p', 'lane', T - 200, { fixedOn: T - 95, verifiedOn: T - 89 })]).state).toBe(
      'ledgerOnly',
    )
  })
  it('is not charged for what a check of the same site and item already lost', () => {
    // Grade 9 lost 0.8 of 8 points; a 一般 problem of 2 costs 1.2 more: B = 90, D = 100·1.2/20.
    const figure = lanes([issue('p', 'lane', T)], [check('lane', 'l8', T, 9)])
    expect(figure.base).toBeCloseTo(90)
    expect(figure.deduction).toBeCloseTo(6)
    // Grade 5 lost 4: nothing is left to charge.
    expect(lanes([issue('p', 'lane', T)], [check('lane', 'l8', T, 5)])).toMatchObject({
      deduction: 0,
      score: 50,
    })
  })
  it('counts for its own item before the default item of its site', () => {
    const scores = scored(
      {
        areas: [A],
        sites: [site('lane', 'lane', 0.5, 0.5)],
        issues: [issue('p', 'lane', T, { item: 'm2' })],
      },
      standard,
      T,
    )
    expect(categoryOf(scores, standard, 'market').deduction).toBeCloseTo(10)
    expect(categoryOf(scores, standard, 'streets').state).toBe('unvisited')
  })
  it('without an item and without a kind with a default it is unscored', () => {
    const scores = scored(
      { areas: [A], sites: [], issues: [issue('p', null, T, { areaCode: 'A' })] },
      standard,
      T,
    )
    expect(categoryOf(scores, standard, 'streets').state).toBe('notApplicable')
  })
  it('when D exceeds B the problem rows are scaled by B/D and keep raw', () => {
    const scores = scored(
      {
        areas: [A],
        sites: [site('lane', 'lane', 0.5, 0.5)],
        checks: [check('lane', 'l8', T, 10)],
        issues: [
          issue('p', 'lane', T, { severity: '严重' }),
          issue('q', 'lane', T, { severity: '严重', item: 'l8' }),
          issue('r', 'lane', T),
        ],
      },
      standard,
      T,
    )
    const [a] = scores.areas
    expect(a?.score).toBe(0)
    expect(a?.ledger.reduce((s, row) => s + row.points, 0)).toBeCloseTo(100, 9)
    // D = 100 · 22 / 20 = 110 > 100
    expect(a?.ledger[0]?.raw).toBeCloseTo(50, 9)
    expect(a?.ledger[0]?.points).toBeCloseTo((50 * 100) / 110, 9)
  })
})

describe('shares', () => {
  it('a line in two areas counts in both by its share; a problem without coordinates follows its site', () => {
    const standard = smallStandard()
    const lane = site('lane', 'lane', null, null, {
      geometry: {
        type: 'LineString',
        coordinates: [
          [0.75, 0.5],
          [1.75, 0.5],
        ],
      },
    })
    const other = site('other', 'lane', 1.5, 0.2)
    const scores = scored(
      {
        areas: [A, B],
        sites: [lane, other],
        checks: [check('lane', 'l8', T, 4), check('other', 'l8', T, 10)],
        issues: [issue('p', 'other', T, { severity: '较重' }), issue('q', 'lane', T, { severity: '严重' })],
      },
      standard,
      T,
    )
    // A holds a quarter of the line: B = 40; q costs 10 − 8·0.6 = 5.2, a quarter of it over max(20, 2): 100·1.3/20 = 6.5.
    expect(categoryOf(scores, standard, 'streets', 0).base).toBeCloseTo(40, 9)
    expect(categoryOf(scores, standard, 'streets', 0).deduction).toBeCloseTo(6.5, 6)
    // B: (0.75·8·0.4 + 8·1)/(0.75·8 + 8) = 10.4/14; D = 100·(5 + 0.75·5.2)/20 = 44.5.
    expect(categoryOf(scores, standard, 'streets', 1).base).toBeCloseTo((100 * 10.4) / 14, 6)
    expect(categoryOf(scores, standard, 'streets', 1).deduction).toBeCloseTo(44.5, 6)
  })
  it('a share under minShare is listed, not scored', () => {
    const standard = smallStandard({ minShare: 0.1 })
    const lane = site('lane', 'lane', null, null, {
      geometry: {
        type: 'LineString',
        coordinates: [
          [0.95, 0.5],
          [1.95, 0.5],
        ],
      },
    })
    const scores = scored({ areas: [A, B], sites: [lane], checks: [check('lane', 'l8', T, 4)] }, standard, T)
    expect(categoryOf(scores, standard, 'streets', 0).state).toBe('notApplicable')
    expect(categoryOf(scores, standard, 'streets', 1).base).toBeCloseTo(40)
  })
})

describe('数据不足, offices', () => {
  it('under minCoverage the score is null, provisional stands beside it, the office leaves it out', () => {
    const standard = smallStandard({ minCoverage: 0.5 })
    const areas = [area('A', box(0, 0, 1, 1), { office: 'O' }), area('B', box(1, 0, 2, 1), { office: 'O' })]
    const scores = scored(
      {
        areas,
        sites: [site('a1', 'market', 0.5, 0.5), site('a2', 'lane', 0.5, 0.5), site('b1', 'market', 1.5, 0.5)],
        checks: [check('a1', 'm5', T, 6), check('b1', 'm5', T, 8)],
      },
      standard,
      T,
    )
    // A: market scored (100), streets unvisited (230): 100/330 < 0.5. B: market alone applies.
    expect(scores.areas[0]).toMatchObject({ score: null, grade: '数据不足' })
    expect(scores.areas[0]?.provisional).toBeCloseTo(60)
    expect(scores.areas[1]?.score).toBeCloseTo(80)
    expect(scores.offices).toEqual([{ name: 'O', score: scores.areas[1]?.score, areas: 2, leftOut: 1 }])
    const empty = scored({ areas }, standard, T).areas[0]
    expect(empty).toMatchObject({ score: null, provisional: null, grade: '数据不足', weightCoverage: 0 })
  })
  it('mean, population and worst', () => {
    const areas = [
      area('A', box(0, 0, 1, 1), { office: 'O', population: 3000 }),
      area('B', box(1, 0, 2, 1), { office: 'O', population: 1000 }),
      area('C', box(2, 0, 3, 1), { office: 'O' }),
    ]
    const parts = {
      areas,
      sites: [site('a', 'market', 0.5, 0.5), site('b', 'market', 1.5, 0.5), site('c', 'market', 2.5, 0.5)],
      checks: [check('a', 'm5', T, 6), check('b', 'm5', T, 10), check('c', 'm5', T, 2)],
    }
    const of = (officeAggregate: 'mean' | 'population' | 'worst') =>
      scored(parts, smallStandard({ officeAggregate }), T).offices[0]
    expect(of('mean')?.score).toBeCloseTo(60)
    expect(of('population')).toMatchObject({ leftOut: 1 })
    expect(of('population')?.score).toBeCloseTo(70)
    expect(of('worst')?.score).toBeCloseTo(20)
  })
})

describe('derived checks', () => {
  const standard = sampleStandard()
  it('the state of a targetZero site at the day: first state, then each change from its day on; 已取缔 keeps the item', () => {
    const parts: Partial<Model> = {
      areas: [A],
      sites: [site('f', 'farm', 0.5, 0.5, { status: '在营' })],
      statusChanges: [
        { siteId: 'f', day: T - 10, status: '整治中', basis: null, line: 2 },
        { siteId: 'f', day: T - 2, status: '已取缔', basis: null, line: 3 },
      ],
    }
    const base = (t: number) => categoryOf(scored(parts, standard, t), standard, 'closures').base
    expect(base(T - 11)).toBe(0)
    expect(base(T - 10)).toBeCloseTo(50)
    expect(base(T)).toBeCloseTo(100)
  })
  it('a survey: linear between the steps; the latest counts; gone with the window', () => {
    const survey = (day: number, satisfied: number) => ({
      areaCode: 'A',
      waterId: null,
      day,
      valid: 200,
      satisfied,
      line: day,
    })
    const base = (rows: ReturnType<typeof survey>[]) =>
      categoryOf(scored({ areas: [A], surveys: rows }, standard, T), standard, 'satisfaction')
    expect(base([survey(T, 180)]).base).toBeCloseTo(90)
    expect(base([survey(T, 150)]).base).toBeCloseTo(45)
    expect(base([survey(T - 5, 100), survey(T - 1, 200)]).base).toBeCloseTo(100)
    expect(base([survey(T - 90, 200)]).state).toBe('unvisited')
  })
  it('a survey comes after the check rows of its day, on whatever line it stands', () => {
    const parts = {
      areas: [A],
      checks: [check('A', 'area-survey', T, 4, { source: '市督导', line: 900 })],
      surveys: [{ areaCode: 'A', waterId: null, day: T, valid: 10, satisfied: 9, line: 2 }],
    }
    expect(categoryOf(scored(parts, standard, T), standard, 'satisfaction').base).toBeCloseTo(90)
  })
  it('a state and a water grade come after the check rows and surveys of their day; a higher source stands', () => {
    const farm = (source: string) => ({
      areas: [A],
      sites: [site('f', 'farm', 0.5, 0.5, { status: '整治中' })],
      checks: [check('f', 'farm-closed', T, 9, { source })],
    })
    const of = (source: string) =>
      categoryOf(scored(farm(source), standard, T), standard, 'closures').base as number
    // The state is of 区督导.
    expect([of('自查'), of('区督导'), of('市督导'), of('暗访')]).toEqual([50, 50, 90, 90])
    const canal = (source: string, day: number) => ({
      areas: [A],
      waters: [{ id: 'W', name: 'W', responsible: null, geometry: box(0.1, 0.1, 0.2, 0.2), line: 1 }],
      checks: [check('W', 'water-grade', day, 9, { source })],
      samples: [
        {
          waterId: 'W',
          station: '1',
          lon: null,
          lat: null,
          day: T - 5,
          depth: null,
          transparency: { type: 'value' as const, value: 15 },
          dissolvedOxygen: { type: 'none' as const },
          orp: { type: 'none' as const },
          ammonia: { type: 'none' as const },
          line: 2,
        },
      ],
    })
    const grade = (source: string, day: number) =>
      categoryOf(scored(canal(source, day), standard, T), standard, 'waters').base as number
    // The grade is of 市督导 and of the day of the sample.
    expect([grade('市督导', T - 5), grade('市督导', T - 4), grade('区督导', T - 4)]).toEqual([50, 90, 50])
    expect(grade('暗访', T - 30)).toBe(90)
  })
  it('a water grade counts as long as its samples do, whatever the window of checks', () => {
    const rubric = { ...standard, window: 10, waterWindow: 60 }
    const parts = {
      areas: [A],
      waters: [{ id: 'W', name: 'W', responsible: null, geometry: box(0.1, 0.1, 0.2, 0.2), line: 1 }],
      samples: [
        {
          waterId: 'W',
          station: '1',
          lon: null,
          lat: null,
          day: T - 59,
          depth: null,
          transparency: { type: 'value' as const, value: 15 },
          dissolvedOxygen: { type: 'none' as const },
          orp: { type: 'none' as const },
          ammonia: { type: 'none' as const },
          line: 2,
        },
      ],
    }
    expect(categoryOf(scored(parts, rubric, T), rubric, 'waters')).toMatchObject({
      state: 'scored',
      base: 50,
    })
    expect(categoryOf(scored(parts, rubric, T + 1), rubric, 'waters').state).toBe('unvisited')
  })
  it('a survey grades every item the rubric derives from it', () => {
    const [first] = standard.derived.survey ?? []
    if (first === undefined) throw new Error('no survey rule')
    const more = { ...first, item: 'area-campaign', steps: [{ rate: 0, grade: 2 }] }
    const rubric = { ...standard, derived: { ...standard.derived, survey: [first, more] } }
    const surveys = [{ areaCode: 'A', waterId: null, day: T, valid: 10, satisfied: 9, line: 2 }]
    const scores = scored({ areas: [A], surveys }, rubric, T)
    expect(categoryOf(scores, rubric, 'satisfaction').base).toBeCloseTo(90)
    expect(categoryOf(scores, rubric, 'overall').base).toBeCloseTo(20)
  })
  it('surveys and samples reach their area and water, even where a site bears the same id', () => {
    const sample = (station: string): WaterSample => ({
      waterId: 'W',
      station,
      lon: null,
      lat: null,
      day: T,
      depth: null,
      transparency: { type: 'value', value: 5 },
      dissolvedOxygen: { type: 'none' },
      orp: { type: 'none' },
      ammonia: { type: 'none' },
      line: 2,
    })
    const scores = scored(
      {
        areas: [A],
        waters: [{ id: 'W', name: 'W', responsible: null, geometry: box(0.1, 0.1, 0.2, 0.2), line: 1 }],
        sites: [site('A', 'market', null, null), site('W', 'market', null, null)],
        surveys: [{ areaCode: 'A', waterId: null, day: T, valid: 10, satisfied: 9, line: 2 }],
        samples: [sample('1')],
      },
      { ...standard, minCoverage: 0 },
      T,
    )
    expect(categoryOf(scores, standard, 'satisfaction').base).toBeCloseTo(90)
    expect(categoryOf(scores, standard, 'waters')).toMatchObject({ state: 'scored', base: 0 })
    expect(scores.areas[0]?.caps).toMatchObject([{ rule: 'heavy-water', record: 'W' }])
  })
})

describe('caps', () => {
  it('活禽售卖 under 70 % lowers the grade, not the number, and names the visit', () => {
    const standard = smallStandard({
      caps: [{ id: 'key', rule: 'keyItem', reason: '一票否决', maxGrade: '不达标' }],
    })
    const key = standard.items[0]
    if (key) Object.assign(key, { key: true, floor: 0.7 })
    const parts = (g: number) => ({
      areas: [A],
      sites: [site('s1', 'market', 0.2, 0.2), site('s2', 'market', 0.4, 0.4)],
      checks: [
        check('s1', 'm5', T, 10, { visit: 'V-good' }),
        check('s2', 'm5', T, g, { visit: 'V-bad' }),
        check('s1', 'm3', T, 10),
        check('s2', 'm3', T, 10),
      ],
    })
    const low = scored(parts(3), standard, T).areas[0]
    expect(low?.score).toBeCloseTo((100 * (5 + 1.5 + 6)) / 16)
    expect(low?.grade).toBe('不达标')
    expect(low?.caps).toMatchObject([{ rule: 'key', record: 'V-bad' }])
    // (10 + 4)/20 = 70 % is not under the floor.
    const fair = scored(parts(4), standard, T).areas[0]
    expect(fair?.caps).toEqual([])
    expect(fair?.grade).toBe('良好')
  })
  it('得分率 weighs by the share that lies in the area', () => {
    const standard = smallStandard({
      caps: [{ id: 'key', rule: 'keyItem', reason: '一票否决', maxGrade: '不达标' }],
    })
    const key = standard.items[3]
    if (key) Object.assign(key, { key: true, floor: 0.7 })
    const lane = site('long', 'lane', null, null, {
      geometry: {
        type: 'LineString',
        coordinates: [
          [0.75, 0.5],
          [1.75, 0.5],
        ],
      },
    })
    const parts = {
      areas: [A, B],
      sites: [lane, site('short', 'lane', 0.5, 0.5), site('other', 'lane', 1.5, 0.5)],
      checks: [check('long', 'l8', T, 0), check('short', 'l8', T, 10), check('other', 'l8', T, 10)],
    }
    // A: (0.25 · 0 + 1)/1.25 = 80 %; B: (0.75 · 0 + 1)/1.75 = 57 %.
    expect(scored(parts, standard, T).areas.map(({ caps }) => caps.length)).toEqual([0, 1])
  })
  const severe = {
    id: 'severe',
    rule: 'openSeverity' as const,
    severity: '严重',
    reason: '有严重问题',
    maxGrade: '基本达标',
  }
  it('an open 严重 problem caps where it lies, until it is closed; one that is unscored caps nothing', () => {
    const standard = smallStandard({ caps: [severe] })
    const parts = (issues: Model['issues']) => ({
      areas: [A, B],
      sites: [site('s', 'market', 0.5, 0.5)],
      checks: [check('s', 'm5', T, 10)],
      issues,
    })
    const capsOf = (issues: Model['issues']) =>
      scored(parts(issues), standard, T).areas.map(({ caps }) => caps.map(({ record }) => record))
    expect(capsOf([issue('p', 's', T, { severity: '严重' })])).toEqual([['p'], []])
    expect(capsOf([issue('p', 's', T - 1, { severity: '严重', fixedOn: T, verifiedOn: T })])).toEqual([
      [],
      [],
    ])
    // At no site and of no item: listed, not scored.
    const unscored = issue('u', null, T, { severity: '严重', lon: 0.5, lat: 0.5 })
    expect(capsOf([unscored])).toEqual([[], []])
    expect(prepared(parts([unscored]), standard).flagged).toMatchObject([
      { file: 'issues.csv', field: '检查项' },
    ])
    expect(capsOf([{ ...unscored, item: 'l8' }])).toEqual([['u'], []])
  })
  it('a share under minShare brings no cap, of a problem or of a 重度 body', () => {
    const rubric = sampleStandard()
    const heavy = (lon: number): WaterSample => ({
      waterId: 'W',
      station: '1',
      lon,
      lat: 0.5,
      day: T,
      depth: 100,
      transparency: { type: 'value', value: 5 },
      dissolvedOxygen: { type: 'none' },
      orp: { type: 'none' },
      ammonia: { type: 'none' },
      line: 2,
    })
    const stretch = (from: number) => ({
      type: 'LineString' as const,
      coordinates: [
        [from, 0.5],
        [1.9, 0.5],
      ],
    })
    const of = (from: number) =>
      scored(
        {
          areas: [A, B],
          waters: [{ id: 'W', name: '渠', responsible: null, geometry: stretch(from), line: 1 }],
          samples: [heavy(1.5)],
          sites: [site('s', 'alley', null, null, { geometry: stretch(from) })],
          issues: [issue('p', 's', T, { severity: '严重' })],
        },
        { ...rubric, caps: [...rubric.caps, severe] },
        T,
      ).areas.map(({ caps }) => caps.map(({ record }) => record))
    // Of 1 a tenth lies in A; of 0.92 two hundredths.
    expect(of(0.9)).toEqual([
      ['W', 'p'],
      ['W', 'p'],
    ])
    expect(of(0.98)).toEqual([[], ['W', 'p']])
  })
})

it('an empty district scores nothing and breaks nothing', () => {
  expect(scored(model({ areas: [A] }), smallStandard(), T).areas[0]).toMatchObject({
    total: null,
    ledger: [],
  })
})
