/** How sure a score is: the bootstrap's own properties, and the places that follow. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Model } from '../../../src/model/records.ts'
import { categoryIndexOf } from '../../../src/scoring/score/category-index.ts'
import { FEW, type Interval, rankRanges } from '../../../src/scoring/score/confidence.ts'
import { intervalsAt } from '../../../src/scoring/score/interval.ts'
import { scoreAt } from '../../../src/scoring/score/score.ts'
import { openSample } from '../../engine/sample.ts'
import { districtArb, PROPERTY_DAY } from '../districts.ts'
import { area, box, check, issue, prepared, site, smallStandard } from '../fixture.ts'

const T = 100
const standard = smallStandard()
const areas = [area('A', box(0, 0, 1, 1)), area('B', box(1, 0, 2, 1))]
const of = (parts: Partial<Model>, t = T): Interval[] =>
  intervalsAt(categoryIndexOf(prepared(parts, standard)), t)
const first = (parts: Partial<Model>): Interval => of(parts)[0] as Interval

/** Markets in A, each with its grade of the one item. */
const markets = (grades: readonly number[], more: Partial<Model> = {}): Partial<Model> => ({
  areas,
  sites: grades.map((_, i) => site(`s${i}`, 'market', 0.5, 0.5)),
  checks: grades.map((grade, i) => check(`s${i}`, 'm5', T - 1, grade)),
  ...more,
})
const width = ({ low, high }: Interval) => (high as number) - (low as number)

describe('the interval of a score', () => {
  it('has T within, in a hundred but rare skews', () => {
    let [within, all] = [0, 0]
    fc.assert(
      fc.property(districtArb, (parts) => {
        const ready = prepared(parts, standard)
        const scores = scoreAt(ready, PROPERTY_DAY)
        intervalsAt(categoryIndexOf(ready), PROPERTY_DAY).forEach(({ total, low, high }, i) => {
          const known = scores.areas[i]?.total ?? null
          if (known === null) {
            expect([total, low, high]).toEqual([null, null, null])
            return
          }
          expect(total).toBeCloseTo(known, 9)
          expect(low as number).toBeGreaterThanOrEqual(0)
          expect(high as number).toBeLessThanOrEqual(100)
          expect(low as number).toBeLessThanOrEqual(high as number)
          all++
          if ((low as number) <= known + 1e-9 && (high as number) >= known - 1e-9) within++
        })
      }),
      { seed: 7, numRuns: 120 },
    )
    expect(all).toBeGreaterThan(100)
    expect(within / all).toBeGreaterThan(0.97)
  })

  it('is T itself where all grades are equal, one site or many', () => {
    for (const grades of [[7], [7, 7], [7, 7, 7, 7, 7, 7]]) {
      const { total, low, high } = first(markets(grades))
      expect(total).toBeCloseTo(70, 9)
      expect([low, high]).toEqual([expect.closeTo(70, 9), expect.closeTo(70, 9)])
    }
  })

  it('shrinks with more sites of the same spread, as the root of their number', () => {
    const spread = (times: number) =>
      first(markets(Array.from({ length: times }, () => [4, 6, 8, 10]).flat()))
    const [few, many] = [spread(2), spread(18)]
    expect(few.total).toBeCloseTo(many.total as number, 9)
    expect(width(few) / width(many)).toBeGreaterThan(2.4)
    expect(width(few) / width(many)).toBeLessThan(4)
  })

  it('is about that of the normal law where there are many sites', () => {
    const grades = Array.from({ length: 50 }, () => [2, 6, 7, 9]).flat()
    const mean = grades.reduce((sum, g) => sum + g, 0) / grades.length
    const variance = grades.reduce((sum, g) => sum + (g - mean) ** 2, 0) / (grades.length - 1)
    // 90 % of a normal law lie within 1.645 standard errors of the mean; a grade is worth ten points.
    const wanted = 2 * 1.645 * 10 * Math.sqrt(variance / grades.length)
    expect(width(first(markets(grades)))).toBeGreaterThan(0.85 * wanted)
    expect(width(first(markets(grades)))).toBeLessThan(1.15 * wanted)
  })

  it('of a single site borrows what the district shows; one alone in the district shows nothing', () => {
    const alone = first(markets([6]))
    expect(width(alone)).toBeCloseTo(0, 9)
    expect(alone).toMatchObject({ sites: 1, single: [0] })
    const elsewhere = [2, 5, 9, 10].map((grade, i) => ({ grade, id: `b${i}` }))
    const borrowed = first({
      areas,
      sites: [site('s', 'market', 0.5, 0.5), ...elsewhere.map(({ id }) => site(id, 'market', 1.5, 0.5))],
      checks: [check('s', 'm5', T, 6), ...elsewhere.map(({ id, grade }) => check(id, 'm5', T, grade))],
    })
    expect(borrowed.total).toBeCloseTo(60, 9)
    // The mean there is 6.4: what stands furthest from it is 4.4 under and 3.6 over.
    expect(borrowed.low).toBeGreaterThanOrEqual(60 - 44 - 1e-9)
    expect(borrowed.low as number).toBeLessThan(50)
    expect(borrowed.high as number).toBeGreaterThan(80)
    expect(borrowed.high as number).toBeLessThanOrEqual(96 + 1e-9)
  })

  it('takes open problems as they are known', () => {
    const { low, high, total } = first(
      markets([8, 8, 8], { issues: [issue('p', 's0', T - 5, { item: 'm3', severity: '严重' })] }),
    )
    expect(total as number).toBeLessThan(80)
    expect([low, high]).toEqual([expect.closeTo(total as number, 9), expect.closeTo(total as number, 9)])
  })

  it('does not flicker: the same day gives the same, to the last digit', () => {
    const parts = markets([3, 5, 8, 9])
    expect(of(parts)).toEqual(of(parts))
  })

  it('of the sample marks the area that rests on few places', () => {
    const opened = openSample()
    const intervals = intervalsAt(categoryIndexOf(opened.prepared), opened.intake.asOf)
    const few = opened.model.areas.filter((_, i) => (intervals[i]?.sites ?? 0) < FEW)
    expect(few.map(({ name }) => name)).toContain('刘新庄居委会')
    expect(few.length).toBeLessThan(6)
    const widths = intervals.map(width)
    expect(Math.max(...widths)).toBe(
      widths[opened.model.areas.findIndex(({ name }) => name === '刘新庄居委会')],
    )
  })
})

