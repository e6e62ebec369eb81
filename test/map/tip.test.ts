/** What the pointer is over, in words. */
import { describe, expect, it } from 'vitest'
import type { Board } from '../../src/engine/contract/board.ts'
import type { Ref } from '../../src/engine/contract/cards.ts'
import type { Overview } from '../../src/engine/contract/package.ts'
import type { Hit } from '../../src/map/pick.ts'
import { tipOf } from '../../src/map/tip.ts'
import { gradeColour } from '../../src/view/colours.ts'
import { BOARD, OVERVIEW } from '../view/fixture.ts'

const market = OVERVIEW.standard.kinds.findIndex(({ id }) => id === 'market')
const overview = {
  ...OVERVIEW,
  sites: { ...OVERVIEW.sites, kind: Uint8Array.of(market, market) },
} as unknown as Overview
const board = {
  ...BOARD,
  sites: { rate: [0.756, Number.NaN], open: [3, 0], overdue: [1, 0], status: [null, '在营'] },
  issues: { state: [1, 0] },
  waters: [{ id: 'R1', name: '小河', grade: null, rule: '没有测点' }],
} as unknown as Board

const of = (hit: object) => tipOf({ ...hit, x: 0, y: 0 } as Hit, overview, board)
const ref = (type: Ref['type'], id: string) => of({ type: 'ref', ref: { type, id } })

describe('a record', () => {
  it('an area: its score in the colour of its grade, the change, what is open, whether it is to be pulled down', () => {
    expect(ref('area', 'a1')).toEqual({
      title: '甲庄居委会',
      figure: '80.0',
      colour: gradeColour(OVERVIEW.standard, '良好'),
      lines: ['良好，较一周前 +1.0', '未销号 3，逾期 0'],
    })
    // 数据不足: the score is provisional.
    expect(ref('area', 'a4')).toMatchObject({
      figure: '暂 66.0',
      lines: ['数据不足', '未销号 0，逾期 0', '待拆迁'],
    })
  })

  it('an area with vetoes: what was found, how much, and the limit; two of them, then how many more', () => {
    const cap = (rule: string, record: string, reason: string) => ({
      rule,
      record,
      reason,
      maxGrade: '不达标',
    })
    const caps = [
      cap('key-item', 'JC-1', '活禽售卖得分率 30.0%，低于 70%：关键指标得分率低于下限，一票否决'),
      cap('heavy-water', 'R1', '小河：辖区内有重度黑臭水体'),
      cap('heavy-water', 'R2', '大河：辖区内有重度黑臭水体'),
    ]
    const vetoed = (count: number) => {
      const areas = board.areas.map((each, i) => (i === 0 ? { ...each, caps: caps.slice(0, count) } : each))
      const hit = { type: 'ref', ref: { type: 'area', id: 'a1' }, x: 0, y: 0 } as Hit
      return tipOf(hit, overview, { ...board, areas } as Board)?.lines.slice(2)
    }
    const [key, water] = [
      '一票否决：活禽售卖得分率 30%，低于 70%（检查 JC-1）',
      '一票否决：小河：辖区内有重度黑臭水体',
    ]
    expect(vetoed(0)).toEqual([])
    expect(vetoed(1)).toEqual([key])
    expect(vetoed(2)).toEqual([key, water])
    expect(vetoed(3)).toEqual([key, water, '另有 1 项一票否决'])
  })

  it('a place: kind and state, how it was graded, what is open', () => {
    const { label } = OVERVIEW.standard.kinds[market] as { label: string }
    expect(ref('site', 'S1')).toEqual({
      title: '一号市场',
      lines: [label, '得分率 76%', '未销号 3，逾期 1'],
    })
    expect(ref('site', 'S2')?.lines).toEqual([`${label} · 在营`, '近期未查'])
  })

  it('a problem and a water body', () => {
    expect(ref('issue', 'W1')).toEqual({ title: '问题 W1', lines: ['逾期', '一号市场', '点击查看'] })
    expect(ref('issue', 'W2')?.lines).toEqual(['待整改', '点击查看'])
    expect(ref('water', 'R1')).toEqual({ title: '小河', lines: ['没有监测数据', '没有测点'] })
  })

  it('that the package does not have is nothing', () => {
    for (const type of ['area', 'site', 'issue', 'water', 'office'] as const)
      expect(ref(type, 'gone')).toBeNull()
  })
})

it('what is no record says what it is, or what a press does', () => {
  expect(of({ type: 'count', count: 7 })).toEqual({ title: '7 处点位', lines: ['点击放大'] })
  expect(of({ type: 'station', name: '一号断面', grade: null })?.lines).toEqual(['没有监测数据'])
  expect(of({ type: 'mark', title: '文明路', subtitle: '示范街' })).toEqual({
    title: '文明路',
    lines: ['示范街'],
  })
  expect(of({ type: 'none' })).toBeNull()
})
