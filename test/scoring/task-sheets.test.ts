/** 整改任务单: who has to do what. */

import { expect, it } from 'vitest'
import type { TaskLine } from '../../src/engine/contract/studies/plan.ts'
import { recheckLabel, recheckWords, sheetsByUnit } from '../../src/scoring/task-sheets.ts'

const line = (key: string, more: object) =>
  ({ key, halves: 'both', responsible: null, problems: [], recheck: null, ...more }) as unknown as TaskLine
const recheck = {
  type: '复查合格' as const,
  from: 3,
  to: 8,
  now: '不合格',
  goal: '合格 8 分',
  day: 100,
  source: '区督导',
}

it('one sheet a unit, the one with most first, the one without a unit last; both halves on it', () => {
  const lines = [
    line('a', { problems: [{ id: 'p1', responsible: null }] }),
    line('b', { responsible: '甲', problems: [{ id: 'p2', responsible: '乙' }], recheck }),
    line('c', { responsible: '乙', problems: [{ id: 'p3', responsible: null }], recheck }),
    line('d', { responsible: '乙', halves: 'recheck', problems: [{ id: 'p4', responsible: '乙' }], recheck }),
    line('e', { responsible: '甲', halves: 'close', problems: [], recheck }),
  ]
  const told = sheetsByUnit(lines).map(({ unit, rows }) => [
    unit,
    rows
      .map((row) => `${row.line.key} ${row.type === 'close' ? row.problem.id : row.recheck.type}`)
      .join(', '),
  ])
  expect(told).toEqual([
    ['乙', 'b p2, c p3, c 复查合格, d 复查合格'],
    ['甲', 'b 复查合格'],
    [null, 'a p1'],
  ])
})

it('a recheck in words', () => {
  expect(recheckWords(recheck)).toBe('不合格 3 分 → 合格 8 分')
  expect(recheckLabel(recheck)).toBe('复查合格（现 不合格 3 分）')
  const closed = { ...recheck, type: '取缔' as const, to: 10, goal: '已取缔' }
  expect(recheckLabel({ ...closed, from: 7.25, now: '' })).toBe('取缔（7.3 分 → 已取缔）')
  expect(recheckLabel({ ...closed, from: 0, day: null, now: '在营' })).toBe('取缔（在营 → 已取缔）')
})
