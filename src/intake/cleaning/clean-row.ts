/**
 * A row of any sheet into a row of the package: dates with their year, places in WGS84 degrees, codes in plain figures,
 * no telephone or identity number. The cells stay where they are, so that whatever is said of a row names the columns
 * of the file it came from; everything else is the text as it stands.
 */
import type { Datum } from '../../model/datum.ts'
import { PAIR } from '../contract-fields.ts'
import { toWGS84 } from '../coordinates/convert.ts'
import { parsePair } from '../coordinates/pair.ts'
import { parseCoordinate } from '../coordinates/parse.ts'
import type { CsvRow } from '../formats/csv.ts'
import type { SheetRow } from '../formats/opened.ts'
import { dropGuard } from '../guard.ts'
import { parseCode, plain } from '../tables/cells.ts'
import { type DateForm, dateFormOf, isoOf } from '../tables/date-forms.ts'
import { STRUCK } from '../tables/table.ts'

const DATES: ReadonlySet<string> = new Set(['date', 'foundOn', 'dueOn', 'fixedOn', 'verifiedOn'])
const DATE_LISTS: ReadonlySet<string> = new Set(['reworks'])
const CODES: ReadonlySet<string> = new Set(['areaCode', 'siteId', 'waterId'])
const IDS: ReadonlySet<string> = new Set(['id', 'visit', 'grid'])

export interface Cleaning {
  /** field of each column, '' = left out */
  mapping: readonly string[]
  datum: Datum
  /** the year of dates without one; null = they stay as they stand */
  year: number | null
}

/** How many cells were read as something they do not say in full. */
export interface Guesses {
  serials: number
  yearless: number
}

export interface Cleaner {
  /** the headings, with those of the columns that cleaning adds */
  header: CsvRow
  /** field → its place in a cleaned row */
  at: ReadonlyMap<string, number>
  clean: (row: SheetRow) => CsvRow
  guesses: Guesses
}

const textOf = (cell: string | undefined): string => {
  const text = dropGuard((cell ?? '').trim()).trim()
  return STRUCK.test(text) ? '' : text
}

/** The two numbers of a row's place as they stand, or null; `x` is what the column of longitudes holds. */
export const placeIn = (
  cells: readonly string[],
  at: ReadonlyMap<string, number>,
): { x: number; y: number } | null => {
  const cell = (field: string) => textOf(cells[at.get(field) ?? -1])
  const [east, north] = [cell('lon'), cell('lat')]
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

/** Days kept in mind; a column of times has no end of them. */
const REMEMBERED = 20_000

/** Cleans the rows of one sheet. */
export const openCleaner = (header: CsvRow, { mapping, datum, year }: Cleaning): Cleaner => {
  const source = positionsOf(mapping)
  const at = new Map(source)
  const guesses: Guesses = { serials: 0, yearless: 0 }
  const width = header.cells.length
  const added = source.has(PAIR) && !(source.has('lon') && source.has('lat'))
  at.delete(PAIR)
  if (added) {
    at.set('lon', width)
    at.set('lat', width + 1)
  }
  const pair = source.get(PAIR)
  const pairHeading = pair === undefined ? '' : (header.cells[pair] ?? '').trim()

  // A column says the same few days over and over.
  const days = new Map<string, { iso: string; form: DateForm['form'] | null }>()
  const dayIn = (text: string) => {
    const before = days.get(text)
    if (before !== undefined) return before
    const form = dateFormOf(text)
    const read = { iso: (form && isoOf(form, year)) ?? text, form: form?.form ?? null }
    if (days.size < REMEMBERED) days.set(text, read)
    return read
  }
  const isoDate = (text: string): string => {
    const { iso, form } = dayIn(text)
    if (form === 'serial') guesses.serials++
    if (form === 'yearless') guesses.yearless++
    return iso
  }
  const cleanCell = (field: string, text: string): string => {
    if (text === '') return ''
    if (DATES.has(field)) return isoDate(text)
    if (DATE_LISTS.has(field))
      return text
        .split(/[;；、,，]/)
        .map((part) => isoDate(part.trim()))
        .join(';')
    if (IDS.has(field)) return plain(text)
    if (CODES.has(field)) return parseCode(text)
    return text
  }
  const fields = [...source].filter(([field]) => field !== PAIR)

  return {
    header: added ? { ...header, cells: [...header.cells, pairHeading, pairHeading] } : header,
    at,
    guesses,
    clean: ({ line, cells, fault }) => {
      const made = added ? [...cells.slice(0, width)] : [...cells]
      for (const [field, i] of fields) if (i < cells.length) made[i] = cleanCell(field, textOf(cells[i]))
      if (added) {
        while (made.length < width) made.push('')
        const beyond = cells.slice(width)
        made.push('', '', ...beyond)
        // What is no pair is shown where the longitude should be, so that the row says so.
        made[width] = textOf(cells[pair as number])
      }
      const place = placeIn(cells, source)
      const found = place === null ? null : toWGS84(datum, place.x, place.y)
      if (found !== null) {
        made[at.get('lon') as number] = String(found[0])
        made[at.get('lat') as number] = String(found[1])
      }
      return { line, cells: made, fault }
    },
  }
}
