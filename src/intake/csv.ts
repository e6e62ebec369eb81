/** Text into rows of cells that know on which line of the file they began. */
import Papa from 'papaparse'
import { delimiterOf } from './delimiter.ts'

export interface CsvRow {
  /** line on which the row begins, the first of the file = 1 */
  line: number
  cells: string[]
  /** what is wrong with its quotes, if anything */
  fault: string | null
}

/** Quotes that may run on, beyond one in fifty rows: a file with more of them does not quote at all. */
const RUNAWAYS = 100
const ROWS_PER_RUNAWAY = 50

/** Characters parsed at a time. */
const WINDOW = 65_536
/** A cell in quotes that is longer than this has lost its closing quote. */
const LONGEST = 1_048_576

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '')

interface Window {
  rows: { start: number; cells: string[] }[]
  /** where the first row begins whose quote runs on into other lines, or is still open when the window ends */
  broken: number | null
  /** it was still open */
  open: boolean
}

/** Rows of `text` from `offset` to `end`, or to the first row with a quote that does not close in its line. */
const parseWindow = (text: string, offset: number, end: number, delimiter: string): Window => {
  const rows: Window['rows'] = []
  let start = offset
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
      rows.push({ start, cells: data })
      start = offset + meta.cursor
    },
  })
  return { rows, broken, open }
}

/** Excel's own first line, which names the delimiter and is no row. */
const SEP = /^"?sep=([,;\t|])"?\n/i

/** Text made ready to be walked, once or often. */
export interface CsvText {
  /** without byte order mark, its lines ended by \n alone */
  text: string
  /** where the rows begin */
  start: number
  delimiter: string
}

/** Reads what the file says about itself. */
export const openCsv = (raw: string): CsvText => {
  const unmarked = raw.startsWith('\ufeff') ? raw.slice(1) : raw
  const text = unmarked.includes('\r') ? unmarked.replace(/\r\n?/g, '\n') : unmarked
  const sep = SEP.exec(text)
  return { text, start: sep?.[0].length ?? 0, delimiter: sep?.[1] ?? delimiterOf(text) }
}

/** The rows while they are parsed, a window of the text at a time: nothing is held but the text. See `csvRows`. */
export function* walkCsv({ text, start, delimiter }: CsvText): Generator<CsvRow> {
  let line = 1
  let counted = 0
  const lineAt = (offset: number): number => {
    for (let i = text.indexOf('\n', counted); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) line++
    counted = offset
    return line
  }
  const lineEnd = (from: number): number => {
    const end = text.indexOf('\n', from)
    return end < 0 ? text.length : end
  }
  const unquoted = (from: number): CsvRow | null => {
    const alone = text.slice(from, lineEnd(from))
    const fault = alone.includes('"') ? '引号没有成对，已去掉引号读入' : null
    const cells = alone.replaceAll('"', '').split(delimiter)
    return isBlank(cells) ? null : { line: lineAt(from), cells, fault }
  }

  let offset = start
  let width = WINDOW
  let seen = 0
  for (let runaways = 0; offset < text.length && runaways < RUNAWAYS + seen / ROWS_PER_RUNAWAY; ) {
    const end = Math.min(lineEnd(Math.min(offset + width, text.length)) + 1, text.length)
    const { rows, broken, open } = parseWindow(text, offset, end, delimiter)
    for (const row of rows)
      if (!isBlank(row.cells)) yield { line: lineAt(row.start), cells: row.cells, fault: null }
    seen += rows.length
    const grows = open && end < text.length && width < LONGEST
    if (broken === null) offset = end
    else if (grows) offset = broken
    else {
      const row = unquoted(broken)
      if (row !== null) yield row
      offset = lineEnd(broken) + 1
      runaways++
    }
    width = grows ? width * 2 : WINDOW
  }
  for (; offset < text.length; offset = lineEnd(offset) + 1) {
    const row = unquoted(offset)
    if (row !== null) yield row
  }
}

/**
 * All rows with anything in them. Blank lines are no rows but count as lines. A quote that is never closed costs only
 * its own line, which is read without quotes and says so; the lines after it are read as usual.
 */
export const csvRows = (raw: string): CsvRow[] => [...walkCsv(openCsv(raw))]
