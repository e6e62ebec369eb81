/**
 * What closing problems is worth to one area, category by category, in points of its T. Every problem has one item, so
 * one category: within it the gain of closing some of them depends only on the sum of what they cost,
 * max(0, slack + Σ) − max(0, slack). Where D > B the slack is below 0: the first closures gain nothing.
 */
import { categoryScore } from './category.ts'
import { type Layout, netCosts, type Standing, sumOf } from './layout.ts'

/** An open problem and what it costs, in points of T where nothing limits it; 0 where a check already lost it all. */
export interface Charge {
  index: number
  points: number
}

export interface Account {
  category: number
  /** B − D, in points of T; below 0 the score of the category is 0 and stays so until that much is closed */
  slack: number
  /** open problems charged here, the dearest first */
  charges: Charge[]
}

/** What closing problems of `points` together gains. */
export const gainOf = (slack: number, points: number): number =>
  Math.max(0, slack + points) - Math.max(0, slack)

/** The accounts of an area that count in its T; those without an open problem are left out. */
export const accountsOf = (layout: Layout, standing: Standing, area: number): Account[] => {
  const { standard } = layout.prepared
  const C = standard.categories.length
  const sums = standard.categories.map((_, c) => sumOf(layout, standing, area * C + c))
  const figures = sums.map((sum) => categoryScore(sum, standard))
  const whole = standard.categories.reduce(
    (sum, { weight }, c) => sum + (figures[c]?.score == null ? 0 : weight),
    0,
  )
  return standard.categories.flatMap(({ weight }, category): Account[] => {
    const [figure, sum] = [figures[category], sums[category]]
    if (figure?.base == null || figure.deduction === null || sum === undefined) return []
    const worth = weight / whole
    const each = (worth * 100) / Math.max(standard.minPoints, sum.applicable)
    const charges = (layout.claims[area * C + category] ?? [])
      .flatMap((claim) => netCosts(layout, standing, claim))
      .map(({ index, cost }) => ({ index, points: each * cost }))
      .sort((a, b) => b.points - a.points || a.index - b.index)
    if (charges.length === 0) return []
    return [{ category, slack: worth * (figure.base - figure.deduction), charges }]
  })
}
