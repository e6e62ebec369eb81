/** Both coordinates in one cell. */
import { readCoordinate } from './parse.ts'

/** Longer than this no pair is. */
const LONGEST = 120

const SEPARATOR = /[\s,;、|/]/
const DIRECTION = /[东西北南EWNSewns]/
const EDGES = /^[\s,;、|/]+|[\s,;、|/]+$/g
const BRACKETS = /^(?:point\s*)?[([{【〔](.*)[)\]}】〕]$/i

/** Places where the text may fall apart: at a mark, and before or after a direction. */
const breaks = (text: string): number[] => {
  const at: number[] = []
  for (let i = 1; i < text.length; i++) {
    const [before, after] = [text[i - 1] as string, text[i] as string]
    if (
      SEPARATOR.test(after) ||
      DIRECTION.test(before) ||
      DIRECTION.test(after) ||
      after === '经' ||
      after === '纬'
    )
      at.push(i)
  }
  return at
}

/**
 * What one cell says of a place: 「114.65,33.59」「114.65，33.59」「(33.59 114.65)」「N33°35′ E114°39′」. x and y as they
 * stand, unless it says which is which: then x is the longitude. Null where it is no pair, or falls apart in several ways.
 */
export const parsePair = (text: string): { x: number; y: number } | null => {
  if (text === '' || text.length > LONGEST) return null
  const flat = text
    .replace(/[，、；｜／]/g, ',')
    .replace(/（/g, '(')
    .replace(/）/g, ')')
    .trim()
  const bare = (BRACKETS.exec(flat)?.[1] ?? flat).trim()
  const found = new Map<string, { x: number; y: number }>()
  for (const at of breaks(bare)) {
    const first = readCoordinate(bare.slice(0, at).replace(EDGES, ''))
    const second = readCoordinate(bare.slice(at).replace(EDGES, ''))
    if (first === null || second === null) continue
    if (first.axis !== null && first.axis === second.axis) continue
    const swapped = first.axis === 'lat' || second.axis === 'lon'
    const [x, y] = swapped ? [second.value, first.value] : [first.value, second.value]
    found.set(`${x} ${y}`, { x, y })
  }
  return found.size === 1 ? ([...found.values()][0] as { x: number; y: number }) : null
}
