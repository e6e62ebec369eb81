/** Dates as sheets hold them, told apart by what they leave to be guessed. */
import { type Day, dayOf, formatDay } from '../../model/day.ts'
import { parseDate, plain } from './cells.ts'

export type DateForm =
  | { form: 'day'; day: Day }
  /** days since 1899-12-30, as Excel keeps them */
  | { form: 'serial'; day: Day }
  /** 5月7日, 5.7, 5-7, 5/7: of which year is not said */
  | { form: 'yearless'; month: number; date: number }

/** 1970-01-01 in Excel's count. */
const EPOCH = 25_569
/** 1982 to 2064: other five-digit numbers are no dates of ours. */
const SERIALS = [30_000, 60_000] as const

const TIME = '(?:\\s*\\d{1,2}[:时]\\d{2}分?(?::\\d{2})?)?'
const YEARLESS = [
  new RegExp(`^(\\d{1,2})月(\\d{1,2})日?${TIME}$`),
  new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})${TIME}$`),
]

/** What a cell says of a day; null where it says none. A day that no calendar has (2月30日) is none in any year. */
export const dateFormOf = (text: string): DateForm | null => {
  const day = parseDate(text)
  if (day !== null) return { form: 'day', day }
  const t = plain(text)
    .replace(/\s*([-/.年月日号])\s*/g, '$1')
    .replace('号', '日')
  const spoken = parseDate(t)
  if (spoken !== null) return { form: 'day', day: spoken }
  const serial = /^\d{5}(\.\d+)?$/.test(t) ? Number(t) : NaN
  if (serial >= SERIALS[0] && serial < SERIALS[1]) return { form: 'serial', day: Math.floor(serial) - EPOCH }
  for (const form of YEARLESS) {
    const m = form.exec(t)
    if (m === null) continue
    const [month, date] = [Number(m[1]), Number(m[2])]
    // A leap year has every day there is.
    return dayOf(2000, month, date) === null ? null : { form: 'yearless', month, date }
  }
  return null
}

/** YYYY-MM-DD; null for a day without a year when none is given, or that the year does not have. */
export const isoOf = (form: DateForm, year: number | null): string | null => {
  if (form.form !== 'yearless') return formatDay(form.day)
  const day = year === null ? null : dayOf(year, form.month, form.date)
  return day === null ? null : formatDay(day)
}
