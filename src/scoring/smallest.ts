/**
 * The fewest open problems that lift an area to a better grade when they close. Problems whose cap stands in the way come
 * first, whatever they cost. For the rest, in each category the best k problems are its k dearest, so only how many of
 * each category is open: the most that n problems can gain over all categories is found by dynamic programming, which is
 * exact although the gain of a category is not concave (nothing until its slack is above 0). Where that would take too
 * long, categories are chosen greedily by their best mean gain, and the list says that it is not exact.
 */
import type { Cap } from '../model/standard.ts'
import { type Account, accountsOf, gainOf } from './accounts.ts'
import { bringsCap, type CapHit } from './caps.ts'
import { type Present, whatIf } from './what-if.ts'

export interface Lift {
  grade: string
  /** T it takes */
  min: number
  /** the list is a smallest one, and of the smallest the one that gains most */
  exact: boolean
  /** problems (indices), those of a cap first, then the one that costs most; null = closing problems cannot lift it so far */
  problems: number[] | null
  /** T with the list closed, with everything closed where there is no list */
  total: number
  /** caps in the way that no closing of problems lifts */
  blocked: CapHit[]
}

/** Steps of the dynamic programme that still take less than a moment. */
const MOST_STEPS = 5e7

/** A hair under the break counts as on it, as in grading; half a hair, so that another order of summing is forgiven. */
const HAIR = 5e-10

/** gains[k] = the most that k more problems of an account gain, when `forced` of them are closed anyway. */
const gainsOf = (
  { slack, charges }: Account,
  forced: ReadonlySet<number>,
): { gains: number[]; free: number[] } => {
  const start = charges.reduce((sum, { index, points }) => sum + (forced.has(index) ? points : 0), 0)
  const free = charges.filter(({ index, points }) => !forced.has(index) && points > 0)
  let sum = start
  const gains = [gainOf(slack, start)]
  for (const { points } of free) {
    sum += points
    gains.push(gainOf(slack, sum))
  }
  return { gains, free: free.map(({ index }) => index) }
}

/** The next `size` problems of an account, which gain `mean` each. */
interface Run {
  size: number
  mean: number
}

/** The next run of best mean gain. Past the dead zone each problem gains no more than the one before. */
const nextRun = (gains: readonly number[], from: number): Run => {
  const dead = gains[from] === 0
  const last = Math.min(gains.length - 1, dead ? gains.length - 1 : from + 1)
  let best: Run = { size: 0, mean: 0 }
  for (let to = from + 1; to <= last; to++) {
    const mean = ((gains[to] as number) - (gains[from] as number)) / (to - from)
    if (mean > best.mean) best = { size: to - from, mean }
    else if (best.size > 0) break
  }
  return best
}

/** How many of each account, greedily: the run of best mean gain first. */
const greedyCounts = (tables: readonly number[][], needed: number): number[] => {
  const counts = tables.map(() => 0)
  const runs = tables.map((gains) => nextRun(gains, 0))
  const gained = () => tables.reduce((sum, gains, i) => sum + (gains[counts[i] as number] as number), 0)
  while (gained() < needed) {
    const best = runs.reduce((at, { mean }, i) => (mean > (runs[at] as Run).mean ? i : at), 0)
    const run = runs[best]
    if (run === undefined || run.size === 0) break
    counts[best] = (counts[best] as number) + run.size
    runs[best] = nextRun(tables[best] as number[], counts[best] as number)
  }
  return counts
}

