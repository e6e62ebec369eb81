/**
 * Choosing some actions of one category so that B − D moves most: what the smallest lists are made of. A key item whose 得分率
 * must rise to its floor makes some choices impossible; otherwise those that move it most come first.
 */

/** An action to be chosen or not. */
export interface Choice {
  action: number
  /** how much it moves B − D, in points of T */
  points: number
}

/** One that also raises the 得分率 of a key item: by `rise`, in shares of sites graded 10. */
export interface KeyChoice extends Choice {
  rise: number
}

/** The best sets of each size. */
export interface BestMoves {
  /** by number of actions: the most they move; −∞ where no set of that size will do */
  most: number[]
  /** by number of actions: the set that moves that much, ascending; of several the first in file order */
  set: (size: number) => readonly number[]
}

/** Sums that differ by less are the same: they were added in another order. */
export const SAME = 1e-11

/** Whether one set of as many actions, both ascending, comes before another in file order. */
export const before = (a: readonly number[], b: readonly number[]): boolean => {
  const at = a.findIndex((action, i) => action !== b[i])
  return at >= 0 && (a[at] as number) < (b[at] as number)
}

const ascending = (a: number, b: number) => a - b

export const union = (a: readonly number[], b: readonly number[]): readonly number[] =>
  a.length === 0 ? b : b.length === 0 ? a : [...a, ...b].sort(ascending)

/** Those that move B − D most first, equal ones in file order. */
export const byPoints = <C extends Choice>(choices: readonly C[]): C[] => {
  const steps = new Map(choices.map((choice) => [choice, Math.round(choice.points / SAME)]))
  return [...choices].sort(
    (a, b) => (steps.get(b) as number) - (steps.get(a) as number) || a.action - b.action,
  )
}

/** Any set will do: the best of each size are those that move it most. */
export const freeTable = (choices: readonly Choice[]): BestMoves => {
  const sorted = byPoints(choices)
  const most = [0]
  for (const { points } of sorted) most.push((most[most.length - 1] as number) + points)
  return {
    most,
    set: (size) =>
      sorted
        .slice(0, size)
        .map(({ action }) => action)
        .sort(ascending),
  }
}

/** A partial set: what it moves, how much of the need it has met. */
interface Chosen {
  points: number
  rise: number
  set: readonly number[]
}

/** Whether `a` leaves no reason to go on with `b`, a set of as many actions. */
const covers = (a: Chosen, b: Chosen): boolean =>
  a.rise >= b.rise - 1e-15 &&
  (a.points > b.points + SAME || (a.points >= b.points - SAME && !before(b.set, a.set)))

/**
 * Only sets whose rises sum to `need` will do. Sets of each size are kept unless another of the size is better in every
 * way, one action after another in file order.
 * @param largest sets of more actions are not asked for
 * @param steps comparisons it may take
 * @returns null where it would take more
 */
export const keyTable = (
  choices: readonly KeyChoice[],
  need: number,
  largest: number,
  steps: number,
): BestMoves | null => {
  let left = steps
  const kept: Chosen[][] = [[{ points: 0, rise: 0, set: [] }]]
  for (const { action, points, rise } of [...choices].sort((a, b) => a.action - b.action))
    for (let size = Math.min(kept.length, largest); size > 0; size--) {
      const list = kept[size] ?? []
      kept[size] = list
      for (const partial of kept[size - 1] as Chosen[]) {
        const made: Chosen = {
          points: partial.points + points,
          rise: Math.min(need, partial.rise + rise),
          set: [...partial.set, action],
        }
        left -= list.length + 1
        if (left < 0) return null
        if (list.some((other) => covers(other, made))) continue
        const rest = list.filter((other) => !covers(made, other))
        list.splice(0, list.length, ...rest, made)
      }
    }
  const best = kept.map((list) =>
    list
      .filter(({ rise }) => rise >= need)
      .reduce<Chosen | null>((a, b) => (a === null || covers(b, a) ? b : a), null),
  )
  return {
    most: best.map((partial) => partial?.points ?? Number.NEGATIVE_INFINITY),
    set: (size) => best[size]?.set ?? [],
  }
}

/** The best sets of each size that take a set of `a` and one of `b`, which have no action in common. */
export const joined = (a: BestMoves, b: BestMoves, largest: number): BestMoves => {
  const sizes = Math.min(largest, a.most.length + b.most.length - 2)
  const best = Array.from({ length: sizes + 1 }, (_, size) => {
    let most = Number.NEGATIVE_INFINITY
    let set: readonly number[] = []
    for (let of = Math.max(0, size - b.most.length + 1); of <= Math.min(size, a.most.length - 1); of++) {
      const points = (a.most[of] as number) + (b.most[size - of] as number)
      if (points === Number.NEGATIVE_INFINITY || points < most - SAME) continue
      const made = union(a.set(of), b.set(size - of))
      if (points > most + SAME || before(made, set)) set = made
      most = Math.max(most, points)
    }
    return { most, set }
  })
  return { most: best.map(({ most }) => most), set: (size) => best[size]?.set ?? [] }
}

/** The same sets by what they gain where the category stands at `slack`; `still` has those that gain nothing, whatever they move. */
export const gained = (table: BestMoves, slack: number, still: BestMoves): BestMoves => {
  const base = Math.max(0, slack)
  const dead = table.most.map((most) => slack + most <= 0)
  return {
    most: table.most.map((most) =>
      most === Number.NEGATIVE_INFINITY ? most : Math.max(0, slack + most) - base,
    ),
    set: (size) => (dead[size] ? still : table).set(size),
  }
}
