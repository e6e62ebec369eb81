/** How urgent places are, worked out by hand from the sample rubric. */
import { describe, expect, it } from 'vitest'
import { urgencies } from '../../../src/scoring/inspections/urgency.ts'
import { scoreAt } from '../../../src/scoring/score/score.ts'
import { area, box, check, issue, prepared, sampleStandard, site } from '../fixture.ts'

const standard = sampleStandard()
const areas = [area('001', box(0, 0, 1, 1))]
const t = 1000

const of = (id: string, parts: Parameters<typeof prepared>[0], day = t) => {
  const ready = prepared({ areas, ...parts }, standard)
  const found = urgencies(ready, scoreAt(ready, day).counted, day).find(
    ({ spot }) => ready.places.spots[spot]?.id === id,
  )
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}

describe('urgencies', () => {
  it('a place looked at 45 of 90 days ago costs half a mildest problem, one never seen a whole one', () => {
    const sites = [site('M', 'market', 0.5, 0.5)]
    const seen = of('M', { sites, checks: [check('M', 'market-stalls', t - 45, 10)] })
    expect(seen.unseen).toEqual({ points: 2 * 0.5, days: 45 })
    expect(of('M', { sites }).unseen).toEqual({ points: 2, days: null })
    const long = of('M', { sites, checks: [check('M', 'market-stalls', t - 400, 10)] })
    expect(long.unseen).toEqual({ points: 2, days: 400 })
  })

  it('problems cost what they cost in the score, overdue by the week, 待复查 its share', () => {
    const sites = [site('M', 'market', 0.5, 0.5)]
    const checks = [check('M', 'market-stalls', t, 10)]
    const issues = [
      // 严重 10, nine days late: two weeks at 10 %.
      issue('A', 'M', t - 20, { severity: '严重', dueOn: t - 9 }),
      // 较重 5, fixed and not verified: 30 %.
      issue('B', 'M', t - 20, { severity: '较重', dueOn: t, fixedOn: t - 3 }),
      // closed, and not found yet
      issue('C', 'M', t - 20, { fixedOn: t - 3, verifiedOn: t - 1 }),
      issue('D', 'M', t + 1),
    ]
    const { problems, unseen, points } = of('M', { sites, checks, issues })
    expect(problems.open).toBe(2)
    expect(problems.overdue).toBe(1)
    expect(problems.points).toBeCloseTo(10 * 1.2 + 5 * 0.3, 12)
    expect(unseen).toEqual({ points: 0, days: 0 })
    expect(points).toBeCloseTo(13.5, 12)
  })

  it('what failed costs what it lost, unless a problem of the same item costs as much', () => {
    const sites = [site('M', 'market', 0.5, 0.5)]
    const checks = [
      // of 12 points at grade 5; of 10 at 3; of 8 at 7, which is no failing
      check('M', 'market-stalls', t, 5),
      check('M', 'market-licence', t, 3),
      check('M', 'market-aquatic', t, 7),
    ]
    const alone = of('M', { sites, checks })
    expect(alone.failed.items).toBe(2)
    expect(alone.failed.points).toBeCloseTo(12 * 0.5 + 10 * 0.7, 12)
    const issues = [
      issue('A', 'M', t, { item: 'market-stalls', severity: '严重' }),
      issue('B', 'M', t, { item: 'market-licence', severity: '一般' }),
    ]
    const both = of('M', { sites, checks, issues })
    expect(both.failed.points).toBeCloseTo(0 + 7 - 2, 12)
    expect(both.points).toBeCloseTo(10 + 2 + 5, 12)
  })

  it('a place to be closed down costs the points of that item until it is; then nobody needs to go', () => {
    const sites = [site('F', 'recycling', 0.5, 0.5, { status: '在营' })]
    const statusChanges = [
      { siteId: 'F', day: t + 10, status: '整治中', basis: null, line: 2 },
      { siteId: 'F', day: t + 20, status: '已取缔', basis: null, line: 3 },
    ]
    expect(of('F', { sites, statusChanges }).status).toEqual({ points: 10, state: '在营' })
    expect(of('F', { sites, statusChanges }).points).toBe(12)
    expect(of('F', { sites, statusChanges }, t + 10).status).toEqual({ points: 5, state: '整治中' })
    const closed = of('F', { sites, statusChanges }, t + 20)
    expect(closed.status).toEqual({ points: 0, state: '已取缔' })
    expect(closed.points).toBe(0)
  })

  it('a problem at no place, or of a whole 居委会, stands alone', () => {
    const issues = [issue('A', null, t, { lon: 0.5, lat: 0.5 }), issue('B', '001', t, { lon: 0.5, lat: 0.5 })]
    const all = urgencies(prepared({ areas, issues }, standard), [], t)
    expect(all.map(({ spot, issue: index, points }) => [spot, index, points])).toEqual([
      [-1, 0, 2],
      [-1, 1, 2],
    ])
  })
})
