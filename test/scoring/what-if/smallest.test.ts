/** The smallest lists against trying every set of actions. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Model } from '../../../src/model/records.ts'
import type { Standard } from '../../../src/model/standard.ts'
import type { Prepared } from '../../../src/scoring/rows/prepare.ts'
import { categoryIndexOf } from '../../../src/scoring/score/category-index.ts'
import { scoreAt } from '../../../src/scoring/score/score.ts'
import { liftsOf } from '../../../src/scoring/what-if/smallest.ts'
import {
  type Baseline,
  baselineAt,
  type SupposedArea,
  whatIf,
  whole,
} from '../../../src/scoring/what-if/what-if.ts'
import { actionArb, actionStandard, PROPERTY_DAY } from '../districts.ts'
import { area, box, check, issue, prepared, sampleStandard, site, smallStandard } from '../fixture.ts'

const T = PROPERTY_DAY
const at = (ready: Prepared): Baseline =>
  baselineAt(categoryIndexOf(ready), scoreAt(ready, T, { withoutLedger: true }))

/** Actions that could change anything in the area. */
const touching = ({ categoryIndex, actions }: Baseline, areaIndex: number): number[] => {
  const { places } = categoryIndex.prepared
  const here = (shares: readonly { area: number }[] | undefined) =>
    shares?.some((share) => share.area === areaIndex) ?? false
  return actions.list.flatMap(({ spot, issues, recheck }, i) =>
    (recheck !== null && here(places.spots[spot]?.placement.shares)) ||
    issues.some((index) => here(places.issues[index]?.shares))
      ? [i]
      : [],
  )
}

/** How every set of these actions (bit i = the i-th of them) leaves the area. */
const everySet = (baseline: Baseline, areaIndex: number, of: readonly number[]) => {
  const { grades } = baseline.categoryIndex.prepared.standard
  return Array.from({ length: 2 ** of.length }, (_, bits) => {
    const list = of.filter((_one, i) => bits & (1 << i))
    const { grade, total } = whatIf(baseline, whole(list)).areas[areaIndex] as SupposedArea
    return { list, total: total as number, rank: grades.findIndex(({ id }) => id === grade) }
  })
}

/** Of the sets that reach a grade those of the fewest, of those the greatest T, of those the first in file order. */
const bestOf = (sets: ReturnType<typeof everySet>, rank: number) => {
  const reaching = sets.filter((set) => set.rank <= rank)
  const fewest = Math.min(...reaching.map(({ list }) => list.length))
  const small = reaching.filter(({ list }) => list.length === fewest)
  const greatest = Math.max(...small.map(({ total }) => total))
  const key = ({ list }: { list: number[] }) => list.map((action) => String(action).padStart(6, '0')).join()
  const [first] = small
    .filter(({ total }) => total > greatest - 1e-9)
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
  return { first: first ?? null, ties: small.filter(({ total }) => total > greatest - 1e-9).length }
}

/** Every list against every set. */
const compare = (baseline: Baseline, seen: Record<string, number>) => {
  const { grades } = baseline.categoryIndex.prepared.standard
  baseline.scores.areas.forEach(({ categories, caps }, a) => {
    const of = touching(baseline, a)
    if (of.length > 12) return
    const lifts = liftsOf(baseline, a)
    if (lifts.length === 0) return
    const sets = everySet(baseline, a, of)
    for (const { grade, exact, actions, total } of lifts) {
      const { first, ties } = bestOf(
        sets,
        grades.findIndex(({ id }) => id === grade),
      )
      expect(exact).toBe(true)
      expect(actions === null ? null : ascending(actions)).toEqual(first?.list ?? null)
      expect(total).toBeCloseTo(first?.total ?? (sets[sets.length - 1]?.total as number), 9)
      const count = (name: string, is: boolean) => {
        seen[name] = (seen[name] ?? 0) + (is ? 1 : 0)
      }
      count('none', first === null)
      if (first === null) continue
      const overdrawn = categories.some(({ base, deduction }) => (deduction ?? 0) > (base ?? 0))
      const key = caps.some(({ rule }) => rule === 'key')
      count('lists', true)
      count('long', first.list.length > 3)
      count('ties', ties > 1)
      count('overdrawn', overdrawn)
      count('keys', key)
      count(
        'severe',
        caps.some(({ rule }) => rule !== 'key'),
      )
      count('overdrawn keys', overdrawn && key)
      count('eleven or twelve', of.length > 10)
    }
  })
}

const ascending = (list: readonly number[]) => [...list].sort((a, b) => a - b)

/**
 * One area, a grade every 8 points, categories of equal weight and grades of a few values, so that many sets are worth
 * the same; two key items, one of them in a category with much else.
 */
