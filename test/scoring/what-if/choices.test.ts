/** The best sets of each size against trying every set. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type BestMoves,
  before,
  freeTable,
  joined,
  type KeyChoice,
  keyTable,
} from '../../../src/scoring/what-if/choices.ts'

const choicesArb = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 3 })), {
  maxLength: 6,
})
const choicesOf = (pairs: readonly (readonly [number, number])[], first: number): KeyChoice[] =>
  pairs.map(([points, rise], i) => ({ action: first + 2 * i, points, rise }))

/** By size: the most a set moves and the first in file order that does. */
const slow = (choices: readonly KeyChoice[], fits: (set: readonly KeyChoice[]) => boolean) => {
  const best: { most: number; set: number[] }[] = Array.from({ length: choices.length + 1 }, () => ({
    most: Number.NEGATIVE_INFINITY,
    set: [],
  }))
  for (let bits = 0; bits < 2 ** choices.length; bits++) {
    const chosen = choices.filter((_, i) => bits & (1 << i))
    if (!fits(chosen)) continue
    const most = chosen.reduce((sum, { points }) => sum + points, 0)
    const set = chosen.map(({ action }) => action).sort((a, b) => a - b)
    const known = best[set.length] as (typeof best)[number]
    if (most > known.most || (most === known.most && before(set, known.set))) best[set.length] = { most, set }
  }
  return best
}

const told = ({ most, set }: BestMoves) => most.map((value, size) => ({ most: value, set: [...set(size)] }))
const rise = (set: readonly KeyChoice[]) => set.reduce((sum, choice) => sum + choice.rise, 0)
const LOTS = 1e6

describe('the best sets of each size', () => {
  it('are the dearest where any will do, those that meet the need where a key item has one', () => {
    fc.assert(
      fc.property(choicesArb, fc.integer({ min: 1, max: 6 }), (pairs, need) => {
        const choices = choicesOf(pairs, 0)
        expect(told(freeTable(choices))).toEqual(slow(choices, () => true))
        const table = keyTable(choices, need, choices.length, LOTS) as BestMoves
        expect(told(table)).toEqual(slow(choices, (set) => rise(set) >= need))
      }),
      { numRuns: 400, seed: 20190527 },
    )
  })

  it('of two kinds of choices are those of both together', () => {
    fc.assert(
      fc.property(choicesArb, choicesArb, fc.integer({ min: 1, max: 4 }), (some, others, need) => {
        const [key, free] = [choicesOf(some, 0), choicesOf(others, 1)]
        const table = keyTable(key, need, key.length, LOTS) as BestMoves
        const both = joined(freeTable(free), table, key.length + free.length)
        const keys = new Set(key.map(({ action }) => action))
        const fits = (set: readonly KeyChoice[]) => rise(set.filter(({ action }) => keys.has(action))) >= need
        expect(told(both)).toEqual(slow([...key, ...free], fits))
      }),
      { numRuns: 200, seed: 20190527 },
    )
  })

  it('gives up where it would take more steps than it may', () => {
    const many = Array.from({ length: 200 }, (_, i) => ({ action: i, points: i ** 0.5, rise: i ** 0.7 }))
    expect(keyTable(many, 300, 100, 1000)).toBeNull()
  })
})
