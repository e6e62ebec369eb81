/** 办事处 and district scores: `officeAggregate` over the areas that have a score; how many were left out is told. */
import { addTo } from '../../model/group.ts'
import type { Area } from '../../model/records.ts'
import type { Standard } from '../../model/standard.ts'

export interface OfficeScore {
  /** '' for the district */
  name: string
  score: number | null
  /** number of its areas */
  areas: number
  /** areas without a score (and, weighted by population, without a population) */
  leftOut: number
}

/** How much each area (index) counts in the score of several. */
export type Weights = ReadonlyMap<number, number>

/**
 * By `officeAggregate`; an area without a score (or, weighted by population, without a population) is not in it, one that
 * is only not the worst counts 0.
 * @param members indices of the areas to take together
 */
export const weightsOf = (
  members: readonly number[],
  areas: readonly Area[],
  scores: readonly { score: number | null }[],
  { officeAggregate }: Standard,
): Weights => {
  const scored = members.filter((i) => scores[i]?.score != null)
  const scoreOf = (i: number) => scores[i]?.score as number
  switch (officeAggregate) {
    case 'mean':
      return new Map(scored.map((i) => [i, 1]))
    case 'population':
      return new Map(
        scored.flatMap((i): [number, number][] => {
          const weight = areas[i]?.population ?? 0
          return weight > 0 ? [[i, weight]] : []
        }),
      )
    case 'worst': {
      const worst = scored.reduce((a, b) => (scoreOf(b) < scoreOf(a) ? b : a), scored[0] ?? -1)
      return new Map(scored.map((i) => [i, i === worst ? 1 : 0]))
    }
  }
}

/** The parts of the whole that count, which sum to 1. */
export const partsOf = (weights: Weights): Weights => {
  const counting = [...weights].filter(([, weight]) => weight > 0)
  const whole = counting.reduce((sum, [, weight]) => sum + weight, 0)
  return new Map(counting.map(([area, weight]) => [area, weight / whole]))
}

/** The weighted mean over the areas that have the figure; null where none has. */
export const meanOf = (weights: Weights, figure: (area: number) => number | null): number | null => {
  let sum = 0
  let whole = 0
  for (const [area, weight] of weights) {
    const value = figure(area)
    if (value === null) continue
    sum += weight * value
    whole += weight
  }
  return whole === 0 ? null : sum / whole
}

/** @param members indices of the areas to take together */
export const aggregate = (
  name: string,
  members: readonly number[],
  areas: readonly Area[],
  scores: readonly { score: number | null }[],
  standard: Standard,
): OfficeScore => {
  const weights = weightsOf(members, areas, scores, standard)
  return {
    name,
    score: meanOf(weights, (i) => scores[i]?.score ?? null),
    areas: members.length,
    leftOut: members.length - weights.size,
  }
}

/** Offices in the order in which the areas first name them. */
export const scoreOffices = (
  areas: readonly Area[],
  scores: readonly { score: number | null }[],
  standard: Standard,
): OfficeScore[] => {
  const members = new Map<string, number[]>()
  areas.forEach((area, i) => {
    if (area.office !== null) addTo(members, area.office, i)
  })
  return [...members].map(([name, list]) => aggregate(name, list, areas, scores, standard))
}
