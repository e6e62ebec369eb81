/** Who stands where. */
import { describe, expect, test } from 'vitest'
import { openOf } from '../../src/model/state.ts'
import {
  groupsIn,
  RANKING_ORDERS,
  type RankingQuery,
  rankingOf,
  turnedOrder,
} from '../../src/view/ranking.ts'
import { BOARD, figures, OVERVIEW, states } from './fixture.ts'

const ask = (more: Partial<RankingQuery> = {}) => {
  const query: RankingQuery = {
    of: 'area',
    office: null,
    group: null,
    by: 'score',
    worstFirst: false,
    ...more,
  }
  const { ranked, unranked } = rankingOf(OVERVIEW, BOARD, query)
  return { ranked: ranked.map((r) => [r.rank, r.figures.id]), unranked: unranked.map((r) => r.figures.id) }
}

describe('the ranking', () => {
  test('has the best first, equals sharing a place, and who has no score apart', () => {
    expect(ask()).toEqual({
      ranked: [
        [1, 'a1'],
        [1, 'a3'],
        [3, 'a2'],
      ],
      unranked: ['a4'],
    })
  })

  test('turned round, nobody without a score becomes the worst', () => {
    const { ranked, unranked } = ask({ worstFirst: true })
    expect(ranked[0]).toEqual([3, 'a2'])
    expect(unranked).toEqual(['a4'])
  })

  test('turned round, one that a veto put among the worst stands there, by its grade, with the place of its number', () => {
    const areas = BOARD.areas.map((f) => (f.id === 'a1' ? { ...f, grade: '不达标' } : f))
    const query: RankingQuery = { of: 'area', office: null, group: null, by: 'score', worstFirst: true }
    const ranks = (more: Partial<RankingQuery> = {}) =>
      rankingOf(OVERVIEW, { ...BOARD, areas }, { ...query, ...more }).ranked.map((r) => [
        r.rank,
        r.figures.id,
      ])
    // 不达标 before the 60 points of 基本达标, which come before the 80 of 良好.
    expect(ranks()).toEqual([
      [1, 'a1'],
      [3, 'a2'],
      [1, 'a3'],
    ])
    // By number, as ever.
    expect(ranks({ worstFirst: false }).map(([rank]) => rank)).toEqual([1, 1, 3])
  })

  test('within an office or a group, places are counted anew', () => {
    expect(ask({ office: '西办' }).ranked).toEqual([[1, 'a3']])
    expect(ask({ group: '城中村' }).ranked).toEqual([[1, 'a2']])
    expect(ask({ group: '待拆迁' })).toEqual({ ranked: [], unranked: ['a4'] })
  })

  test('by open problems: as many, but overdue, is worse', () => {
    expect(ask({ by: 'open', worstFirst: true }).ranked.map((r) => r[1])).toEqual(['a3', 'a2', 'a1'])
  })

  test('by change: nothing to compare stands last either way', () => {
    expect(ask({ by: 'change' }).ranked.map((r) => r[1])).toEqual(['a1', 'a2', 'a3'])
    expect(ask({ by: 'change', worstFirst: true }).ranked.map((r) => r[1])).toEqual(['a2', 'a1', 'a3'])
  })

  test('of offices knows no group and no office filter', () => {
    expect(ask({ of: 'office', office: '东办', group: '社区' }).ranked).toEqual([
      [1, '西办'],
      [2, '东办'],
    ])
  })

  test('leaves the board as it was', () => {
    const before = BOARD.areas.map((f) => f.id)
    ask({ worstFirst: true })
    expect(BOARD.areas.map((f) => f.id)).toEqual(before)
  })
})

test('groups are those that somebody is in, in the standard’s order', () => {
  expect(groupsIn(OVERVIEW)).toEqual(['社区', '城中村', '待拆迁'])
})

test('open is all but closed', () => {
  const some = figures('x', 'y', 1, { states: states({ 待整改: 1, 逾期: 2, 待复查: 4, 已销号: 100 }) })
  expect(openOf(some)).toBe(7)
})

test('a heading pressed sorts by its measure, the worst first but for gains; pressed again it turns round', () => {
  expect(turnedOrder('score', 'open')).toBe('open')
  expect(turnedOrder('open', 'open')).toBe('open-best')
  expect(turnedOrder('open-best', 'open')).toBe('open')
  expect(turnedOrder('open-best', 'change')).toBe('change')
  expect(RANKING_ORDERS.change.worstFirst).toBe(false)
  expect(turnedOrder('change', 'change')).toBe('change-worst')
  expect(turnedOrder('change-worst', 'score')).toBe('score')
})
