/** Dates as people write them, told apart by what they leave to be guessed. */
import { addMonths, type Day, dateOf, dayOf, formatDay, parseDay } from '../../model/day.ts'
import { plain } from './cells.ts'
import { wholeNumber } from './chinese-numbers.ts'

export type DateForm =
  /** one day of the calendar and no other */
  | { form: 'day'; day: Day }
  /** days since 1899-12-30, as Excel keeps them */
  | { form: 'serial'; day: Day }
  /** seconds or milliseconds since 1970, as programs keep them; the day it was in China */
  | { form: 'epoch'; day: Day }
  /** 5月7日至9日, 5月上旬: from one day to another */
  | { form: 'span'; day: Day; last: Day }
  /** 2019年5月: which day of it is not said */
  | { form: 'month'; day: Day; last: Day }
  /** 5月7日, 5.7, 5-7, 5/7: of which year is not said; of a span its first day, and its last (null = that of the month) */
  | { form: 'yearless'; month: number; date: number; last?: { month: number; date: number | null } }
  /** 5月: neither the year is said nor the day */
  | { form: 'yearlessMonth'; month: number }
  /** 07/05/2019: which is the day and which the month is not said */
  | { form: 'either'; days: readonly [Day, Day] }

/** 1970-01-01 in Excel's count. */
const EPOCH = 25_569
/** 1982 to 2064: other five-digit numbers are no dates of ours. */
const SERIALS = [30_000, 60_000] as const
/** 2000 to 2060, in seconds. */
const SECONDS = [946_684_800, 2_840_140_800] as const
const SECONDS_A_DAY = 86_400
/** China keeps one time, eight hours before Greenwich. */
const CHINA = 8 * 3600

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** 「19」 → 2019. No record of ours is older than 2000. */
const fullYear = (digits: string): number => Number(digits) + (digits.length === 2 ? 2000 : 0)

const ISO_ZONED = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i

/** An ISO time with its zone: the day it was in China. */
const zonedDay = (text: string): Day | null => {
  const m = ISO_ZONED.exec(text)
  const day = m === null ? null : parseDay(m[1] as string)
  if (m === null || day === null) return null
  const zone = m[5] as string
  const [hours, minutes] = /^z$/i.test(zone) ? [0, 0] : [Number(zone.slice(1, 3)), Number(zone.slice(-2))]
  const ahead = (zone.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60)
  const seconds = Number(m[2]) * 3600 + Number(m[3]) * 60 + Number(m[4] ?? 0)
  return day + Math.floor((seconds - ahead + CHINA) / SECONDS_A_DAY)
}

const WEEKDAY = /\(?(?:星期|周|礼拜)[一二三四五六日天]\)?/
const HOUR = String.raw`\d{1,2}(?::\d{2}|[时点](?:\d{1,2}分?|半)?)(?::\d{2}(?:\.\d+)?|\d{1,2}秒)?`
const PART = '(?:上午|下午|中午|早上|早晨|晚上|傍晚|夜间|凌晨|am|pm)'
/** The time of a day, behind it. A day has no hour here. */
const TIME = new RegExp(String.raw`(?:\s*,?\s*${PART})?(?:\s*[tT]?\s*${HOUR})?\s*(?:${PART})?$`, 'i')

/** 「二〇一九年五月七日」 → 「2019年5月7日」: figures by themselves in a year, numbers in months and days. */
export const inFigures = (text: string): string =>
  text.replace(/[〇零○一二三四五六七八九十]+(?=[年月日号])/g, (written) => {
    const number = wholeNumber(written)
    return number === null ? written : String(number)
  })

