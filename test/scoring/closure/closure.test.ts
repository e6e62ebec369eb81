/** 整改闭环, worked by hand: 60·按期处置率 + 30·结案率 + 10·(1 − 返工率), and the shares and days beside it. */
import { expect, it } from 'vitest'
import type { Duty } from '../../../src/model/records.ts'
import { closureAt, closureByLink } from '../../../src/scoring/closure/closure.ts'
import { area, box, issue, prepared, sampleStandard, site, smallStandard } from '../fixture.ts'

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
  expect(closure).toMatchObject({
    closedOnTime: 1,
    onTimeRate: 1 / 3,
    closedRate: 1 / 3,
    closedOnTimeRate: 1 / 3,
    reworkRate: 1 / 3,
    // b is past due and only fixed; c is due today, so not late; e is closed
    overdue: 1,
    overdueUnfixed: 0,
    // a 10, b 20, d 29 days
    fixing: { days: 59 / 3, count: 3 },
    verifying: { days: 2, count: 1 },
    closing: { days: 12, count: 1 },
  })
  // Two days later c is late as well, and d, due the day before, is fixed and not verified.
  expect(closureAt(issues, sampleStandard(), T + 2)).toMatchObject({ due: 4, overdue: 3, overdueUnfixed: 1 })
})

it('closed late is closed, not closed on time; what is dated after the day is not seen', () => {
  const issues = [
    issue('late', null, T - 20, { dueOn: T - 10, fixedOn: T - 8, verifiedOn: T - 5 }),
    // fixed in time, verified after the due day: the re-check is no delay of the unit
    issue('slow', null, T - 20, { dueOn: T - 10, fixedOn: T - 10, verifiedOn: T - 1 }),
    issue('ahead', null, T - 20, { dueOn: T - 10, fixedOn: T - 9, verifiedOn: T + 3, reworks: [T + 1] }),
    issue('unknown', null, T + 1, { dueOn: T - 10 }),
  ]
  expect(closureAt(issues, sampleStandard(), T)).toMatchObject({
    due: 3,
    closed: 2,
    closedOnTime: 1,
    onTime: 1,
    fixed: 3,
    reworked: 0,
    overdue: 1,
    verifying: { days: 6, count: 2 },
    closing: { days: 17, count: 2 },
  })
})

it('groups by any link of the 责任链条; the groups of a link sum to the whole', () => {
  const duty = (more: Partial<Duty>): Duty => ({
    areaCode: null,
    siteId: null,
    lead: null,
    support: null,
    grid: null,
    line: 2,
    ...more,
  })
  const parts = {
    areas: [
      area('A', box(114, 33, 115, 34), { office: '东办事处' }),
      area('B', box(115, 33, 116, 34), { office: '西办事处' }),
    ],
    sites: [
      site('own', 'market', 114.5, 33.5, { responsible: '甲单位' }),
      site('plain', 'market', 114.6, 33.5),
      site('other', 'market', 115.5, 33.5),
    ],
    duties: [
      duty({ areaCode: 'A', lead: '东办事处', support: '乙局', grid: 'A001' }),
      duty({ siteId: 'own', lead: '丙局', support: '丁局', grid: 'A002' }),
    ],
    issues: [
      issue('1', 'own', T - 9, { dueOn: T - 3, source: '暗访' }),
      issue('2', 'own', T - 9, { dueOn: T - 3, fixedOn: T - 3, verifiedOn: T - 2, responsible: '戊单位' }),
      issue('3', 'plain', T - 9, { dueOn: T - 3, source: '自查' }),
      issue('4', 'other', T - 9, { dueOn: T - 3 }),
      issue('5', null, T - 9, { dueOn: T - 3, responsible: '甲单位' }),
    ],
  }
  const made = prepared(parts, smallStandard())
  const due = (link: Parameters<typeof closureByLink>[1]) =>
    Object.fromEntries([...closureByLink(made, link, T)].map(([key, { due }]) => [key ?? '-', due]))
  expect(due('office')).toEqual({ 东办事处: 3, 西办事处: 1, '-': 1 })
  expect(due('area')).toEqual({ A: 3, B: 1, '-': 1 })
  expect(due('unit')).toEqual({ 甲单位: 2, 戊单位: 1, '-': 2 })
  expect(due('lead')).toEqual({ 丙局: 2, 东办事处: 1, '-': 2 })
  expect(due('support')).toEqual({ 丁局: 2, 乙局: 1, '-': 2 })
  expect(due('grid')).toEqual({ A002: 2, A001: 1, '-': 2 })
  expect(due('source')).toEqual({ 暗访: 1, 自查: 1, '-': 3 })
  expect(closureByLink(made, 'office', T).get('东办事处')).toEqual(
    closureAt(parts.issues.slice(0, 3), made.standard, T),
  )
  expect([...closureByLink(made, 'unit', T, (i) => i === 0).keys()]).toEqual(['甲单位'])
})

it('is empty where nothing was due', () => {
  expect(closureAt([issue('a', null, T)], sampleStandard(), T).index).toBeNull()
})
