/**
 * Rows as nearly all programs write them, read without a parser of XML, which takes ten times as long: `<row>` with `<c>`
 * in it, each with a value, a formula or one inline text, and nothing that needs more than looking at: no references (&),
 * comments, prefixes or other quotes.
 */

/** A cell as it is written. */
export interface WrittenCell {
  /** what its attributes say, '' where they say nothing */
  address: string
  style: string
  type: string
  value: string
  hasValue: boolean
  formula: boolean
}

export interface PlainRow {
  /** behind its closing tag */
  end: number
  /** its number as it is written, '' where it has none */
  number: string
  hidden: boolean
  cells: WrittenCell[]
}

const [QUOTE, AND, SLASH, ZERO, COLON, LESS, EQUALS, MORE] = [0x22, 0x26, 0x2f, 0x30, 0x3a, 0x3c, 0x3d, 0x3e]

const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d

/** A letter, a digit, or a mark within a name. */
const isOfName = (code: number): boolean =>
  (code > 96 && code < 123) ||
  (code > 64 && code < 91) ||
  (code > 47 && code <= COLON) ||
  code === 0x2e ||
  code === 0x2d ||
  code === 0x5f

const afterSpace = (text: string, from: number): number => {
  let at = from
  while (isSpace(text.charCodeAt(at))) at++
  return at
}

/** Behind the text that begins here, at the next tag; -1 where it is not plain, or goes on beyond the end. */
const afterText = (text: string, from: number): number => {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === LESS) return at
    if (code === AND) return -1
  }
  return -1
}

/** What the last tag said of `r`, `s` and `t`, and whether it is hidden; one for all, since there are millions of tags. */
const said: { r: string | null; s: string | null; t: string | null; hidden: boolean } = {
  r: null,
  s: null,
  t: null,
  hidden: false,
}

/**
 * Behind the attributes of a tag, at its `>` or `/`; -1 where they are not plain. What they say is in `said`.
 * @param from behind the name of the tag
 */
const afterAttributes = (text: string, from: number): number => {
  said.r = said.s = said.t = null
  said.hidden = false
  for (let at = from; ; ) {
    const code = text.charCodeAt(at)
    if (code === MORE || code === SLASH) return at
    const name = afterSpace(text, at)
    if (name === at) return -1
    at = name
    while (isOfName(text.charCodeAt(at))) at++
    // No attribute, but the end of the tag behind a space.
    if (at === name) continue
    if (text.charCodeAt(at) !== EQUALS || text.charCodeAt(at + 1) !== QUOTE) return -1
    const value = at + 2
    let end = value
    for (let c = text.charCodeAt(end); c !== QUOTE; c = text.charCodeAt(++end))
      if (c === LESS || c === MORE || c === AND || Number.isNaN(c)) return -1
    // One of them under a prefix counts where there is none without.
    const last = text.charCodeAt(at - 1)
    const isOne = last === 0x72 || last === 0x73 || last === 0x74
    if (isOne && at - name > 1 && text.charCodeAt(at - 2) === COLON) return -1
    if (isOne && at - name === 1) {
      const key = last === 0x72 ? 'r' : last === 0x73 ? 's' : 't'
      if (said[key] !== null) return -1
      said[key] = text.slice(value, end)
    }
    if (end - name > 8 && text.startsWith('hidden=', name)) said.hidden = text.charCodeAt(value) !== ZERO
    at = end + 1
  }
}

/** Behind an element with nothing but text in it; -1 where it is not plain. */
const afterFormula = (text: string, from: number): number => {
  const open = afterAttributes(text, from + 2)
  if (open < 0) return -1
  if (text.charCodeAt(open) === SLASH) return text.charCodeAt(open + 1) === MORE ? open + 2 : -1
  const end = afterText(text, open + 1)
  return end >= 0 && text.startsWith('</f>', end) ? end + 4 : -1
}

/** Where the content of a value begins, and what closes it; null where no plain value begins here. */
const VALUES = [
  ['<v>', '</v>'],
  ['<is><t>', '</t></is>'],
  ['<is><t xml:space="preserve">', '</t></is>'],
] as const

/** Behind a cell, which is put into `cells`; -1 where it is not plain. @param from behind its `<c` */
const afterCell = (text: string, from: number, cells: WrittenCell[]): number => {
  let at = afterAttributes(text, from)
  if (at < 0) return -1
  const cell: WrittenCell = {
    address: said.r ?? '',
    style: said.s ?? '',
    type: said.t ?? '',
    value: '',
    hasValue: false,
    formula: false,
  }
  cells.push(cell)
  if (text.charCodeAt(at) === SLASH) return text.charCodeAt(at + 1) === MORE ? at + 2 : -1
  at = afterSpace(text, at + 1)
  if (text.startsWith('<f', at) && !isOfName(text.charCodeAt(at + 2))) {
    at = afterFormula(text, at)
    if (at < 0) return -1
    cell.formula = true
    at = afterSpace(text, at)
  }
  for (const [open, close] of VALUES) {
    if (!text.startsWith(open, at)) continue
    const end = afterText(text, at + open.length)
    if (end < 0 || !text.startsWith(close, end)) return -1
    cell.value = text.slice(at + open.length, end)
    cell.hasValue = true
    at = afterSpace(text, end + close.length)
    break
  }
  return text.startsWith('</c>', at) ? at + 4 : -1
}

/** The row whose `<row` stands at `from`; null where it is not plain, or does not end in this text. */
export const readPlainRow = (text: string, from: number): PlainRow | null => {
  if (isOfName(text.charCodeAt(from + 4))) return null
  let at = afterAttributes(text, from + 4)
  if (at < 0) return null
  const number = said.r ?? ''
  const hidden = said.hidden
  const cells: WrittenCell[] = []
  if (text.charCodeAt(at) === SLASH)
    return text.charCodeAt(at + 1) === MORE ? { end: at + 2, number, hidden, cells } : null
  at = afterSpace(text, at + 1)
  while (text.startsWith('<c', at) && !isOfName(text.charCodeAt(at + 2))) {
    at = afterCell(text, at + 2, cells)
    if (at < 0) return null
    at = afterSpace(text, at)
  }
  return text.startsWith('</row>', at) ? { end: at + 6, number, hidden, cells } : null
}
