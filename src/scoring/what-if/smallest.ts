/**
 * The fewest whole actions after which an area has a better grade, caps included; among equals those with the greatest T,
 * then the first in file order (see `Actions`; of two lists the one whose first action not in the other comes earlier).
 *
 * Actions with a problem whose cap stands in the way are in every list. Of the rest, each has one category, and only how
 * many of each category is open: the best sets of each size are known (`choices`), key items under their floor
 * included. Categories with B ≥ D are one table, since each action gains there what it moves. The most that n actions
 * gain over all tables is found by dynamic programming, which is exact although the gain of a category with D > B is
 * nothing at first. Where that would take too long, actions are chosen greedily by their best mean gain, and the list
 * says that it is not exact.
 */
import { inStandard } from '../../model/by-id.ts'
import type { Cap } from '../../model/standard.ts'
import { bringsCap, type CapHit } from '../score/caps.ts'
import { isGraded } from '../score/category-index.ts'
import {
  type BestMoves,
  before,
  byPoints,
  type Choice,
  freeTable,
  gained,
  joined,
  type KeyChoice,
  keyTable,
  SAME,
  union,
} from './choices.ts'
import { type CategoryEffects, categoryEffectsOf, gainOf } from './effects.ts'
import { type Baseline, whatIf, whole } from './what-if.ts'

export interface Lift {
  /** the list lifts the area to this grade or, where the last action brings it so far, beyond */
  grade: string
  /** T it takes */
  min: number
  /** the list is proved to be a smallest one, and of the smallest the one that gains most; so is that there is none */
  exact: boolean
  /** indices of whole actions, those of a cap first, then the one that is worth most; null = no list */
  actions: number[] | null
  /** T with the list done, with every action done where there is no list */
  total: number
  /** caps in the way that no action lifts */
  blocked: CapHit[]
}

/** Steps of the dynamic programme, and of one key item, that still take less than a moment. */
const MOST_STEPS = 5e7
const MOST_KEY_STEPS = 3e6

/** Just under the break counts as on it, as in grading; by half as much, so that another order of summing is allowed for. */
const BREAK_TOLERANCE = 5e-10
const FLOOR_TOLERANCE = 5e-13

/** A key item under its floor: how much its grades must rise, and by how much each action raises them. */
interface Need {
  item: number
  need: number
  rises: Map<number, number>
}

/** Actions (indices) with a problem that brings one of these caps to the area. */
const forcedBy = (
  { categoryIndex, scores, actions }: Baseline,
  area: number,
  caps: readonly Cap[],
): Set<number> => {
  const { model, places } = categoryIndex.prepared
  const forced = new Set<number>()
  model.issues.forEach((issue, i) => {
    const action = actions.ofIssue[i] as number
    if (action < 0 || !caps.some((cap) => bringsCap(issue, cap, scores.t))) return
    if (places.issues[i]?.shares.some((share) => share.area === area)) forced.add(action)
  })
  return forced
}

/** The key items of an area under their floors once the `forced` actions are done. */
const needsOf = (baseline: Baseline, area: number, forced: ReadonlySet<number>): Need[] => {
  const { categoryIndex, state, actions } = baseline
  const { standard, categoryOf } = categoryIndex.prepared
  return standard.items.flatMap(({ key, floor }, item): Need[] => {
    if (!key || floor === undefined) return []
    let [points, reached] = [0, 0]
    const rises = new Map<number, number>()
    const pair = area * standard.categories.length + (categoryOf[item] as number)
    for (const part of categoryIndex.parts[pair] ?? []) {
      const grade = state.grades[part.siteItem]
      if (part.item !== item || !isGraded(grade)) continue
      points += part.share
      reached += (part.share * grade) / 10
      const action = actions.ofSiteItem[part.siteItem] as number
      const recheck = actions.list[action]?.recheck
      if (recheck == null) continue
      const rise = (part.share * (recheck.to - grade)) / 10
      if (forced.has(action)) reached += rise
      else rises.set(action, rise)
    }
    const need = (floor - FLOOR_TOLERANCE) * points - reached
    return need > 0 ? [{ item, need, rises }] : []
  })
}

/** A category as the lists see it: what is left to choose, apart by the key item it may be needed for. */
interface CategoryChoices {
  slack: number
  free: Choice[]
  keys: { need: number; choices: KeyChoice[] }[]
}

