/** 补查: what an area without a score needs looked at, so that it has one. */
import type { Baseline } from './what-if.ts'

/** A category to be inspected, so that an area can be scored. */
export interface ToInspect {
  category: number
  weight: number
}

/** The fewest categories that, once something in each is checked, give an area without a score one: the weightiest first. */
export const toInspect = ({ categoryIndex, scores }: Baseline, area: number): ToInspect[] => {
  const { standard } = categoryIndex.prepared
  const now = scores.areas[area]
  if (now === undefined || now.score !== null) return []
  const { categories, minCoverage } = standard
  const state = (c: number) => now.categories[c]?.state
  const weigh = (take: (c: number) => boolean) =>
    categories.reduce((sum, { weight }, c) => sum + (take(c) ? weight : 0), 0)
  const applicable = weigh((c) => state(c) !== 'notApplicable')
  let scored = weigh((c) => state(c) === 'scored')
  const C = categories.length
  const open = categories
    .map(({ weight }, category) => ({ category, weight }))
    .filter(
      ({ category }) =>
        (state(category) === 'unvisited' || state(category) === 'ledgerOnly') &&
        (categoryIndex.parts[area * C + category]?.length ?? 0) > 0,
    )
    .sort((a, b) => b.weight - a.weight || a.category - b.category)
  const list: ToInspect[] = []
  for (const one of open) {
    if (applicable > 0 && scored / applicable >= minCoverage - 1e-12) break
    list.push(one)
    scored += one.weight
  }
  return list
}
