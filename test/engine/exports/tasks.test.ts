/** 整改任务单 as it leaves: the problems chosen, by unit, each with what it gains. */
import { expect, test } from 'vitest'
import { priorities } from '../../../src/engine/study-plan.ts'
import { openSample } from '../sample.ts'
import { takeOut, worksheets } from './take-out.ts'

const sample = openSample()
const t = sample.intake.asOf

test('the task list holds exactly the problems chosen, unit by unit', async () => {
  const { lines } = priorities(sample, null, t)
  const chosen = lines.slice(0, 12)
  const what = { type: 'tasks', asOf: t, of: null, problems: chosen.map(({ index }) => index) } as const
  const [tasks] = await worksheets((await takeOut(sample, what, 'xlsx')).bytes)
  const [heading = [], ...rows] = tasks?.data ?? []
  const column = (name: string) => rows.map((row) => row[heading.indexOf(name)])
  expect([...column('问题编号')].sort()).toEqual(chosen.map(({ id }) => id).sort())
  for (const { id, alone, responsible } of chosen) {
    const at = column('问题编号').indexOf(id)
    expect(column('单独销号可得分')[at]).toBeCloseTo(alone, 9)
    expect(column('责任单位')[at]).toBe(responsible)
  }
  // Each unit stands in one run.
  const units = column('责任单位')
  expect(units.filter((unit, i) => i === 0 || unit !== units[i - 1])).toHaveLength(new Set(units).size)
})

test('nothing chosen is nothing to take out', async () => {
  await expect(takeOut(sample, { type: 'tasks', asOf: t, of: null, problems: [] }, 'xlsx')).rejects.toThrow(
    '没有可以导出的内容',
  )
})
