/**
 * JSON of any size into a value, its long list a few members at a time: the parser of the platform reads in one go, and
 * what walks the value afterwards calls itself once a level.
 */

import { DEEPEST_JSON, LONGEST_FEATURE, MOST_FEATURES } from '../limits.ts'
import type { Steps } from '../pace.ts'
import { breakIn } from './json.ts'
import { Refusal } from './refusal.ts'
import { lineAt } from './text.ts'

/** Characters looked at between two yields, and of members parsed together. */
const STRETCH = 1_048_576

const [QUOTE, COMMA, BACKSLASH] = [0x22, 0x2c, 0x5c]
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d]

/** @param parsed what JSON.parse was given, and the place in the whole text of a place in it */
const broken = (
  text: string,
  error: unknown,
  parsed: { text: string; placeOf: (at: number) => number },
): Refusal => new Refusal(`${breakIn(text, error, 'JSON', parsed)}，请重新导出`, { cause: error })

/** Where the string that begins at `from` ends: behind its closing quote. */
const endOfString = (text: string, from: number): number => {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes++
    if (slashes % 2 === 0) return at + 1
  }
  return text.length
}

/** A list that is parsed by itself: where its members begin, where its closing bracket stands, some cuts between. */
interface LongList {
  from: number
  to: number
  cuts: number[]
}

const tooLong = (what: string, length: number): Refusal =>
  new Refusal(
    `${what}有 ${Math.round(length / 1024 ** 2)} MB，超过上限 ${LONGEST_FEATURE / 1024 ** 2} MB，请先简化边界或拆开再拖入`,
  )

/**
 * The lists that are the whole value, or members of it, where they are long; checks depth and the length of each member.
 * Broken JSON gives whatever; parsing tells.
 */
function* longListsIn(text: string): Steps<LongList[]> {
  const lists: LongList[] = []
  /** levels of brackets, and at which of them the members of a list are that may be long */
  let depth = 0
  let inner = 0
  let list: LongList | null = null
  let [member, ordinal, cut, rested] = [0, 1, 0, 0]
  const endMember = (at: number): void => {
    if (at - member > LONGEST_FEATURE) throw tooLong(`第 ${ordinal} 个图形`, at - member)
    if (++ordinal > MOST_FEATURES + 1)
      throw new Refusal(`图形超过上限 ${MOST_FEATURES} 个，请分成几个文件再拖入`)
    member = at + 1
  }
  for (let at = 0; at < text.length; at++) {
    if (at - rested > STRETCH) {
      rested = at
      yield
    }
    switch (text.charCodeAt(at)) {
      case QUOTE:
        at = endOfString(text, at) - 1
        break
      case OPEN_LIST:
        depth++
        if (list === null && (depth === 1 || (depth === 2 && inner === 1))) {
          list = { from: at + 1, to: text.length, cuts: [] }
          inner = depth
          ;[member, ordinal, cut] = [at + 1, 1, at + 1]
        }
        break
      case OPEN_OBJECT:
        depth++
        if (depth === 1) inner = 1
        break
      case CLOSE_LIST:
      case CLOSE_OBJECT:
        if (list !== null && depth === inner) {
          endMember(at)
          list.to = at
          lists.push(list)
          list = null
          inner = 1
        }
        depth--
        break
      case COMMA:
        if (list !== null && depth === inner) {
          endMember(at)
          if (at - cut > STRETCH) {
            list.cuts.push(at)
            cut = at
          }
        }
        break
    }
    if (depth > DEEPEST_JSON)
      throw new Refusal(`第 ${lineAt(text, at)} 行的括号套了 ${DEEPEST_JSON} 层以上，不是地图数据，没有读入`)
  }
  return lists
}

/** What stands in the place of a list that is parsed by itself. */
const marker = (i: number): string => `\u0000list ${i}`

/** One value. Throws Refusal. */
function* parseOne(text: string): Steps<unknown> {
  const parse = (from: number, to: number, open = '', close = ''): unknown => {
    const part = `${open}${text.slice(from, to)}${close}`
    try {
      return JSON.parse(part)
    } catch (error) {
      throw broken(text, error, { text: part, placeOf: (at) => Math.min(from + at - open.length, to) })
    }
  }
  const long = (yield* longListsIn(text)).filter(({ cuts }) => cuts.length > 0)
  const rest = long.reduce((sum, { from, to }) => sum - (to - from), text.length)
  // Twice: members that are not cut apart may follow one of the longest.
  if (rest > 2 * LONGEST_FEATURE) throw tooLong('有一个图形或属性', rest)
  if (long.length === 0) return parse(0, text.length)
  const lists = new Map<string, unknown[]>()
  let around = ''
  let before = 0
  /** from which place of `around` on so much of the text was left out before it */
  const left = [{ at: 0, before: 0 }]
  for (const [i, { from, to, cuts }] of long.entries()) {
    const members: unknown[] = []
    let begin = from
    for (const end of [...cuts, to]) {
      for (const member of parse(begin, end, '[', ']') as unknown[]) members.push(member)
      begin = end + 1
      yield
    }
    around += `${text.slice(before, from)}${JSON.stringify(marker(i))}`
    before = to
    left.push({ at: around.length, before: to - around.length })
    lists.set(marker(i), members)
  }
  around += text.slice(before)
  let value: unknown
  try {
    value = JSON.parse(around)
  } catch (error) {
    const placeOf = (at: number) => at + (left.findLast((one) => one.at <= at)?.before ?? 0)
    throw broken(text, error, { text: around, placeOf })
  }
  const filled = (member: unknown): unknown =>
    (Array.isArray(member) && member.length === 1 ? lists.get(member[0]) : undefined) ?? member
  if (Array.isArray(value)) return filled(value)
  return Object.fromEntries(Object.entries(value as object).map(([key, member]) => [key, filled(member)]))
}

/** What may stand before each value of a sequence (RFC 8142). */
const RECORD = '\u001e'

/** One value a line, as logs and databases write them. Null where the first line is none, or the only one. */
function* parseLines(text: string): Steps<unknown[] | null> {
  const values: unknown[] = []
  let [at, line, rested] = [0, 0, 0]
  while (at < text.length) {
    const found = text.indexOf('\n', at)
    const end = found < 0 ? text.length : found
    line++
    if (end - at > LONGEST_FEATURE) {
      if (values.length === 0) return null
      throw tooLong(`第 ${line} 行`, end - at)
    }
    const own = text.slice(at, end).replaceAll(RECORD, '').trim()
    const from = at
    at = end + 1
    try {
      if (own !== '') values.push(JSON.parse(own))
    } catch (error) {
      if (values.length === 0) return null
      const begin = Math.max(from, text.indexOf(own, from))
      throw broken(text, error, { text: own, placeOf: (place) => Math.min(begin + place, end) })
    }
    if (at - rested > STRETCH) {
      rested = at
      yield
    }
  }
  return values.length > 1 ? values : null
}

/** The value, or the values where there is one a line. Throws Refusal. */
export function* parseSteps(text: string): Steps<{ value: unknown } | { values: unknown[] }> {
  const values = yield* parseLines(text)
  return values === null ? { value: yield* parseOne(text) } : { values }
}
