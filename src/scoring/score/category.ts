/**
 * One category of one area: what it is summed from, the state and the figures that follow, and the means over categories.
 */
import type { Category, Standard } from '../../model/standard.ts'

/** scored: some check counts. ledgerOnly 仅据台账. unvisited 未查: never 0, never 100. notApplicable 不适用. */
export type CategoryState = 'scored' | 'ledgerOnly' | 'unvisited' | 'notApplicable'

export interface CategoryScore {
  state: CategoryState
  /** S = max(0, B − D), null unless scored or ledgerOnly */
  score: number | null
  /** B */
  base: number | null
  /** D, before it is limited to B */
  deduction: number | null
}

/** Sums of one (area, category). */
export interface CategoryTotals {
  /** Σ σ·p and Σ σ·p·g/10 over counted checks */
  points: number
  gained: number
  counted: number
  /** Σ σ·p over all applicable site–items, visited or not */
  applicable: number
  applicableItems: number
  /** Σ (σ·κ − what checks lost already) over the open problems */
  cost: number
  /** a problem was open within the window */
  problem: boolean
}

export const noTotals = (): CategoryTotals => ({
  points: 0,
  gained: 0,
  counted: 0,
  applicable: 0,
  applicableItems: 0,
  cost: 0,
  problem: false,
})

/** The figures of a category from its sums. */
export const categoryScore = (sum: CategoryTotals, standard: Standard): CategoryScore => {
  const state: CategoryState =
    sum.counted > 0
      ? 'scored'
      : sum.problem
        ? 'ledgerOnly'
        : sum.applicableItems > 0
          ? 'unvisited'
          : 'notApplicable'
  if (state === 'unvisited' || state === 'notApplicable')
    return { state, score: null, base: null, deduction: null }
  const base = state === 'scored' ? (100 * sum.gained) / sum.points : 100
  const deduction = (100 * sum.cost) / Math.max(standard.minPoints, sum.applicable)
  return { state, base, deduction, score: Math.max(0, base - deduction) }
}

/** Σ weight·S / Σ weight over scored and ledgerOnly categories that `take`; null where there is none. */
export const weighted = (
  categories: readonly Category[],
  figures: readonly CategoryScore[],
  take: (category: Category) => boolean,
): number | null => {
  let weight = 0
  let sum = 0
  categories.forEach((category, c) => {
    const score = figures[c]?.score ?? null
    if (score === null || !take(category)) return
    weight += category.weight
    sum += category.weight * score
  })
  return weight === 0 ? null : sum / weight
}

/** weight scored / weight applicable. */
export const coverageOf = (categories: readonly Category[], figures: readonly CategoryScore[]): number => {
  let scored = 0
  let applicable = 0
  categories.forEach((category, c) => {
    const state = figures[c]?.state
    if (state === 'scored') scored += category.weight
    if (state !== 'notApplicable') applicable += category.weight
  })
  return applicable === 0 ? 0 : scored / applicable
}
