/** 办事处 and district scores: `officeAggregate` over the areas that have a score; how many were left out is told. */
import type { Area } from '../model/records.ts'
import type { Standard } from '../model/standard.ts'

export interface OfficeScore {
  /** '' for the district */
  name: string
  score: number | null
  /** number of its areas */
  areas: number
  /** areas without a score (and, weighted by population, without a population) */
  leftOut: number
}

/** @param members indices of the areas to take together */
export const aggregate = (
  name: string,
  members: readonly number[],
  areas: readonly Area[],
  scores: readonly { score: number | null }[],
  standard: Standard,
): OfficeScore => {
  const byPeople = standard.officeAggregate === 'population'
  const weighed = members.flatMap((i) => {
    const score = scores[i]?.score ?? null
    const weight = byPeople ? (areas[i]?.population ?? 0) : 1
    return score === null || weight <= 0 ? [] : [{ score, weight }]
  })
  const leftOut = members.length - weighed.length
  if (weighed.length === 0) return { name, score: null, areas: members.length, leftOut }
  const whole = weighed.reduce((sum, { weight }) => sum + weight, 0)
  const score =
    standard.officeAggregate === 'worst'
      ? Math.min(...weighed.map((w) => w.score))
      : weighed.reduce((sum, w) => sum + w.score * w.weight, 0) / whole
  return { name, score, areas: members.length, leftOut }
}

/** Offices in the order in which the areas first name them. */
export const scoreOffices = (
  areas: readonly Area[],
  scores: readonly { score: number | null }[],
  standard: Standard,
): OfficeScore[] => {
  const members = new Map<string, number[]>()
  areas.forEach((area, i) => {
    if (area.office === null) return
    const list = members.get(area.office)
    if (list) list.push(i)
    else members.set(area.office, [i])
  })
  return [...members].map(([name, list]) => aggregate(name, list, areas, scores, standard))
}
