/** The rows of a worksheet, read while they are walked: nothing is held but its XML. */
import type { Merge } from '../heading.ts'
import type { SheetRow } from '../opened.ts'
import { shownText, unescapeText } from './cell-text.ts'
import { openElements, readElements } from './elements.ts'
import type { Workbook } from './workbook.ts'

/** Characters of XML read at a time. */
const PIECE = 262_144

/** BC12 → column 54, row 11, both from 0; null where it is no address. */
const placeOf = (address: string): { column: number; row: number } | null => {
  const m = /^\$?([a-z]{1,3})\$?(\d+)$/i.exec(address)
  if (m === null) return null
  let column = 0
  for (const letter of (m[1] as string).toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return { column: column - 1, row: Number(m[2]) - 1 }
}

/** Merged cells stand behind the rows, so they are read first. */
export const readMerges = (xml: string): Merge[] => {
  const merges: Merge[] = []
  const all = /<(?:\w+:)?mergeCells[\s>].*?<\/(?:\w+:)?mergeCells>/s.exec(xml)
  if (all === null) return merges
  readElements(all[0], {
    open: (name, attribute) => {
      if (name !== 'mergeCell') return
      const [from, to] = attribute('ref').split(':').map(placeOf)
      if (from && to) merges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column })
    },
  })
  return merges
}

/** The number of the last row, by its own word. */
export const lastRow = (xml: string): number => {
  const at = Math.max(xml.lastIndexOf('<row '), xml.lastIndexOf(':row '))
  return at < 0 ? 0 : Number(/\br="(\d+)"/.exec(xml.slice(at, at + 200))?.[1] ?? 0)
}

const TEXTLESS = '有单元格的文字读不出来，请在表格软件里打开后另存一次'
const UNCOMPUTED = '有公式没有保存计算结果，请在表格软件里打开后另存一次'

type Book = Pick<Workbook, 'texts' | 'shown' | 'from1904'>

/** Cells of the XML into rows, as they come. */
const openRows = (book: Book, found: (row: SheetRow) => void) => {
  let row: SheetRow = { line: 0, cells: [], fault: null }
  let cell = { column: -1, type: '', style: -1, value: '', hasValue: false, formula: false }
  let into: 'value' | 'aside' | null = null
  const textOf = (): string => {
    const { type, value } = cell
    switch (type) {
      case 's':
        return book.texts[Number(value)] ?? ''
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
      if (name === 'row') row = { line: Number(attribute('r')) || row.line + 1, cells: [], fault: null }
      else if (name === 'c') {
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
        if (text !== '') {
          while (row.cells.length < cell.column) row.cells.push('')
          row.cells[cell.column] = text
        }
        if (cell.formula && !cell.hasValue) row.fault = UNCOMPUTED
        if (cell.type === 's' && cell.hasValue && book.texts[Number(cell.value)] === undefined)
          row.fault = TEXTLESS
      } else if (name === 'row') {
        cell.column = -1
        if (row.cells.some((text) => text.trim() !== '') || row.fault !== null) found(row)
      }
    },
    text: (piece) => {
      if (into === 'value') cell.value += piece
    },
  })
}

/** Gives a row what stands above it in a cell that spans it too. */
const openFilling = (merges: readonly Merge[]): ((row: SheetRow) => SheetRow) => {
  const tall = merges.filter(({ top, bottom }) => bottom > top).sort((a, b) => a.top - b.top)
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
        row.cells[left] = values.get(merge) as string
      }
    }
    return row
  }
}

/** All rows of a worksheet with anything in them. A value that spans rows stands in each of them. */
export function* walkRows(xml: string, book: Book, merges: readonly Merge[]): Generator<SheetRow> {
  let waiting: SheetRow[] = []
  const fill = openFilling(merges)
  let last = 0
  const elements = openRows(book, (row) => {
    waiting.push(row)
    last = row.line
  })
  for (let at = 0; at < xml.length; at += PIECE) {
    elements.write(xml.slice(at, at + PIECE))
    const ready = waiting
    waiting = []
    for (const row of ready) yield fill(row)
  }
  const whole = elements.end()
  for (const row of waiting) yield fill(row)
  if (!whole) yield { line: last + 1, cells: [''], fault: '工作表在这里中断，后面的读不出来' }
}