const choicesIn = (
  { slack, effects }: CategoryEffects,
  forced: ReadonlySet<number>,
  needs: readonly Need[],
): CategoryChoices => {
  const left = effects.filter(({ action }) => !forced.has(action))
  const keys = needs.map(({ need, rises }) => ({
    need,
    choices: left.flatMap(({ action, both }): KeyChoice[] => {
      const rise = rises.get(action)
      return rise === undefined ? [] : [{ action, points: both, rise }]
    }),
  }))
  return {
    slack: effects.reduce((sum, { action, both }) => sum + (forced.has(action) ? both : 0), slack),
    free: left.flatMap(({ action, both }) =>
      both > 0 && !needs.some(({ rises }) => rises.has(action)) ? [{ action, points: both }] : [],
    ),
    keys: keys.filter(({ choices }) => choices.length > 0),
  }
}

/** The next `size` actions of a category, which gain `mean` each. */
interface Run {
  size: number
  mean: number
}

/** The next run of best mean gain. Once D ≤ B each action gains no more than the one before. */
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

/** A list, not the smallest perhaps: for key items what raises them most, then the run of best mean gain. */
const greedy = (categoryChoices: readonly CategoryChoices[], needed: number): number[] => {
  const taken: number[] = []
  let won = 0
  const tables = categoryChoices.map(({ slack, free, keys }) => {
    const rest = [...free]
    let moved = 0
    for (const { need, choices } of keys) {
      let left = need
      for (const choice of [...choices].sort((a, b) => b.rise - a.rise || b.points - a.points))
        if (left > 0) {
          left -= choice.rise
          moved += choice.points
          taken.push(choice.action)
        } else rest.push(choice)
    }
    won += gainOf(slack, moved)
    const sorted = byPoints(rest)
    let sum = moved
    const gains = [0]
    for (const { points } of sorted) {
      sum += points
      gains.push(gainOf(slack, sum) - gainOf(slack, moved))
    }
    return { sorted, gains, count: 0, run: nextRun(gains, 0) }
  })
  while (won < needed) {
    const best = tables.reduce<(typeof tables)[number] | null>(
      (a, b) => (a === null || b.run.mean > a.run.mean ? b : a),
      null,
    )
    if (best === null || best.run.size === 0) break
    const { size, mean } = best.run
    won += size * mean
    best.count += size
    best.run = nextRun(best.gains, best.count)
  }
  return [
    ...taken,
    ...tables.flatMap(({ sorted, count }) => sorted.slice(0, count).map(({ action }) => action)),
  ]
}

/** The tables whose gains add up; null where a key item would take too long. */
const tablesOf = (categoryChoices: readonly CategoryChoices[], largest: number): BestMoves[] | null => {
  const tables: BestMoves[] = []
  const alive: Choice[] = []
  for (const { slack, free, keys } of categoryChoices) {
    const own: { table: BestMoves; still: BestMoves }[] = []
    for (const { need, choices } of keys) {
      const table = keyTable(choices, need, largest, MOST_KEY_STEPS)
      const still = keyTable(
        choices.map((choice) => ({ ...choice, points: 0 })),
        need,
        largest,
        MOST_KEY_STEPS,
      )
      if (table === null || still === null) return null
      own.push({ table, still })
    }
    if (slack >= 0) {
      alive.push(...free)
      tables.push(...own.map(({ table }) => table))
      continue
    }
    // A smallest list takes nothing that gains nothing, unless a key item needs it.
    const [table, still] = own.reduce(
      ([t, s], one) => [joined(t, one.table, largest), joined(s, one.still, largest)],
      [freeTable(free), freeTable([])],
    )
    tables.push(gained(table, slack, still))
  }
  return [freeTable(alive), ...tables]
}

/** best[i][n] = the most that n actions of the first i tables gain. */
const sweep = (tables: readonly BestMoves[], largest: number): Float64Array[] => {
  const rows = [new Float64Array(largest + 1).fill(Number.NEGATIVE_INFINITY)]
  ;(rows[0] as Float64Array)[0] = 0
  for (const { most } of tables) {
    const best = rows[rows.length - 1] as Float64Array
    const next = new Float64Array(largest + 1).fill(Number.NEGATIVE_INFINITY)
    // Before the first table there is nothing: what it gains is all.
    if (rows.length === 1) next.set(most.slice(0, largest + 1))
    else
      for (let n = 0; n <= largest; n++)
        for (let k = 0; k < most.length && k <= n; k++) {
          const gain = (best[n - k] as number) + (most[k] as number)
          if (gain > (next[n] as number)) next[n] = gain
        }
    rows.push(next)
  }
  return rows
}

