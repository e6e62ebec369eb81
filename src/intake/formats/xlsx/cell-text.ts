/** The value of a cell as the text a clerk sees in it. */
import { formatDay } from '../../../model/day.ts'
import type { NumberShape } from './number-format.ts'

/** Digits a spreadsheet keeps. */
const DIGITS = 15

/** 4.11671011001E11 → 411671011001; 114.65000000000001 → 114.65. What is no number stays as it is. */
const numberText = (value: string): string => {
  if (/^-?\d{1,21}$/.test(value)) return value
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return value
  const text = String(Number(number.toPrecision(DIGITS)))
  if (!text.includes('e')) return text
  return Math.abs(number) > 1
    ? BigInt(number).toString()
    : number.toFixed(20).replace(/0+$/, '').replace(/\.$/, '')
}

const DAY_SECONDS = 86_400
/** Days from 1899-12-30, from which spreadsheets count, to 1970-01-01; and from 1904-01-01, the other beginning. */
const FROM_1900 = 25_569
const FROM_1904 = 24_107
/** 9999-12-31, the last day a spreadsheet knows. */
const LAST_SERIAL = 2_958_465

const two = (n: number): string => String(n).padStart(2, '0')

/** 43612 → 2019-05-27, with the time where there is one; a part of a day alone is a time. Null for what is no date. */
const dateText = (value: string, from1904: boolean): string | null => {
  const serial = Number(value)
  if (!Number.isFinite(serial) || serial < 0 || serial > LAST_SERIAL) return null
  const seconds = Math.round(serial * DAY_SECONDS)
  const days = Math.floor(seconds / DAY_SECONDS)
  const rest = seconds - days * DAY_SECONDS
  const [hours, minutes, left] = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60]
  const time = `${two(hours)}:${two(minutes)}${left === 0 ? '' : `:${two(left)}`}`
  if (days === 0 && !from1904) return time
  // Spreadsheets believe in a 29 February 1900: before it they are a day behind.
  const day = from1904 ? days - FROM_1904 : days - FROM_1900 + (days < 60 ? 1 : 0)
  return rest === 0 ? formatDay(day) : `${formatDay(day)} ${time}`
}

/** The text of a number by the way it is shown. */
export const shownText = (value: string, shown: NumberShape, from1904: boolean): string => {
  const text = numberText(value)
  switch (shown.type) {
    case 'plain':
      return text
    case 'date':
      return dateText(value, from1904) ?? text
    case 'affixed': {
      const figures = /^\d+$/.test(text) ? text.padStart(shown.digits, '0') : text
      return Number.isFinite(Number(text)) ? `${shown.before}${figures}${shown.after}` : text
    }
    case 'zeros':
      return /^\d+$/.test(text) ? text.padStart(shown.digits, '0') : text
  }
}

/** 「_x000D_」 is how a workbook writes what XML cannot hold. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
