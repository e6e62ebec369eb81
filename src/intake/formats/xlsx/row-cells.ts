/** Cells of the XML into rows, as they come: plain ones at a glance, the others by the parser. */
import { LONGEST_CELL, MOST_COLUMNS, MOST_ROWS } from '../../limits.ts'
import { type openRepeats, REPEATED, TOO_LONG } from '../long-texts.ts'
import type { SheetRow } from '../opened.ts'
import { columnOf } from './address.ts'
import { shownText, unescapeText } from './cell-text.ts'
import { type Elements, type End, isYes, type Listener, openElements } from './elements.ts'
import { readPlainRow } from './plain-row.ts'
import type { Workbook } from './workbook.ts'

const TEXTLESS = '有单元格的文字读不出来，请在表格软件里打开后另存一次'
const UNCOMPUTED = '有公式没有保存计算结果，请在表格软件里打开后另存一次'

export type Book = Pick<Workbook, 'sheets' | 'texts' | 'shown' | 'from1904'>

export type Repeat = ReturnType<typeof openRepeats>

/** What has been met of a cell. */
interface Cell {
  column: number
  type: string
  style: number
  value: string
  hasValue: boolean
  formula: boolean
}

/** Makes rows of what is met; they are `found` when they end. */
const openBuilder = (book: Book, repeat: Repeat, found: (row: SheetRow) => void) => {
  let row: SheetRow = { line: 0, cells: [], fault: null }
  let cell: Cell = { column: -1, type: '', style: -1, value: '', hasValue: false, formula: false }
  const fail = (fault: string): void => {
    row.fault ??= fault
  }
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
  return {
    /** @param number as it is written, '' where it has none */
    beginRow: (number: string, hidden: boolean): void => {
      // Rows that are numbered backwards or beyond what a worksheet has follow each other.
      const line = Number(number)
      const follows = Number.isInteger(line) && line > row.line && line <= MOST_ROWS
      row = { line: follows ? line : row.line + 1, cells: [], fault: null }
      if (hidden) row.hidden = true
    },
    beginCell: (address: string, style: string, type: string): Cell => {
      const column = columnOf(address) ?? cell.column + 1
      cell = {
        column,
        type,
        style: style === '' ? -1 : Number(style),
        value: '',
        hasValue: false,
        formula: false,
      }
      return cell
    },
    /** the cell begun last */
    cell: (): Cell => cell,
    endCell: (): void => {
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
    },
    endRow: (): void => {
      cell.column = -1
      if (row.cells.some((text) => text.trim() !== '') || row.fault !== null) found(row)
    },
  }
}

type Builder = ReturnType<typeof openBuilder>

/** What is told by the parser into rows; `isBetween` = it is inside of none. */
const openListener = (builder: Builder): { listener: Listener; isBetween: () => boolean } => {
  let into: 'value' | 'aside' | null = null
  /** rows begun and not ended; nothing at all has been met before the first tag */
  let rows = 0
  let begun = false
  const listener: Listener = {
    open: (name, attribute) => {
      begun = true
      if (name === 'row') {
        rows++
        builder.beginRow(attribute('r'), isYes(attribute('hidden')))
      } else if (name === 'c') builder.beginCell(attribute('r'), attribute('s'), attribute('t'))
      else if (name === 'f') builder.cell().formula = true
      else if (name === 'rPh') into = 'aside'
      else if ((name === 'v' || name === 't') && into !== 'aside') {
        into = 'value'
        builder.cell().hasValue = true
      }
    },
    close: (name) => {
      if (name === 'v' || name === 't' || name === 'rPh') {
        if (into !== 'aside' || name === 'rPh') into = null
      } else if (name === 'c') builder.endCell()
      else if (name === 'row') {
        rows--
        builder.endRow()
      }
    },
    text: (piece) => {
      const cell = builder.cell()
      if (into === 'value' && cell.value.length <= LONGEST_CELL) cell.value += piece
    },
  }
  return { listener, isBetween: () => begun && rows === 0 && into === null && builder.cell().column === -1 }
}

const ROW_END = '</row>'

