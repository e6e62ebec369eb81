/** The rows of a worksheet, read while they are walked: nothing is held but the packed bytes. */
import { LONGEST_CELL, LONGEST_TOKEN, MOST_COLUMNS, MOST_MERGES_OPEN, MOST_ROWS } from '../../limits.ts'
import type { Pace } from '../../pace.ts'
import type { Merge } from '../heading.ts'
import { openRepeats, REPEATED, TOO_LONG } from '../long-texts.ts'
import type { SheetRow } from '../opened.ts'
import { shownText, unescapeText } from './cell-text.ts'
import { openElements } from './elements.ts'
import type { Workbook } from './workbook.ts'

/** The XML of a worksheet, some at a time. */
type Pieces = () => Iterable<string>

/** BC12 → column 54, row 11, both from 0; null where it is no address. */
const placeOf = (address: string): { column: number; row: number } | null => {
  const m = /^\$?([a-z]{1,3})\$?(\d+)$/i.exec(address)
  if (m === null) return null
  let column = 0
  for (const letter of (m[1] as string).toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return { column: column - 1, row: Number(m[2]) - 1 }
}

/** What a worksheet says of itself beside its rows. */
export interface Survey {
  /** the number of the last row, by its own word */
  lastRow: number
  merges: Merge[]
  /** merged cells left as they are, since too many reach into one row */
  unmerged: number
}

/** Those that can be carried out row by row, at most so many in one row; sorted by their top. */
const bounded = (all: Merge[]): Pick<Survey, 'merges' | 'unmerged'> => {
  const merges = all.sort((a, b) => a.top - b.top)
  let open: Merge[] = []
  const kept = merges.filter((merge) => {
    if (merge.bottom === merge.top) return true
    open = open.filter(({ bottom }) => bottom >= merge.top)
    return open.length < MOST_MERGES_OPEN && open.push(merge) > 0
  })
  return { merges: kept, unmerged: merges.length - kept.length }
}

/** More than a tag with its attributes has. */
const TAG = 400

const numberOfRow = (text: string, at: number): number =>
  Number(/\br="(\d{1,7})"/.exec(text.slice(at, at + TAG).split('>')[0] as string)?.[1] ?? 0)

/** Merged cells stand behind the rows and are wanted before them. Throws a Refusal where the bytes are damaged. */
export const surveySheet = async (pieces: Iterable<string>, pace: Pace, what: string): Promise<Survey> => {
  const all: Merge[] = []
  const elements = openElements({
    open: (name, attribute) => {
      if (name !== 'mergeCell') return
      const [from, to] = attribute('ref').split(':').map(placeOf)
      if (from && to) all.push({ top: from.row, left: from.column, bottom: to.row, right: to.column })
    },
  })
  let merging = false
  let merged = false
  let lastRow = 0
  /** the end of what came before, in which a tag may have begun */
  let before = ''
  for (const piece of pieces) {
    const text = before + piece
    const at = Math.max(text.lastIndexOf('<row '), text.lastIndexOf(':row '))
    if (at >= 0) lastRow = Math.min(numberOfRow(text, at) || lastRow, MOST_ROWS)
    if (merging) elements.write(piece)
    else if (!merged) {
      const begin = text.includes('mergeCells') ? text.search(/<(?:\w+:)?mergeCells[\s>]/) : -1
      if (begin >= 0) {
        merging = true
        elements.write(text.slice(begin))
      }
    }
    if (merging && text.includes('mergeCells>')) [merging, merged] = [false, true]
    before = text.slice(-TAG)
    if (pace.isDue()) await pace.rest(0, 1, what)
  }
  return { lastRow, ...bounded(all) }
}

const TEXTLESS = '有单元格的文字读不出来，请在表格软件里打开后另存一次'
const UNCOMPUTED = '有公式没有保存计算结果，请在表格软件里打开后另存一次'

const FAULTS = {
  broken: '工作表在这里中断，后面的读不出来',
  endless: `这里有一处超过 ${LONGEST_TOKEN} 个字符的内容，后面的没有读入`,
} as const

type Book = Pick<Workbook, 'sheets' | 'texts' | 'shown' | 'from1904'>

type Repeat = ReturnType<typeof openRepeats>

/** Cells of the XML into rows, as they come. */
const openRows = (book: Book, repeat: Repeat, found: (row: SheetRow) => void) => {
  let row: SheetRow = { line: 0, cells: [], fault: null }
  const fail = (fault: string): void => {
    row.fault ??= fault
  }
  let cell = { column: -1, type: '', style: -1, value: '', hasValue: false, formula: false }
  let into: 'value' | 'aside' | null = null
  const textOf = (): string => {
    const { type, value } = cell
    switch (type) {
      case 's': {
        const whole = book.texts[Number(value)] ?? ''
        const text = repeat(whole)
        if (text !== whole) fail(REPEATED)
        return text
      }
      case 'b':
        return value === '' ? '' : value === '1' || value === 'true' ? 'TRUE' : 'FALSE'
      case 'str':
      case 'inlineStr':
        return unescapeText(value)
      case 'd':
        return value.replace(/T00:00(:00(\.0+)?)?Z?$/, '').replace('T', ' ')
      case 'e':
        return value
      default:
        return value === ''
          ? ''
          : shownText(value, book.shown[cell.style] ?? { type: 'plain' }, book.from1904)
    }
  }
  return openElements({
    open: (name, attribute) => {
      if (name === 'row') {
        // Rows that are numbered backwards or beyond what a worksheet has follow each other.
        const line = Number(attribute('r'))
        const follows = Number.isInteger(line) && line > row.line && line <= MOST_ROWS
        row = { line: follows ? line : row.line + 1, cells: [], fault: null }
      } else if (name === 'c') {
        const column = placeOf(attribute('r'))?.column ?? cell.column + 1
        const style = attribute('s')
        cell = {
          column,
          type: attribute('t'),
          style: style === '' ? -1 : Number(style),
          value: '',
          hasValue: false,
          formula: false,
        }
      } else if (name === 'f') cell.formula = true
      else if (name === 'rPh') into = 'aside'
      else if ((name === 'v' || name === 't') && into !== 'aside') {
        into = 'value'
        cell.hasValue = true
      }
    },
    close: (name) => {
      if (name === 'v' || name === 't' || name === 'rPh') {
        if (into !== 'aside' || name === 'rPh') into = null
      } else if (name === 'c') {
        const text = textOf()
        if (text !== '' && cell.column >= MOST_COLUMNS)
          fail(`第 ${cell.column + 1} 列有内容，只读前 ${MOST_COLUMNS} 列，后面的没有读入`)
        else if (text !== '') {
          while (row.cells.length < cell.column) row.cells.push('')
          row.cells[cell.column] = text.slice(0, LONGEST_CELL)
          if (text.length > LONGEST_CELL) fail(TOO_LONG)
        }
        if (cell.formula && !cell.hasValue) fail(UNCOMPUTED)
        if (cell.type === 's' && cell.hasValue && book.texts[Number(cell.value)] === undefined) fail(TEXTLESS)
      } else if (name === 'row') {
        cell.column = -1
        if (row.cells.some((text) => text.trim() !== '') || row.fault !== null) found(row)
      }
    },
    text: (piece) => {
      if (into === 'value' && cell.value.length <= LONGEST_CELL) cell.value += piece
    },
  })
}

/** Gives a row what stands above it in a cell that spans it too. */
const openFilling = (merges: readonly Merge[], repeat: Repeat): ((row: SheetRow) => SheetRow) => {
  const tall = merges.filter(({ top, bottom }) => bottom > top)
  const values = new Map<Merge, string>()
  let next = 0
  let open: Merge[] = []
  return (row) => {
    const at = row.line - 1
    while (next < tall.length && (tall[next] as Merge).top <= at) open.push(tall[next++] as Merge)
    open = open.filter(({ bottom }) => bottom >= at)
    for (const merge of open) {
      const { top, left } = merge
      if (top === at) values.set(merge, row.cells[left] ?? '')
      else if ((row.cells[left] ?? '') === '' && values.get(merge)) {
        while (row.cells.length < left) row.cells.push('')
        const whole = values.get(merge) as string
        row.cells[left] = repeat(whole)
        if (row.cells[left] !== whole) row.fault ??= REPEATED
      }
    }
    return row
  }
}

/** Whether rows may hold more than empty cells: a value, a text or a formula, under whatever prefix. */
const mayHold = (rows: string): boolean =>
  rows.includes('v>') || rows.includes('t>') || rows.includes('<f') || rows.includes(':f')
const EMPTY_ROW = '<row/>'

/**
 * The XML without its rows that hold nothing: where whole columns have a format, these are a million with forty cells
 * each, and going through them takes most of a minute.
 */
function* withoutEmptyRows(pieces: Iterable<string>): Generator<string> {
  let carried = ''
  for (const piece of pieces) {
    const text = carried + piece
    const [first, last] = [text.indexOf('<row'), text.lastIndexOf('<row')]
    // The last row may go on in the next piece.
    const rows = first < 0 ? '' : text.slice(first, last)
    if (rows === '' || mayHold(rows)) {
      carried = ''
      yield text
      continue
    }
    carried = text.slice(last)
    // Rows without a number are counted.
    const numbered = /^<row[^<>]*\sr="/.test(rows)
    yield text.slice(0, first) + (numbered ? '' : EMPTY_ROW.repeat(rows.split('<row').length - 1))
  }
  yield carried
}

/**
 * All rows of a worksheet with anything in them, and null after each piece of it. A value that spans rows stands in each
 * of them.
 * @param merges sorted by their top
 */
export function* walkRows(pieces: Pieces, book: Book, merges: readonly Merge[]): Generator<SheetRow | null> {
  let waiting: SheetRow[] = []
  const repeat = openRepeats(book.sheets.length)
  const fill = openFilling(merges, repeat)
  let last = 0
  const elements = openRows(book, repeat, (row) => {
    waiting.push(row)
    last = row.line
  })
  for (const piece of withoutEmptyRows(pieces())) {
    elements.write(piece)
    const ready = waiting
    waiting = []
    for (const row of ready) yield fill(row)
    yield null
  }
  const end = elements.end()
  for (const row of waiting) yield fill(row)
  if (end !== 'whole') yield { line: last + 1, cells: [''], fault: FAULTS[end] }
}
