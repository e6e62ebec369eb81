/**
 * Which open problems to close first, for several areas taken together: what each gains alone, and a sequence in which
 * each next one is chosen greedily. Where a category is so deep in the red that one closure gains nothing, the run of
 * closures with the best mean gain is taken as one step, so that the sequence does not stop before it.
 */
import { type Account, accountsOf, gainOf } from './accounts.ts'
import type { Present } from './what-if.ts'

export interface Priority {
  /** index of the problem */
  index: number
  /** what the score of the areas together gains when it alone closes, in points; 0 and more */
  alone: number
  /** what it costs where nothing limits it, in points; 0 = a check of the same item has taken it all off already */
  cost: number
  /** what it gains in its turn of the sequence, those before it closed; null = beyond the sequence */
  step: number | null
}

/** How much each area counts in the score of all: sums to 1. */
export type Weights = ReadonlyMap<number, number>

/** An account of one area among several, its points in those of the score of all. */
type Weighed = Account & { area: number }

const weigh = (present: Present, weights: Weights): Weighed[] =>
  [...weights].flatMap(([area, weight]) =>
    accountsOf(present.layout, present.standing, area).map((account) => ({
      ...account,
      area,
      slack: account.slack * weight,
      charges: account.charges.map(({ index, points }) => ({ index, points: points * weight })),
    })),
  )

/** The open problems charged to the areas, in the order in which they are first to be closed; then by what they cost. */
export const prioritiesOf = (present: Present, weights: Weights, most: number): Priority[] => {
  const accounts = weigh(present, weights)
  const alone = new Map<number, number>()
  const cost = new Map<number, number>()
  /** the accounts each problem is charged to: more than one where it lies in several areas */
  const chargedTo = new Map<number, { account: number; points: number }[]>()
  const add = (sums: Map<number, number>, index: number, points: number) =>
    sums.set(index, (sums.get(index) ?? 0) + points)
  accounts.forEach(({ slack, charges }, account) => {
    for (const { index, points } of charges) {
      add(alone, index, gainOf(slack, points))
      add(cost, index, points)
      const list = chargedTo.get(index)
      if (list) list.push({ account, points })
      else chargedTo.set(index, [{ account, points }])
    }
  })

  const slacks = accounts.map(({ slack }) => slack)
  const done = new Set<number>()
  /** what closing one more problem gains, as the slacks of `supposed` stand; moves them on */
  const close = (index: number, supposed: Map<number, number>): number =>
    (chargedTo.get(index) ?? []).reduce((sum, { account, points }) => {
      const slack = supposed.get(account) ?? (slacks[account] as number)
      supposed.set(account, slack + points)
      return sum + gainOf(slack, points)
    }, 0)
  const nextRun = ({ charges }: Weighed): { run: number[]; mean: number } => {
    const supposed = new Map<number, number>()
    const tried: number[] = []
    let [sum, best] = [0, { run: [] as number[], mean: 0 }]
    for (const { index, points } of charges) {
      if (done.has(index)) continue
      if (points === 0) break
      sum += close(index, supposed)
      tried.push(index)
      if (sum / tried.length > best.mean + 1e-12) best = { run: [...tried], mean: sum / tried.length }
      else if (best.run.length > 0) break
    }
    return best
  }

  const runs = accounts.map(nextRun)
  const sequence = new Map<number, number>()
  while (sequence.size < most) {
    const best = runs.reduce((at, { mean }, i) => (mean > (runs[at]?.mean ?? 0) ? i : at), 0)
    const { run } = runs[best] ?? { run: [] }
    if (run.length === 0) break
    const moved = new Map<number, number>()
    for (const index of run) {
      sequence.set(index, close(index, moved))
      done.add(index)
    }
    for (const [account, slack] of moved) slacks[account] = slack
    for (const account of moved.keys()) runs[account] = nextRun(accounts[account] as Weighed)
  }

  const rest = [...chargedTo.keys()]
    .filter((index) => !done.has(index))
    .sort(
      (a, b) => (alone.get(b) ?? 0) - (alone.get(a) ?? 0) || (cost.get(b) ?? 0) - (cost.get(a) ?? 0) || a - b,
    )
  return [...sequence.keys(), ...rest].map((index) => ({
    index,
    alone: alone.get(index) ?? 0,
    cost: cost.get(index) ?? 0,
    step: sequence.get(index) ?? null,
  }))
}
