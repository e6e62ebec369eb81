/** The rows of a worksheet, read while they are walked: nothing is held but the packed bytes. */
import { LONGEST_TOKEN } from '../../limits.ts'
import type { MergedCells } from '../heading.ts'
import { openRepeats, REPEATED } from '../long-texts.ts'
import type { SheetRow } from '../opened.ts'
import { type Book, openRows, type Repeat } from './row-cells.ts'

/** The XML of a worksheet, some at a time. */
type Pieces = () => Iterable<string>

const FAULTS = {
  broken: '工作表在这里中断，后面的读不出来',
  endless: `这里有一处超过 ${LONGEST_TOKEN} 个字符的内容，后面的没有读入`,
} as const

/** Gives a row what stands above it in a cell that spans it too. */
const openFilling = (merges: readonly MergedCells[], repeat: Repeat): ((row: SheetRow) => SheetRow) => {
  const tall = merges.filter(({ top, bottom }) => bottom > top)
  const values = new Map<MergedCells, string>()
  let next = 0
  let open: MergedCells[] = []
  return (row) => {
    const at = row.line - 1
    while (next < tall.length && (tall[next] as MergedCells).top <= at) open.push(tall[next++] as MergedCells)
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
export function* walkRows(
  pieces: Pieces,
  book: Book,
  merges: readonly MergedCells[],
): Generator<SheetRow | null> {
  let waiting: SheetRow[] = []
  const repeat = openRepeats(book.sheets.length)
  const fill = openFilling(merges, repeat)
  let last = 0
  const rows = openRows(book, repeat, (row) => {
    waiting.push(row)
    last = row.line
  })
  for (const piece of withoutEmptyRows(pieces())) {
    rows.write(piece)
    const ready = waiting
    waiting = []
    for (const row of ready) yield fill(row)
    yield null
  }
  const end = rows.end()
  for (const row of waiting) yield fill(row)
  if (end !== 'whole') yield { line: last + 1, cells: [''], fault: FAULTS[end] }
}
