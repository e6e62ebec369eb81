/** 整改 index: 60·按期处置率 + 30·结案率 + 10·(1 − 返工率). */
import { expect, it } from 'vitest'
import { closureAt } from '../../src/scoring/closure.ts'
import { issue, sampleStandard } from './fixture.ts'

const T = 500

it('worked by hand', () => {
  const issues = [
    // due in the window: on time and closed
    issue('a', null, T - 30, { dueOn: T - 20, fixedOn: T - 20, verifiedOn: T - 18 }),
    // due in the window: fixed late, reworked, not verified
    issue('b', null, T - 30, { dueOn: T - 20, fixedOn: T - 10, reworks: [T - 12] }),
    // due in the window: not fixed
    issue('c', null, T - 30, { dueOn: T }),
    // due later: not counted as due; fixed in the window
    issue('d', null, T - 30, { dueOn: T + 1, fixedOn: T - 1 }),
    // due before the window
    issue('e', null, T - 300, { dueOn: T - 90, fixedOn: T - 200, verifiedOn: T - 190 }),
  ]
  const closure = closureAt(issues, sampleStandard(), T)
  expect(closure).toMatchObject({ due: 3, onTime: 1, closed: 1, fixed: 3, reworked: 1 })
  expect(closure.index).toBeCloseTo(60 / 3 + 30 / 3 + 10 * (2 / 3), 10)
})

it('is empty where nothing was due', () => {
  expect(closureAt([issue('a', null, T)], sampleStandard(), T).index).toBeNull()
})
