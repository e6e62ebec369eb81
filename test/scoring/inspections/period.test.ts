/** What was seen in a span of days, worked by hand. */
import { expect, it } from 'vitest'
import { seenBetween } from '../../../src/scoring/inspections/period.ts'
import { area, box, check, prepared, site, smallStandard } from '../fixture.ts'

it('takes the latest row of each item in the span, whatever was seen before or after', () => {
  const made = prepared(
    {
      areas: [area('A', box(114, 33, 115, 34))],
      sites: [
        site('s', 'market', 114.5, 33.5),
        site('u', 'market', 114.6, 33.5),
        site('v', 'market', 114.7, 33.5),
      ],
      checks: [
        check('s', 'm5', 9, 0, { visit: 'before' }),
        check('s', 'm5', 10, 2, { visit: 'a' }),
        check('s', 'm5', 12, 10, { visit: 'b' }),
        check('s', 'm3', 10, 5, { visit: 'a' }),
        check('s', 'm2', 12, null, { visit: 'b', result: '不适用' }),
        check('s', 'm3', 17, 10, { visit: 'after' }),
        check('u', 'm2', 16, null, { visit: 'c', result: '不适用' }),
        check('v', 'm5', 17, 10, { visit: 'd' }),
      ],
    },
    smallStandard(),
  )
  // m5: 5 points · 10, m3: 3 points · 5
  expect(seenBetween(made, 10, 16)).toEqual([
    { spot: 0, visits: 2, items: 2, rate: (50 + 15) / 80 },
    { spot: 1, visits: 1, items: 0, rate: null },
  ])
  expect(seenBetween(made, 30, 40)).toEqual([])
})
