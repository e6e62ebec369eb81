/**
 * Where in a text numbers stand that lead to a person: the one place that decides. Digits are gathered into groups, groups
 * with nothing but marks between them into chains, and in a chain each run of groups is asked what it is. What is a number
 * of something else — a day, a coordinate, an amount, a code of letters and digits — is set aside first.
 */
import { type Announced, announced, announcesAny, isOfThing, type Labelled } from './labels.ts'
import { MASKED, type Personal } from './masked.ts'
import { plainText } from './plain.ts'
import {
  beginsIdentity,
  isAreaCode,
  isCard,
  isDatedNumber,
  isDayOfYear,
  isIdentity15,
  isIdentity18,
  isTime,
} from './proofs.ts'

/** From where to where in the text as it stands. */
export interface Found {
  from: number
  to: number
  what: Personal
}

/** What nothing joins and nothing matches: stands where a number of something else was. */
const ASIDE = '\ue000'

const aside = (match: string): string => ASIDE.repeat(match.length)

const UNIT = String.raw`\s?(?:万|亿|千|百)?(?:元|平方|㎡|m2|m²|亩|公顷|吨|公里|千米|立方)`

/** A form of numbers, and what a text at least has that holds one: most texts need not be searched for most forms. */
interface Form {
  pattern: RegExp
  length: number
  mark: RegExp
  /** looked at more closely: some are no decimal numbers at all */
  decimal?: true
}

/** Numbers of something else, by their form alone. */
const OTHER: readonly Form[] = [
  // GUIDs, and sums of files: 32 letters and digits of base 16 or more, letters among them.
  {
    length: 36,
    mark: /-/,
    pattern: /(?<![0-9a-z])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-z])/gi,
  },
  { length: 32, mark: /[a-f]/i, pattern: /(?<![0-9a-z])(?=[0-9a-f]*[a-f])[0-9a-f]{32,}(?![0-9a-z])/gi },
  // 统一社会信用代码 with a letter before its last place: an identity has none there.
  {
    length: 18,
    mark: /[A-Z]/,
    pattern: /(?<![0-9A-Z])(?=\d{0,16}[A-Z])[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Z])/g,
  },
  // Addresses of machines.
  {
    length: 11,
    mark: /\d\.\d/,
    pattern:
      /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?::\d{2,5})?(?!\d|\.\d)/g,
  },
  // Days, with their times; but not the birthday within an identity: 411671 1990-01-01 1230.
  {
    length: 8,
    mark: /\d[-/.]\d/,
    pattern:
      /(?<!\d)(?<!(?<!\d)\d{6}[\s\-./](?=\S{8,10}[\s\-./]\d{3}[\dXx](?!\d)))(?:19|20)\d\d([-/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?:[T ]?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(?!\d)/g,
  },
]

/** Amounts and measures, which a word before them may yet make a telephone number. */
const AMOUNTS: readonly Form[] = [
  { length: 9, mark: /\d,\d/, pattern: /(?<![\d,.])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])/g },
  {
    length: 8,
    mark: /[^\0-\x7f]|m2/,
    pattern: new RegExp(String.raw`(?<![\d.,-])\d+(?:[.-]\d+)?(?=${UNIT})`, 'g'),
  },
  // A decimal number. What has eleven digits and only zeros, or more than cents, behind the point is looked at below.
  { length: 8, mark: /\d\.\d/, decimal: true, pattern: /(?<![\d.])\d+\.\d+(?![\d]|\.\d)/g },
]

/** Whether a decimal number is left to be looked at all the same; none begins with 03. */
const isNoDecimal = (match: string): boolean =>
  /^\d+\./.test(match) && (SPOILT.test(match) || /^0\d/.test(match))

const mayHold = (text: string, { length, mark }: Form): boolean => text.length >= length && mark.test(text)

/** 13812345678.0 is what a spreadsheet makes of a number, 13812345678.13987654321 are two. */
const SPOILT = /^(?:1[3-9]\d{9}\.\d{3,}|\d{10,19}\.0+)$/

