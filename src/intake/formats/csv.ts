/** Text into rows of cells that know on which line of the file they began. */
import Papa from 'papaparse'
import { LONGEST_CELL, LONGEST_LINE, MOST_COLUMNS } from '../limits.ts'
import { finish, type Steps } from '../pace.ts'
import { delimiterOf } from './delimiter.ts'
import { UNREADABLE } from './text.ts'

export interface CsvRow {
  /** line on which the row begins, the first of the file = 1 */
  line: number
  cells: string[]
  /** what is wrong with its quotes or its length, if anything */
  fault: string | null
}

/** Quotes that may run on, beyond one in fifty rows: a file with more of them does not quote at all. */
const RUNAWAYS = 100
const ROWS_PER_RUNAWAY = 50

/** Characters parsed at a time. */
const WINDOW = 65_536
const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '')

interface Window {
  /** what is blank may be left out; `lines` end between the beginning of the window and the row */
  rows: { start: number; lines: number; cells: string[] }[]
  /** line ends up to where it was gone through */
  lines: number
  /** rows gone through, blank ones too */
  count: number
  /** where the first row begins whose quote runs on into other lines, or is still open when the window ends */
  broken: number | null
  /** it was still open */
  open: boolean
}

const LF = 0x0a

const lineEndsIn = (text: string, from: number, to: number): number => {
  let count = 0
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === LF) count++
  return count
}

/** Rows of `text` from `offset` to `end`, or to the first row with a quote that does not close in its line. */
const parseWindow = (text: string, offset: number, end: number, delimiter: string): Window => {
  const rows: Window['rows'] = []
  let start = offset
  let lines = 0
  let count = 0
  let broken: number | null = null
  let open = false
  Papa.parse<string[]>(text.slice(offset, end), {
    delimiter,
    newline: '\n',
    step: ({ data, errors, meta }, parser) => {
      const unclosed = errors.some((error) => error.code === 'MissingQuotes')
      const misplaced = errors.some((error) => error.code !== 'MissingQuotes')
      // A quote that closes in the wrong place has run on into the lines below just like one that never does.
      if (unclosed || (misplaced && data.some((cell) => cell.includes('\n')))) {
        broken = start
        open = !misplaced
        parser.abort()
        return
      }
      rows.push({ start, lines, cells: data })
      count++
      const next = offset + meta.cursor
      lines += lineEndsIn(text, start, next)
      start = next
    },
  })
  return { rows, lines, count, broken, open }
}

/**
 * Where the first line begins that holds more than spaces and marks; `to` where none does. Spaces beyond ASCII are left for
 * who looks at the cells: this is for lines that come by the hundred million.
 */
const firstFilled = (text: string, from: number, to: number, marks: string): number => {
  let start = from
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === LF) start = at + 1
    else if (code !== 0x20 && (code < 9 || code > 13) && !marks.includes(text[at] as string)) return start
  }
  return to
}

/** `parseWindow` where no quote stands: as the library does it, but that blank lines cost little. */
const splitWindow = (text: string, offset: number, end: number, delimiter: string): Window => {
  const rows: Window['rows'] = []
  let lines = 0
  let counted = offset
  for (let at = firstFilled(text, offset, end, delimiter); at < end; ) {
    // Blank lines in between are counted, of the others one ends before each.
    if (at !== counted) lines += lineEndsIn(text, counted, at)
    const found = text.indexOf('\n', at)
    const next = found < 0 ? end : Math.min(found, end)
    rows.push({ start: at, lines, cells: text.slice(at, next).split(delimiter) })
    counted = Math.min(next + 1, end)
    if (next < end) lines++
    at = firstFilled(text, next + 1, end, delimiter)
  }
  if (counted < end) lines += lineEndsIn(text, counted, end)
  // Behind the last line end stands one more row, with nothing in it.
  return { rows, lines, count: lines + 1, broken: null, open: false }
}

/** Excel's own first line, which names the delimiter and is no row. */
const SEP = /^"?sep=([,;\t|])"?\n/i

/** Text prepared to be iterated, any number of times. */
export interface CsvText {
  /** without byte order mark, its lines ended by \n alone */
  text: string
  /** where the rows begin */
  start: number
  delimiter: string
}

/** Characters of which the line ends are made alike at a time. */
const PIECE = 4 * 1024 ** 2

/** Line ends of all kinds made `\n`; zero bytes, which no text has, made what cannot be read. */
function* plainLines(raw: string): Steps<string> {
  if (!/[\r\0]/.test(raw)) return raw
  const pieces: string[] = []
  for (let at = 0; at < raw.length; ) {
    let end = Math.min(at + PIECE, raw.length)
    if (raw[end - 1] === '\r' && raw[end] === '\n') end++
    pieces.push(raw.slice(at, end).replace(/\r\n?/g, '\n').replaceAll('\0', UNREADABLE))
    at = end
    yield
  }
  return pieces.join('')
}

/** `openCsv` in steps. */
export function* openCsvSteps(raw: string): Steps<CsvText> {
  const text = yield* plainLines(raw.startsWith('\ufeff') ? raw.slice(1) : raw)
  const sep = SEP.exec(text)
  return { text, start: sep?.[0].length ?? 0, delimiter: sep?.[1] ?? delimiterOf(text) }
}

/** Reads what the file says about itself. */
export const openCsv = (raw: string): CsvText => finish(openCsvSteps(raw))

/** Lines from the top among which a heading may stand. */
const HEAD_LINES = 31

