/** Numbers of something else, told by their form: days, places, amounts, codes of letters and digits. */
import type { Announced, Labelled, Saying } from './labels.ts'
import type { Found, Personal } from './masked.ts'
import { beginsIdentity, isIdentity15 } from './proofs.ts'
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
export const withoutOthers = (text: string, label: Labelled, saying: Saying, found: Found[]): string => {
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
