/** 对策 as the screen shows it. */
import { describe, expect, it } from 'vitest'
import type { LiftAnswer, PriorityLine } from '../../src/engine/study-plan.ts'
import {
  chosenLines,
  countOf,
  gainWords,
  NO_UNIT,
  scorePath,
  sheetsByUnit,
  tickText,
} from '../../src/view/plan.ts'

const line = (id: string, more: Partial<PriorityLine> = {}) =>
  ({ id, alone: 0.1, cost: 0.1, step: 0.1, responsible: null, ...more }) as PriorityLine
const lines = ['a', 'b', 'c', 'd'].map((id) => line(id))
const lifts = [{ grade: '达标', ids: ['d', 'b'] }] as LiftAnswer[]
const ids = (options: Record<string, string>, sequenced = 3) =>
  chosenLines(options, lines, sequenced, lifts).map(({ id }) => id)

describe('what is taken as closed', () => {
  it('is the usual number of the sequence, another number, or the list to a grade', () => {
    expect(ids({})).toEqual(['a', 'b', 'c'])
    expect(ids({ n: '1' })).toEqual(['a'])
    expect(ids({ n: '0' })).toEqual([])
    expect(ids({ up: '达标' })).toEqual(['b', 'd'])
    expect(ids({ up: '优秀' })).toEqual([])
  })

  it('is at its usual where the link makes no sense', () => {
    expect(countOf({ n: 'x' }, 40)).toBe(10)
    expect(countOf({ n: '-3' }, 40)).toBe(10)
    expect(countOf({ n: '99' }, 40)).toBe(40)
    expect(countOf({ n: '5', up: '达标' }, 40)).toBeNull()
  })

  it('keeps what is ticked by hand beside it, and forgets a tick taken back', () => {
    const tick = (options: Record<string, string>, id: string, on: boolean) => ({
      ...options,
      ids: tickText(options, lines, 3, lifts, id, on),
    })
    const without = tick({ n: '2' }, 'a', false)
    expect(without.ids).toBe('!a')
    expect(ids(without)).toEqual(['b'])
    const more = tick(without, 'd', true)
    expect(ids(more)).toEqual(['b', 'd'])
    expect(tick(tick(more, 'a', true), 'd', false).ids).toBe('')
  })
})

describe('a line', () => {
  it('says why it gains nothing alone', () => {
    expect(gainWords({ alone: 0.16, cost: 0.2 }).text).toBe('+0.16')
    expect(gainWords({ alone: 0.001, cost: 0.001 }).text).toBe('<0.01')
    expect(gainWords({ alone: 0, cost: 0 }).text).toBe('检查已扣')
    expect(gainWords({ alone: 0, cost: 2 }).text).toBe('合改')
  })
})

it('the path goes up by each step and ends with the sequence', () => {
  expect(
    scorePath(60, [line('a', { step: 1 }), line('b', { step: 0.5 }), line('c', { step: null })]),
  ).toEqual([60, 61, 61.5])
})

it('task sheets: one a unit, the one with most first, those without a unit last', () => {
  const of = [
    line('a'),
    line('b'),
    line('c', { responsible: '甲' }),
    line('d', { responsible: '乙' }),
    line('e', { responsible: '乙' }),
  ]
  expect(sheetsByUnit(of).map(({ unit, lines: own }) => [unit, own.map(({ id }) => id).join('')])).toEqual([
    ['乙', 'de'],
    ['甲', 'c'],
    [NO_UNIT, 'ab'],
  ])
})