/** The fewest actions of the tables that together gain `needed`; null where it would take too many steps. */
const smallestOf = (
  tables: readonly BestMoves[],
  needed: number,
  largest: number,
): readonly number[] | null => {
  const rest = tables.slice(1)
  const steps = rest.reduce((sum, { most }) => sum + Math.min(most.length, largest + 1) * (largest + 1), 0)
  if (steps > MOST_STEPS) return null
  const fore = sweep(tables, largest)
  const last = fore[tables.length] as Float64Array
  const size = last.findIndex((gain) => gain >= needed)
  if (size < 0) return null
  const goal = (last[size] as number) - tables.length * SAME
  /** back[i][n] = the most that n actions of the tables after the i-th gain */
  const back = sweep(rest.reverse(), size).reverse()
  // Of the ways to gain as much with as many the first in file order: the union of first sets is the first union.
  let ways = new Map<number, readonly number[]>([[0, []]])
  tables.forEach(({ most, set }, i) => {
    const next = new Map<number, readonly number[]>()
    for (const [n, sofar] of ways)
      for (let k = 0; k < most.length && n + k <= size; k++) {
        const others = (fore[i]?.[n] as number) + (back[i]?.[size - n - k] as number)
        if (others + (most[k] as number) < goal) continue
        const made = union(sofar, set(k))
        const known = next.get(n + k)
        if (known === undefined || before(made, known)) next.set(n + k, made)
      }
    ways = next
  })
  return ways.get(size) ?? null
}

/**
 * One lift for every grade better than the present one, the next first; none for an area without a score.
 * @param area index of the area
 */
export const liftsOf = (baseline: Baseline, area: number): Lift[] => {
  const { categoryIndex, scores } = baseline
  const { standard } = categoryIndex.prepared
  const now = scores.areas[area]
  if (now === undefined || now.score === null) return []
  const { score } = now
  const rankOf = (grade: string) => inStandard(standard).grades.get(grade) ?? -1
  const perCategory = categoryEffectsOf(baseline, area)
  const worth = new Map(
    perCategory.flatMap(({ effects }) => effects.map(({ action, both }) => [action, both])),
  )
  const dear = (a: number, b: number) => (worth.get(b) ?? 0) - (worth.get(a) ?? 0) || a - b
  const everything = whatIf(baseline, whole(worth.keys())).areas[area]
  if (everything === undefined) return []

  return standard.grades
    .slice(0, rankOf(now.grade))
    .map(({ id, min }, rank): Lift => {
      const most = everything.total ?? score
      const blocked = everything.caps.filter(({ maxGrade }) => rankOf(maxGrade) > rank)
      const lift = { grade: id, min, blocked }
      if (blocked.length > 0 || most < min - 2 * BREAK_TOLERANCE)
        return { ...lift, exact: true, actions: null, total: most }
      const inTheWay = standard.caps.filter(({ maxGrade }) => rankOf(maxGrade) > rank)
      const forced = forcedBy(baseline, area, inTheWay)
      const needs = inTheWay.some(({ rule }) => rule === 'keyItem') ? needsOf(baseline, area, forced) : []
      const categoryChoices = perCategory.map((effects) => choicesIn(effects, forced, needs))
      const base = perCategory.reduce(
        (sum, { slack }, i) => sum + Math.max(0, categoryChoices[i]?.slack ?? 0) - Math.max(0, slack),
        score,
      )
      const needed = min - BREAK_TOLERANCE - base
      const likely = greedy(categoryChoices, needed)
      const tables = tablesOf(categoryChoices, likely.length)
      const found = tables === null ? null : smallestOf(tables, needed, likely.length)
      const actions = [...[...forced].sort(dear), ...[...(found ?? likely)].sort(dear)]
      const { total } = whatIf(baseline, whole(actions)).areas[area] ?? { total: null }
      return { ...lift, exact: found !== null, actions, total: total ?? score }
    })
    .reverse()
}