describe('the places an area may hold', () => {
  it('are one where intervals part, several where they overlap, and a tie is a tie', () => {
    const range = (low: number, high: number) => ({ low, high })
    expect(rankRanges([range(90, 95), range(70, 80), range(78, 85), range(40, 50)])).toEqual([
      { best: 1, worst: 1 },
      { best: 2, worst: 3 },
      { best: 2, worst: 3 },
      { best: 4, worst: 4 },
    ])
    expect(rankRanges([range(60, 60), range(60, 60), { low: null, high: null }])).toEqual([
      { best: 1, worst: 2 },
      { best: 1, worst: 2 },
      null,
    ])
  })

  it('hold the place of every order the intervals allow', () => {
    const ends = fc
      .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 12 }))
      .map(([low, wide]) => ({ low, high: low + wide }))
    fc.assert(
      fc.property(
        fc.array(ends, { minLength: 1, maxLength: 8 }),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (listed, stream) => {
          const scores = listed.map(({ low, high }) => low + (high - low) * (stream.next().value as number))
          rankRanges(listed).forEach((range, i) => {
            const ahead = scores.filter((score) => score > (scores[i] as number)).length
            const behind = scores.filter((score) => score < (scores[i] as number)).length
            expect(1 + ahead).toBeGreaterThanOrEqual(range?.best as number)
            expect(scores.length - behind).toBeLessThanOrEqual(range?.worst as number)
          })
        },
      ),
      { seed: 8 },
    )
  })
})