/** The fewest of each account that together gain `needed`, of at most `most` problems; null = too many steps. */
const exactCounts = (tables: readonly number[][], needed: number, most: number): number[] | null => {
  const steps = tables.reduce((sum, gains) => sum + Math.min(gains.length, most + 1) * (most + 1), 0)
  if (steps > MOST_STEPS) return null
  /** best[n] = the most that n problems of the accounts so far gain */
  let best = new Float64Array(most + 1).fill(Number.NEGATIVE_INFINITY)
  best[0] = 0
  const taken: Int32Array[] = []
  for (const gains of tables) {
    const next = new Float64Array(most + 1).fill(Number.NEGATIVE_INFINITY)
    const took = new Int32Array(most + 1)
    for (let n = 0; n <= most; n++)
      for (let k = 0; k < gains.length && k <= n; k++) {
        const gain = (best[n - k] as number) + (gains[k] as number)
        if (gain > (next[n] as number)) {
          next[n] = gain
          took[n] = k
        }
      }
    best = next
    taken.push(took)
  }
  let n = best.findIndex((gain) => gain >= needed)
  if (n < 0) return null
  const counts = tables.map(() => 0)
  for (let table = tables.length - 1; table >= 0; table--) {
    counts[table] = taken[table]?.[n] as number
    n -= counts[table] as number
  }
  return counts
}

/** Problems (indices) that bring one of these caps to an area. */
const problemsOf = ({ layout, scores }: Present, area: number, caps: readonly Cap[]): number[] => {
  const { model, places } = layout.prepared
  return model.issues.flatMap((issue, i) =>
    caps.some((cap) => bringsCap(issue, cap, scores.t)) &&
    places.issues[i]?.shares.some((share) => share.area === area)
      ? [i]
      : [],
  )
}

/**
 * One lift for every grade better than the present one, the next first; none for an area without a score.
 * @param area index of the area
 */
export const liftsOf = (present: Present, area: number): Lift[] => {
  const { layout, standing, scores } = present
  const { standard } = layout.prepared
  const now = scores.areas[area]
  if (now === undefined || now.score === null) return []
  const { score } = now
  const rankOf = (grade: string) => standard.grades.findIndex(({ id }) => id === grade)
  const accounts = accountsOf(layout, standing, area)

  return standard.grades
    .slice(0, rankOf(now.grade))
    .map(({ id, min }, rank): Lift => {
      const inTheWay = standard.caps.filter(({ maxGrade }) => rankOf(maxGrade) > rank)
      const lasting = new Set(inTheWay.filter(({ rule }) => rule !== 'openSeverity').map((cap) => cap.id))
      const blocked = now.caps.filter(({ rule }) => lasting.has(rule))
      const forced = new Set(problemsOf(present, area, inTheWay))
      const laid = accounts.map((account) => gainsOf(account, forced))
      const tables = laid.map(({ gains }) => gains)
      const everything = tables.reduce((sum, gains) => sum + (gains[gains.length - 1] as number), 0)
      const needed = min - HAIR - score
      const lift = { grade: id, min, blocked }
      if (blocked.length > 0 || everything < needed)
        return { ...lift, exact: true, problems: null, total: score + everything }
      const greedy = greedyCounts(tables, needed)
      const counted = exactCounts(
        tables,
        needed,
        greedy.reduce((sum, count) => sum + count, 0),
      )
      const counts = counted ?? greedy
      const free = counts.flatMap((count, i) => laid[i]?.free.slice(0, count) ?? [])
      const cost = new Map(
        accounts.flatMap(({ charges }) => charges.map(({ index, points }) => [index, points])),
      )
      const dear = (a: number, b: number) => (cost.get(b) ?? 0) - (cost.get(a) ?? 0) || a - b
      const problems = [...[...forced].sort(dear), ...free.sort(dear)]
      const { total } = whatIf(present, new Set(problems)).areas[area] ?? { total: null }
      return { ...lift, exact: counted !== null, problems, total: total ?? score }
    })
    .reverse()
}

/** A category to be inspected, so that an area can be scored. */
export interface ToInspect {
  category: number
  weight: number
}

/** The fewest categories that, once something in each is checked, give an area without a score one: the weightiest first. */
export const toInspect = ({ layout, scores }: Present, area: number): ToInspect[] => {
  const { standard } = layout.prepared
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
        (layout.parts[area * C + category]?.length ?? 0) > 0,
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