const crowdStandard = (minPoints: number, severe: boolean): Standard => {
  const base = smallStandard()
  const key = { key: true, floor: 0.7 }
  return smallStandard({
    minPoints,
    categories: base.categories.map((category) => ({ ...category, weight: 100 })),
    items: base.items.map((item) =>
      item.id === 'm3' ? { ...item, ...key } : item.id === 'l8' ? { ...item, key: true, floor: 0.5 } : item,
    ),
    grades: [96, 88, 80, 72, 64, 56, 48, 40, 32, 24, 16, 8, 0].map((min) => ({
      ...(base.grades[0] as Standard['grades'][number]),
      id: `${min}`,
      min,
    })),
    caps: [
      { id: 'key', rule: 'keyItem', maxGrade: '24', reason: '一票否决' },
      ...(severe
        ? [{ id: 'severe', rule: 'openSeverity' as const, severity: '严重', maxGrade: '40', reason: '严重' }]
        : []),
    ],
  })
}
const crowdArb: fc.Arbitrary<Partial<Model>> = fc
  .record({
    checks: fc.array(
      fc.tuple(fc.nat(4), fc.constantFrom('m3', 'm3', 'm5', 'm2', 'l8', 'l8'), fc.constantFrom(0, 3, 6, 9)),
      { minLength: 4, maxLength: 12 },
    ),
    issues: fc.array(
      fc.tuple(
        fc.nat(4),
        fc.constantFrom('m3', 'm5', 'm2', 'l8'),
        fc.constantFrom('一般', '一般', '较重', '严重'),
        fc.integer({ min: 0, max: 60 }),
      ),
      { maxLength: 6 },
    ),
    // So much wrong at one place that its category stays at 0 whatever else is done in it.
    heap: fc.constantFrom(0, 0, 9),
  })
  .map(({ checks, issues, heap }) => {
    const at = (i: number, item: string) => `${item === 'l8' ? 'l' : 'm'}${i}`
    return {
      areas: [area('A', box(0, 0, 1, 1))],
      sites: [0, 1, 2, 3, 4].flatMap((i) => [
        site(`m${i}`, 'market', 0.5, 0.5),
        site(`l${i}`, 'lane', 0.5, 0.5),
      ]),
      checks: checks.map(([i, item, grade]) => check(at(i, item), item, T - 1, grade)),
      issues: [
        ...issues.map(([i, item, severity, late], n) =>
          issue(`p${n}`, at(i, item), T - 70, { item, severity, dueOn: T - late }),
        ),
        ...Array.from({ length: heap }, (_, n) =>
          issue(`h${n}`, 'm4', T - 70, { item: 'm5', severity: '较重', dueOn: T - 60 }),
        ),
      ],
    }
  })

describe('for every district', () => {
  it('the list is the one that trying every set of up to 12 actions finds', () => {
    const seen: Record<string, number> = {}
    fc.assert(
      fc.property(actionArb, fc.constantFrom(2, 8, 20, 40), fc.boolean(), (parts, minPoints, capped) => {
        const standard = actionStandard({ minPoints, minCoverage: 0 })
        if (!capped) standard.caps = []
        compare(at(prepared(parts, standard)), seen)
      }),
      { numRuns: 60, seed: 20190527 },
    )
    fc.assert(
      fc.property(crowdArb, fc.constantFrom(1, 5, 15, 40), fc.boolean(), (parts, minPoints, severe) => {
        const standard = crowdStandard(minPoints, severe)
        compare(at(prepared(parts, standard)), seen)
      }),
      { numRuns: 150, seed: 20190527 },
    )
    expect(seen.lists).toBeGreaterThan(500)
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20)
  })
})