/** 1.3812345678E+10 */
const POWER = /(?<![\d.])(\d{1,4})(?:\.(\d+))?[eE]\+?0{0,2}(\d{1,2})(?!\d)/g

/** What may stand between the groups of one number. Soft marks divide a number; the others divide a list as well. */
const LINK = /^[^\p{L}\p{N}\ue000\ue001×*+=<>%℃°′″"￥$]{1,5}$/u
const SOFT = /^(?:[\s.\-/·•_:|\\'’]*[()[\]{}【】]?){1,2}[\s.\-/·•_:|\\'’]*$/

interface Group {
  from: number
  to: number
  digits: string
  /** what stands between it and the group before, null where they are of no chain */
  gap: string | null
}

/** Some groups of a chain as one number. */
interface Run {
  digits: string
  sizes: readonly number[]
  /** the marks between them */
  gaps: readonly string[]
  /** nothing but marks that divide a number */
  soft: boolean
  /** no other group hangs on with the same mark */
  alone: boolean
  groups: readonly Group[]
  /** the text before it, and behind it */
  before: string
  behind: string
}

const groupsOf = (text: string): Group[] => {
  const groups: Group[] = []
  for (const match of text.matchAll(/\d+/g)) {
    const last = groups.at(-1)
    const between = last === undefined ? '' : text.slice(last.to, match.index)
    groups.push({
      from: match.index,
      to: match.index + match[0].length,
      digits: match[0],
      gap: LINK.test(between) ? between : null,
    })
  }
  return groups
}

const shape = (sizes: readonly number[]): string => sizes.join('-')

/** Whether groups of one digit each are a number of so many, not a part of a longer row of single digits. */
const areSingles = ({ sizes, alone }: Run): boolean =>
  sizes.length > 5 && alone && sizes.every((size) => size === 1)

/** Whether a column holds numbers of its own kind, among which only the surest are taken for one of a person. */
const isNumbered = ({ record, thing, amount }: Labelled): boolean => record || thing || amount

/** How people divide the eleven digits; the second list where nothing but a space or a line break divides them. */
const MOBILE_SHAPES = new Set(
  '11 3-8 7-4 3-3-5 3-5-3 4-4-3 4-3-4 4-7 3-4-2-2 3-2-2-4 3-2-2-2-2 3-2-3-3 1-3-3-4 1-10'.split(' '),
)
const SPACED_SHAPES = new Set('2-3-3-3 2-4-5 1-2-4-4 2-2-2-2-2-1 1-2-2-2-2-2'.split(' '))

/** Two pieces of a number, beside each other or on two lines; 15 199175352 are two numbers. */
const isWrapped = ({ sizes, gaps }: Run): boolean =>
  sizes.length === 2 && (sizes[0] !== 2 || gaps.some((gap) => gap.includes('\n')))

/** No quantity begins with 00 or 01: these are pieces of one number. */
const arePieces = ({ groups }: Run): boolean =>
  groups.length < 6 && groups.slice(1).some(({ digits }) => /^0\d/.test(digits))

const isSpaced = ({ gaps }: Run): boolean => gaps.every((gap) => /^\s+$/.test(gap))

/** Words for a telephone that a number may be glued to as an id is to its letters. */
const TEL = /(?:tel|phone|mobile|mob|cell|call|fax|qq|vx|wx|wechat|v)[-_:.]?$/i
/** Letters of an id: WT, GC-. */
const PREFIX = /(?<![A-Za-z])[A-Z]{1,6}[-_]?$/

const isId = ({ before }: Run): boolean => PREFIX.test(before) && !TEL.test(before)

/** The run without the number of the country before it. */
const athome = (run: Run): Run => {
  const [prefix = ''] = /^(?:0086|86)/.exec(run.digits) ?? []
  if (prefix === '' || run.digits.length < 12) return run
  const sizes: number[] = []
  const gaps: string[] = []
  let left = prefix.length
  run.sizes.forEach((size, i) => {
    const rest = size - Math.min(size, left)
    left -= size - rest
    if (rest === 0) return
    if (sizes.length > 0) gaps.push(run.gaps[i - 1] as string)
    sizes.push(rest)
  })
  return { ...run, digits: run.digits.slice(prefix.length), sizes, gaps }
}

const isMobile = (given: Run, label: Labelled): boolean => {
  const run = given.digits.length === 11 ? given : athome(given)
  const { digits, sizes, soft, alone } = run
  if (!/^1[3-9]\d{9}$/.test(digits)) return false
  if (sizes.length === 1) return !label.amount && !isDatedNumber(digits, label.record, isId(run))
  if (areSingles(run)) return true
  if (!alone) return false
  if (shape(sizes) === '3-4-4') return !(/^(?:19|20)\d\d$/.test(digits.slice(3, 7)) && isId(run))
  if (!soft || isId(run)) return false
  if (shape(sizes) === '3-8' && isTime(digits.slice(3))) return false
  if (MOBILE_SHAPES.has(shape(sizes))) return true
  return isSpaced(run) && (isWrapped(run) || SPACED_SHAPES.has(shape(sizes)) || arePieces(run))
}

const AREA = /^0(?:10|2\d|[3-9]\d\d)/

const isLandline = (given: Run, label: Labelled): boolean => {
  const home = athome(given)
  // Called from abroad it loses its 0.
  const abroad = home !== given && !home.digits.startsWith('0')
  const digits = abroad ? `0${home.digits}` : home.digits
  const sizes = abroad ? [(home.sizes[0] as number) + 1, ...home.sizes.slice(1)] : home.sizes
  const area = AREA.exec(digits)?.[0]
  if (area === undefined) return false
  const rest = digits.slice(area.length)
  if (!/^[2-9]\d{6,7}$/.test(rest) || isTime(rest)) return false
  if (sizes.length === 1) return !isNumbered(label) && !isId(given) && !(abroad && home === given)
  if (areSingles(given)) return true
  // 0394，8123456: the only numbers of a list that begin with 0 and go on so.
  if (!given.soft) return sizes.length === 2 && sizes[0] === area.length
  // 2019-0527-8123456 is the number of a record.
  if (/(?:19|20)\d\d[-_ ]$/.test(given.before) && isDayOfYear(area)) return false
  if (sizes[0] === 1) return shape(sizes) === `1-${area.length - 1}-${rest.length}`
  return sizes[0] === area.length
    ? /^(?:7|8|3-4|4-4|4-3|4-2-2|3-2-2|2-2-2-2|1-1-1-1-1-1-1-?1?)$/.test(shape(sizes.slice(1)))
    : sizes[0] === area.length + 3 || sizes[0] === area.length + 4
}

const isFreephone = (run: Run, label: Labelled): boolean => {
  if (!/^[48]00\d{7}$/.test(run.digits)) return false
  if (run.sizes.length === 1) return !/0{9}$/.test(run.digits) && !isNumbered(label) && !isId(run)
  if (areSingles(run)) return true
  // 4000-500000 is from one sum to another.
  if (shape(run.sizes) === '4-6') return run.digits.startsWith('400') && !/000$/.test(run.digits) && run.soft
  return run.soft && /^(?:3-7|3-3-4|3-4-3|4-3-3|6-4|3-2-2-3)$/.test(shape(run.sizes))
}

/** +852, +853, +886 and other countries. */
const isForeign = ({ digits, before, sizes, soft }: Run): boolean =>
  /\+\s?$/.test(before) &&
  soft &&
  (/^(?:85[23]\d{8}|886\d{8,9})$/.test(digits) || (sizes.length > 2 && /^[1-9]\d{9,14}$/.test(digits)))

const isBankCard = (run: Run, label: Labelled): boolean => {
  const { digits, sizes, soft } = run
  if (!soft || !isCard(digits)) return false
  if (/^[3-9]/.test(digits) && /^4-4-4-4(?:-[1-3])?$/.test(shape(sizes))) return true
  // 62 is UnionPay's, and 甘肃省's: among the numbers of grids only the usual lengths of a card are one.
  if (isNumbered(label) && digits.length !== 16 && digits.length !== 19) return false
  return digits.startsWith('62') && (sizes.length < 6 || areSingles(run))
}

const kindOf = (run: Run, label: Labelled): Personal | null => {
  const { digits, soft, sizes } = run
  switch (digits.length) {
    case 18:
      if (soft && isIdentity18(digits) && (sizes.length < 7 || areSingles(run))) return '身份证号'
      // ID: says it of a number that has a birthday, be its last digit wrong.
      if (/(?<![a-z])id[\s:=_-]*$/i.test(run.before) && beginsIdentity(digits)) return '身份证号'
      break
    case 15:
      if (soft && /^(?:15|6-6-3|6-9|12-3|3-3-6-3)$/.test(shape(sizes)) && isIdentity15(digits)) {
        if (!label.thing) return '身份证号'
      }
      break
  }
  if (isBankCard(run, label)) return '银行卡号'
  if (isMobile(run, label)) return '手机号'
  if (isLandline(run, label) || isFreephone(run, label) || isForeign(run)) return '电话'
  return null
}

/** Numbers of services, for everybody to call. */
const SERVICE = /^(?:1\d\d|1[0-2]\d{3}|9[56]\d{3,4})$/

/** What a run is that the words about it call a number of a person, however wrong it is. */
const calledKind = ({ digits, soft, groups }: Run, { identity, card, phone }: Announced): Personal | null => {
  const { length } = digits
  if (!soft || groups.some((group) => SERVICE.test(group.digits))) return null
  if (groups.length === 1 && isTime(digits)) return null
  if (identity && length >= 14 && length <= 18) return '身份证号'
  if (card && length >= 15 && length <= 21) return '银行卡号'
  return phone && length >= 7 && length <= 15 && (!isAreaCode(digits) || /^1[3-9]/.test(digits))
    ? '电话'
    : null
}

/** Longest number looked for, with the number of the country before it. */
const MOST_DIGITS = 21

/** Whether a number of its own begins with a group: another one of a list that spaces divide. */
const opensNumber = (groups: readonly Group[], at: number): boolean => {
  const [first = '', second = '', third = ''] = [0, 1, 2].map((i) => groups[at + i]?.digits ?? '')
  if (/^0[1-9]/.test(first) || /^1[3-9]\d{9}$/.test(first)) return true
  return /^1[3-9]\d$/.test(first) && second.length === 4 && third.length === 4
}

/**
 * The runs of groups that begin with one of them, shortest first.
 * @param done where the last number that was found ends
 */
const runsFrom = (text: string, groups: readonly Group[], first: number, done: number): Run[] => {
  const runs: Run[] = []
  const start = groups[first] as Group
  const lead = groups[first - 1]
  const before = text.slice(Math.max(0, start.from - 24), start.from)
  let digits = ''
  const sizes: number[] = []
  const gaps: string[] = []
  for (let i = first; i < groups.length; i++) {
    const group = groups[i] as Group
    if (i > first) {
      if (group.gap === null) break
      gaps.push(group.gap)
    }
    digits += group.digits
    sizes.push(group.digits.length)
    if (digits.length > MOST_DIGITS) break
    const own = gaps[0] ?? ''
    const singles = digits.length === sizes.length
    /** Whether a group beside it, that far away, may be of the same row. */
    const isLike = (beside: Group | undefined, gap: string | null): boolean => {
      if (beside === undefined || gap === null || beside.to <= done) return false
      return singles ? gap.trim() === own.trim() : gap === own && beside.digits.length > 2
    }
    const same = gaps.every((gap) => gap.trim() === own.trim())
    const opens = !singles && opensNumber(groups, i + 1)
    runs.push({
      digits,
      sizes: [...sizes],
      gaps: [...gaps],
      soft: gaps.every((gap) => SOFT.test(gap)),
      // Divided by one mark throughout, it ends where another one stands.
      alone: same
        ? !isLike(lead, start.gap) && (opens || !isLike(groups[i + 1], groups[i + 1]?.gap ?? null))
        : (lead === undefined || start.gap === null || lead.to <= done) &&
          (opens || (groups[i + 1]?.gap ?? null) === null),
      groups: groups.slice(first, i + 1),
      before,
      behind: text.slice(group.to, group.to + 8),
    })
  }
  return runs
}

/** An X that ends an identity, in place of its last digit. */
const withX = (run: Run): { run: Run; extra: number } | null => {
  const x = /^[\s\-./]?[Xx](?!\d)/.exec(run.behind)
  return x === null ? null : { run: { ...run, digits: `${run.digits}X` }, extra: x[0].length }
}

/** Marks in front that belong to a number: +86, (0394). */
const leadOf = (run: Run): number => {
  const closes = run.gaps[0]?.[0] ?? ''
  const opening = { ')': '(', ']': '[', '】': '【' }[closes]
  let lead = 0
  if (/\+$/.test(run.before)) lead = 1
  if (opening !== undefined && run.before.at(-1 - lead) === opening) lead++
  return lead
}

interface Taken {
  from: number
  to: number
  what: Personal
  /** groups used up */
  groups: number
}

const EXTENSION = /^\s?(?:-|转|ext\.?)\s?\d{1,5}(?!\d)/i

const taken = (text: string, run: Run, what: Personal, extra = 0): Taken => {
  const last = run.groups.at(-1) as Group
  const from = (run.groups[0] as Group).from - leadOf(run)
  const extension = what === '电话' ? (EXTENSION.exec(text.slice(last.to, last.to + 12))?.[0].length ?? 0) : 0
  return { from, to: last.to + extra + extension, what, groups: run.groups.length }
}

/** What words say of a number from here to there: those of the heading, and those about it in the text. */
type Saying = (from: number, to: number) => Announced

const sayingOf = (text: string, label: Labelled): Saying => {
  if (!announcesAny(text)) return () => label
  return (from, to) => {
    const words = announced(text, from, to)
    return {
      identity: label.identity || words.identity,
      card: label.card || words.card,
      phone: label.phone || words.phone,
    }
  }
}

/** What begins with a group, if anything: the surest kind first, then what the words about it say. */
const beginningAt = (
  text: string,
  groups: readonly Group[],
  first: number,
  label: Labelled,
  saying: Saying,
  done: number,
): Taken | null => {
  const runs = runsFrom(text, groups, first, done)
  const about = (run: Run): Labelled =>
    isOfThing(text, (run.groups[0] as Group).from) ? { ...label, thing: true } : label
  // The longer is the surer: an identity may hold what looks like a telephone number.
  for (const run of [...runs].reverse()) {
    const x = withX(run)
    if (x !== null && run.soft && isIdentity18(x.run.digits)) return taken(text, run, '身份证号', x.extra)
    const what = kindOf(run, about(run))
    if (what !== null) return taken(text, run, what)
  }
  const [shortest] = runs
  if (shortest === undefined) return null
  const { from } = shortest.groups[0] as Group
  for (const run of [...runs].reverse()) {
    if (run.digits.length < 7) continue
    const says = saying(from, (run.groups.at(-1) as Group).to)
    const x = withX(run)
    const what = (x === null ? null : calledKind(x.run, says)) ?? calledKind(run, says)
    if (what !== null) return taken(text, run, what, what === '身份证号' ? (x?.extra ?? 0) : 0)
  }
  return null
}

/** What a number with a power of ten is: 1.3812345678E10. */
const ofPower = (digits: string, given: number, says: Announced): Personal | null => {
  const whole = given >= 8
  if (/^1[3-9]\d{9}$/.test(digits) && (whole || says.phone)) return '手机号'
  if (digits.length === 18 && given >= 14 && beginsIdentity(digits)) return '身份证号'
  if (given >= 14 && isIdentity15(digits)) return '身份证号'
  if (given >= 12 && digits.length >= 16 && digits.length <= 19 && digits.startsWith('62')) return '银行卡号'
  if (says.identity && (digits.length === 15 || digits.length === 18)) return '身份证号'
  if (says.card && digits.length >= 15) return '银行卡号'
  return says.phone && whole && digits.length >= 10 && digits.length <= 12 ? '电话' : null
}

const withoutPowers = (text: string, saying: Saying, found: Found[]): string =>
  !/\d[eE]/.test(text)
    ? text
    : text.replace(POWER, (match, whole: string, part: string | undefined, power: string, from: number) => {
        const mantissa = `${whole}${part ?? ''}`
        const length = whole.length + Number(power)
        if (length > MOST_DIGITS || mantissa.length > length + 1) return aside(match)
        const digits = mantissa.slice(0, length).padEnd(length, '0')
        const what = ofPower(digits, mantissa.length, saying(from, from + match.length))
        if (what !== null) found.push({ from, to: from + match.length, what })
        return aside(match)
      })

/** Set aside what is a number of something else; what a spreadsheet wrote as a power of ten is looked at on the way. */
const withoutOthers = (text: string, label: Labelled, saying: Saying, found: Found[]): string => {
  let rest = text
  for (const form of OTHER) if (mayHold(rest, form)) rest = rest.replace(form.pattern, aside)
  rest = withoutPowers(rest, saying, found)
  if (label.phone) return rest
  for (const form of AMOUNTS.filter((one) => mayHold(rest, one)))
    rest = rest.replace(form.pattern, (match, ...args) => {
      const from = args.find((arg): arg is number => typeof arg === 'number') as number
      const keeps = form.decimal === true && isNoDecimal(match)
      return keeps || saying(from, from + match.length).phone ? match : aside(match)
    })
  return rest
}

/** 0394-8123456/8123457: another landline of the same place, without its area code once more. */
const alsoAt = (text: string, group: Group | undefined, found: readonly Found[]): Found | null => {
  const last = found.at(-1)
  if (group === undefined || last?.what !== '电话' || !/^[2-9]\d{6,7}$/.test(group.digits)) return null
  const between = text.slice(last.to, group.from)
  return /^\s*[、,，/;；或和及至到~-]\s*$/.test(between) && !isTime(group.digits)
    ? { from: group.from, to: group.to, what: '电话' }
    : null
}

/** Where in a text numbers of people stand, in order. @param label what the heading over it says */
export const findPeople = (given: string, label: Labelled): Found[] => {
  const { text: written, at } = plainText(given)
  // The words in the place of a number announce no other.
  const plain = written.includes('已隐去') ? written.replace(MASKED, aside) : written
  const found: Found[] = []
  const saying = sayingOf(plain, label)
  const text = withoutOthers(plain, label, saying, found)
  const groups = groupsOf(text)
  let done = 0
  for (let i = 0; i < groups.length; ) {
    const here = beginningAt(text, groups, i, label, saying, done)
    if (here === null) i++
    else {
      found.push(here)
      i += here.groups
      while (i < groups.length && (groups[i] as Group).from < here.to) i++
      for (let next = alsoAt(text, groups[i], found); next !== null; next = alsoAt(text, groups[++i], found))
        found.push(next)
      done = (found.at(-1) as Found).to
    }
  }
  // 13812345678.0: the zeros go with it.
  const places = found.map(({ from, to, what }) => {
    const zeros = /^\.0+(?!\d)/.exec(text.slice(to, to + 24))?.[0].length ?? 0
    return { from, to: to + zeros, what }
  })
  places.sort((a, b) => a.from - b.from)
  return at === null
    ? places
    : places.map(({ from, to, what }) => ({ from: at[from] as number, to: at[to] as number, what }))
}
