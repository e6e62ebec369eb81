/** 对策 as the screen shows it. */

import { describe, expect, it } from 'vitest'
import type { ActionLine, LiftAnswer } from '../../../src/engine/contract/studies/plan.ts'
import { PLAN, type PlanOptions } from '../../../src/view/studies/plan/options.ts'
import {
  chosenLines,
  countOf,
  gainWords,
  scorePath,
  tasksOf,
  ticked,
} from '../../../src/view/studies/plan/plan.ts'

const line = (key: string, problems: string[], recheck: boolean) =>
  ({
    key,
    problems: problems.map((id) => ({ id })),
    recheck: recheck ? { type: '复查合格', from: 3, to: 8 } : null,
  }) as ActionLine
const lines = [
  line('a/x', ['p1', 'p2'], true),
  line('b/x', [], true),
  line('c/x', ['p3'], false),
  line('/p4', ['p4'], false),
]
const told = { lines, sequenced: 3, lifts: [{ grade: '达标', actions: ['/p4', 'b/x'] }] as LiftAnswer[] }
/** The options as a link has them. */
const options = (link: Record<string, string>) => PLAN.read(new URLSearchParams(link))
const done = (set: PlanOptions) =>
  tasksOf(chosenLines(set, told))
    .map(({ key, halves }) => `${key} ${halves}`)
    .join(', ')

describe('what is taken as done', () => {
  it('is the usual number of the sequence, another number, or the list to a grade', () => {
    expect(done(options({}))).toBe('a/x both, b/x both, c/x both')
    expect(done(options({ n: '1' }))).toBe('a/x both')
    expect(done(options({ n: '0' }))).toBe('')
    expect(done(options({ up: '达标' }))).toBe('b/x both, /p4 both')
    expect(done(options({ up: '优秀' }))).toBe('')
  })

  it('is at its usual where the link makes no sense', () => {
    expect(countOf(options({ n: 'x' }), 40)).toBe(10)
    expect(countOf(options({ n: '-3' }), 40)).toBe(10)
    expect(countOf(options({ n: '99' }), 40)).toBe(40)
    expect(countOf(options({ n: '5', up: '达标' }), 40)).toBeNull()
    expect(done(options({ n: '0', do: 'gone/x=b;a/x=?;b/x;c/x=b' }))).toBe('c/x both')
  })

  it('keeps what is ticked by hand beside it, whole or one half, and forgets a tick taken back', () => {
    const tick = (set: PlanOptions, at: number, half: 'both' | 'close' | 'recheck', on: boolean) => ({
      ...set,
      ...ticked(set, told, lines[at] as ActionLine, half, on),
    })
    const kept = (set: PlanOptions) => {
      const link = new URLSearchParams()
      PLAN.write(set, link)
      return link.get('do')
    }
    const half = tick(options({ n: '2' }), 0, 'recheck', false)
    expect(kept(half)).toBe('a/x=c')
    expect(done(half)).toBe('a/x close, b/x both')
    const none = tick(half, 0, 'close', false)
    expect(kept(none)).toBe('a/x=0')
    expect(done(none)).toBe('b/x both')
    const more = tick(tick(none, 3, 'both', true), 0, 'recheck', true)
    expect(done(more)).toBe('a/x recheck, b/x both, /p4 both')
    expect(kept(tick(tick(more, 0, 'both', true), 3, 'both', false))).toBeNull()
    // The one half an action has is the whole of it.
    expect(kept(tick(options({ n: '0' }), 1, 'recheck', true))).toBe('b/x=b')
  })

  it('an old link names problems: it closes them, and rechecks nothing', () => {
    expect(done(options({ n: '0', ids: 'p2;p4' }))).toBe('a/x close, /p4 both')
    expect(done(options({ n: '1', ids: '!p1' }))).toBe('a/x recheck')
    expect(done(options({ n: '3', ids: '!p3' }))).toBe('a/x both, b/x both')
    // Ticked anew, the link is of actions.
    expect(ticked(options({ n: '0', ids: 'p2' }), told, lines[1] as ActionLine, 'both', true)).toEqual({
      ticks: [
        { key: 'a/x', halves: 'close' },
        { key: 'b/x', halves: 'both' },
      ],
      problems: [],
    })
  })
})

it('a line says why it gains nothing alone', () => {
  expect(gainWords(0.16, 0.2).text).toBe('+0.16')
  expect(gainWords(0.001, 0.001).text).toBe('<0.01')
  expect(gainWords(0, 0).text).toBe('不加分')
  expect(gainWords(0, 2).text).toBe('合改')
})

it('the path goes up by each step and ends with the sequence', () => {
  expect(scorePath(60, [{ step: 1 }, { step: 0.5 }, { step: null }])).toEqual([60, 61, 61.5])
})
