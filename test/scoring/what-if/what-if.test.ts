/** Actions and suppositions against the records written out and the day scored anew. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Model } from '../../../src/model/records.ts'
import type { Prepared } from '../../../src/scoring/rows/prepare.ts'
import { categoryIndexOf } from '../../../src/scoring/score/category-index.ts'
import { scoreAt } from '../../../src/scoring/score/score.ts'
import type { Halves } from '../../../src/scoring/what-if/actions.ts'
import { gainsByArea } from '../../../src/scoring/what-if/effects.ts'
import { type Baseline, baselineAt, whatIf } from '../../../src/scoring/what-if/what-if.ts'
import { actionArb, actionStandard, PROPERTY_DAY } from '../districts.ts'
import { area, box, check, issue, prepared, sampleStandard, site } from '../fixture.ts'
import { type Named, namedActions, scoredAfter } from './acted.ts'

const T = PROPERTY_DAY
const at = (ready: Prepared): Baseline =>
  baselineAt(categoryIndexOf(ready), scoreAt(ready, T, { withoutLedger: true }))

const named = ({ categoryIndex, actions }: Baseline): Named[] =>
  actions.list.map(({ spot, item, issues, recheck }) => ({
    site: categoryIndex.prepared.places.spots[spot]?.id ?? null,
    item: categoryIndex.prepared.standard.items[item]?.id ?? '',
    issues: issues.map((index) => categoryIndex.prepared.model.issues[index]?.id ?? ''),
    recheck: recheck?.type ?? null,
  }))

const halvesArb = fc.array(fc.tuple(fc.nat(30), fc.constantFrom<Halves>('close', 'recheck', 'both')), {
  maxLength: 12,
})
const standardArb = fc.record({ minPoints: fc.constantFrom(2, 20, 60), minCoverage: fc.constantFrom(0, 0.5) })

describe('for every district', () => {
  it('the actions are those the records show, in file order', () => {
    const seen = { 复查合格: 0, 取缔: 0, problems: 0, loose: 0 }
    fc.assert(
      fc.property(actionArb, (parts) => {
        const standard = actionStandard()
        const found = named(at(prepared(parts, standard)))
        expect(found).toEqual(namedActions(parts, standard, T))
        for (const { recheck, issues, site: id } of found) {
          if (recheck !== null) seen[recheck]++
          else seen.problems++
          if (id === null) seen.loose += issues.length
        }
      }),
      { numRuns: 200, seed: 20190527 },
    )
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20)
  })

  it('doing actions, or halves of them, is scoring the day with the closures and rows written into the records', () => {
    fc.assert(
      fc.property(actionArb, standardArb, halvesArb, (parts, change, chosen) => {
        const standard = actionStandard(change)
        const baseline = at(prepared(parts, standard))
        const list = named(baseline)
        if (list.length === 0) return
        const done = new Map(chosen.map(([which, halves]) => [which % list.length, halves]))
        const supposed = whatIf(baseline, done)
        const anew = scoredAfter(
          parts,
          standard,
          T,
          [...done].map(([which, halves]) => ({ action: list[which] as Named, halves })),
        )
        anew.areas.forEach(({ score, total, grade, caps, categories }, i) => {
          const told = supposed.areas[i] as (typeof supposed.areas)[number]
          const now = baseline.scores.areas[i] as (typeof baseline.scores.areas)[number]
          expect(told.grade).toBe(grade)
          expect(told.caps.map(({ rule, reason }) => [rule, reason])).toEqual(
            caps.map(({ rule, reason }) => [rule, reason]),
          )
          expect(told.score === null).toBe(score === null)
          // No action changes which categories are scored, and T never falls.
          expect(categories.map(({ state }) => state)).toEqual(now.categories.map(({ state }) => state))
          if (total === null) expect(told.total).toBeNull()
          else {
            expect(told.total).toBeCloseTo(total, 9)
            expect(total).toBeGreaterThanOrEqual((now.total as number) - 1e-9)
          }
        })
        if (anew.district.score === null) expect(supposed.district.score).toBeNull()
        else expect(supposed.district.score).toBeCloseTo(anew.district.score, 9)
        expect(supposed.offices.map(({ name, leftOut }) => [name, leftOut])).toEqual(
          anew.offices.map(({ name, leftOut }) => [name, leftOut]),
        )
      }),
      { numRuns: 400, seed: 20190527 },
    )
  })

  it('what an action and each half of it gains an area alone is what the supposition says', () => {
    fc.assert(
      fc.property(actionArb, standardArb, (parts, change) => {
        const baseline = at(prepared(parts, actionStandard(change)))
        gainsByArea(baseline).forEach((gains, action) => {
          for (const halves of ['close', 'recheck', 'both'] as const)
            whatIf(baseline, new Map([[action, halves]])).areas.forEach(({ total }, i) => {
              const gain = (total ?? 0) - (baseline.scores.areas[i]?.total ?? 0)
              expect(gain).toBeCloseTo(gains.get(i)?.[halves] ?? 0, 9)
            })
        })
      }),
      { numRuns: 150, seed: 20190527 },
    )
  })
})

describe('by hand', () => {
  const standard = actionStandard({ minPoints: 20, caps: [] })
  const world = (parts: Partial<Model>) =>
    at(prepared({ areas: [area('A', box(0, 0, 1, 1)), area('B', box(1, 0, 2, 1))], ...parts }, standard))

  it('both halves of a failing item: the check to 8, the problem to nothing; in each area its own', () => {
    // A check of m5 at grade 2 lost 5 · 0.8 = 4 of 5 points; the 较重 problem costs 5, of which 1 is left in A and 5 in B.
    const baseline = world({
      sites: [site('m', 'market', 0.5, 0.5), site('n', 'market', 1.5, 0.5)],
      checks: [check('m', 'm5', T - 1, 2), check('n', 'm5', T - 1, 10)],
      issues: [
        issue('p', 'm', T - 3, { severity: '较重' }),
        issue('q', 'm', T - 3, { severity: '较重', lon: 1.2, lat: 0.5 }),
      ],
    })
    const points = standard.severity.levels.find(({ id }) => id === '较重')?.points as number
    const total = (halves: Halves, i: number) => whatIf(baseline, new Map([[0, halves]])).areas[i]?.total
    expect(baseline.actions.list).toHaveLength(1)
    expect(baseline.actions.list[0]).toMatchObject({
      issues: [0, 1],
      recheck: { type: '复查合格', from: 2, to: 8 },
    })
    const left = (lost: number) => (100 * Math.max(0, points - lost)) / 20
    expect(baseline.scores.areas[0]?.total).toBeCloseTo(20 - left(4), 9)
    expect(total('close', 0)).toBeCloseTo(20, 9)
    expect(total('recheck', 0)).toBeCloseTo(80 - left(1), 9)
    expect(total('both', 0)).toBeCloseTo(80, 9)
    // The check does not count in B: only closing helps there.
    expect(total('recheck', 1)).toBeCloseTo(100 - left(0), 9)
    expect(total('both', 1)).toBeCloseTo(100, 9)
  })

  it('a row entered is of the source of the row it replaces, and of the day, after every other', () => {
    const baseline = world({
      sites: [site('m', 'market', 0.5, 0.5)],
      checks: [check('m', 'm5', T - 30, 3, { source: '暗访' }), check('m', 'm5', T, 9, { source: '自查' })],
    })
    expect(baseline.actions.list[0]?.recheck).toMatchObject({ type: '复查合格', from: 3, to: 8 })
    expect(whatIf(baseline, new Map([[0, 'both']])).areas[0]?.total).toBeCloseTo(80, 9)
  })

  it('取缔 wherever the grade is under 10, whatever row counted; the other items of the place as any', () => {
    const baseline = world({
      sites: [
        site('open', 'yard', 0.2, 0.5, { status: '在营' }),
        site('seen', 'yard', 0.4, 0.5, { status: '已取缔' }),
        site('gone', 'yard', 0.6, 0.5, { status: '已取缔' }),
      ],
      // A 暗访 found what was closed down at work again.
      checks: [
        check('seen', 'y4', T - 1, 7, { source: '暗访' }),
        check('gone', 'y2', T - 1, 9),
        check('open', 'y2', T - 1, 6),
      ],
    })
    expect(named(baseline).map(({ site: id, item, recheck }) => [id, item, recheck])).toEqual([
      ['open', 'y4', '取缔'],
      ['open', 'y2', '复查合格'],
      ['seen', 'y4', '取缔'],
    ])
    expect(baseline.actions.list.map(({ recheck }) => recheck?.to)).toEqual([10, 8, 10])
  })

  it('a failing survey or water grade is no action, its open problems are', () => {
    const sample = sampleStandard()
    const water = (waterStation: string) => ({
      waterId: 'W',
      station: waterStation,
      lon: null,
      lat: null,
      day: T - 1,
      depth: 60,
      transparency: { type: 'value' as const, value: 5 },
      dissolvedOxygen: { type: 'value' as const, value: 0.1 },
      orp: { type: 'none' as const },
      ammonia: { type: 'value' as const, value: 20 },
      line: 1,
    })
    const geometry = {
      type: 'LineString' as const,
      coordinates: [
        [0.1, 0.5],
        [0.9, 0.5],
      ],
    }
    const parts: Partial<Model> = {
      areas: [area('A', box(0, 0, 1, 1))],
      waters: [{ id: 'W', name: 'W', responsible: null, geometry, line: 1 }],
      samples: [water('1'), water('2'), water('3')],
      surveys: [{ areaCode: 'A', waterId: null, day: T - 1, valid: 100, satisfied: 20, line: 1 }],
    }
    expect(at(prepared(parts, sample)).actions.list).toEqual([])
    const found = at(
      prepared({ ...parts, issues: [issue('p', 'W', T - 3, { item: 'water-grade' })] }, sample),
    )
    expect(named(found)).toEqual([{ site: 'W', item: 'water-grade', issues: ['p'], recheck: null }])
    expect(found.scores.areas[0]?.caps).not.toEqual([])
  })

  it('a grade at the best of 不合格 fails, a hair above does not; 不适用 is nothing to pass', () => {
    const baseline = world({
      sites: [site('a', 'market', 0.2, 0.5), site('b', 'market', 0.4, 0.5), site('c', 'market', 0.6, 0.5)],
      checks: [
        check('a', 'm5', T - 1, 6),
        check('b', 'm5', T - 1, 6.001),
        check('c', 'm5', T - 1, null, { result: '不适用' }),
      ],
      issues: [issue('p', 'c', T - 3)],
    })
    expect(named(baseline).map(({ site: id, recheck }) => [id, recheck])).toEqual([
      ['a', '复查合格'],
      ['c', null],
    ])
  })
})
