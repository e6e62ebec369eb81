/** 对策: suppositions against scoring anew, the smallest lists against trying every set, the sequence against its own rule. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Model } from '../../src/model/records.ts'
import type { Standard } from '../../src/model/standard.ts'
import { layOut, standingAt } from '../../src/scoring/layout.ts'
import type { Prepared } from '../../src/scoring/prepare.ts'
import { prioritiesOf } from '../../src/scoring/priorities.ts'
import { openAt } from '../../src/scoring/problem.ts'
import { scoreAt } from '../../src/scoring/score.ts'
import { liftsOf, toInspect } from '../../src/scoring/smallest.ts'
import { type Present, whatIf } from '../../src/scoring/what-if.ts'
import { districtArb, PROPERTY_DAY } from './districts.ts'
import { area, box, check, issue, prepared, site, smallStandard } from './fixture.ts'

const T = PROPERTY_DAY
/** Problems weigh much, so that categories fall to 0; a severe one caps the grade. */
const harsh: Partial<Standard> = {
  minPoints: 2,
  minCoverage: 0,
  caps: [
    { id: 'severe', rule: 'openSeverity', severity: '严重', maxGrade: '达标', reason: '有严重问题' },
    {
      id: 'late',
      rule: 'openSeverity',
      severity: '较重',
      overdueDays: 15,
      maxGrade: '基本达标',
      reason: '逾期',
    },
  ],
}
/** Each problem costs little: many are needed. */
const mild: Partial<Standard> = { ...harsh, minPoints: 60 }

const at = (ready: Prepared, t = T): Present => {
  const layout = layOut(ready)
  return { layout, standing: standingAt(layout, t), scores: scoreAt(ready, t, { withoutLedger: true }) }
}

/** Districts whose problems are mostly open, so that there is something to choose among. */
const openArb = districtArb.map(
  (parts): Partial<Model> => ({
    ...parts,
    issues: (parts.issues ?? []).map((p, i) => (i % 4 === 3 ? p : { ...p, fixedOn: null, verifiedOn: null })),
  }),
)

const openIn = (ready: Prepared, areaIndex: number): number[] =>
  ready.model.issues.flatMap((p, i) =>
    openAt(p, T) && ready.places.issues[i]?.shares.some((share) => share.area === areaIndex) ? [i] : [],
  )

function* subsets(of: readonly number[], size: number, from = 0): Generator<number[]> {
  if (size === 0) yield []
  else
    for (let i = from; i <= of.length - size; i++)
      for (const rest of subsets(of, size - 1, i + 1)) yield [of[i] as number, ...rest]
}

describe('whatIf', () => {
  it('is scoring the day with the problems closed, whatever is closed', () => {
    fc.assert(
      fc.property(
        districtArb,
        fc.array(fc.nat(11), { maxLength: 12 }),
        fc.boolean(),
        (parts, which, isHarsh) => {
          const ready = prepared(parts, smallStandard(isHarsh ? harsh : mild))
          const closed = new Set(which.filter((index) => index < ready.model.issues.length))
          const supposed = whatIf(at(ready), closed)
          const anew = scoreAt(ready, T, { closed, withoutLedger: true })
          anew.areas.forEach(({ score, total, grade, caps }, i) => {
            const told = supposed.areas[i] as (typeof supposed.areas)[number]
            expect({ grade: told.grade, caps: told.caps }).toEqual({ grade, caps })
            expect(told.score === null).toBe(score === null)
            if (total === null) expect(told.total).toBeNull()
            else expect(told.total).toBeCloseTo(total, 9)
          })
          if (anew.district.score === null) expect(supposed.district.score).toBeNull()
          else expect(supposed.district.score).toBeCloseTo(anew.district.score, 9)
          expect(supposed.offices.map(({ name, leftOut }) => [name, leftOut])).toEqual(
            anew.offices.map(({ name, leftOut }) => [name, leftOut]),
          )
        },
      ),
      { numRuns: 200, seed: 20190527 },
    )
  })
})

