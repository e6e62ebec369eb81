/** Figures named in talking points, worked by hand from four areas. */
import { describe, expect, test } from 'vitest'
import type { Board } from '../../../src/engine/contract/board.ts'
import type { Overview } from '../../../src/engine/contract/package.ts'
import { filled, namedFigures } from '../../../src/view/briefing/figures.ts'
import { DEFAULT_VIEW } from '../../../src/view/link/state.ts'
import { BOARD, figures, OVERVIEW, states } from '../fixture.ts'

const { kinds } = OVERVIEW.standard
const at = (id: string) => kinds.findIndex((kind) => kind.id === id)

const PACKAGE = {
  ...OVERVIEW,
  district: { title: '某区' },
  report: { absent: [] },
  briefings: [],
  sites: {
    ...OVERVIEW.sites,
    count: 4,
    kind: Uint8Array.of(at('recycling'), at('recycling'), at('recycling'), at('market')),
    area: Int32Array.of(0, 1, 2, 2),
  },
} as unknown as Overview

const DAY = {
  ...BOARD,
  asOf: 17990,
  kpis: [
    { id: 'score', value: 73.25, unit: '分', digits: 1 },
    { id: 'closedRate', value: 95.8, unit: '%', digits: 1 },
    { id: 'overdue', value: 3, unit: '个', digits: 0 },
    { id: 'water', value: null, unit: '条', digits: 0 },
  ],
  district: figures('', '', 73.25, { foundThisWeek: 4, closedThisWeek: 2, states: states({ 逾期: 3 }) }),
  sites: { status: ['在营', '已取缔', '整治中', null] },
} as unknown as Board

const read = (text: string, more: Partial<typeof DEFAULT_VIEW> = {}, of: Overview = PACKAGE) =>
  filled(text, namedFigures(of, DAY, { ...DEFAULT_VIEW, ...more })).text

describe('a figure', () => {
  test.each([
    ['{title} {day}', '某区 2019-04-04'],
    ['{score} 分，{得分} 分', '73.3 分，73.3 分'],
    ['{closedRate}', '95.8%'],
    ['{ overdue } 个', '3 个'],
    ['{water}', '—'],
    ['{areas} 个居委会', '4 个居委会'],
    ['{found} / {closed}', '4 / 2'],
    ['{worst.name} {worst.score}', 'a2 60.0'],
    ['{best.score}', '80.0'],
    ['{recycling.count}：{在营废品收购站数} / {recycling.closed}', '3：1 / 1'],
    ['{market.count}', '1'],
    ['没有数字', '没有数字'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test('is of the office asked for', () => {
    expect(read('{areas} {best.score} {worst.score} {recycling.count} {grade}', { office: '西办' })).toBe(
      '2 80.0 80.0 1 良好',
    )
  })

  test('of what is selected, and of nothing', () => {
    const of = { selection: { type: 'area', id: 'a2' } } as const
    expect(read('{selected.name} {selected.score} 分，{selected.overdue} 个逾期', of)).toBe(
      'a2 60.0 分，3 个逾期',
    )
    expect(read('{selected.name} {selected.score}')).toBe('— —')
  })

  test('that nobody knows is no 0', () => {
    const bare = { ...PACKAGE, report: { absent: ['issues.csv'] } } as unknown as Overview
    expect(read('{found} {worst.open}', {}, bare)).toBe('— —')
  })
})

test('what is no figure stays as it stands, and is told', () => {
  const figuresOf = namedFigures(PACKAGE, DAY, DEFAULT_VIEW)
  expect(filled('{得分}、{天气}、{}、{a{score}}', figuresOf)).toEqual({
    text: '73.3、{天气}、{}、{a73.3}',
    unknown: ['天气', ''],
  })
})
