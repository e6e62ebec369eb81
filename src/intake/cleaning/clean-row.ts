/**
 * A row of any sheet into a row of the package: dates with their year, deadlines as days, words that were mapped by hand as
 * what they stand for, places in WGS84 degrees, codes in plain figures. The cells stay where they are, so that whatever is
 * said of a row names the columns of the file it came from; everything else is the text as it stands.
 */
import type { Datum } from '../../model/datum.ts'
import { type Day, formatDay } from '../../model/day.ts'
import type { Standard } from '../../model/standard.ts'
import type { Calendar } from '../../model/working-days.ts'
import { ARC_PARTS, PAIR, PROGRESS } from '../contract-fields.ts'
import { toWGS84 } from '../coordinates/convert.ts'
import { parsePair } from '../coordinates/pair.ts'
import { parseCoordinate } from '../coordinates/parse.ts'
import type { CsvRow } from '../formats/csv.ts'
import type { SheetRow } from '../formats/opened.ts'
import { dropGuard } from '../guard.ts'
import { parseCode, parseNumber, plain, termKey } from '../tables/cells.ts'
import { type DateForm, dateFormOf, dayOfForm, lastOfForm } from '../tables/date-forms.ts'
import { type Due, dateWithin, nearestDay, readDue } from '../tables/due-forms.ts'
import type { Lookups } from '../tables/lookups.ts'
import { STRUCK } from '../tables/table.ts'

/** Dates that stand by themselves; those of how a problem goes on are read beside the day it was found. */
const DATES: ReadonlySet<string> = new Set(['date', 'foundOn'])
const CODES: ReadonlySet<string> = new Set(['areaCode', 'siteId', 'waterId'])
const IDS: ReadonlySet<string> = new Set(['id', 'visit', 'grid'])
/** What is measured, in which unit where the heading names none. */
const MEASURED: Readonly<Record<string, string>> = {
  depth: 'cm',
  transparency: 'cm',
  dissolvedOxygen: 'mg/l',
  orp: 'mv',
  ammonia: 'mg/l',
}

/** How the words and dates of a sheet are to be taken. */
export interface Cleaning {
  /** field of each column, '' = left out */
  mapping: readonly string[]
  datum: Datum
  /** the year of dates without one; null = they stay as they stand */
  year: number | null
  /** which day is meant where only the month is told */
  monthDay: 'first' | 'last'
  /** field → the value that all rows have, where no column gives it */
  values: Readonly<Record<string, string>>
  /** field → word (as terms are compared) → what it stands for; '' = nothing */
  words: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** what the description of a problem that names no item speaks of; null = it is not looked at */
  infer: ((description: string) => string | null) | null
  /** fields that rows are given afterwards */
  made: readonly string[]
}

/** What a problem's progress and deadline are worked out from. */
export interface CleaningGround {
  deadlines: Standard['deadlines']
  calendar: Calendar
  progress: Lookups['progress']
  /** the day of what is said to be settled without saying when */
  settledOn: Day
}

/** What cells were read as that they do not say in full: a sentence → how often, and the first rows. */
export type Interpreted = Map<string, { field: string; count: number; lines: number[] }>

export interface Cleaner {
  /** the headings, with those of the columns that cleaning adds */
  header: CsvRow
  /** field → its place in a cleaned row */
  at: ReadonlyMap<string, number>
  clean: (row: SheetRow) => CsvRow
  /** what stands in the row cleaned last, before any word was put for another; 同上 is what it repeats */
  written: (field: string) => string
  told: Interpreted
  /** cells with a date that does not say its year; that says only its month */
  yearless: () => number
  months: () => number
}

/** Rows of one kind that are listed. */
const LISTED = 100

const textOf = (cell: string | undefined): string => {
  const text = dropGuard((cell ?? '').trim()).trim()
  return STRUCK.test(text) ? '' : text
}

