/** What a JSON file holds, or what is wrong with it: that it is none, where it breaks, or that it holds something else. */
import { DEEPEST_JSON } from '../limits.ts'
import { decodeText, lineAt, markupOf } from './text.ts'

/** Characters of the source that V8 shows on either side of a sign it did not expect. */
const SHOWN = 10

/** Where JSON.parse met the fault, as a place in the text; null where the engine does not say. */
const placeOf = (text: string, message: string): number | null => {
  const position = /at position (\d+)/.exec(message)?.[1]
  if (position !== undefined) return Number(position)
  const lineAndColumn = /at line (\d+) column (\d+)/.exec(message)
  if (lineAndColumn) {
    let start = 0
    for (let line = Number(lineAndColumn[1]); line > 1; line--) start = text.indexOf('\n', start) + 1
    return start + Number(lineAndColumn[2]) - 1
  }
  const shown = /^Unexpected token '(.+?)', (\.\.\.)?"([\s\S]*)"(?:\.\.\.)? is not valid JSON$/u.exec(message)
  if (shown === null) return null
  const [, token, cut, excerpt] = shown as unknown as [string, string, string | undefined, string]
  // What stands several times in the text tells no place.
  const only = (part: string, of: string) =>
    of.indexOf(part) === of.lastIndexOf(part) && of.includes(part) ? of.indexOf(part) : null
  if (cut === undefined) return text.startsWith(excerpt) ? only(token, excerpt) : null
  const at = only(excerpt, text)
  return at === null ? null : at + SHOWN
}

/**
 * Where and how JSON breaks, as a clause without a full stop.
 * @param text the whole
 * @param error what JSON.parse threw
 * @param what the form that was expected
 * @param parsed what it was given, where that is a part of the whole, and the place in the whole of a place in it
 */
export const breakIn = (
  text: string,
  error: unknown,
  what = 'JSON',
  parsed: { text: string; placeOf: (at: number) => number } = { text, placeOf: (at) => at },
): string => {
  const message = error instanceof Error ? error.message : ''
  const inner = /end of (JSON )?(input|data)|Unterminated|EOF/i.test(message)
    ? parsed.text.length
    : placeOf(parsed.text, message)
  if (inner === null) return `不是有效的 ${what}`
  const end = text.trimEnd().length
  const place = Math.min(parsed.placeOf(inner), end)
  const column = place - text.lastIndexOf('\n', place - 1)
  const where = `第 ${lineAt(text, place)} 行第 ${column} 列`
  return `不是有效的 ${what}（${place === end ? `到${where}就断了，文件可能不完整` : `${where}起读不懂`}）`
}

/** Whether a value holds lists or objects in each other, more than `most` deep: whoever walks it would run out of stack. */
const isDeeper = (value: unknown, most: number): boolean => {
  if (typeof value !== 'object' || value === null) return false
  if (most === 0) return true
  const inside = (member: unknown) => isDeeper(member, most - 1)
  return Array.isArray(value) ? value.some(inside) : Object.values(value).some(inside)
}

/** What the bytes of a file hold, or why they are no JSON that can be read, as a clause without a full stop. */
export type ReadJson = { json: unknown; fault: null } | { json: undefined; fault: string }

/**
 * The JSON of a file, its byte order mark dropped.
 * @param what the form that was expected, as it is called in the fault
 */
export const readJson = (bytes: Uint8Array, what = 'JSON'): ReadJson => {
  const refused = (fault: string): ReadJson => ({ json: undefined, fault })
  const text = decodeText(bytes).replace(/^\ufeff/, '')
  try {
    const json: unknown = JSON.parse(text)
    return isDeeper(json, DEEPEST_JSON) ? refused(`括号套了 ${DEEPEST_JSON} 层以上`) : { json, fault: null }
  } catch (error) {
    return refused(markupOf(bytes) ?? (text.trim() === '' ? '文件是空的' : breakIn(text, error, what)))
  }
}

/** Names shown of what a file holds instead. */
const MOST_NAMES = 3

/**
 * Why an object is not the file it is called: it has members, and none that such a file may have. Hosts answer with such
 * an object, and with 200, where they ask to log in. Null where there is nothing to say.
 */
export const foreignObject = (json: object, known: readonly string[]): string | null => {
  const names = Object.keys(json)
  if (names.length === 0 || names.some((name) => known.includes(name))) return null
  const more = names.length > MOST_NAMES ? '等' : ''
  return `里面是别的内容（“${names.slice(0, MOST_NAMES).join('”、“')}”${more}），可能是服务器的出错回答或登录提示`
}
