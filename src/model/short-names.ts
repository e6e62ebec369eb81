/** Names as a map label and a narrow list want them: short, and still telling one from another. */

const ENDING = /(社区居民委员会|社区居委会|居民委员会|居委会|村民委员会|村委会|社区)$/

/** Characters that a label has room for. */
const ROOM = 8
/** Characters at a name's end that are kept where its middle is left out. */
const TAIL = 3
/** Shorter beginnings in common are part of the names: 康庄, 康楼. */
const COMMON = 3

/** 「太昊路居委会」 → 「太昊路」 */
const bare = (name: string): string => name.replace(ENDING, '') || name

/** Characters that all of them begin with, never the whole of one. */
const commonStart = (names: readonly string[]): number => {
  const [first = ''] = names
  const least = Math.min(...names.map(({ length }) => length)) - 1
  let length = 0
  while (length < least && names.every((name) => name[length] === first[length])) length++
  return length
}

const cut = (name: string, keep: 'start' | 'ends'): string => {
  if (name.length <= ROOM) return name
  return keep === 'start'
    ? `${name.slice(0, ROOM - 1)}…`
    : `${name.slice(0, ROOM - 1 - TAIL)}…${name.slice(-TAIL)}`
}

const distinct = (names: readonly string[]): number => new Set(names).size

/**
 * The short name of each, in their order: without 居委会 and the like; where names are too long for a label, without what
 * all of them begin with, and cut to what fits, by whichever cut leaves more of them different.
 */
export const shortNames = (names: readonly string[]): string[] => {
  const plain = names.map(bare)
  if (plain.every(({ length }) => length <= ROOM)) return plain
  const start = plain.length > 1 ? commonStart(plain) : 0
  const rest = start >= COMMON ? plain.map((name) => name.slice(start)) : plain
  const [starts, ends] = (['start', 'ends'] as const).map((keep) => rest.map((name) => cut(name, keep)))
  return distinct(ends as string[]) > distinct(starts as string[]) ? (ends as string[]) : (starts as string[])
}
