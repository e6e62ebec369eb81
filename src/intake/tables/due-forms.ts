/** Deadlines as people write them: a day, a span from the day the problem was found, or that there is none. */
import { addMonths, type Day, dateOf, dayOf, yearOf } from '../../model/day.ts'
import type { Standard } from '../../model/standard.ts'
import { type Calendar, workdayAfter } from '../../model/working-days.ts'
import { plain } from './cells.ts'
import { wholeNumber } from './chinese-numbers.ts'
import { type DateForm, dateFormOf, dayOfForm, lastOfForm, lastOfMonth } from './date-forms.ts'

/** What a deadline is worked out from. */
export interface DueGround {
  foundOn: Day
  deadlines: Standard['deadlines']
  calendar: Calendar
}

export type Due =
  /** `by`: how it was worked out, '' where the cell says the day itself */
  | { type: 'day'; day: Day; by: string }
  /** kept up without an end, or said to have none */
  | { type: 'none'; by: string }
  /** it says that the problem is settled, on which day if it tells */
  | { type: 'done'; on: DateForm | null }

const ON_THE_DAY = /^(?:立即|马上|立刻|当日|当天|当场|现场|即时|即刻|即日|今日|今天|随时)/
const AT_ONCE = /^(?:立行立改|即知即改|立查立改|边查边改|边督边改|即查即改|随查随改|立整立改|立说立行)/
const ENDLESS = /^(?:长期|持续|常态|日常|长效|经常|永久)/
const NEVER = /^(?:无|没有|不限|暂无|待定|未定|无期限)$/
const DONE = /^(?:已(?:经)?(?:整改|完成|办结|销号|改|处理|解决|清理|落实)|整改(?:完毕|到位)|√|✓|✔)/

/** What is said about the deadline itself and tells no day. */
const BEFORE = /^(?:限期?|要求|须|应|请|务必|计划|预计|于|在|最迟|不晚于|整改期限[::]?)+/
const BEHIND =
  /(?:全部|按时|彻底)?(?:整改)?(?:到位|完成|完毕|办结|解决|整改|截止|为止)*(?:之前|以前|前|之内|以内|内|止)?(?:全部|按时)?(?:整改)?(?:到位|完成|完毕|办结|解决|整改)*$/

const UNITS: readonly (readonly [
  RegExp,
  (count: number) => { days?: number; working?: number; months?: number },
])[] = [
  [/^个?工作日$/, (count) => ({ working: count })],
  [/^个?(?:工作时|工时)$/, (count) => ({ working: Math.max(1, Math.ceil(count / 8)) })],
  [/^个?小时$/, (count) => ({ days: Math.max(1, Math.ceil(count / 24)) })],
  [/^(?:个?天|日|个?自然日)$/, (count) => ({ days: count })],
  [/^个?(?:周|星期|礼拜)$/, (count) => ({ days: 7 * count })],
  [/^个月$/, (count) => ({ months: count })],
]

/** 「3个工作日」「三日内」「一周内」「半个月」「24小时」 as an amount of time; null where it is none. */
const amountOf = (core: string, within: boolean) => {
  if (/^半个?月$/.test(core)) return { days: 15 }
  const m = /^([\d一二两三四五六七八九十]+)\s*(.+)$/.exec(core)
  const count = m === null ? null : wholeNumber(m[1] as string)
  if (m === null || count === null) return null
  // 「5日」 by itself is the fifth of a month as well as five days: only 「5日内」 is sure.
  if (m[2] === '日' && !within) return null
  return UNITS.find(([unit]) => unit.test(m[2] as string))?.[1](count) ?? null
}

/** Of the same date in three years the one nearest to `foundOn`: in December 「1月5日前」 is in the year to come. */
const nearest = (foundOn: Day, on: (year: number) => Day | null): Day | null =>
  [-1, 0, 1]
    .flatMap((away) => on(yearOf(foundOn) + away) ?? [])
    .reduce<Day | null>(
      (best, day) => (best === null || Math.abs(day - foundOn) < Math.abs(best - foundOn) ? day : best),
      null,
    )

/** 「月底」「下月底」「年底」: the last day of what the day it was found lies in. */
const endOf = (core: string, foundOn: Day): Day | null => {
  if (/^(?:本月|当月|月)(?:底|末)$/.test(core)) return lastOfMonth(foundOn)
  if (/^(?:下月|下个月)(?:底|末)?$/.test(core)) return lastOfMonth(lastOfMonth(foundOn) + 1)
  return /^(?:本年|年)(?:底|末)$/.test(core) ? dayOf(yearOf(foundOn), 12, 31) : null
}