/** What may hold tags that are none, and how it ends. */
const ASIDES = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

/** Behind what may hold tags that are none; -1 where it goes on beyond the text, null where it is none of those. */
const afterAside = (text: string, from: number): number | null => {
  const aside = ASIDES.find(([open]) => text.startsWith(open, from))
  if (aside === undefined) return ASIDES.some(([open]) => open.startsWith(text.slice(from))) ? -1 : null
  const [open, close] = aside
  const end = text.indexOf(close, from + open.length)
  return end < 0 ? -1 : end + close.length
}

/** Characters kept back for the next piece, since a row or tag goes on in it; of longer ones the parser keeps track. */
const MOST_HELD = 131_072

/**
 * Gives the parser all but the plain rows, which are taken out on the way and read at a glance; each in its turn.
 */
const withoutPlainRows = (elements: Elements, builder: Builder, isBetween: () => boolean) => {
  let carried = ''
  let alone = false
  /** The text behind its plain rows and what stands between them; a row that goes on in the next piece is left too. */
  const behindRows = (text: string): string => {
    let at = 0
    for (;;) {
      if (elements.isStopped()) return ''
      if (!isBetween()) {
        const end = text.indexOf(ROW_END, at)
        if (end < 0) return text.slice(at)
        elements.write(text.slice(at, end + ROW_END.length))
        at = end + ROW_END.length
        continue
      }
      const begin = text.indexOf('<row', at)
      if (begin < 0) return text.slice(at)
      // Spaces between rows are nothing to anybody, and too many of them would be one endless text.
      const between = text.slice(at, begin)
      if (between.trim() !== '') elements.write(between)
      at = begin
      if (elements.isStopped() || !isBetween()) continue
      const row = readPlainRow(text, begin)
      const end = row?.end ?? text.indexOf(ROW_END, begin) + ROW_END.length
      if (row === null && end < ROW_END.length) return text.slice(at)
      if (row === null) elements.write(text.slice(begin, end))
      else {
        builder.beginRow(row.number, row.hidden)
        for (const { address, style, type, value, hasValue, formula } of row.cells) {
          const cell = builder.beginCell(address, style, type)
          cell.value = value
          cell.hasValue = hasValue
          cell.formula = formula
          builder.endCell()
        }
        builder.endRow()
      }
      at = end
    }
  }
  /** Gives the parser what is left of a piece, but for a row or tag that goes on in the next. */
  const finish = (rest: string): void => {
    const tag = rest.lastIndexOf('<')
    const isRow = isBetween() && rest.startsWith('<row')
    const cut = isRow ? 0 : tag >= 0 && !rest.includes('>', tag) ? tag : rest.length
    if (rest.length - cut > MOST_HELD) {
      // Of a tag without end it is not known what it is.
      alone = !isRow
      elements.write(rest)
    } else {
      elements.write(rest.slice(0, cut))
      carried = rest.slice(cut)
    }
  }
  const write = (piece: string): void => {
    let text = carried + piece
    carried = ''
    const aside = /<[!?]/g
    for (let found = aside.exec(text); found !== null && !alone; found = aside.exec(text)) {
      elements.write(behindRows(text.slice(0, found.index)))
      const end = afterAside(text, found.index)
      text = text.slice(found.index)
      if (end === -1 && text.length <= MOST_HELD) {
        carried = text
        return
      }
      if (end === null || end === -1) alone = true
      else {
        elements.write(text.slice(0, end - found.index))
        text = text.slice(end - found.index)
        aside.lastIndex = 0
      }
    }
    if (alone) elements.write(text)
    else finish(behindRows(text))
  }
  return {
    write,
    end: (): End => {
      elements.write(carried)
      return elements.end()
    },
  }
}

/** A reader of the XML of a worksheet, which may come in pieces that end anywhere. */
export const openRows = (
  book: Book,
  repeat: Repeat,
  found: (row: SheetRow) => void,
): { write: (xml: string) => void; end: () => End } => {
  const builder = openBuilder(book, repeat, found)
  const { listener, isBetween } = openListener(builder)
  return withoutPlainRows(openElements(listener), builder, isBetween)
}
