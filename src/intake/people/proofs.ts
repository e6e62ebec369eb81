/** What digits alone prove: a day, an identity, a bank card. */

const isDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** 20190527, 201905271230, 20190527123045: a day of these centuries, with or without its time. */
export const isTime = (digits: string): boolean =>
  /^(?:19|20)\d{6}(?:(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d(?:\d{3})?)?)?$/.test(digits) &&
  isDay(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8)))

/**
 * 19052700012: a day and a running number of five places, as records are numbered: in a column of such numbers from 2015
 * on, behind letters (JC13052700012) from any year.
 */
export const isDatedNumber = (digits: string, inColumn: boolean, behindLetters: boolean): boolean =>
  (behindLetters || (inColumn && /^1[5-9]/.test(digits))) &&
  digits[6] === '0' &&
  isDay(2000 + Number(digits.slice(0, 2)), Number(digits.slice(2, 4)), Number(digits.slice(4, 6)))

/** 0527: a day of some year. */
export const isDayOfYear = (digits: string): boolean =>
  isDay(2020, Number(digits.slice(0, 2)), Number(digits.slice(2)))

/** The first two digits of the provinces (GB/T 2260). */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/

/** A 统计用区划代码 of twelve digits. */
export const isAreaCode = (digits: string): boolean => digits.length === 12 && PROVINCE.test(digits)

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** The first fourteen digits of an identity: province and birthday. */
export const beginsIdentity = (digits: string): boolean =>
  PROVINCE.test(digits) &&
  /^(?:18|19|20)/.test(digits.slice(6)) &&
  isDay(Number(digits.slice(6, 10)), Number(digits.slice(10, 12)), Number(digits.slice(12, 14)))

/** GB 11643: province, birthday and check digit (mod 11). */
export const isIdentity18 = (id: string): boolean => {
  if (id.length !== 18 || !beginsIdentity(id)) return false
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(id[i]), 0)
  return '10X98765432'[sum % 11] === id[17]
}

/**
 * The numbers given out before 1999: two digits of the year, no check digit. Nobody born before 1930 is looked for: what
 * stands there in the number of a 网格 (12 digits of the 居委会, then three) is the 办事处, 001–299 as a rule.
 */
export const isIdentity15 = (id: string): boolean =>
  id.length === 15 &&
  PROVINCE.test(id) &&
  Number(id.slice(6, 8)) >= 30 &&
  isDay(1900 + Number(id.slice(6, 8)), Number(id.slice(8, 10)), Number(id.slice(10, 12)))

/** The X that ends an identity, and what is written for it: the sign of multiplication, letters of other alphabets. */
export const AN_X = '[Xx×✕✖ХхΧχ]'

/** Sixteen to nineteen digits with the check digit of bank cards (ISO/IEC 7812). */
export const isCard = (digits: string): boolean => {
  if (digits.length < 16 || digits.length > 19) return false
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 1 : 2)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}
