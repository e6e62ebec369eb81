/** How like two short Chinese texts are, to put the likeliest meaning of an unknown word first. */
import { termKey } from '../tables/cells.ts'

/** Of longer texts the beginning is compared: names and words are short. */
const COMPARED = 80

const pairsOf = (text: string): Map<string, number> => {
  const pairs = new Map<string, number>()
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

/**
 * Sørensen–Dice coefficient over pairs of characters, in [0, 1]; at least 0.6 where one text holds the other, which must
 * have two characters for that. Compared as terms are (`termKey`).
 */
export const likeness = (a: string, b: string): number => {
  const [x, y] = [termKey(a.slice(0, COMPARED)), termKey(b.slice(0, COMPARED))]
  if (x === y) return 1
  const [short, long] = x.length < y.length ? [x, y] : [y, x]
  if (short.length < 2) return 0
  const [p, q] = [pairsOf(short), pairsOf(long)]
  let common = 0
  for (const [pair, count] of p) common += Math.min(count, q.get(pair) ?? 0)
  const dice = (2 * common) / (x.length + y.length - 2)
  return long.includes(short) ? Math.max(dice, 0.6 + (0.3 * short.length) / long.length) : dice
}
