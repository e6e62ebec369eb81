/**
 * Which actions to do first, for several areas taken together: what each gains alone, and a sequence in which each next
 * one is chosen greedily. Where D exceeds B by so much that one action gains nothing, the run of actions with the best
 * mean gain is taken as one step, so that the sequence does not stop before it.
 */
import { addTo } from '../../model/group.ts'
import type { Weights } from '../score/offices.ts'
import { type CategoryEffects, categoryEffectsOf, type Effect, type Gains, gainOf } from './effects.ts'
import type { Baseline } from './what-if.ts'

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

/** The effects in each area, in points of the score of all areas; the largest first. */
const weigh = (baseline: Baseline, weights: Weights): CategoryEffects[] =>
  [...weights].flatMap(([area, weight]) =>
    categoryEffectsOf(baseline, area).map(({ category, slack, effects }) => ({
      category,
      slack: slack * weight,
      effects: effects
        .map(
          ({ action, close, recheck, both }): Effect => ({
            action,
            close: close * weight,
            recheck: recheck * weight,
            both: both * weight,
          }),
        )
        .sort((a, b) => b.both - a.both || a.action - b.action),
    })),
  )

/** The actions that touch the areas, in the order in which they are first to be done; then by what they are worth. */
export const prioritiesOf = (baseline: Baseline, weights: Weights, most: number): Priority[] => {
  const categories = weigh(baseline, weights)
  const all = new Map<number, { gains: Gains; worth: number }>()
  /** where each action has an effect: in more than one place where its site lies in several areas */
  const effectsAt = new Map<number, { at: number; points: number }[]>()
  categories.forEach(({ slack, effects }, at) => {
    for (const { action, close, recheck, both } of effects) {
      const one = all.get(action) ?? { gains: { close: 0, recheck: 0, both: 0 }, worth: 0 }
      one.gains.close += gainOf(slack, close)
      one.gains.recheck += gainOf(slack, recheck)
      one.gains.both += gainOf(slack, both)
      one.worth += both
      all.set(action, one)
      addTo(effectsAt, action, { at, points: both })
    }
  })

  const slacks = categories.map(({ slack }) => slack)
  const done = new Set<number>()
  /** what one more action gains after those of `supposed`, whose slacks it updates */
  const act = (action: number, supposed: Map<number, number>): number =>
    (effectsAt.get(action) ?? []).reduce((sum, { at, points }) => {
      const slack = supposed.get(at) ?? (slacks[at] as number)
      supposed.set(at, slack + points)
      return sum + gainOf(slack, points)
    }, 0)
  const nextRun = ({ effects }: CategoryEffects): { run: number[]; mean: number } => {
    const supposed = new Map<number, number>()
    const tried: number[] = []
    let [sum, size, mean] = [0, 0, 0]
    for (const { action, both } of effects) {
      if (done.has(action)) continue
      if (both === 0) break
      sum += act(action, supposed)
      tried.push(action)
      if (sum / tried.length > mean + 1e-12) [size, mean] = [tried.length, sum / tried.length]
      else if (size > 0) break
    }
    return { run: tried.slice(0, size), mean }
  }

  const runs = categories.map(nextRun)
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
    for (const [at, slack] of moved) slacks[at] = slack
    for (const at of moved.keys()) runs[at] = nextRun(categories[at] as CategoryEffects)
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
