/** 评选: who the records speak for, worked out by hand. */
import { describe, expect, it } from 'vitest'
import { candidatesAt } from '../../../src/scoring/inspections/candidates.ts'
import { scoreAt } from '../../../src/scoring/score/score.ts'
import { area, box, check, issue, prepared, sampleStandard, site } from '../fixture.ts'

const standard = sampleStandard()
const areas = [area('001', box(0, 0, 1, 1)), area('002', box(1, 0, 2, 1))]
const t = 1000
const at = (parts: Parameters<typeof prepared>[0]) => {
  const ready = prepared({ areas, ...parts }, standard)
  const found = candidatesAt(ready, scoreAt(ready, t).rates, t)
  const named = (list: typeof found.streets) =>
    list.map(({ spot, rank }) => [ready.places.spots[spot]?.id, rank])
  return { ...found, streetIds: named(found.streets), shopIds: named(found.shops) }
}
const lane = (id: string) => site(id, 'alley', 0.5, 0.5)
/** two visits, both with this grade */
const twice = (id: string, grade: number, item = 'alley-litter') => [
  check(id, item, t - 40, grade),
  check(id, item, t - 5, grade),
]

describe('candidatesAt', () => {
  it('takes what was seen twice, reached 90 %, and ranks it within its area', () => {
    const sites = [lane('A'), lane('B'), lane('C'), lane('D'), lane('E')]
    const checks = [
      ...twice('A', 9),
      ...twice('B', 10),
      ...twice('C', 8.9),
      // once only; and once outside the window of 90 days
      check('D', 'alley-litter', t - 5, 10),
      check('E', 'alley-litter', t - 90, 10),
      check('E', 'alley-litter', t - 5, 10),
    ]
    expect(at({ sites, checks }).streetIds).toEqual([
      ['B', 1],
      ['A', 2],
    ])
  })
  it('never takes a place with an open problem or one that came back; a closed one counts its days', () => {
    const sites = [lane('A'), lane('B'), lane('C')]
    const checks = [...twice('A', 10), ...twice('B', 10), ...twice('C', 10)]
    const issues = [
      issue('1', 'A', t - 30, { fixedOn: t - 20 }),
      issue('2', 'B', t - 50, { item: 'alley-litter', fixedOn: t - 45, verifiedOn: t - 44 }),
      issue('3', 'B', t - 20, { item: 'alley-litter', fixedOn: t - 19, verifiedOn: t - 18 }),
      issue('4', 'C', t - 30, { fixedOn: t - 25, verifiedOn: t - 22 }),
    ]
    const { streets, streetIds } = at({ sites, checks, issues })
    expect(streetIds).toEqual([['C', 1]])
    expect(streets[0]?.daysClean).toBe(22)
    expect(streets[0]?.visits.map(({ day, worst }) => [day, worst])).toEqual([
      [t - 5, 10],
      [t - 40, 10],
    ])
  })
  it('looks at shops and markets for 文明商户', () => {
    const sites = [site('M', 'market', 1.5, 0.5), site('T', 'toilet', 1.5, 0.5)]
    const checks = [...twice('M', 9.5, 'market-stalls'), ...twice('T', 10, 'toilet-clean')]
    const { shopIds, streetIds } = at({ sites, checks })
    expect(shopIds).toEqual([['M', 1]])
    expect(streetIds).toEqual([])
  })
  it('gives a 居委会 its five families in proportion to the estates and villages that stand well; none seen, none said', () => {
    const sites = [
      site('X', 'estate', 0.5, 0.5),
      site('Y', 'estate', 0.5, 0.5),
      site('Z', 'village', 0.5, 0.5),
    ]
    const checks = [
      check('X', 'estate-clutter', t - 5, 10),
      check('Y', 'estate-clutter', t - 5, 9),
      check('Z', 'village-clutter', t - 5, 5),
    ]
    // 5 · 2/3 = 3.3
    expect(at({ sites, checks }).families).toEqual([
      { area: 0, seen: 3, good: 2, suggested: 3 },
      { area: 1, seen: 0, good: 0, suggested: null },
    ])
  })
})
