/** Numbers that lead to a person, taken out of a text, a JSON value or a notice before anybody sees them. */
import { findPeople } from './find.ts'
import { labelledBy } from './labels.ts'
import { type Found, hidden, MASKED, type Personal } from './masked.ts'

/** What stands in a report for a value that may be a person's name or home. */
export const HIDDEN = '（已隐去）'

export interface Masked {
  text: string
  /** what was taken out, each once */
  found: Personal[]
}

/** The least digits that may lead to a person: a landline without its area code, where a word says so; and with it. */
const LEAST = 7
const LEAST_ALONE = 10

/** What a code unit may be: a digit, in whatever script; a letter, between which and the next no number goes on. */
const [DIGIT, LETTER] = [1, 2]
const KINDS = new Uint8Array(65_536)
for (let code = 0; code < KINDS.length; code++) {
  const character = String.fromCharCode(code)
  if (code < 0x80) KINDS[code] = /\d/.test(character) ? DIGIT : /[a-z]/i.test(character) ? LETTER : 0
  else if (/[\p{N}幺壹贰叁肆伍陆柒捌玖零〇○一二三四五六七八九]/u.test(character)) KINDS[code] = DIGIT
}
// 𝟏: the digits beyond the first plane come as two units.
KINDS[0xd835] = DIGIT

/** What most cells with digits are: an area code, a coordinate, a day with its time. */
const COMMON =
  /^(?:[1-9]\d{11}|1\d{12}|\d{14}|-?\d{1,3}\.\d{1,15}|(?:19|20)\d\d[-/]\d\d[-/]\d\d \d\d:\d\d(?::\d\d)?)$/

/** In plain letters a power of ten, markup, or a word that may say what a number is. */
const TELLING = /\de|[<&]|tel|phone|mob|cell|fax|contact|card|acc|id|sfz|yh|sj|dh|lx/i

/** Where numbers may stand in a text. Most cells are let go here: it is asked of every one there is. */
const looked = (text: string, label: string): Found[] => {
  let digits = 0
  let chain = 0
  let longest = 0
  let plain = true
  let bare = true
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const kind = KINDS[code] as number
    if (kind === DIGIT) {
      digits++
      if (++chain > longest) longest = chain
    } else if (kind === LETTER) {
      chain = 0
      bare = false
    }
    if (code > 0x7e) plain = false
  }
  if (digits < LEAST) return []
  const says = labelledBy(label)
  const announced = says.phone || says.card || says.identity
  // A day, an id: too few digits in a row, and no word that could make them a number of a person.
  if (plain && !announced && longest < LEAST_ALONE && (bare || !TELLING.test(text))) return []
  if (plain && !announced && COMMON.test(text)) return []
  return findPeople(text, says)
}

/**
 * The text with every 身份证号, mobile, landline and 400 number and bank card taken out and named in its place; the rest
 * stays to the letter.
 * @param label the heading of its column, the name of its property: what it says of the numbers under it counts
 */
export const maskPeople = (text: string, label = ''): Masked => {
  if (text.length < LEAST) return { text, found: [] }
  let places = looked(text, label)
  if (places.length === 0) return { text, found: [] }
  const found = new Set<Personal>()
  let rest = text
  // What stood in the way of seeing a number may have been one itself: what is given back holds none.
  for (; places.length > 0; places = looked(rest, label)) {
    let masked = ''
    let done = 0
    for (const { from, to, what } of places) {
      found.add(what)
      masked += rest.slice(done, from) + hidden(what)
      done = to
    }
    rest = masked + rest.slice(done)
  }
  return { text: rest, found: [...found] }
}

/** Told of every text, number and name of a JSON value that lost something: where it stands, without it. */
export type Tell = (path: string, masked: Masked) => void

const pathTo = (path: string, key: string | number): string =>
  typeof key === 'number' ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`

/** A name that none of `taken` has. */
const unlike = (name: string, taken: ReadonlySet<string>): string => {
  let free = name
  for (let i = 2; taken.has(free); i++) free = `${name}${i}`
  return free
}

/** Nested lists of numbers that can be coordinates, in degrees or metres: nobody's, and most of a file. */
const arePlaces = (value: unknown): boolean =>
  Array.isArray(value) ? value.every(arePlaces) : typeof value === 'number' && Math.abs(value) < 1e9

const maskObject = (value: object, tell: Tell, path: string): Record<string, unknown> => {
  const taken = new Set<string>()
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      const name = maskPeople(key)
      const own = unlike(name.text, taken)
      taken.add(own)
      if (name.found.length > 0) tell(pathTo(path, own), name)
      const shape = key === 'coordinates' && arePlaces(member)
      return [own, shape ? member : maskJson(member, tell, key, pathTo(path, own))]
    }),
  )
}

/** A link to a view says a number as its reader decodes it: `tq=138+0013+8000`. */
const maskLink = (link: string): Masked => {
  const plain = maskPeople(link)
  if (!/[+%]/.test(link)) return plain
  const decoded = maskPeople(link.replaceAll('+', ' ').replace(/(?:%[0-9a-f]{2})+/gi, decodedRun))
  return decoded.found.length > 0 ? decoded : plain
}

const decodedRun = (run: string): string => {
  try {
    return decodeURIComponent(run)
  } catch {
    return run
  }
}

/**
 * A JSON value without numbers of people: texts, whole numbers and the names of properties.
 * @param label the name it stands under
 */
export const maskJson = (value: unknown, tell: Tell, label = '', path = ''): unknown => {
  if (typeof value === 'string' || (typeof value === 'number' && Number.isInteger(value))) {
    const masked = label === 'link' ? maskLink(String(value)) : maskPeople(String(value), label)
    if (masked.found.length === 0) return value
    tell(path, masked)
    return masked.text
  }
  if (Array.isArray(value)) return value.map((member, i) => maskJson(member, tell, label, pathTo(path, i)))
  return typeof value === 'object' && value !== null ? maskObject(value, tell, path) : value
}

/**
 * Why what names a record or a shape does not, and what of it may be shown: it holds a number of a person, or held one
 * that was taken out before. Null where it does not.
 * @param name of the field
 */
export const keyFault = (key: string, name: string): { shown: string; reason: string } | null => {
  const { text } = maskPeople(key, name)
  if (text === key && !key.includes('已隐去')) return null
  const taken = [...text.matchAll(MASKED)].map(([, what]) => what)
  if (taken.length === 0) return null
  const what = [...new Set(taken)].join('、')
  return { shown: text, reason: `“${name}”里有${what}：它不能当编号，请换一个不含个人信息的` }
}

/** 「“说明”里有手机号、身份证号，已隐去」 */
export const maskedReason = (where: string, found: readonly Personal[]): string =>
  `${where}里有${found.join('、')}，已隐去`