const DITTO = /^(?:同上|同前|上同|〃|″|"|”|“|々|'')$/

/** 「39」 minutes and 「12.5」 seconds beside 「114」 as 「114°39'12.5"」; the degrees as they stand where there are none. */
const withArc = (degrees: string, minutes: string, seconds: string): string => {
  if (degrees === '' || minutes === '' || !/^\d+(?:\.0*)?$/.test(plain(degrees))) return degrees
  return `${plain(degrees).replace(/\.0*$/, '')}°${minutes}'${seconds === '' ? '' : `${seconds}"`}`
}

/** The two numbers of a row's place as they stand, or null; `x` is what the column of longitudes holds. */
export const placeIn = (
  cells: readonly string[],
  at: ReadonlyMap<string, number>,
): { x: number; y: number } | null => {
  const cell = (field: string) => textOf(cells[at.get(field) ?? -1])
  const east = withArc(cell('lon'), cell('lonMinutes'), cell('lonSeconds'))
  const north = withArc(cell('lat'), cell('latMinutes'), cell('latSeconds'))
  if (east === '' && north === '') return parsePair(cell(PAIR))
  const [x, y] = [parseCoordinate(east), parseCoordinate(north)]
  return x === null || y === null ? null : { x, y }
}

/** Where the fields stand in the rows of a file. */
export const positionsOf = (mapping: readonly string[]): Map<string, number> => {
  const at = new Map<string, number>()
  mapping.forEach((field, i) => {
    if (field !== '' && !at.has(field)) at.set(field, i)
  })
  return at
}

/** Unit that a heading names: 「透明度（m）」 → 「m」. */
const unitIn = (heading: string): string =>
  /[([]?(mg\/l|[uμ]g\/l|毫克\/升|微克\/升|毫米|厘米|公分|米|mm|cm|dm|m|mv|毫伏|v)[)\]]?$/i
    .exec(plain(heading))?.[1]
    ?.toLowerCase() ?? ''

/** Forms of which a deadline is the last day, which is no guess. */
const ENDS: ReadonlySet<string> = new Set(['month', 'yearlessMonth', 'span'])

/** Days kept in mind; a column of times has no end of them. */
const REMEMBERED = 20_000

/** The columns that cleaning adds behind those of the file, with the heading each is told under. */
const addedTo = (
  source: ReadonlyMap<string, number>,
  header: CsvRow,
  { values, made, infer }: Cleaning,
): [field: string, heading: string][] => {
  const named = (field: string) => (header.cells[source.get(field) ?? -1] ?? '').trim()
  const added: [string, string][] = []
  const add = (field: string, heading: string) => {
    if (!source.has(field) && !added.some(([one]) => one === field)) added.push([field, heading])
  }
  if (source.has(PAIR) && !(source.has('lon') && source.has('lat')))
    for (const field of ['lon', 'lat']) add(field, named(PAIR))
  if (source.has(PROGRESS)) for (const field of ['fixedOn', 'verifiedOn']) add(field, named(PROGRESS))
  else if (source.has('dueOn')) add('fixedOn', named('dueOn'))
  for (const field of Object.keys(values)) add(field, '')
  for (const field of made) add(field, '')
  if (infer !== null) add('item', '')
  return added
}

/** Cleans the rows of one sheet. */
export const openCleaner = (header: CsvRow, cleaning: Cleaning, ground: CleaningGround): Cleaner => {
  const { mapping, datum, year, monthDay, values, words } = cleaning
  const source = positionsOf(mapping)
  const at = new Map(source)
  const width = header.cells.length
  const added = addedTo(source, header, cleaning)
  // A pair that is read stands in columns of its own, whatever the file calls its others.
  for (const only of [PAIR, PROGRESS, ...Object.keys(ARC_PARTS)]) at.delete(only)
  added.forEach(([field], i) => {
    at.set(field, width + i)
  })
  const fields = [...source]
  const told: Interpreted = new Map()
  const counts = { yearless: 0, months: 0 }
  const units = new Map(
    fields.flatMap(([field, i]) => {
      const unit = Object.hasOwn(MEASURED, field) ? unitIn(header.cells[i] ?? '') : ''
      return unit === '' || unit === MEASURED[field] ? [] : [[field, unit] as const]
    }),
  )

  let line = 0
  const tell = (field: string, sentence: string): void => {
    const before = told.get(sentence)
    if (before === undefined) {
      const heading = (header.cells[source.get(field) ?? -1] ?? '').trim()
      told.set(sentence, { field: heading, count: 1, lines: [line] })
    } else {
      before.count++
      if (before.lines.length < LISTED) before.lines.push(line)
    }
  }

  // A column says the same few days over and over.
  const forms = new Map<string, DateForm | null>()
  const formOf = (text: string): DateForm | null => {
    const before = forms.get(text)
    if (before !== undefined) return before
    const form = dateFormOf(text)
    if (forms.size < REMEMBERED) forms.set(text, form)
    return form
  }
  const tellForm = (field: string, { form }: DateForm): void => {
    if (form === 'serial') tell(field, '是 Excel 的日期序号（如 43612），已换成年月日')
    else if (form === 'epoch') tell(field, '是以秒计的时间，已换成北京时间的年月日')
    else if (form === 'span') tell(field, '写的是一段时间，按第一天读入')
    else if (form === 'month' || form === 'yearlessMonth') counts.months++
    if (form === 'yearless' || form === 'yearlessMonth') counts.yearless++
  }
  /** The day of a date by itself; null where it says none. */
  const dayIn = (field: string, text: string): Day | null => {
    const form = formOf(text)
    if (form === null) return null
    tellForm(field, form)
    const isMonth = form.form === 'month' || form.form === 'yearlessMonth'
    return isMonth && monthDay === 'last' ? lastOfForm(form, year) : dayOfForm(form, year)
  }
  /** The day of what comes after the day a problem was found: of no year, in the one nearest to that. */
  const laterDay = (field: string, text: string, foundOn: Day | null): Day | null => {
    const form = formOf(text)
    if (form === null || foundOn === null) return dayIn(field, text)
    if (form.form !== 'yearless' && form.form !== 'yearlessMonth') return dayIn(field, text)
    counts.yearless++
    return nearestDay(form, foundOn)
  }

  const cleanCell = (field: string, text: string): string => {
    const word = words[field]?.[termKey(text)]
    if (word !== undefined) return word
    if (text === '') return ''
    if (DATES.has(field)) {
      const day = dayIn(field, text)
      return day === null ? text : formatDay(day)
    }
    if (IDS.has(field)) return plain(text)
    if (CODES.has(field)) return parseCode(text)
    const unit = units.get(field)
    return unit !== undefined && parseNumber(text) !== null ? `${text}${unit}` : text
  }

  /** How a problem goes on: its deadline, when it was settled and when that was seen. */
  const goOn = (get: (field: string) => string, set: (field: string, text: string) => void): void => {
    const foundText = get('foundOn')
    const found = foundText === '' ? null : formOf(foundText)
    const foundOn = found?.form === 'day' ? found.day : null
    const { progress, settledOn, deadlines, calendar } = ground
    const usual = foundOn === null ? settledOn : Math.max(foundOn, settledOn)
    const settled = (field: string, on: DateForm | null): Day => {
      const day = on === null ? null : foundOn === null ? dayOfForm(on, year) : nearestDay(on, foundOn)
      if (day === null) tell(field, `写着已经办完而没有写日期，按 ${formatDay(usual)} 读入；知道日期的请填上`)
      return day ?? usual
    }
    let due: Due | null = null
    const dueText = get('dueOn')
    if (dueText !== '' && foundOn !== null) {
      const form = formOf(dueText)
      if (form !== null && !ENDS.has(form.form)) tellForm('dueOn', form)
      due = readDue(dueText, { foundOn, deadlines, calendar })
      if (due?.type === 'day') {
        if (due.by !== '')
          tell(
            'dueOn',
            `期限写成文字的，由发现日期和${due.by}算出`.replace('由发现日期和从发现日期起算', '从发现日期起'),
          )
        set('dueOn', formatDay(due.day))
      } else if (due !== null) {
        if (due.type === 'none' && due.by !== '') tell('dueOn', `期限写着长期或持续：没有期限，不会计为逾期`)
        if (due.type === 'done') tell('dueOn', '期限一栏写着已经办完，没有期限')
        set('dueOn', '')
      }
    }
    const days: Record<'fixedOn' | 'verifiedOn', Day | null> = { fixedOn: null, verifiedOn: null }
    let open = false
    for (const field of ['fixedOn', 'verifiedOn'] as const) {
      const text = get(field)
      if (text === '') continue
      const day = laterDay(field, text, foundOn)
      const state = day === null ? progress(text) : null
      if (day !== null) days[field] = day
      else if (state === 'open') open = true
      else if (state !== null || readDue(text, { foundOn: usual, deadlines, calendar })?.type === 'done')
        days[field] = settled(field, dateWithin(text))
      if (day !== null || state !== null || days[field] !== null)
        set(field, days[field] === null ? '' : formatDay(days[field]))
    }
    const word = get(PROGRESS)
    const bare = word.replace(/[(（].*$/, '').replace(/[\d.年月日/-]+/g, '')
    const state = word === '' ? null : (progress(words[PROGRESS]?.[termKey(word)] ?? word) ?? progress(bare))
    if (state === 'open' && days.fixedOn !== null)
      tell(PROGRESS, '写着没有整改而有整改完成日期：以日期为准，请核对')
    const isDone = state === 'fixed' || state === 'verified' || (due?.type === 'done' && !open)
    if (isDone && days.fixedOn === null) {
      days.fixedOn =
        days.verifiedOn ??
        settled(state === null ? 'dueOn' : PROGRESS, due?.type === 'done' ? due.on : dateWithin(word))
      set('fixedOn', formatDay(days.fixedOn))
    }
    if (state === 'verified' && days.verifiedOn === null) {
      if (days.fixedOn !== null) tell(PROGRESS, '写着已销号而没有销号日期：按整改完成当日销号')
      set('verifiedOn', formatDay(days.fixedOn ?? usual))
    }
    const reworks = get('reworks')
    if (reworks !== '')
      set(
        'reworks',
        reworks
          .split(/[;；、,，]/)
          .map((part) => {
            const day = laterDay('reworks', part.trim(), foundOn)
            return day === null ? part.trim() : formatDay(day)
          })
          .join(';'),
      )
  }

  const above = new Map<string, string>()
  const raw = new Map<string, string>()
  const isLedger = source.has('foundOn') || Object.hasOwn(values, 'foundOn')
  const headings = added.map(([, heading]) => heading)

  return {
    header: added.length === 0 ? header : { ...header, cells: [...header.cells, ...headings] },
    at,
    told,
    written: (field) => raw.get(field) ?? '',
    yearless: () => counts.yearless,
    months: () => counts.months,
    clean: (row) => {
      line = row.line
      const { cells, fault } = row
      const made = cells.slice(0, width)
      while (made.length < width && (added.length > 0 || made.length < cells.length)) made.push('')
      for (const [field] of added) made.push(cleanCell(field, values[field] ?? ''))
      made.push(...cells.slice(width))
      for (const [field, i] of fields) {
        let text = textOf(cells[i])
        if (!IDS.has(field) && DITTO.test((cells[i] ?? '').trim())) {
          text = above.get(field) ?? ''
          if (text !== '') tell(field, '写着同上，用了上一行的内容')
        }
        if (text !== '') above.set(field, text)
        else above.delete(field)
        raw.set(field, text)
        if (i < made.length) made[i] = cleanCell(field, text)
      }
      const get = (field: string): string => {
        const i = at.get(field)
        return i === undefined ? (raw.get(field) ?? '') : (made[i] ?? '')
      }
      const set = (field: string, text: string): void => {
        const i = at.get(field)
        if (i === undefined) return
        while (made.length <= i) made.push('')
        made[i] = text
      }
      if (isLedger) goOn(get, set)
      if (cleaning.infer !== null && get('item') === '') {
        const item = cleaning.infer(get('description'))
        if (item !== null) {
          set('item', item)
          tell('description', '没有填检查项，由问题描述里的词推断')
        }
      }
      // What is no pair is shown where the longitude should be, so that the row says so.
      if (source.has(PAIR) && !source.has('lon')) set('lon', raw.get(PAIR) ?? '')
      const place = placeIn(cells, source)
      const found = place === null ? null : toWGS84(datum, place.x, place.y)
      if (found !== null) {
        set('lon', String(found[0]))
        set('lat', String(found[1]))
      }
      return { line, cells: made, fault }
    },
  }
}
