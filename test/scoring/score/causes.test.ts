/** What changed a score is named, and sums to the change. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeModel } from '../../../src/placing/place.ts'
import { prepare } from '../../../src/scoring/rows/prepare.ts'
import { categoryIndexOf } from '../../../src/scoring/score/category-index.ts'
import { causesOf } from '../../../src/scoring/score/causes.ts'
import { scoreAt } from '../../../src/scoring/score/score.ts'
import { districtArb, PROPERTY_DAY as T } from '../districts.ts'
import { area, box, check, issue, prepared, site, smallStandard } from '../fixture.ts'
import { knobsArb, PACKAGE_DAY, packageArb, readRandom } from '../random-package.ts'

const standard = smallStandard({ minCoverage: 0.4 })
const sum = (list: readonly { effect: number }[]) => list.reduce((total, { effect }) => total + effect, 0)

describe('the causes of a change', () => {
  it('sum to it, for every district and any two days', () => {
    fc.assert(
      fc.property(districtArb, fc.integer({ min: 0, max: 130 }), (parts, back) => {
        const ready = prepared(parts, standard)
        const categoryIndex = categoryIndexOf(ready)
        const [before, after] = [scoreAt(ready, T - back), scoreAt(ready, T)]
        before.areas.forEach(({ total: from }, i) => {
          const to = after.areas[i]?.total ?? null
          const change = causesOf(categoryIndex, i, T - back, T)
          if (from === null) expect(change.from).toBeNull()
          else expect(change.from).toBeCloseTo(from, 9)
          if (to === null) expect(change.to).toBeNull()
          else expect(change.to).toBeCloseTo(to, 9)
          if (from !== null && to !== null) expect(sum(change.causes)).toBeCloseTo(to - from, 9)
        })
      }),
      { numRuns: 80, seed: 20190527 },
    )
  })

  it('sum to it in random packages: problems elsewhere than their site, states, surveys, water', () => {
    fc.assert(
      fc.property(packageArb, knobsArb, fc.integer({ min: 0, max: 130 }), (pack, knobs, back) => {
        const { model, standard: rubric } = readRandom(pack, knobs)
        const categoryIndex = categoryIndexOf(prepare(model, rubric, placeModel(model, rubric)))
        const [from, to] = [PACKAGE_DAY - back, PACKAGE_DAY]
        const [before, after] = [scoreAt(categoryIndex.prepared, from), scoreAt(categoryIndex.prepared, to)]
        before.areas.forEach(({ total }, i) => {
          const now = after.areas[i]?.total ?? null
          const change = causesOf(categoryIndex, i, from, to)
          expect([change.from, change.to]).toEqual([total, now])
          if (total !== null && now !== null) expect(sum(change.causes)).toBeCloseTo(now - total, 9)
        })
      }),
      { numRuns: 60, seed: 20190527 },
    )
  })

  it('are none between a day and itself', () => {
    fc.assert(
      fc.property(districtArb, (parts) => {
        expect(causesOf(categoryIndexOf(prepared(parts, standard)), 0, T, T).causes).toEqual([])
      }),
      { numRuns: 20, seed: 20190527 },
    )
  })

  it('say what happened: a fresh visit, one that expired, a problem found and one closed', () => {
    const areas = [area('A', box(0, 0, 1, 1))]
    const sites = [site('S', 'market', 0.5, 0.5), site('R', 'market', 0.4, 0.5)]
    const window = smallStandard().window
    const ready = prepared(
      {
        areas,
        sites,
        checks: [
          check('S', 'm5', T - window - 3, 10),
          check('S', 'm3', T - 40, 4),
          check('S', 'm3', T - 2, 8),
          check('R', 'm5', T - 30, 6),
        ],
        issues: [
          issue('P', 'R', T - 1, { item: 'm2' }),
          issue('Q', 'R', T - 50, { item: 'm2', fixedOn: T - 4, verifiedOn: T - 3 }),
        ],
      },
      smallStandard(),
    )
    const { causes } = causesOf(categoryIndexOf(ready), 0, T - 7, T)
    const kinds = causes.map(({ kind, effect }) => [kind, Math.sign(effect)])
    expect(kinds).toEqual([
      ['fresh', 1],
      ['found', -1],
      ['closed', 1],
      ['expired', -1],
    ])
  })
})
