/** Every day of a series is what scoring that day alone gives. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Model } from '../../../src/model/records.ts'
import { placeModel } from '../../../src/placing/place.ts'
import { type Prepared, prepare } from '../../../src/scoring/rows/prepare.ts'
import { type DailyScores, scoreDaily } from '../../../src/scoring/score/daily.ts'
import { scoreAt } from '../../../src/scoring/score/score.ts'
import { openSample } from '../../engine/sample.ts'
import { districtArb, PROPERTY_DAY } from '../districts.ts'
import { area, box, prepared, smallStandard } from '../fixture.ts'
import { knobsArb, PACKAGE_DAY, packageArb, readRandom } from '../random-package.ts'

const expectEachDay = (ready: Prepared, daily: DailyScores, step = 1): void => {
  const { areas } = ready.model
  const { categories } = ready.standard
  for (let d = 0; d < daily.days; d += step) {
    const alone = scoreAt(ready, daily.first + d, { withoutLedger: true })
    alone.areas.forEach((area, a) => {
      const at = d * areas.length + a
      // To the last digit: both are summed from the same rows in the same order.
      expect(daily.scores[at]).toBe(area.score ?? Number.NaN)
      expect(daily.totals[at]).toBe(area.total ?? Number.NaN)
      area.categories.forEach((category, c) => {
        expect(daily.categories[at * categories.length + c]).toBe(category.score ?? Number.NaN)
      })
    })
  }
}

describe('scores of every day', () => {
  it('are those of each day alone, for every district', () => {
    const standard = smallStandard({ minCoverage: 0.4 })
    fc.assert(
      fc.property(districtArb, (parts: Partial<Model>) => {
        const ready = prepared(parts, standard)
        expectEachDay(ready, scoreDaily(ready, PROPERTY_DAY - 130, PROPERTY_DAY + 5))
      }),
      { numRuns: 40, seed: 20190527 },
    )
  })

  it('are those of each day alone in the sample: states, water bodies and surveys come and go', () => {
    const { prepared: ready, intake } = openSample()
    expectEachDay(ready, scoreDaily(ready, intake.firstDay, intake.lastDay), 13)
  })

  it('are those of each day alone in random packages, whose windows differ', () => {
    fc.assert(
      fc.property(packageArb, knobsArb, (pack, knobs) => {
        const { model, standard } = readRandom(pack, knobs)
        const ready = prepare(model, standard, placeModel(model, standard))
        expectEachDay(ready, scoreDaily(ready, PACKAGE_DAY - 150, PACKAGE_DAY + 5), 5)
      }),
      { numRuns: 15, seed: 20190527 },
    )
  })

  it('refuse a span that ends before it begins', () => {
    const ready = prepared({ areas: [area('A', box(0, 0, 1, 1))] }, smallStandard())
    expect(() => scoreDaily(ready, 10, 9)).toThrow(RangeError)
  })
})
