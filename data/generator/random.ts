/** Seeded randomness: the package must come out byte for byte the same on every run. */
import { randomFrom, seedOf } from '../../src/model/random.ts'

export interface Random {
  /** Uniform in [0, 1). */
  next(): number
  /** Uniform in [low, high). */
  between(low: number, high: number): number
  /** Whole number in [low, high], both included. */
  whole(low: number, high: number): number
  /** True with probability `p`. */
  chance(p: number): boolean
  /** One of the list, which must not be empty. */
  pick<T>(list: readonly T[]): T
  /** One of the list, the chance of each in proportion to its weight. */
  weighted<T>(list: readonly T[], weight: (entry: T) => number): T
  /** Normal deviate: mean 0, standard deviation 1. */
  normal(): number
  /** A new list in random order. */
  shuffle<T>(list: readonly T[]): T[]
}

/**
 * An own stream for each named part of the work: more draws in one part leave the others as they were, so a change to
 * the shops does not move the villages.
 */
export const stream = (name: string): Random => {
  const next = randomFrom(seedOf(`chuangwei ${name}`))
  const between = (low: number, high: number) => low + (high - low) * next()
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new Error(`stream ${name}: nothing to pick from`)
    return list[whole(0, list.length - 1)] as T
  }
  return {
    next,
    between,
    whole,
    chance: (p) => next() < p,
    pick,
    weighted: (list, weight) => {
      const total = list.reduce((sum, entry) => sum + weight(entry), 0)
      let left = next() * total
      for (const entry of list) {
        left -= weight(entry)
        if (left < 0) return entry
      }
      return pick(list.slice(-1))
    },
    normal: () => {
      // the sum of twelve uniforms: near enough, and free of logarithms that could differ between machines
      let sum = -6
      for (let i = 0; i < 12; i++) sum += next()
      return sum
    },
    shuffle: (list) => {
      const out = [...list]
      for (let i = out.length - 1; i > 0; i--) {
        const j = whole(0, i)
        const kept = out[i] as never
        out[i] = out[j] as never
        out[j] = kept
      }
      return out
    },
  }
}