/** What no table is: why its first lines are too long or too wide, as the end of a sentence; null where they are not. */
export const whyNoTable = ({ text, start, delimiter }: CsvText): string | null => {
  let at = start
  for (let line = start > 0 ? 2 : 1; line <= HEAD_LINES && at < text.length; line++) {
    const found = text.indexOf('\n', at)
    const end = found < 0 ? text.length : found
    if (end - at > LONGEST_LINE)
      return `第 ${line} 行有 ${end - at} 个字符，超过上限 ${LONGEST_LINE} 个，不像表格：可能丢了换行，请重新导出`
    const columns = text.slice(at, end).split(delimiter).length
    if (columns > MOST_COLUMNS)
      return `第 ${line} 行有 ${columns} 列，超过上限 ${MOST_COLUMNS} 列，请删去不用的列再拖入`
    at = end + 1
  }
  return null
}

const isLong = (cell: string): boolean => cell.length > LONGEST_CELL

/** A row with no more columns, and no longer cells, than are read. */
const narrowed = (row: CsvRow): CsvRow => {
  const { line, cells, fault } = row
  if (cells.length <= MOST_COLUMNS && !cells.some(isLong)) return row
  const faults = fault === null ? [] : [fault]
  let kept = cells
  if (kept.length > MOST_COLUMNS) {
    faults.push(`有 ${kept.length} 列，超过上限 ${MOST_COLUMNS} 列，后面的没有读入`)
    kept = kept.slice(0, MOST_COLUMNS)
  }
  const long = kept.findIndex(isLong)
  if (long >= 0) {
    faults.push(`第 ${long + 1} 格有 ${kept[long]?.length} 个字符，超过上限 ${LONGEST_CELL} 个，只读了开头`)
    kept = kept.map((cell) => cell.slice(0, LONGEST_CELL))
  }
  return { line, cells: kept, fault: faults.length === 0 ? null : faults.join('；') }
}

/**
 * The rows while they are parsed, a window of the text at a time: nothing is held but the text. See `csvRows`. null after
 * each window, which may hold no row at all.
 */
export function* stepCsv({ text, start, delimiter }: CsvText): Generator<CsvRow | null> {
  let line = 1
  let counted = 0
  const lineAt = (offset: number): number => {
    line += lineEndsIn(text, counted, offset)
    counted = offset
    return line
  }
  const lineEnd = (from: number): number => {
    const end = text.indexOf('\n', from)
    return end < 0 ? text.length : end
  }
  /** Where whole lines end that have about `width` characters; not the line after `from` alone where it is too long. */
  const windowEnd = (from: number, width: number): number => {
    const end = Math.min(lineEnd(Math.min(from + width, text.length)) + 1, text.length)
    // The line in which the window ends is too long: it comes by itself.
    return end - from > width + LONGEST_LINE ? text.lastIndexOf('\n', from + width) + 1 : end
  }
  const unquoted = (from: number): CsvRow | null => {
    const alone = text.slice(from, lineEnd(from))
    const fault = alone.includes('"') ? '引号没有成对，已去掉引号读入' : null
    const cells = alone.replaceAll('"', '').split(delimiter)
    return isBlank(cells) ? null : narrowed({ line: lineAt(from), cells, fault })
  }
  /** A line far too long to be a row: the beginning of it, and what is wrong. */
  const beginning = (from: number, end: number): CsvRow => {
    const cells = text
      .slice(from, from + LONGEST_LINE)
      .replaceAll('"', '')
      .split(delimiter)
    const fault = `这一行有 ${end - from} 个字符，超过上限 ${LONGEST_LINE} 个，只读了开头`
    return narrowed({ line: lineAt(from), cells, fault })
  }

  let offset = start
  let width = WINDOW
  let seen = 0
  for (let runaways = 0; offset < text.length && runaways < RUNAWAYS + seen / ROWS_PER_RUNAWAY; ) {
    const own = lineEnd(offset)
    if (own - offset > LONGEST_LINE) {
      yield beginning(offset, own)
      offset = own + 1
      continue
    }
    const end = windowEnd(offset, width)
    const parse = text.slice(offset, end).includes('"') ? parseWindow : splitWindow
    const { rows, lines, count, broken, open } = parse(text, offset, end, delimiter)
    const before = lineAt(offset)
    for (const row of rows)
      if (!isBlank(row.cells)) yield narrowed({ line: before + row.lines, cells: row.cells, fault: null })
    seen += count
    const grows = open && end < text.length && width < LONGEST_LINE
    if (broken === null) {
      offset = end
      line += lines
      counted = end
    } else if (grows) offset = broken
    else {
      const row = unquoted(broken)
      if (row !== null) yield row
      offset = lineEnd(broken) + 1
      runaways++
    }
    width = grows ? width * 2 : WINDOW
    lineAt(offset)
    yield null
  }
  while (offset < text.length) {
    const own = lineEnd(offset)
    const filled =
      own - offset > LONGEST_LINE
        ? offset
        : firstFilled(text, offset, windowEnd(offset, WINDOW), `${delimiter}"`)
    if (filled > offset) {
      offset = filled
      lineAt(offset)
      yield null
    } else {
      yield own - offset > LONGEST_LINE ? beginning(offset, own) : unquoted(offset)
      offset = own + 1
    }
  }
}

/** `stepCsv` for callers that do not yield. */
export function* walkCsv(csv: CsvText): Generator<CsvRow> {
  for (const row of stepCsv(csv)) if (row !== null) yield row
}

/**
 * All rows with anything in them. Blank lines are no rows but count as lines. A quote that is never closed costs only
 * its own line, which is read without quotes and says so; the lines after it are read as usual.
 */
export const csvRows = (raw: string): CsvRow[] => [...walkCsv(openCsv(raw))]