/** One spelling for what stands about the figures. */
const flatten = (text: string): string =>
  inFigures(
    plain(text)
      .replace(/^'/, '')
      .replace(WEEKDAY, '')
      .replace(/[‐-―−]/g, '-')
      .replace(/[。．、·]/g, '.')
      .replace(/号/g, '日')
      .replace(/^(?:今年|本年)/, '')
      .replace(/\s*([-/.年月日:~至到])\s*/g, '$1')
      .trim(),
  )

const dated = (year: number, month: number, date: number): DateForm | null => {
  const day = dayOf(year, month, date)
  return day === null || year < 1900 || year > 2100 ? null : { form: 'day', day }
}

/** One day without its time, in figures. */
const oneDay = (text: string): DateForm | null => {
  const full =
    /^(\d{4})[-/.年:](\d{1,2})[-/.月:](\d{1,2})日?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4}) (\d{1,2}) (\d{1,2})$/.exec(text) ??
    /^(\d{2})年(\d{1,2})月(\d{1,2})日?$/.exec(text) ??
    // 「19.5.7」: the first can be no month, and a year that ends in 07 is none of ours.
    /^(1[3-9]|[2-4]\d)[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)
  if (full) return dated(fullYear(full[1] as string), Number(full[2]), Number(full[3]))
  const last = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text)
  if (last) return yearLast(Number(last[1]), Number(last[2]), Number(last[3]))
  const yearless = /^(\d{1,2})月(\d{1,2})日?$/.exec(text) ?? /^(\d{1,2})[-/.](\d{1,2})日?$/.exec(text)
  if (yearless === null) return null
  const [month, date] = [Number(yearless[1]), Number(yearless[2])]
  // A leap year has every day there is.
  return dayOf(2000, month, date) === null ? null : { form: 'yearless', month, date }
}

/** 27/05/2019 is the one, 05/27/2019 the other way; 07/05/2019 may be either. */
const yearLast = (a: number, b: number, year: number): DateForm | null => {
  const [first, second] = [dayOf(year, b, a), dayOf(year, a, b)]
  if (first === null || second === null || first === second) {
    const day = first ?? second
    return day === null ? null : { form: 'day', day }
  }
  return { form: 'either', days: [first, second] }
}

/** May 7, 2019 · 7-May-19 · 7 May 2019 */
const english = (text: string): DateForm | null => {
  const m =
    /^(?<month>[a-z]{3,9})\.?[ -]+(?<date>\d{1,2})(?:st|nd|rd|th)?,?[ -]+(?<year>\d{4}|\d{2})$/i.exec(text) ??
    /^(?<date>\d{1,2})(?:st|nd|rd|th)?[ -]*(?<month>[a-z]{3,9})\.?,?[ -]*(?<year>\d{4}|\d{2})$/i.exec(text)
  const { month = '', date, year = '' } = m?.groups ?? {}
  const at = MONTHS.indexOf(month.slice(0, 3).toLowerCase())
  return at < 0 ? null : dated(fullYear(year), at + 1, Number(date))
}

const TEN_DAYS: Readonly<Record<string, readonly [first: number, last: number | null]>> = {
  上旬: [1, 10],
  初: [1, 10],
  中旬: [11, 20],
  下旬: [21, null],
  底: [21, null],
  末: [21, null],
}

/** 2019年5月 · 2019-05 · 201905 · 5月份, and a third of a month. */
const oneMonth = (text: string): DateForm | null => {
  const third = /^(?:(\d{4}|\d{2})年)?(\d{1,2})月份?(上旬|中旬|下旬|初|底|末)$/.exec(text)
  const whole =
    /^(\d{4})[-/.年](\d{1,2})月?份?$/.exec(text) ??
    /^(\d{4})(\d{2})$/.exec(text) ??
    /^(\d{2})年(\d{1,2})月份?$/.exec(text)
  const [, year, month] = third ?? whole ?? []
  if (month === undefined) {
    const alone = Number(/^(\d{1,2})月份?$/.exec(text)?.[1] ?? 0)
    return alone >= 1 && alone <= 12 ? { form: 'yearlessMonth', month: alone } : null
  }
  const [from, to] = third === null ? [1, null] : (TEN_DAYS[third[3] as string] as [number, number | null])
  if (year === undefined)
    return Number(month) >= 1 && Number(month) <= 12
      ? { form: 'yearless', month: Number(month), date: from, last: { month: Number(month), date: to } }
      : null
  const first = dayOf(fullYear(year), Number(month), from)
  if (first === null || fullYear(year) < 1990 || fullYear(year) > 2100) return null
  const last = to === null ? lastOfMonth(first) : first - from + to
  return { form: third === null ? 'month' : 'span', day: first, last }
}

