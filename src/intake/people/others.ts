/** Numbers of something else, told by their form: days, places, amounts, codes of letters and digits. */
import type { Announced, Labelled, Saying } from './labels.ts'
import type { Found, Personal } from './masked.ts'
import { AN_X, beginsIdentity, isIdentity15, isIdentity18 } from './proofs.ts'
import { MOST_DIGITS } from './runs.ts'

/** What nothing joins and nothing matches: stands where a number of something else was. */
const ASIDE = '\ue000'

export const aside = (match: string): string => ASIDE.repeat(match.length)

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

/** Amounts, measures and serial numbers, which a word before them may yet make a telephone number. */
const AMOUNTS: readonly Form[] = [
  { length: 9, mark: /\d,\d/, pattern: /(?<![\d,.])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])/g },
  {
    length: 8,
    mark: /[^\0-\x7f]|m2/,
    pattern: new RegExp(String.raw`(?<![\d.,-])\d+(?:[.-]\d+)?(?=${UNIT})`, 'g'),
  },
  // 8A13812345678F: a serial number of base 16, figures and letters in front of what looks like a number, letters behind.
  {
    length: 14,
    mark: /\d[A-F]+\d{11}/,
    pattern:
      /(?<![0-9A-Za-z])[A-F]*(?:\d{1,6}[A-F]+)+\d{11,13}[A-F]+(?:\d{1,6}[A-F]+)*(?:\d{1,6})?(?![0-9A-Za-z])/g,
  },
  // A decimal number. What has eleven digits and only zeros, or more than cents, behind the point is looked at below.
  { length: 8, mark: /\d\.\d/, decimal: true, pattern: /(?<![\d.])\d+\.\d+(?![\d]|\.\d)/g },
]

/** Whether a decimal number is left to be looked at all the same; none begins with 03. */
const isNoDecimal = (match: string): boolean =>
  /^\d+\./.test(match) && (SPOILT.test(match) || /^0\d/.test(match))

/** 86.13812345678 is a degree of longitude as well: where a word or the other degree stands beside it, or it alone. */
const isAbroad = (text: string, from: number, match: string): boolean =>
  /^86\.1[3-9]\d{9}$/.test(match) &&
  !/(?:经度?|lon\w*|lng|(?<![a-z])[xe]|\d\.\d+\W{0,2})[^\p{L}\p{N}]*$/iu.test(
    text.slice(Math.max(0, from - 24), from),
  ) &&
  !/^[^\p{L}\p{N}]{1,3}\d{1,3}\.\d/u.test(text.slice(from + match.length, from + match.length + 8))

const mayHold = (text: string, { length, mark }: Form): boolean => text.length >= length && mark.test(text)

/** 13812345678.0 is what a spreadsheet makes of a number, 13812345678.13987654321 are two. */
const SPOILT = /^(?:1[3-9]\d{9}\.\d{3,}|\d{10,19}\.0+)$/

/** 1.3812345678E+10 */
const POWER = /(?<![\d.])(\d{1,4})(?:\.(\d+))?[eE]\+?0{0,2}(\d{1,2})(?!\d)/g

/** What a number with a power of ten is: 1.3812345678E10. */
const ofPower = (digits: string, given: number, says: Announced, amount: boolean): Personal | null => {
  const whole = given >= 8
  if (/^1[3-9]\d{9}$/.test(digits) && ((whole && !amount) || says.phone)) return '手机号'
  if (digits.length === 18 && given >= 14 && beginsIdentity(digits)) return '身份证号'
  if (given >= 14 && isIdentity15(digits)) return '身份证号'
  if (given >= 12 && digits.length >= 16 && digits.length <= 19 && digits.startsWith('62')) return '银行卡号'
  if (says.identity && (digits.length === 15 || digits.length === 18)) return '身份证号'
  if (says.card && digits.length >= 15) return '银行卡号'
  return says.phone && whole && digits.length >= 10 && digits.length <= 12 ? '电话' : null
}

const withoutPowers = (text: string, { amount }: Labelled, saying: Saying, found: Found[]): string =>
  !/\d[eE]/.test(text)
    ? text
    : text.replace(POWER, (match, whole: string, part: string | undefined, power: string, from: number) => {
        const mantissa = `${whole}${part ?? ''}`
        const length = whole.length + Number(power)
        if (length > MOST_DIGITS || mantissa.length > length + 1) return aside(match)
        const digits = mantissa.slice(0, length).padEnd(length, '0')
        const what = ofPower(digits, mantissa.length, saying(from, from + match.length), amount)
        if (what !== null) found.push({ from, to: from + match.length, what })
        return aside(match)
      })

const BORN = new RegExp(
  `(?<!\\d)(\\d{6})\\s*(\\d{4})\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日\\s*(\\d{3})(\\d|${AN_X})(?!\\d)`,
  'g',
)

/** 411671 1990年01月01日 1235: an identity with its birthday in words. */
const withoutBirthdays = (text: string, found: Found[]): string =>
  !text.includes('年')
    ? text
    : text.replace(BORN, (match, ...parts) => {
        const [region, year, month, day, order, last] = parts as string[]
        const from = parts[6] as number
        const check = /\d/.test(last as string) ? last : 'X'
        const digits = `${region}${year}${month?.padStart(2, '0')}${day?.padStart(2, '0')}${order}${check}`
        if (!isIdentity18(digits)) return match
        found.push({ from, to: from + match.length, what: '身份证号' })
        return aside(match)
      })

/** 138*1234*5678. Sizes end in a 0 or with their unit. */
const STARRED =
  /(?<![\d*.]|(?:尺寸|规格|长宽高|大小)[^\d]{0,2})(1[3-9]\d)\*(\d{3}[1-9])\*(\d{3}[1-9])(?![\d*.]|\s?(?:[mc]?m|[毫厘]?米))/gi

/** Set aside what is a number of something else; what a spreadsheet wrote as a power of ten is looked at on the way. */
export const withoutOthers = (text: string, label: Labelled, saying: Saying, found: Found[]): string => {
  let rest = withoutBirthdays(text, found).replace(STARRED, '$1-$2-$3')
  for (const form of OTHER) if (mayHold(rest, form)) rest = rest.replace(form.pattern, aside)
  rest = withoutPowers(rest, label, saying, found)
  if (label.phone) return rest
  for (const form of AMOUNTS.filter((one) => mayHold(rest, one)))
    rest = rest.replace(form.pattern, (match, ...args) => {
      const from = args.find((arg): arg is number => typeof arg === 'number') as number
      const keeps = form.decimal === true && (isNoDecimal(match) || isAbroad(rest, from, match))
      return keeps || saying(from, from + match.length).phone ? match : aside(match)
    })
  return rest
}
