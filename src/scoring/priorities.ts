/**
 * Which actions to do first, for several areas taken together: what each gains alone, and a sequence in which each next
 * one is chosen greedily. Where a category is so deep in the red that one action gains nothing, the run of actions with
 * the best mean gain is taken as one step, so that the sequence does not stop before it.
 */

import { type Account, accountsOf, type Charge, type Gains, gainOf } from './accounts.ts'
import type { Weights } from './offices.ts'
import type { Present } from './what-if.ts'

export interface Priority {
  /** index of the action */
  action: number
  /** what the score of the areas together gains when it alone is done, or one half of it, in points; 0 and more */
  gains: Gains
  /** how much it moves B − D where nothing limits it, in points; 0 = done or not, the score is the same */
  worth: number
  /** what it gains in its turn of the sequence, those before it done; null = beyond the sequence */
  step: number | null
}

/** An account of one area among several, its points in those of the score of all; the dearest charges first. */
const weigh = (present: Present, weights: Weights): Account[] =>
  [...weights].flatMap(([area, weight]) =>
    accountsOf(present, area).map(({ category, slack, charges }) => ({
      category,
      slack: slack * weight,
      charges: charges
        .map(
          ({ action, close, recheck, both }): Charge => ({
            action,
            close: close * weight,
            recheck: recheck * weight,
            both: both * weight,
          }),
        )
        .sort((a, b) => b.both - a.both || a.action - b.action),
    })),
  )

/** @param weights sum to 1. The actions that touch the areas, in the order in which they are first to be done; then by what they are worth. */
export const prioritiesOf = (present: Present, weights: Weights, most: number): Priority[] => {
  const accounts = weigh(present, weights)
  const all = new Map<number, { gains: Gains; worth: number }>()
  /** the accounts each action is charged to: more than one where its site lies in several areas */
  const chargedTo = new Map<number, { account: number; points: number }[]>()
  accounts.forEach(({ slack, charges }, account) => {
    for (const { action, close, recheck, both } of charges) {
      const one = all.get(action) ?? { gains: { close: 0, recheck: 0, both: 0 }, worth: 0 }
      one.gains.close += gainOf(slack, close)
      one.gains.recheck += gainOf(slack, recheck)
      one.gains.both += gainOf(slack, both)
      one.worth += both
      all.set(action, one)
      const list = chargedTo.get(action)
      if (list) list.push({ account, points: both })
      else chargedTo.set(action, [{ account, points: both }])
    }
  })

  const slacks = accounts.map(({ slack }) => slack)
  const done = new Set<number>()
  /** what one more action gains, as the slacks of `supposed` stand; moves them on */
  const act = (action: number, supposed: Map<number, number>): number =>
    (chargedTo.get(action) ?? []).reduce((sum, { account, points }) => {
      const slack = supposed.get(account) ?? (slacks[account] as number)
      supposed.set(account, slack + points)
      return sum + gainOf(slack, points)
    }, 0)
  const nextRun = ({ charges }: Account): { run: number[]; mean: number } => {
    const supposed = new Map<number, number>()
    const tried: number[] = []
    let [sum, size, mean] = [0, 0, 0]
    for (const { action, both } of charges) {
      if (done.has(action)) continue
      if (both === 0) break
      sum += act(action, supposed)
      tried.push(action)
      if (sum / tried.length > mean + 1e-12) [size, mean] = [tried.length, sum / tried.length]
      else if (size > 0) break
    }
    return { run: tried.slice(0, size), mean }
  }

  const runs = accounts.map(nextRun)
  const sequence = new Map<number, number>()
  while (sequence.size < most) {
    const best = runs.reduce((at, { mean }, i) => (mean > (runs[at]?.mean ?? 0) ? i : at), 0)
    const { run } = runs[best] ?? { run: [] }
    if (run.length === 0) break
    const moved = new Map<number, number>()
    for (const action of run) {
      sequence.set(action, act(action, moved))
      done.add(action)
    }
    for (const [account, slack] of moved) slacks[account] = slack
    for (const account of moved.keys()) runs[account] = nextRun(accounts[account] as Account)
  }

  const of = (action: number) => all.get(action) as { gains: Gains; worth: number }
  const rest = [...all.keys()]
    .filter((action) => !done.has(action))
    .sort((a, b) => of(b).gains.both - of(a).gains.both || of(b).worth - of(a).worth || a - b)
  return [...sequence.keys(), ...rest].map((action) => ({
    action,
    ...of(action),
    step: sequence.get(action) ?? null,
  }))
}
