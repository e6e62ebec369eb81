/** 补查: what an area without a score needs looked at. */
import { expect, it } from 'vitest'
import type { Prepared } from '../../../src/scoring/rows/prepare.ts'
import { categoryIndexOf } from '../../../src/scoring/score/category-index.ts'
import { scoreAt } from '../../../src/scoring/score/score.ts'
import { toInspect } from '../../../src/scoring/what-if/inspect.ts'
import { liftsOf } from '../../../src/scoring/what-if/smallest.ts'
import { baselineAt } from '../../../src/scoring/what-if/what-if.ts'
import { area, box, check, prepared, site, smallStandard } from '../fixture.ts'

const T = 200
const at = (ready: Prepared) => baselineAt(categoryIndexOf(ready), scoreAt(ready, T, { withoutLedger: true }))

it('an area without a score has no list, but the weightiest categories to inspect until it has a score', () => {
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
