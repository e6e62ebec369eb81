/**
 * What actions are worth to one area, category by category, in points of its T. Every action has one item, so one
 * category; what a check lost and what is taken off the problems stay within the site and item. So within a category the
 * gain of doing some actions depends only on the sum of what each moves B − D, max(0, slack + Σ) − max(0, slack). Where
 * D > B the slack is below 0: the first actions gain nothing.
 */
import type { Item } from '../../model/standard.ts'
import { type CategoryScore, type CategoryTotals, categoryScore } from '../score/category.ts'
import { categoryTotals, costOf } from '../score/category-index.ts'
import type { Baseline } from './what-if.ts'

/** What the halves of something gain, each alone and both together, in points; none below 0. */
export interface Gains {
  close: number
  recheck: number
  both: number
}

/** An action and how much each of its halves moves B − D, in points of T. */
export interface Effect extends Gains {
  /** index into the actions of the day */
  action: number
}

export interface CategoryEffects {
  category: number
  /** B − D, in points of T; below 0 the score of the category is 0 and stays so until that much is made good */
  slack: number
  /** in file order */
  effects: Effect[]
}

/** What moving B − D by `points` gains. */
export const gainOf = (slack: number, points: number): number =>
  Math.max(0, slack + points) - Math.max(0, slack)

/** What every action in a category of an area moves B − D, in points of T. @param worth what the category counts in T */
const effectsIn = (baseline: Baseline, pair: number, sum: CategoryTotals, worth: number): Effect[] => {
  const { categoryIndex, state, actions } = baseline
  const { standard } = categoryIndex.prepared
  const [ofBase, ofCost] = [
    sum.points === 0 ? 0 : (worth * 100) / sum.points,
    (worth * 100) / Math.max(standard.minPoints, sum.applicable),
  ]
  const effects = new Map<number, Effect>()
  const effectOf = (action: number): Effect => {
    const known = effects.get(action)
    if (known !== undefined) return known
    const made = { action, close: 0, recheck: 0, both: 0 }
    effects.set(action, made)
    return made
  }
  for (const { siteItem, item, share } of categoryIndex.parts[pair] ?? []) {
    const action = actions.ofSiteItem[siteItem] ?? -1
    const recheck = actions.list[action]?.recheck
    if (recheck == null) continue
    const { points } = standard.items[item] as Item
    const gained = (ofBase * share * points * (recheck.to - recheck.from)) / 10
    const made = effectOf(action)
    made.recheck += gained
    made.both += gained
  }
  for (const group of categoryIndex.problemGroups[pair] ?? []) {
    const open = group.issues.find(({ index }) => (actions.ofIssue[index] as number) >= 0)
    if (open === undefined) continue
    const action = actions.ofIssue[open.index] as number
    const made = effectOf(action)
    const now = costOf(categoryIndex, state, group)
    const recheck = actions.list[action]?.recheck
    made.close += ofCost * now
    made.both += ofCost * now
    // With a better grade less is taken off the problems that stay open.
    if (recheck) made.recheck -= ofCost * (costOf(categoryIndex, state, group, recheck.to) - now)
  }
  for (const made of effects.values()) made.recheck = Math.max(0, made.recheck)
  return [...effects.values()].sort((a, b) => a.action - b.action)
}

/** By category, of those that count in the area's T; those without an action are left out. */
export const categoryEffectsOf = (baseline: Baseline, area: number): CategoryEffects[] => {
  const { categoryIndex, state } = baseline
  const { standard } = categoryIndex.prepared
  const C = standard.categories.length
  const sums = standard.categories.map((_, c) => categoryTotals(categoryIndex, state, area * C + c))
  const figures: CategoryScore[] = sums.map((sum) => categoryScore(sum, standard))
  const whole = standard.categories.reduce(
    (sum, { weight }, c) => sum + (figures[c]?.score == null ? 0 : weight),
    0,
  )
  return standard.categories.flatMap(({ weight }, category): CategoryEffects[] => {
    const [figure, sum] = [figures[category], sums[category]]
    if (figure?.base == null || figure.deduction === null || sum === undefined) return []
    const worth = weight / whole
    const effects = effectsIn(baseline, area * C + category, sum, worth)
    if (effects.length === 0) return []
    return [{ category, slack: worth * (figure.base - figure.deduction), effects }]
  })
}

/** What each action gains alone in each area it moves, in points of its T: by action, then by area (indices). */
export const gainsByArea = (baseline: Baseline): Map<number, Gains>[] => {
  const gains = baseline.actions.list.map(() => new Map<number, Gains>())
  baseline.scores.areas.forEach((_, area) => {
    for (const { slack, effects } of categoryEffectsOf(baseline, area))
      for (const { action, close, recheck, both } of effects)
        gains[action]?.set(area, {
          close: gainOf(slack, close),
          recheck: gainOf(slack, recheck),
          both: gainOf(slack, both),
        })
  })
  return gains
}
