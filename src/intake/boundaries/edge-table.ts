/** Which edges there are, found by their ends to the last digit: a map whose keys are no texts. */

export interface EdgeTable {
  /** index of the first edge that runs from the one point to the other; -1 where none does */
  find: (x1: number, y1: number, x2: number, y2: number) => number
  /** adds the edge of that index, unless there is one with the same ends */
  add: (k: number) => void
}

/**
 * @param at x1 y1 x2 y2 of each edge; those that are added have to be in it by then
 * @param count the most that are added
 */
export const openEdgeTable = (at: Float64Array, count: number): EdgeTable => {
  let size = 4
  while (size < 2 * count) size *= 2
  /** index of an edge + 1, 0 = free */
  const slots = new Int32Array(size)
  const numbers = new Float64Array(4)
  const bits = new Uint32Array(numbers.buffer)
  /** The slot of the edge, or the free one where it would be. */
  const slotOf = (x1: number, y1: number, x2: number, y2: number): number => {
    // Zero has two forms that are the same number.
    numbers[0] = x1 + 0
    numbers[1] = y1 + 0
    numbers[2] = x2 + 0
    numbers[3] = y2 + 0
    let hash = 0
    for (let i = 0; i < 8; i++) {
      hash = Math.imul(hash ^ (bits[i] as number), 0x9e3779b1)
      hash ^= hash >>> 15
    }
    let slot = hash & (size - 1)
    for (let k = slots[slot] as number; k > 0; k = slots[slot] as number) {
      const e = 4 * (k - 1)
      if (at[e] === x1 && at[e + 1] === y1 && at[e + 2] === x2 && at[e + 3] === y2) break
      slot = (slot + 1) & (size - 1)
    }
    return slot
  }
  return {
    find: (x1, y1, x2, y2) => (slots[slotOf(x1, y1, x2, y2)] as number) - 1,
    add: (k) => {
      const e = 4 * k
      const slot = slotOf(at[e] as number, at[e + 1] as number, at[e + 2] as number, at[e + 3] as number)
      if (slots[slot] === 0) slots[slot] = k + 1
    },
  }
}
