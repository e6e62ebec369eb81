/** 检查来源 compared, worked by hand. */
import { expect, it } from 'vitest'
import { sourcesAt } from '../../../src/scoring/inspections/sources.ts'
import { area, box, check, issue, prepared, sampleStandard, site, smallStandard } from '../fixture.ts'

const T = 500

it('measures every source against 暗访 where both looked', () => {
  const parts = {
    areas: [area('A', box(114, 33, 115, 34))],
    sites: [site('s', 'market', 114.5, 33.5), site('u', 'market', 114.6, 33.5)],
    checks: [
      check('s', 'm5', T - 9, 10, { source: '自查' }),
      // the later of the two is compared
      check('s', 'm5', T - 8, 9, { source: '自查' }),
      check('s', 'm5', T - 7, 5, { source: '暗访' }),
      check('s', 'm3', T - 7, 8, { source: '暗访' }),
      check('s', 'm3', T - 6, 6, { source: '自查' }),
      // nobody else looked at these
      check('u', 'm2', T - 6, 2, { source: '自查' }),
      check('u', 'm5', T - 6, 7, { source: '区督导' }),
      // 不适用, outside the window, and in the future: not counted
      check('u', 'm3', T - 6, null, { source: '自查', result: '不适用' }),
      check('u', 'm3', T - sampleStandard().window, 1, { source: '自查' }),
      check('u', 'm3', T + 1, 1, { source: '暗访' }),
    ],
    issues: [
      issue('1', 's', T - 9, { source: '自查', fixedOn: T }),
      issue('2', 's', T - 9, { source: '自查', fixedOn: T + 1 }),
      issue('3', 's', T - 9, { source: '群众反映' }),
    ],
  }
  const made = prepared(parts, smallStandard())
  const { reference, sources } = sourcesAt(made, T)
  expect(reference).toBe('暗访')
  const [first, ...rest] = sources
  expect(first).toEqual({ source: '暗访', checks: 2, grade: 6.5, found: 0, fixed: 0, gap: null, pairs: 0 })
  const of = (source: string) => rest.find((one) => one.source === source)
  // (9 − 5 + 6 − 8) / 2; grades 10, 9, 6, 2
  expect(of('自查')).toEqual({
    source: '自查',
    checks: 4,
    grade: 27 / 4,
    found: 2,
    fixed: 1,
    gap: 1,
    pairs: 2,
  })
  expect(of('区督导')).toMatchObject({ checks: 1, grade: 7, gap: null, pairs: 0 })
  expect(of('群众反映')).toMatchObject({ checks: 0, grade: null, found: 1, fixed: 0 })
  expect(rest).toHaveLength(3)
  expect(sourcesAt(made, T, (at) => 'issue' in at).sources).toHaveLength(2)
})
