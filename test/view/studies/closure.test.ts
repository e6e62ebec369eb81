/** 整改闭环 as the screen lists it. */
import { describe, expect, it } from 'vitest'
import type { ClosureGroup } from '../../../src/engine/studies/closure.ts'
import { closureAt } from '../../../src/scoring/closure.ts'
import { linkName, linkText } from '../../../src/view/links.ts'
import {
  daysText,
  linkOption,
  openedOption,
  openedText,
  pressedSort,
  shareText,
  sortedGroups,
  sortOption,
} from '../../../src/view/studies/closure/closure.ts'
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
  const order = (option: string) => sortedGroups(groups, option).map(({ id }) => id)
  it.each([
    // 丙 < 甲 by code point, and what nobody names comes after both
    ['', ['乙', '甲', null, '丙']],
    ['-overdue', ['丙', '甲', null, '乙']],
    ['closed', ['乙', '甲', '丙', null]],
    ['-closed', ['丙', '甲', '乙', null]],
    ['index', ['甲', '乙', '丙', null]],
    ['due', ['丙', '甲', '乙', null]],
  ])('%s', (option, ids) => {
    expect(order(option)).toEqual(ids)
  })
  it('a press asks for the worst first, the next for the best', () => {
    expect(pressedSort('', 'closed')).toBe('closed')
    expect(pressedSort('closed', 'closed')).toBe('-closed')
    expect(pressedSort('-closed', 'closed')).toBe('closed')
    expect(pressedSort('closed', 'overdue')).toBe('')
    expect(sortOption(pressedSort('', 'overdue'))).toEqual({ sort: 'overdue', reversed: true })
    expect(sortOption('nonsense')).toEqual({ sort: 'overdue', reversed: false })
  })
})

it('which list is open is read from the link as it was written', () => {
  for (const id of [null, '甲', '=x', '*']) expect(openedOption(openedText(id))).toEqual({ all: false, id })
  expect(openedOption('*')).toEqual({ all: true })
  expect(openedOption('')).toBeNull()
  expect([linkOption('lead'), linkOption('toString')]).toEqual(['lead', 'office'])
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