/** The day a date means beside the day the problem was found: of no year, the nearest. */
export const nearestDay = (form: DateForm, foundOn: Day): Day | null =>
  form.form === 'yearless' || form.form === 'yearlessMonth'
    ? nearest(foundOn, (year) => dayOfForm(form, year))
    : dayOfForm(form, null)

/** The day a date form means as a deadline: the last of a span, the year nearest to the day it was found. */
const dueDay = (form: DateForm, foundOn: Day): Day | null =>
  form.form === 'yearless' || form.form === 'yearlessMonth'
    ? nearest(foundOn, (year) => lastOfForm(form, year))
    : lastOfForm(form, null)

/** Longer than this no deadline is. */
const LONGEST = 80

/** The deadline a cell says, or null where it says none that is understood. */
export const readDue = (text: string, { foundOn, deadlines, calendar }: DueGround): Due | null => {
  if (text.length > LONGEST) return null
  const written = plain(text).replace(/\s+(?=[^\d:]|$)/g, '')
  if (written === '') return null
  if (NEVER.test(written)) return { type: 'none', by: '' }
  if (DONE.test(written)) return { type: 'done', on: dateWithin(written) }
  const whole = dateFormOf(written)
  const named =
    whole === null || whole.form === 'month' || whole.form === 'yearlessMonth' ? null : dueDay(whole, foundOn)
  if (named !== null) return { type: 'day', day: named, by: '' }
  const tierOf = (id: string) => deadlines.find((tier) => tier.id === id)
  const after = (days: number, working: boolean): Day =>
    working ? workdayAfter(calendar, foundOn, days) : foundOn + days
  const tier = tierOf(written) ?? (AT_ONCE.test(written) ? tierOf('立行立改') : undefined)
  if (tier !== undefined)
    return { type: 'day', day: after(tier.days, tier.working), by: `“${tier.id}”的期限` }
  if (AT_ONCE.test(written) || ON_THE_DAY.test(written)) return { type: 'day', day: foundOn, by: '当日' }
  if (ENDLESS.test(written)) return { type: 'none', by: '没有期限' }
  const core = written.replace(BEFORE, '').replace(BEHIND, '')
  const amount = amountOf(core, core !== written && /内/.test(written))
  if (amount !== null) {
    const { days = 0, working, months } = amount
    const day =
      months !== undefined
        ? addMonths(foundOn, months)
        : working !== undefined
          ? after(working, true)
          : after(days, false)
    return { type: 'day', day, by: '从发现日期起算' }
  }
  const end = endOf(core, foundOn)
  if (end !== null) return { type: 'day', day: end, by: '月底或年底' }
  const form = dateFormOf(core)
  const day = form === null ? null : dueDay(form, foundOn)
  if (day !== null && form !== null) {
    const month = form.form === 'month' || form.form === 'yearlessMonth'
    // 「6月前」 is over when June begins, 「6月」 when it ends.
    const before = month && /月份?(?:之|以)?前/.test(written)
    return {
      type: 'day',
      day: before ? addMonths(lastOfMonth(day) + 1, -1) - 1 : day,
      by: month ? '月底' : '',
    }
  }
  const date = /^(\d{1,2})日$/.exec(core)
  const next = date !== null && /前|止/.test(written) ? dateOfMonth(foundOn, Number(date[1])) : null
  return next === null ? null : { type: 'day', day: next, by: '' }
}

/** 「10日前」: the next tenth of a month from the day it was found. */
const dateOfMonth = (foundOn: Day, date: number): Day | null => {
  const own = foundOn - dateOf(foundOn).getUTCDate() + date
  if (own >= foundOn && own <= lastOfMonth(foundOn)) return own
  return addMonths(foundOn - dateOf(foundOn).getUTCDate() + 1, 1) + date - 1
}

/** A date anywhere in a text: 「已整改（5月12日）」. */
export const dateWithin = (text: string): DateForm | null => {
  if (text.length > LONGEST) return null
  const m =
    /\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?/.exec(plain(text)) ??
    /\d{1,2}月\d{1,2}[日号]?/.exec(plain(text)) ??
    /(?<![\d.])\d{1,2}[./]\d{1,2}(?![\d.])/.exec(plain(text))
  return m === null ? null : dateFormOf(m[0])
}
