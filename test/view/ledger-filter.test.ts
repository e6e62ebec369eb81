/** The filters of the 台账. */

import { describe, expect, test } from 'vitest'
import type { LedgerLine } from '../../src/engine/contract/ledger.ts'
import { linesOf, pointsOf } from '../../src/view/ledger.ts'
import { areaBeside, foundOf, foundSpan, isNarrowed, SPANS, widened } from '../../src/view/ledger-filter.ts'
import { DEFAULT_VIEW, type ViewState } from '../../src/view/link/state.ts'

const ledger = (patch: Partial<ViewState['ledger']> = {}) => ({ ...DEFAULT_VIEW.ledger, ...patch })

test('the 台账 opened beside an area is of it, unless another was chosen', () => {
  const beside = (id: string, area: string | null, followed: string | null = null) =>
    areaBeside({ type: 'area', id }, { area }, followed)
  expect(beside('a1', null)).toBe('a1')
  expect(beside('a2', 'a1', 'a1')).toBe('a2')
  expect(beside('a2', 'a1')).toBe('a1')
  expect(areaBeside({ type: 'site', id: 'S1' }, { area: 'a1' }, 'a1')).toBe('a1')
  expect(areaBeside(null, { area: null }, null)).toBeNull()
})

describe('spans of days', () => {
  test.each(['any', ...SPANS.map(String), 'custom'] as const)('%s is known again', (found) => {
    expect(foundOf(ledger(foundSpan(found as never, 18000)), 18000)).toBe(found)
  })
  test('seven days are the day itself and six before it', () => {
    expect(foundSpan('7', 18000)).toEqual({ foundFrom: 17994, foundTo: null })
  })
  test('on another day the same span is one of its own', () => {
    expect(foundOf(ledger(foundSpan('7', 18000)), 18001)).toBe('custom')
  })
})

test('clearing keeps the sheet open and sorted', () => {
  const narrowed = ledger({ open: true, sort: 'id', descending: false, text: 'x', area: 'a', foundTo: 3 })
  expect(isNarrowed(narrowed)).toBe(true)
  expect(widened(narrowed)).toEqual(ledger({ open: true, sort: 'id', descending: false }))
  expect(isNarrowed(widened(narrowed))).toBe(false)
})

describe('失分记录 under what colours the map', () => {
  const lines = [
    { points: 3, theme: '脏', category: 'a' },
    { points: 2, theme: '乱', category: 'b' },
    { points: 0.5, theme: '脏', category: 'c' },
  ] as LedgerLine[]
  test('of a theme, of a category, else all', () => {
    expect(pointsOf(linesOf(lines, { type: 'theme', id: '脏' }))).toBe(3.5)
    expect(linesOf(lines, { type: 'category', id: 'b' })).toEqual([lines[1]])
    expect(linesOf(lines, { type: 'overdue' })).toBe(lines)
  })
})
