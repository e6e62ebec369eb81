/**
 * People stay out of it: numbers that lead to a person are taken out of every text before anybody sees it. Conservative:
 * 12-digit area codes, site ids, dates, coordinates and 统一社会信用代码 are left alone.
 */

/** What stands in a report for a value that may be a person's name or home. */
export const HIDDEN = '（已隐去）'

export type Personal = '身份证号' | '手机号' | '电话' | '银行卡号'

export interface Masked {
  text: string
  /** what was taken out, each once */
  found: Personal[]
}

/** Most cells hold too few digits for any of it: ten, at most two other marks apart, as in 「(010) 8888888」. */
const WORTH_A_LOOK = /(?:[\d０-９][^\d０-９]{0,2}){10}/

/** One code unit for one, so that places in the plain text are places in the given one. */
const flatten = (text: string): string =>
  text.replace(/[０-９Ｘｘ＋－‐-―−（）\u00a0\u3000]/g, (mark) => {
    if (/[‐-―−]/.test(mark)) return '-'
    return mark === '\u00a0' || mark === '\u3000' ? ' ' : mark.normalize('NFKC')
  })

const isDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** The first two digits of the provinces (GB/T 2260). */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

const hasBirthday18 = (id: string): boolean =>
  PROVINCE.test(id) &&
  /^(?:18|19|20)/.test(id.slice(6)) &&
  isDay(Number(id.slice(6, 10)), Number(id.slice(10, 12)), Number(id.slice(12, 14)))

/** GB 11643: province, birthday and check digit (mod 11). */
const isId18 = (id: string): boolean => {
  if (!hasBirthday18(id)) return false
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(id[i]), 0)
  return '10X98765432'[sum % 11] === id[17]?.toUpperCase()
}

/**
 * The numbers given out before 1999: two digits of the year, no check digit. Nobody born before 1930 is looked for: what
 * stands there in the number of a 网格 (12 digits of the 居委会, then three) is the 办事处, 001–299 as a rule.
 */
const isId15 = (id: string): boolean =>
  PROVINCE.test(id) &&
  Number(id.slice(6, 8)) >= 30 &&
  isDay(1900 + Number(id.slice(6, 8)), Number(id.slice(8, 10)), Number(id.slice(10, 12)))

/** The check digit of bank cards (ISO/IEC 7812). */
const isLuhn = (digits: string): boolean => {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 1 : 2)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}

/** `020-20190527` is the number of a document. */
const isDate = (digits: string): boolean =>
  digits.length === 8 &&
  isDay(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6))) &&
  /^(?:19|20)/.test(digits)

/** No digit before it, nor the decimals of a number. */
const START = String.raw`(?<!\d|\d\.)`
const END = String.raw`(?!\d|\.\d)`
/** Nor part of a word or an id of letters and digits, unless the word is 电话. */
const WORD = String.raw`(?<=(?:tel|phone|mobile|wx|vx)-?|(?<![\w-])|(?<![A-Za-z][\w-]{0,30})-)`
const GAP = '[ -]?'

interface Kind {
  what: Personal
  pattern: RegExp
  /** whether what was found, without its gaps, is one */
  holds: (digits: string) => boolean
}

/** In this order: what one takes out the next no longer sees. */
const KINDS: readonly Kind[] = [
  {
    what: '身份证号',
    pattern: new RegExp(`${START}(?:\\d${GAP}){17}[\\dXx](?!\\d)`, 'g'),
    holds: isId18,
  },
  {
    // Mistyped ones are a person's all the same, where the text says what they are.
    what: '身份证号',
    pattern: /(?<=(?:身份证|证件)(?:号码?|编号)?[\s:：为是]*)\d(?:[ -]?\d){13,16}[ -]?[\dXx](?!\d)/g,
    holds: () => true,
  },
  {
    what: '银行卡号',
    pattern: new RegExp(`${START}62\\d{2}(?:${GAP}\\d){12,15}${END}`, 'g'),
    holds: isLuhn,
  },
  {
    what: '身份证号',
    pattern: new RegExp(`${START}\\d{15}${END}`, 'g'),
    holds: isId15,
  },
  {
    what: '手机号',
    pattern: new RegExp(
      `${START}${WORD}(?:(?:\\+|00)?86${GAP})?1[3-9]\\d(?:${GAP}\\d{4}${GAP}\\d{4}|${GAP}\\d{3}${GAP}\\d{5})${END}`,
      'gi',
    ),
    holds: () => true,
  },
  {
    what: '电话',
    pattern: new RegExp(
      `${START}(?:\\(0(?:10|2\\d|[3-9]\\d{2})\\) ?|0(?:10|2\\d|[3-9]\\d{2})${GAP})[2-9]\\d{2,3}${GAP}\\d{4}(?:(?:-|转)\\d{1,4})?${END}`,
      'g',
    ),
    holds: (digits) => !isDate(digits.replace(/^0(?:10|2\d|[3-9]\d{2})/, '')),
  },
]