describe('the smallest list', () => {
  it('lifts, and no smaller one does: every set of problems tried', () => {
    let tried = 0
    let lifted = 0
    fc.assert(
      fc.property(openArb, fc.boolean(), (parts, isHarsh) => {
        const standard = smallStandard(isHarsh ? harsh : mild)
        const ready = prepared(parts, standard)
        const present = at(ready)
        const rankOf = (grade: string) => standard.grades.findIndex(({ id }) => id === grade)
        ready.model.areas.forEach((_, a) => {
          const open = openIn(ready, a)
          const scored = (closed: readonly number[]) => {
            tried++
            return scoreAt(ready, T, { closed: new Set(closed), withoutLedger: true }).areas[a]
          }
          const reaches = (closed: readonly number[], grade: string) =>
            rankOf(scored(closed)?.grade ?? '') <= rankOf(grade)
          for (const lift of liftsOf(present, a)) {
            expect(lift.exact).toBe(true)
            if (lift.problems === null) {
              expect(reaches(open, lift.grade)).toBe(false)
              continue
            }
            lifted++
            expect(reaches(lift.problems, lift.grade)).toBe(true)
            expect(new Set(lift.problems).size).toBe(lift.problems.length)
            for (const index of lift.problems) expect(open).toContain(index)
            expect(lift.total).toBeCloseTo(scored(lift.problems)?.total as number, 9)
            // One fewer never suffices (closing more never lowers a grade), and none of as many gains more.
            const fewer = lift.problems.length - 1
            if (fewer >= 0)
              for (const set of subsets(open, fewer)) expect(reaches(set, lift.grade)).toBe(false)
            for (const set of subsets(open, lift.problems.length))
              if (reaches(set, lift.grade))
                expect(scored(set)?.total as number).toBeLessThanOrEqual(lift.total + 1e-9)
          }
        })
      }),
      { numRuns: 200, seed: 20190527 },
    )
    expect(tried).toBeGreaterThan(1000)
    expect(lifted).toBeGreaterThan(30)
  })

  const markets = (count: number) =>
    Array.from({ length: count }, (_, i) => site(`m${i}`, 'market', 0.5, 0.5))
  const world = (standard: Standard, issues: Model['issues'], grade = 10) =>
    at(
      prepared(
        {
          areas: [area('A', box(0, 0, 1, 1))],
          sites: [...markets(1), site('l', 'lane', 0.4, 0.4)],
          checks: [check('m0', 'm5', T - 1, grade), check('l', 'l8', T - 1, 10)],
          issues,
        },
        standard,
      ),
    )

  it('says which cap no closing lifts', () => {
    const items = (smallStandard().items as Standard['items']).map((item) =>
      item.id === 'm5' ? { ...item, key: true, floor: 0.7 } : item,
    )
    const standard = smallStandard({
      items,
      caps: [{ id: 'key', rule: 'keyItem', maxGrade: '基本达标', reason: '一票否决' }],
    })
    const [next] = liftsOf(world(standard, [issue('p', 'l', T - 3)], 5), 0)
    expect(next).toMatchObject({ grade: '达标', problems: null, blocked: [{ rule: 'key' }] })
  })

  it('puts a capping problem first, even where it costs nothing', () => {
    const standard = smallStandard({ caps: harsh.caps ?? [] })
    const present = world(standard, [issue('p', 'l', T - 3), issue('q', 'm0', T - 3, { severity: '严重' })])
    expect(present.scores.areas[0]?.grade).toBe('达标')
    const [next] = liftsOf(present, 0)
    expect(next?.grade).toBe('良好')
    expect(next?.problems).toEqual([1])
  })

  it('is greedy, and says so, where an exact one would take too long', () => {
    const standard = smallStandard({ minPoints: 1e5 })
    const many = Array.from({ length: 30000 }, (_, i) =>
      issue(`p${i}`, i % 2 === 0 ? 'l' : 'm0', T - 3, { severity: i % 3 === 0 ? '严重' : '一般' }),
    )
    const present = world(standard, many)
    const { score } = present.scores.areas[0] as { score: number }
    const lifts = liftsOf(present, 0)
    const best = lifts[lifts.length - 1]
    expect(score).toBeLessThan(90)
    expect(best).toMatchObject({ grade: '优秀', exact: false })
    expect(whatIf(present, new Set(best?.problems)).areas[0]?.grade).toBe('优秀')
  })
})

describe('priorities', () => {
  it('each gains alone what scoring anew says; the sequence adds up, none of it in vain', () => {
    fc.assert(
      fc.property(openArb, fc.boolean(), (parts, isHarsh) => {
        const ready = prepared(parts, smallStandard(isHarsh ? harsh : mild))
        const present = at(ready)
        const scored = present.scores.areas.flatMap(({ score }, i) => (score === null ? [] : [i]))
        if (scored.length === 0) return
        const weights = new Map(scored.map((i) => [i, 1 / scored.length]))
        const district = (closed: readonly number[]) =>
          scoreAt(ready, T, { closed: new Set(closed), withoutLedger: true }).district.score as number
        const now = district([])
        const list = prioritiesOf(present, weights, 100)
        expect(list.map(({ index }) => index).sort((a, b) => a - b)).toEqual(
          [...new Set(scored.flatMap((a) => openIn(ready, a)))].sort((a, b) => a - b),
        )
        for (const { index, alone } of list) expect(district([index]) - now).toBeCloseTo(alone, 9)
        const sequence = list.filter(({ step }) => step !== null)
        let sum = 0
        sequence.forEach(({ step }, n) => {
          sum += step as number
          expect(district(sequence.slice(0, n + 1).map(({ index }) => index)) - now).toBeCloseTo(sum, 9)
        })
        // What is left out of the sequence gains nothing once the sequence is closed.
        expect(district(list.map(({ index }) => index)) - now).toBeCloseTo(sum, 9)
      }),
      { numRuns: 100, seed: 20190527 },
    )
  })

  it('takes the dearest first where nothing limits them, and no more than asked', () => {
    const ready = prepared(
      {
        areas: [area('A', box(0, 0, 1, 1))],
        sites: [site('l', 'lane', 0.5, 0.5)],
        checks: [check('l', 'l8', T - 1, 10)],
        issues: [
          issue('a', 'l', T - 3),
          issue('b', 'l', T - 3, { severity: '严重' }),
          issue('c', 'l', T - 3, { severity: '较重' }),
        ],
      },
      smallStandard({ minPoints: 200 }),
    )
    const list = prioritiesOf(at(ready), new Map([[0, 1]]), 2)
    expect(list.map(({ index }) => index)).toEqual([1, 2, 0])
    expect(list.map(({ step }) => step !== null)).toEqual([true, true, false])
  })
})

describe('an area without a score', () => {
  it('has no list, but the weightiest categories to inspect until it has a score', () => {
    const standard = smallStandard({ minCoverage: 0.5 })
    const ready = prepared(
      {
        areas: [area('A', box(0, 0, 1, 1))],
        sites: [site('m', 'market', 0.5, 0.5), site('l', 'lane', 0.4, 0.4)],
        checks: [check('m', 'm5', T - 1, 8)],
      },
      standard,
    )
    expect(liftsOf(at(ready), 0)).toEqual([])
    expect(toInspect(at(ready), 0)).toEqual([{ category: 1, weight: 230 }])
    const looked = { ...ready.model, checks: [...ready.model.checks, check('l', 'l8', T - 1, 8)] }
    expect(toInspect(at(prepared(looked, standard)), 0)).toEqual([])
  })
})
