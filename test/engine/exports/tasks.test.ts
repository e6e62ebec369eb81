/** 整改任务单 as it leaves: the actions chosen, by unit, both halves named, each with what it gains. */
import { expect, test } from 'vitest'
import { priorities } from '../../../src/engine/studies/plan/plan.ts'
import { recheckWords } from '../../../src/scoring/task-sheets.ts'
import { openSample } from '../sample.ts'
import { takeOut, worksheets } from './take-out.ts'

const sample = openSample()
const t = sample.intake.asOf

test('the task list holds exactly what was chosen, unit by unit: problems to close, checks to pass', async () => {
  const { lines } = priorities(sample, null, t)
  const chosen = [
    ...lines.filter(({ problems, recheck }) => problems.length > 0 && recheck !== null).slice(0, 6),
    ...lines.filter(({ problems, recheck }) => problems.length === 0 && recheck !== null).slice(0, 3),
    ...lines.filter(({ recheck }) => recheck === null).slice(0, 3),
  ]
  expect(chosen).toHaveLength(12)
  const [half, ...others] = chosen as [(typeof chosen)[number], ...typeof chosen]
  const tasks = [
    { key: half.key, halves: 'recheck' as const },
    ...others.map(({ key }) => ({ key, halves: 'both' as const })),
  ]
  const what = { type: 'tasks', asOf: t, of: null, tasks } as const
  const [sheet] = await worksheets((await takeOut(sample, { ...what, tasks: [...tasks] }, 'xlsx')).bytes)
  const [heading = [], ...rows] = sheet?.data ?? []
  const cell = (row: readonly unknown[], name: string) => row[heading.indexOf(name)]
  const column = (name: string) => rows.map((row) => cell(row, name))

  const problems = others.flatMap((line) => line.problems.map(({ id }) => id))
  expect(column('问题编号').filter(Boolean).sort()).toEqual(problems.sort())
  const rechecks = chosen.filter(({ recheck }) => recheck !== null)
  expect(rows.filter((row) => cell(row, '事项') !== '销号')).toHaveLength(rechecks.length)
  for (const { siteId, itemText, recheck, gains, responsible } of rechecks) {
    const row = rows.find(
      (one) =>
        cell(one, '点位编号') === siteId && cell(one, '检查项') === itemText && cell(one, '事项') !== '销号',
    ) as unknown[]
    expect(cell(row, '事项')).toBe(recheck?.type)
    expect(cell(row, '问题或复查')).toBe(recheckWords(recheck as NonNullable<typeof recheck>))
    expect(cell(row, '只办这一半可得分')).toBeCloseTo(gains.recheck, 9)
    expect(cell(row, '整项可得分')).toBeCloseTo(gains.both, 9)
    expect(cell(row, '责任单位')).toBe(responsible)
  }
  // Each unit stands in one run.
  const units = column('责任单位')
  expect(units.filter((unit, i) => i === 0 || unit !== units[i - 1])).toHaveLength(new Set(units).size)
})

test('nothing chosen is nothing to take out', async () => {
  await expect(takeOut(sample, { type: 'tasks', asOf: t, of: null, tasks: [] }, 'xlsx')).rejects.toThrow(
    '没有可以导出的内容',
  )
})
