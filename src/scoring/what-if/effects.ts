/**
 * What actions are worth to one area, category by category, in points of its T. Every action has one item, so one
 * category; what a check lost and what is taken off the problems stay within the site and item. So within a category the
 * gain of doing some actions depends only on the sum of what each moves B − D, max(0, slack + Σ) − max(0, slack). Where
 * D > B the slack is below 0: the first actions gain nothing.
 */
import type { Item } from '../../model/standard.ts'
import { type CategoryScore, categoryScore, type Sums } from '../score/category.ts'
import { costOf, sumOf } from '../score/category-index.ts'
import type { Present } from './what-if.ts'

/** What the halves of something gain, each alone and both together, in points; none below 0. */
export interface Gains {
  close: number
  recheck: number
  both: number
}

/** An action and how much each of its halves moves B − D, in points of T. */
export interface Charge extends Gains {
  /** index into the actions of the day */
  action: number
}

export interface Account {
  category: number
  /** B − D, in points of T; below 0 the score of the category is 0 and stays so until that much is made good */
  slack: number
  /** in file order */
  charges: Charge[]
}

/** What moving B − D by `points` gains. */
export const gainOf = (slack: number, points: number): number =>
  Math.max(0, slack + points) - Math.max(0, slack)

/** What every action of a pair moves B − D, in points of T. @param worth what the category counts in T */
const chargesOf = (present: Present, pair: number, sum: Sums, worth: number): Charge[] => {
  const { layout, standing, actions } = present
  const { standard } = layout.prepared
  const [ofBase, ofCost] = [
    sum.points === 0 ? 0 : (worth * 100) / sum.points,
    (worth * 100) / Math.max(standard.minPoints, sum.applicable),
  ]
  const charges = new Map<number, Charge>()
  const charge = (action: number): Charge => {
    const known = charges.get(action)
    if (known !== undefined) return known
    const made = { action, close: 0, recheck: 0, both: 0 }
    charges.set(action, made)
    return made
  }
  for (const { track, item, share } of layout.parts[pair] ?? []) {
    const action = actions.ofTrack[track] ?? -1
    const recheck = actions.list[action]?.recheck
    if (recheck == null) continue
    const { points } = standard.items[item] as Item
    const gained = (ofBase * share * points * (recheck.to - recheck.from)) / 10
    const made = charge(action)
    made.recheck += gained
    made.both += gained
  }
  for (const claim of layout.claims[pair] ?? []) {
    const open = claim.issues.find(({ index }) => (actions.ofIssue[index] as number) >= 0)
    if (open === undefined) continue
    const action = actions.ofIssue[open.index] as number
    const made = charge(action)
    const now = costOf(layout, standing, claim)
    const recheck = actions.list[action]?.recheck
    made.close += ofCost * now
    made.both += ofCost * now
    // With a better grade less is taken off the problems that stay open.
    if (recheck) made.recheck -= ofCost * (costOf(layout, standing, claim, recheck.to) - now)
  }
  for (const made of charges.values()) made.recheck = Math.max(0, made.recheck)
  return [...charges.values()].sort((a, b) => a.action - b.action)
}

/** The accounts of an area that count in its T; those without an action are left out. */
export const accountsOf = (present: Present, area: number): Account[] => {
  const { layout, standing } = present
  const { standard } = layout.prepared
  const C = standard.categories.length
  const sums = standard.categories.map((_, c) => sumOf(layout, standing, area * C + c))
  const figures: CategoryScore[] = sums.map((sum) => categoryScore(sum, standard))
  const whole = standard.categories.reduce(
    (sum, { weight }, c) => sum + (figures[c]?.score == null ? 0 : weight),
    0,
  )
  return standard.categories.flatMap(({ weight }, category): Account[] => {
    const [figure, sum] = [figures[category], sums[category]]
    if (figure?.base == null || figure.deduction === null || sum === undefined) return []
    const worth = weight / whole
    const charges = chargesOf(present, area * C + category, sum, worth)
    if (charges.length === 0) return []
    return [{ category, slack: worth * (figure.base - figure.deduction), charges }]
  })
}

/** What each action gains alone in each area it moves, in points of its T: by action, then by area (indices). */
export const gainsByArea = (present: Present): Map<number, Gains>[] => {
  const gains = present.actions.list.map(() => new Map<number, Gains>())
  present.scores.areas.forEach((_, area) => {
    for (const { slack, charges } of accountsOf(present, area))
      for (const { action, close, recheck, both } of charges)
        gains[action]?.set(area, {
          close: gainOf(slack, close),
          recheck: gainOf(slack, recheck),
          both: gainOf(slack, both),
        })
  })
  return gains
}
