/**
 * In which order to see places so that the way is short: an open tour, from the first to the last without the way back.
 * Up to EXACT places the shortest there is (Held and Karp's dynamic programme); beyond, the nearest place next,
 * improved by turning stretches round (2-opt) and moving short ones (Or-opt) until neither helps. No chance in it: the
 * same places give the same tour.
 */

/** Places up to which the order is the shortest there is, a fixed start not counted. */
const EXACT = 12

export interface Tour {
  /** indices of the places */
  order: number[]
  metres: number
  /** the shortest there is, not only a short one */
  exact: boolean
}

/** Less than this is no gain, m. */
const GAIN = 1e-6

/** m along places in an order. @param metres from a to b at a · count + b */
export const lengthOf = (order: readonly number[], metres: ArrayLike<number>, count: number): number => {
  let sum = 0
  for (let i = 1; i < order.length; i++)
    sum += metres[(order[i - 1] as number) * count + (order[i] as number)] as number
  return sum
}

/** The shortest order of `places`, after `start` where there is one (-1 = anywhere). */
const shortestOrder = (
  places: readonly number[],
  start: number,
  metres: ArrayLike<number>,
  count: number,
): number[] => {
  const n = places.length
  const between = (i: number, j: number) =>
    metres[(places[i] as number) * count + (places[j] as number)] as number
  // least[set · n + last]: the shortest way through the set that ends at last
  const least = new Float64Array((1 << n) * n).fill(Infinity)
  const before = new Int8Array((1 << n) * n).fill(-1)
  for (let i = 0; i < n; i++)
    least[(1 << i) * n + i] = start < 0 ? 0 : (metres[start * count + (places[i] as number)] as number)
  for (let set = 1; set < 1 << n; set++)
    for (let last = 0; last < n; last++) {
      const so = least[set * n + last] as number
      if (so === Infinity) continue
      for (let next = 0; next < n; next++) {
        if (set & (1 << next)) continue
        const at = (set | (1 << next)) * n + next
        const far = so + between(last, next)
        if (far < (least[at] as number)) {
          least[at] = far
          before[at] = last
        }
      }
    }
  let set = (1 << n) - 1
  let last = 0
  for (let i = 1; i < n; i++) if ((least[set * n + i] as number) < (least[set * n + last] as number)) last = i
  const order: number[] = []
  while (last >= 0) {
    order.push(places[last] as number)
    const previous = before[set * n + last] as number
    set &= ~(1 << last)
    last = previous
  }
  return order.reverse()
}

/** From `start` always to the nearest place not seen yet; the lower index where two are as near. */
export const nearestNext = (start: number, metres: ArrayLike<number>, count: number): number[] => {
  const order = [start]
  const left = new Set(Array.from({ length: count }, (_, i) => i))
  left.delete(start)
  while (left.size > 0) {
    const last = order[order.length - 1] as number
    let nearest = -1
    for (const place of left)
      if (
        nearest < 0 ||
        (metres[last * count + place] as number) < (metres[last * count + nearest] as number)
      )
        nearest = place
    order.push(nearest)
    left.delete(nearest)
  }
  return order
}

/** A stretch (from, to: positions, both in it) put before position `at` of what is left, turned round or not. */
interface Change {
  from: number
  to: number
  at: number
  turned: boolean
}

const apply = (order: readonly number[], { from, to, at, turned }: Change): number[] => {
  const stretch = order.slice(from, to + 1)
  const rest = [...order.slice(0, from), ...order.slice(to + 1)]
  return [...rest.slice(0, at), ...(turned ? stretch.reverse() : stretch), ...rest.slice(at)]
}

/** The change that shortens the order most: a stretch turned round where it is, or up to three places moved; null = none. */
const bestChange = (
  order: readonly number[],
  metres: ArrayLike<number>,
  count: number,
  fixed: number,
): Change | null => {
  const n = order.length
  /** Between two places by index; nothing before the first and after the last. */
  const far = (a: number | undefined, b: number | undefined): number =>
    a === undefined || b === undefined ? 0 : (metres[a * count + b] as number)
  let best: Change | null = null
  let most = GAIN
  const consider = (gain: number, change: Change) => {
    if (gain > most) [best, most] = [change, gain]
  }
  for (let from = fixed; from < n; from++)
    for (let to = from; to < n; to++) {
      const [before, first, last, after] = [order[from - 1], order[from], order[to], order[to + 1]]
      const joined = far(before, first) + far(last, after)
      consider(joined - far(before, last) - far(first, after), { from, to, at: from, turned: true })
      if (to - from > 2) continue
      const taken = joined - far(before, after)
      const left = (at: number) => (at < from ? order[at] : order[at + to - from + 1])
      for (let at = fixed; at <= n - (to - from + 1); at++) {
        if (at === from) continue
        const [left1, left2] = [left(at - 1), left(at)]
        const open = far(left1, left2)
        consider(taken + open - far(left1, first) - far(last, left2), { from, to, at, turned: false })
        consider(taken + open - far(left1, last) - far(first, left2), { from, to, at, turned: true })
      }
    }
  return best
}

/**
 * A short open tour of `count` places.
 * @param metres m from a to b at a · count + b, the same both ways
 * @param fromFirst the tour begins at place 0; otherwise wherever is best
 */
export const openTour = (metres: ArrayLike<number>, count: number, fromFirst: boolean): Tour => {
  const fixed = fromFirst ? 1 : 0
  if (count - fixed <= EXACT) {
    const places = Array.from({ length: Math.max(0, count - fixed) }, (_, i) => i + fixed)
    const rest = places.length === 0 ? [] : shortestOrder(places, fromFirst ? 0 : -1, metres, count)
    const order = fromFirst && count > 0 ? [0, ...rest] : rest
    return { order, metres: lengthOf(order, metres, count), exact: true }
  }
  let best: number[] | null = null
  const starts = fromFirst ? [0] : Array.from({ length: count }, (_, i) => i)
  for (const start of starts) {
    let order = nearestNext(start, metres, count)
    for (;;) {
      const change = bestChange(order, metres, count, fixed)
      if (change === null) break
      order = apply(order, change)
    }
    if (best === null || lengthOf(order, metres, count) < lengthOf(best, metres, count) - GAIN) best = order
  }
  const order = best ?? []
  return { order, metres: lengthOf(order, metres, count), exact: false }
}