/** From where to where it stands in a flat text. */
const spansOf = ({ pattern, holds }: Kind, flat: string): [from: number, to: number][] => {
  const spans: [number, number][] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(flat); match !== null; match = pattern.exec(flat)) {
    if (holds(match[0].replace(/[^\dXx]/g, ''))) spans.push([match.index, pattern.lastIndex])
    // What is none may begin before one that is.
    else pattern.lastIndex = match.index + 1
  }
  return spans
}

/**
 * The text with every 身份证号 (18 digits with birthday and check digit, 15 with birthday), mobile and landline number
 * and bank card taken out and named in its place.
 */
export const maskPeople = (text: string): Masked => {
  if (!WORTH_A_LOOK.test(text)) return { text, found: [] }
  const found = new Set<Personal>()
  let masked = text
  for (const kind of KINDS) {
    const spans = spansOf(kind, flatten(masked))
    if (spans.length > 0) found.add(kind.what)
    // From the end, so that the places before stay what they are.
    for (const [from, to] of spans.reverse())
      masked = `${masked.slice(0, from)}（已隐去${kind.what}）${masked.slice(to)}`
  }
  return { text: masked, found: [...found] }
}

const maskedNumber = (value: number, told: Set<Personal>): number | string => {
  const { text, found } = maskPeople(String(value))
  for (const what of found) told.add(what)
  return found.length === 0 ? value : text
}

/** Every text of a JSON value masked, and every number that is one of a person; keys stay. What was found is added to `told`. */
export const maskJson = (value: unknown, told: Set<Personal>): unknown => {
  if (typeof value === 'string') {
    const { text, found } = maskPeople(value)
    for (const what of found) told.add(what)
    return text
  }
  if (typeof value === 'number') return Number.isInteger(value) ? maskedNumber(value, told) : value
  if (Array.isArray(value)) return value.map((member) => maskJson(member, told))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, maskJson(member, told)]))
}

/** 「说明里有手机号、身份证号，已隐去」 */
export const maskedReason = (where: string, found: readonly Personal[]): string =>
  `${where}里有${found.join('、')}，已隐去`

const N = '[\\d一二三四五六七八九十百〇零]+'
const DOOR = new RegExp(
  [
    `${N}\\s*(?:号楼|栋|幢|单元|室)`,
    `${N}\\s*组\\s*${N}\\s*号`,
    `${N}\\s*号\\s*(?:院|门|楼|${N}\\s*[户室号])`,
    `(?:路|街|巷|胡同|村|庄|小区|家园|花园|社区|居委会|组|院)\\s*(?:东|西|南|北)?\\s*${N}(?:\\s*-\\s*\\d+)*\\s*号(?!文|令|公告|通知|楼长)`,
    '门牌',
    '(?<!\\d|-)\\d{1,3}-\\d{1,2}-\\d{3}(?!\\d|-)',
  ].join('|'),
)

/** Whether a text tells a door: X号楼X单元X室, X组X号, 某路12号. */
export const hasDoor = (text: string): boolean => DOOR.test(flatten(text))

/** Whether a text names a person under a label: 姓名：…, 户主…. */
export const hasNamed = (text: string): boolean =>
  /(?:姓名|户主|家庭成员|获奖人|获得者|当事人|联系人|负责人|房主|业主|户名)/.test(text)
