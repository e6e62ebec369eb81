/** The order in which actions are first to be done, against its own rule and scoring anew. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Prepared } from '../../../src/scoring/rows/prepare.ts'
import { categoryIndexOf } from '../../../src/scoring/score/category-index.ts'
import { scoreAt } from '../../../src/scoring/score/score.ts'
import { prioritiesOf } from '../../../src/scoring/what-if/priorities.ts'
import { type Baseline, baselineAt, type Done, whatIf, whole } from '../../../src/scoring/what-if/what-if.ts'
import { actionArb, actionStandard, PROPERTY_DAY } from '../districts.ts'
import { area, box, check, issue, prepared, site, smallStandard } from '../fixture.ts'

const T = PROPERTY_DAY
const at = (ready: Prepared): Baseline =>
  baselineAt(categoryIndexOf(ready), scoreAt(ready, T, { withoutLedger: true }))

describe('priorities', () => {
  it('each gains alone what the supposition says; the sequence adds up, none of it in vain', () => {
    fc.assert(
      fc.property(actionArb, fc.constantFrom(2, 60), (parts, minPoints) => {
        const baseline = at(prepared(parts, actionStandard({ minPoints, minCoverage: 0 })))
        const scored = baseline.scores.areas.flatMap(({ score }, i) => (score === null ? [] : [i]))
        if (scored.length === 0) return
        const weights = new Map(scored.map((i) => [i, 1 / scored.length]))
        const gain = (done: Done) =>
          (whatIf(baseline, done).district.score as number) - (baseline.scores.district.score as number)
        const list = prioritiesOf(baseline, weights, 100)
        for (const { action, gains } of list)
          for (const halves of ['close', 'recheck', 'both'] as const)
            expect(gain(new Map([[action, halves]]))).toBeCloseTo(gains[halves], 9)
        const sequence = list.filter(({ step }) => step !== null)
        let sum = 0
        sequence.forEach(({ step }, n) => {
          sum += step as number
          expect(gain(whole(sequence.slice(0, n + 1).map(({ action }) => action)))).toBeCloseTo(sum, 9)
        })
        // What is left out of the sequence gains nothing once the sequence is done.
        expect(gain(whole(baseline.actions.list.keys()))).toBeCloseTo(sum, 9)
      }),
      { numRuns: 150, seed: 20190527 },
    )
  })

  it('takes the dearest first where nothing limits them, and no more than asked', () => {
    const ready = prepared(
      {
        areas: [area('A', box(0, 0, 1, 1))],
        sites: ['l', 'k', 'j'].map((id) => site(id, 'lane', 0.5, 0.5)),
        checks: [check('l', 'l8', T - 1, 10), check('j', 'l8', T - 1, 6)],
        issues: [issue('a', 'l', T - 3), issue('b', 'k', T - 3, { severity: '严重' })],
      },
      smallStandard({ minPoints: 200 }),
    )
    const baseline = at(ready)
    const list = prioritiesOf(baseline, new Map([[0, 1]]), 2)
    // 复查合格 of j: 8 · 0.2 of the 16 points checked, far more than a problem of the 200.
    expect(
      list.map(
        ({ action }) =>
          baseline.categoryIndex.prepared.places.spots[baseline.actions.list[action]?.spot ?? -1]?.id,
      ),
    ).toEqual(['j', 'k', 'l'])
    expect(list.map(({ step }) => step !== null)).toEqual([true, true, false])
  })
})
