/** 整改闭环 as the screen lists it. */

import { describe, expect, it } from 'vitest'
import type { ClosureGroup } from '../../../src/engine/contract/studies/closure.ts'
import { closureAt } from '../../../src/scoring/closure/closure.ts'
import { linkName, linkText } from '../../../src/view/links.ts'
import { daysText, pressedSort, shareText, sortedGroups } from '../../../src/view/studies/closure/closure.ts'
import type { ClosureOrder, ClosureSort } from '../../../src/view/studies/closure/options.ts'
import { sampleStandard } from '../../scoring/fixture.ts'

const empty = closureAt([], sampleStandard(), 0)
const group = (id: string | null, more: Partial<ClosureGroup> = {}): ClosureGroup => ({
  ...empty,
  id,
  ...more,
})

describe('the order of the table', () => {
  const groups = [
    group('甲', { overdue: 2, closedRate: 0.9, due: 10, index: 80 }),
    group('乙', { overdue: 5, closedRate: 0.5, due: 4, index: 90 }),
    group(null, { overdue: 2, closedRate: null, due: 0, index: null }),
    group('丙', { overdue: 0, closedRate: 1, due: 20, index: 100 }),
  ]
  it.each<[ClosureSort, boolean, (string | null)[]]>([
    // 丙 < 甲 by code point, and what nobody names comes after both
    ['overdue', false, ['乙', '甲', null, '丙']],
    ['overdue', true, ['丙', '甲', null, '乙']],
    ['closed', false, ['乙', '甲', '丙', null]],
    ['closed', true, ['丙', '甲', '乙', null]],
    ['index', false, ['甲', '乙', '丙', null]],
    ['due', false, ['丙', '甲', '乙', null]],
  ])('%s, reversed: %s', (sort, reversed, ids) => {
    expect(sortedGroups(groups, { sort, reversed }).map(({ id }) => id)).toEqual(ids)
  })
  it('a press asks for the worst first, the next for the best', () => {
    const presses = (...pressed: ClosureSort[]) =>
      pressed.reduce<ClosureOrder>(pressedSort, { sort: 'overdue', reversed: false })
    expect(presses('closed')).toEqual({ sort: 'closed', reversed: false })
    expect(presses('closed', 'closed')).toEqual({ sort: 'closed', reversed: true })
    expect(presses('closed', 'closed', 'closed')).toEqual({ sort: 'closed', reversed: false })
    expect(presses('closed', 'overdue')).toEqual({ sort: 'overdue', reversed: false })
    expect(presses('overdue')).toEqual({ sort: 'overdue', reversed: true })
  })
})

it('figures have one decimal, and none where there is nothing to divide by', () => {
  expect([shareText(456 / 492), shareText(null), daysText(9.322), daysText(null)]).toEqual([
    '92.7%',
    '—',
    '9.3 天',
    '—',
  ])
})

it('a link of the 责任链条 in words', () => {
  const overview = { areas: [{ code: '411671012010', name: '麦仁店居委会' }] } as never
  expect(linkText({ type: 'lead', id: '太昊路办事处' }, overview)).toBe('牵头单位：太昊路办事处')
  expect(linkText({ type: 'area', id: '411671012010' }, overview)).toBe('居委会：麦仁店居委会')
  expect(linkText({ type: 'support', id: '' }, overview)).toBe('未填分包单位')
  expect(linkName('office', null, overview)).toBe('不属任何办事处')
  expect(linkName('unit', null, overview)).toBe('未填责任单位')
})
