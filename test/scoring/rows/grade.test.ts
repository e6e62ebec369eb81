/** Bands of the official sheet, cell by cell. */
import { expect, it } from 'vitest'
import type { Standard } from '../../../src/model/standard.ts'
import { gradeOf, isFailing } from '../../../src/scoring/rows/grade.ts'
import { gradeOfRate } from '../../../src/scoring/rows/prepare.ts'
import { sampleStandard } from '../fixture.ts'

const standard = sampleStandard()
const g = (result: string, defects: number | null) => gradeOf({ result, grade: null, defects }, standard)

it.each([
  ['很好', null, 9.5],
  ['很好', 0, 10],
  ['很好', 1, 9],
  ['很好', 2, 9],
  ['合格', null, 7.5],
  ['合格', 0, 8],
  ['合格', 1, 8],
  ['合格', 2, 7],
  ['不合格', null, 3],
  ['不合格', 3, 6],
  ['不合格', 4, 5],
  ['不合格', 9, 0],
  ['不合格', 40, 0],
])('%s with %s defects is %s', (result, defects, grade) => {
  expect(g(result, defects)).toBe(grade)
})

it('result and defects that disagree give the worse of the two', () => {
  // More than two defects are 不合格 whatever was ticked.
  expect(g('合格', 3)).toBe(6)
  expect(g('合格', 5)).toBe(4)
  expect(g('很好', 5)).toBe(4)
  // 不合格 with fewer than three stays 不合格, at its mildest.
  expect(g('不合格', 0)).toBe(6)
  expect(g('不合格', 2)).toBe(6)
})

it('a grade given is taken, whatever else the row says', () => {
  expect(gradeOf({ result: '很好', grade: 2.5, defects: 0 }, standard)).toBe(2.5)
  expect(gradeOf({ result: null, grade: 0, defects: null }, standard)).toBe(0)
})

it('不适用 does not grade', () => {
  expect(g('不适用', null)).toBeNull()
})

it('不合格 is at most the best grade of the worst band, however the grade came about', () => {
  expect([0, 3, 5.9, 6].map((grade) => isFailing(grade, standard))).toEqual([true, true, true, true])
  expect([6.01, 7, 10].map((grade) => isFailing(grade, standard))).toEqual([false, false, false])
  const rows = [
    ['不合格', 0],
    ['不合格', null],
    ['合格', 3],
  ] as const
  for (const [result, defects] of rows) expect(isFailing(g(result, defects) as number, standard)).toBe(true)
  // Another rubric, another line.
  const [best, good, bad] = standard.bands as [
    Standard['bands'][number],
    Standard['bands'][number],
    Standard['bands'][number],
  ]
  const strict = { ...standard, bands: [best, good, { ...bad, steps: [{ defects: 3, grade: 7.5 }] }] }
  expect([7.5, 7.6].map((grade) => isFailing(grade, strict))).toEqual([true, false])
})

it('满意率 → g: linear between the steps, constant beyond them', () => {
  const steps = [
    { rate: 0.6, grade: 0 },
    { rate: 0.9, grade: 9 },
    { rate: 1, grade: 10 },
  ]
  expect(gradeOfRate(0.2, steps)).toBe(0)
  expect(gradeOfRate(0.75, steps)).toBeCloseTo(4.5)
  expect(gradeOfRate(0.9, steps)).toBeCloseTo(9)
  expect(gradeOfRate(0.95, steps)).toBeCloseTo(9.5)
  expect(gradeOfRate(1, steps)).toBe(10)
  expect(gradeOfRate(1, [{ rate: 0.5, grade: 4 }])).toBe(4)
})
