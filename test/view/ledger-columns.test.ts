/** Which columns of the 台账 a width has room for. */
import { expect, test } from 'vitest'
import { fittingColumns, LEDGER_COLUMNS } from '../../src/view/ledger-columns.ts'

const labels = (rem: number) => fittingColumns(rem).map(({ label }) => label)

test('all where there is room, in their order', () => {
  expect(labels(100)).toEqual(LEDGER_COLUMNS.map(({ label }) => label))
})

test('the least important are folded away first, and what is left fits', () => {
  // Beside both panels at 1920 and at 1366 px.
  expect(labels(75.6)).not.toContain('编号')
  expect(labels(75.6)).toContain('责任单位')
  expect(labels(45.6)).toEqual(['状态', '逾期', '问题描述', '居委会', '责任单位'])
  for (let rem = 30; rem < 100; rem++)
    expect(fittingColumns(rem).reduce((sum, { width }) => sum + width, 0)).toBeLessThanOrEqual(rem)
})

test('what a problem is and how late is never folded away', () => {
  expect(labels(5)).toEqual(['状态', '逾期', '问题描述'])
})