/** 2019.05.07-05.09 · 2019-05-07至2019-05-09 · 5月7日-9日 */
const span = (text: string): DateForm | null => {
  for (const m of text.matchAll(/[-~至到]+/g)) {
    const [left, right] = [text.slice(0, m.index), text.slice(m.index + m[0].length)]
    const from = oneDay(left)
    if (from?.form !== 'day' && from?.form !== 'yearless') continue
    const end = /^(?:(?:(\d{4})[-/.年])?(\d{1,2})[-/.月])?(\d{1,2})日?$/.exec(right)
    // 「2019-05-07」 is one day, though 「05-07」 behind its first mark looks like the end of a span.
    if (end === null || (from.form === 'yearless' && /^[\d-]+$/.test(text))) continue
    if (from.form === 'yearless') {
      const last = { month: Number(end[2] ?? from.month), date: Number(end[3]) }
      if (end[1] !== undefined || dayOf(2000, last.month, last.date) === null) continue
      return { ...from, last }
    }
    const [year, month] = formatDay(from.day).split('-').map(Number) as [number, number]
    const last = dayOf(Number(end[1] ?? year), Number(end[2] ?? month), Number(end[3]))
    if (last === null || last < from.day) continue
    return { form: 'span', day: from.day, last }
  }
  return null
}

/** A number that programs keep a date as. */
const counted = (text: string): DateForm | null => {
  const serial = /^\d{5}(\.\d+)?$/.test(text) ? Number(text) : NaN
  if (serial >= SERIALS[0] && serial < SERIALS[1]) return { form: 'serial', day: Math.floor(serial) - EPOCH }
  if (!/^\d{10}(\d{3})?$/.test(text)) return null
  const seconds = Number(text.slice(0, 10))
  return seconds >= SECONDS[0] && seconds < SECONDS[1]
    ? { form: 'epoch', day: Math.floor((seconds + CHINA) / SECONDS_A_DAY) }
    : null
}

/** Longer than this no date is. */
const LONGEST = 60

/** What a cell says of a day; null where it says none. A day that no calendar has (2月30日) is none in any year. */
export const dateFormOf = (text: string): DateForm | null => {
  if (text.length > LONGEST) return null
  const zoned = zonedDay(text.trim())
  if (zoned !== null) return { form: 'day', day: zoned }
  const flat = flatten(text)
  const bare = flat.replace(TIME, '').trim()
  return counted(flat) ?? oneDay(bare) ?? oneMonth(bare) ?? span(bare) ?? english(bare)
}

const ISO = /^\d{4}-\d{2}-\d{2}$/

const parsed = (text: string): Day | null => {
  if (ISO.test(text)) return parseDay(text)
  const form = dateFormOf(text)
  return form?.form === 'day' ? form.day : null
}

/** Days of a few years, and no long texts: the rows of a file say the same days again and again. */
const MOST_DATES = 2000
const LONGEST_DATE = 10
const dates = new Map<string, Day | null>()

/** A day that is written so that nothing is left to be guessed; else null. */
export const parseDate = (text: string): Day | null => {
  if (text.length > LONGEST_DATE) return parsed(text)
  const known = dates.get(text)
  if (known !== undefined) return known
  if (dates.size === MOST_DATES) dates.clear()
  const day = parsed(text)
  dates.set(text, day)
  return day
}

/**
 * The day meant, by what else is known; null where that is not enough.
 * @param year of dates that do not say theirs; null = unknown
 */
export const dayOfForm = (form: DateForm, year: number | null): Day | null => {
  switch (form.form) {
    case 'yearless':
      return year === null ? null : dayOf(year, form.month, form.date)
    case 'yearlessMonth':
      return year === null ? null : dayOf(year, form.month, 1)
    case 'either':
      return null
    default:
      return form.day
  }
}

/** The last day of the month that `day` is in. */
export const lastOfMonth = (day: Day): Day => addMonths(day - dateOf(day).getUTCDate() + 1, 1) - 1

/** The last day meant, as `dayOfForm`: of one day that day. */
export const lastOfForm = (form: DateForm, year: number | null): Day | null => {
  if (form.form === 'span' || form.form === 'month') return form.last
  if (form.form === 'yearlessMonth') {
    const first = dayOfForm(form, year)
    return first === null ? null : lastOfMonth(first)
  }
  if (form.form !== 'yearless' || form.last === undefined || year === null) return dayOfForm(form, year)
  const { month, date } = form.last
  const first = dayOf(year, month, date ?? 1)
  return first === null || date !== null ? first : lastOfMonth(first)
}
