/** 反弹, worked by hand and against a plain reading of its rule. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Model } from '../../../src/model/records.ts'
import { couldRebound, reboundsAt } from '../../../src/scoring/closure/rebound.ts'
import { districtArb } from '../districts.ts'
import { area, box, check, issue, prepared, site, smallStandard } from '../fixture.ts'

const T = 300
const standard = smallStandard()
const base: Partial<Model> = {
  areas: [area('A', box(0, 0, 1, 1))],
  sites: [site('s', 'market', 0.5, 0.5), site('r', 'market', 0.6, 0.5), site('l', 'lane', 0.4, 0.5)],
}
const closed = (id: string, foundOn: number, verifiedOn: number | null, more = {}) =>
  issue(id, 's', foundOn, { item: 'm5', fixedOn: verifiedOn, verifiedOn, ...more })
const found = (parts: Partial<Model>, within = 30, t = T) => {
  const ready = prepared({ ...base, ...parts }, standard)
  return reboundsAt(ready, t, within).map(({ closed: index, day, by }) => [
    ready.model.issues[index]?.id,
    day,
    by.type === 'issue' ? ready.model.issues[by.index]?.id : ready.model.checks[by.index]?.item,
  ])
}

describe('反弹 is', () => {
  it('a problem of the same item at the same site after 销号', () => {
    expect(found({ issues: [closed('p', 100, 110), closed('q', 120, null)] })).toEqual([['p', 120, 'q']])
    // of the kind's default item, which is the same
    expect(found({ issues: [closed('p', 100, 110), closed('q', 120, null, { item: null })] })).toEqual([
      ['p', 120, 'q'],
    ])
  })

  it('not of another item, another site, or after more days than asked for', () => {
    expect(found({ issues: [closed('p', 100, 110), closed('q', 120, null, { item: 'm3' })] })).toEqual([])
    expect(found({ issues: [closed('p', 100, 110), closed('q', 120, null, { siteId: 'r' })] })).toEqual([])
    const apart = { issues: [closed('p', 100, 110), closed('q', 140, null)] }
    expect(found(apart, 30)).toEqual([['p', 140, 'q']])
    expect(found(apart, 29)).toEqual([])
  })

  it('not what is found on the day of the 销号, before it, or after the day asked about', () => {
    expect(found({ issues: [closed('p', 100, 110), closed('q', 110, null)] })).toEqual([])
    expect(found({ issues: [closed('p', 100, 110), closed('q', 105, null)] })).toEqual([])
    expect(found({ issues: [closed('p', 100, 110), closed('q', 120, null)] }, 30, 119)).toEqual([])
    expect(found({ issues: [closed('p', 100, 110), closed('q', 120, null)] }, 30, 120)).toHaveLength(1)
  })

  it('a check that fails: its grade is at most the best of the worst band', () => {
    const failing = (grade: number | null, result: string | null, defects: number | null = null) =>
      found({
        issues: [closed('p', 100, 110)],
        checks: [check('s', 'm5', 115, grade, { result, defects })],
      })
    const failed = [['p', 115, 'm5']]
    expect(failing(5.9, null)).toEqual(failed)
    expect(failing(6, null)).toEqual(failed)
    expect(failing(6.1, null)).toEqual([])
    expect(failing(null, '不合格', 3)).toEqual(failed)
    expect(failing(null, '不合格')).toEqual(failed)
    // Five defects are no 合格: the worse of the two counts.
    expect(failing(null, '合格', 5)).toEqual(failed)
    expect(failing(null, '合格', 2)).toEqual([])
    expect(failing(null, '不适用')).toEqual([])
  })

  it('one for the problem and the check that found it, and one until the next 销号', () => {
    expect(
      found({
        issues: [closed('p', 100, 110), closed('q', 120, 125), closed('x', 128, null)],
        checks: [
          check('s', 'm5', 120, 2),
          check('s', 'm5', 122, 2),
          check('s', 'm5', 127, 2),
          check('s', 'm5', 129, 1),
        ],
      }),
    ).toEqual([
      ['q', 127, 'm5'],
      ['p', 120, 'q'],
    ])
  })

  it('none while another problem of the item there is still open', () => {
    expect(found({ issues: [closed('p', 100, 110), closed('o', 105, 130), closed('q', 120, null)] })).toEqual(
      [],
    )
    // All closed: the last 销号 is the one that did not hold.
    expect(found({ issues: [closed('p', 100, 110), closed('o', 105, 130), closed('q', 135, null)] })).toEqual(
      [['o', 135, 'q']],
    )
  })
})

it('is what a plain reading of the rule finds', () => {
  const seen = { total: 0 }
  fc.assert(
    fc.property(districtArb, fc.constantFrom(10, 30, 90), (parts, within) => {
      const ready = prepared(parts, standard)
      const { model, issueItem, issueSpot, places } = ready
      const t = 203
      const itemIndex = (id: string) => standard.items.findIndex((item) => item.id === id)
      const failures = [
        ...model.issues.map((p, i) => ({
          spot: issueSpot[i],
          item: issueItem[i],
          day: p.foundOn,
          name: p.id,
        })),
        ...model.checks
          .filter((c) => c.grade !== null && c.grade <= 6)
          .map((c) => ({ spot: places.spotOf.get(c.siteId), item: itemIndex(c.item), day: c.day, name: '' })),
      ].filter((f) => f.day <= t)
      // A closing came back when something fails within the days, nothing of the place and item being open before.
      const wanted = new Set<string>()
      for (const { spot, item, day } of failures) {
        const before = model.issues.filter(
          (p, i) => issueSpot[i] === spot && issueItem[i] === item && p.foundOn < day,
        )
        if (before.length === 0 || before.some((p) => p.verifiedOn === null || p.verifiedOn >= day)) continue
        const last = Math.max(...before.map((p) => p.verifiedOn as number))
        if (day - last <= within) wanted.add(`${spot} ${item} ${last}`)
      }
      const got = reboundsAt(ready, t, within)
      seen.total += got.length
      expect(got.map(({ spot, item, closedOn }) => `${spot} ${item} ${closedOn}`).sort()).toEqual(
        [...wanted].sort(),
      )
      for (const { closed: index, day, closedOn } of got) {
        expect(couldRebound(ready, index, t)).toBe(true)
        expect(day).toBeGreaterThan(closedOn)
      }
    }),
    { seed: 9, numRuns: 300 },
  )
  expect(seen.total).toBeGreaterThan(30)
})