describe('the smallest list', () => {
  const world = (standard: Standard, parts: Partial<Model>) =>
    at(
      prepared(
        {
          areas: [area('A', box(0, 0, 1, 1))],
          sites: [site('m0', 'market', 0.5, 0.5), site('l', 'lane', 0.4, 0.4)],
          checks: [check('m0', 'm5', T - 1, 10), check('l', 'l8', T - 1, 10)],
          ...parts,
        },
        standard,
      ),
    )

  it('raises a key item to its floor, by what raises it most', () => {
    const baseline = world(actionStandard(), {
      sites: ['a', 'b', 'c', 'd'].map((id) => site(id, 'market', 0.5, 0.5)),
      // 得分率 (6 + 2 + 0 + 10) / 40 = 0.45 < 0.7: one of them alone does not reach it, b and c together do.
      checks: [
        check('a', 'm3', T - 1, 6),
        check('b', 'm3', T - 1, 2),
        check('c', 'm3', T - 1, 0),
        check('d', 'm3', T - 1, 10),
      ],
    })
    const now = baseline.scores.areas[0]
    expect([now?.total, now?.grade]).toEqual([45, '不达标'])
    const lift = liftsOf(baseline, 0).find(({ grade }) => grade === '达标')
    expect(lift).toMatchObject({ exact: true, actions: [2, 1], blocked: [] })
    expect(lift?.total).toBeCloseTo(80, 9)
  })

  it('says which cap no action lifts: a heavily polluted water', () => {
    const standard = sampleStandard()
    const geometry = {
      type: 'LineString' as const,
      coordinates: [
        [0.1, 0.5],
        [0.9, 0.5],
      ],
    }
    const sample = (station: string) => ({
      waterId: 'W',
      station,
      lon: null,
      lat: null,
      day: T - 1,
      depth: 60,
      transparency: { type: 'value' as const, value: 5 },
      dissolvedOxygen: { type: 'value' as const, value: 0.1 },
      orp: { type: 'value' as const, value: -300 },
      ammonia: { type: 'value' as const, value: 20 },
      line: 1,
    })
    const baseline = at(
      prepared(
        {
          areas: [area('A', box(0, 0, 1, 1))],
          waters: [{ id: 'W', name: '贾鲁河', responsible: null, geometry, line: 1 }],
          samples: [sample('1'), sample('2'), sample('3')],
          sites: [site('m', standard.items[0]?.kinds[0] as string, 0.5, 0.6)],
          checks: [check('m', standard.items[0]?.id as string, T - 1, 3)],
        },
        { ...standard, minCoverage: 0 },
      ),
    )
    const lifts = liftsOf(baseline, 0)
    const passing = lifts.filter(({ grade }) => grade === '达标' || grade === '良好' || grade === '优秀')
    expect(passing).toHaveLength(3)
    for (const { actions, exact, blocked } of passing) {
      expect([actions, exact]).toEqual([null, true])
      expect(blocked.map(({ record }) => record)).toEqual(['W'])
    }
  })

  it('has a capping problem in it, even where it costs nothing', () => {
    const standard = smallStandard({ caps: actionStandard().caps.filter(({ id }) => id === 'severe') })
    const baseline = world(standard, {
      issues: [issue('p', 'l', T - 3), issue('q', 'm0', T - 3, { severity: '严重' })],
    })
    expect(baseline.scores.areas[0]?.grade).toBe('达标')
    const [next] = liftsOf(baseline, 0)
    expect(next?.grade).toBe('良好')
    const [action] = next?.actions ?? []
    expect(baseline.actions.list[action as number]?.issues).toEqual([1])
  })

  /** So many lanes with a problem each that a list has thousands; some so deep in the red that they gain nothing alone. */
  const vast = (lanes: number, markets: number) =>
    world(smallStandard({ minPoints: 10 }), {
      sites: [
        ...Array.from({ length: lanes }, (_, i) => site(`l${i}`, 'lane', 0.4, 0.4)),
        ...Array.from({ length: markets }, (_, i) => site(`m${i}`, 'market', 0.5, 0.5)),
      ],
      checks: [
        ...Array.from({ length: lanes }, (_, i) => check(`l${i}`, 'l8', T - 1, i % 5)),
        ...Array.from({ length: markets }, (_, i) => check(`m${i}`, 'm5', T - 1, 6)),
      ],
      issues: Array.from({ length: markets * 8 }, (_, i) =>
        issue(`p${i}`, `m${i % markets}`, T - 3, { severity: '严重', dueOn: T - 60 }),
      ),
    })

  it('is exact for thousands of actions where every one gains what it moves', () => {
    const baseline = vast(20000, 1)
    const started = performance.now()
    const lifts = liftsOf(baseline, 0)
    expect(performance.now() - started).toBeLessThan(3000)
    expect(lifts.filter(({ actions }) => (actions?.length ?? 0) > 1000).length).toBeGreaterThan(0)
    for (const { grade, actions, exact } of lifts) {
      if (actions === null) continue
      expect(exact).toBe(true)
      const ranked = ['优秀', '良好', '达标', '基本达标', '不达标']
      const reached = (list: readonly number[]) => whatIf(baseline, whole(list)).areas[0]?.grade as string
      expect(ranked.indexOf(reached(actions))).toBeLessThanOrEqual(ranked.indexOf(grade))
      expect(ranked.indexOf(reached(actions.slice(0, -1)))).toBeGreaterThan(ranked.indexOf(grade))
    }
  })

  it('is greedy, and says so, where proving it would take too long', () => {
    const baseline = vast(8000, 9000)
    const best = liftsOf(baseline, 0)
      .filter(({ actions }) => actions !== null)
      .at(-1)
    expect(best?.exact).toBe(false)
    expect(whatIf(baseline, whole(best?.actions ?? [])).areas[0]?.grade).toBe(best?.grade)
  })
})
