/**
 * A table file mended row by row. What is not touched keeps its bytes, whatever its encoding, quotes and extra columns;
 * a row that is touched keeps its other cells.
 */
import { groupBy } from '../../model/group.ts'
import { type CsvRow, openCsv, walkCsv } from '../formats/csv.ts'
import { encodeText } from '../formats/encode.ts'
import type { Encoding } from '../formats/opened.ts'
import { decodeBytes } from '../formats/text.ts'
import { dropGuard, guardFormula } from '../guard.ts'
import type { Steps } from '../pace.ts'
import { plain } from '../tables/cells.ts'
import { isExampleRow } from '../tables/extras.ts'
import { type Columns, fieldsAt } from '../tables/table.ts'

export interface Mending<Field extends string> {
  /** The `id`s there are, in the order of the file. */
  ids: () => string[]
  /** The cells of the rows of that id, trimmed, by field; '' where there is no such column. */
  rowsOf: (id: string) => Record<Field, string>[]
  /** The line on which the first row of that id begins, before anything was changed; null where there is none. */
  lineOf: (id: string) => number | null
  /** Sets cells of the one row of that id; a column that is missing is added. Throws where not just one row has the id. */
  set: (id: string, cells: Partial<Record<Field, string>>) => void
  /**
   * Goes over all rows, examples of a template too, in order. `change` gives the cells of a row as they are to be, or null
   * to leave it, in steps; `fieldAt` tells the field of a place in the row, undefined where its heading is none of ours.
   */
  rewrite: (
    change: (
      cells: readonly string[],
      fieldAt: (place: number) => Field | undefined,
      at: ReadonlyMap<Field, number>,
      headings: readonly string[],
    ) => string[] | null,
  ) => Steps<void>
  /** Changes the headings; whether any has become another. The fields stay where they are. */
  rename: (change: (heading: string) => string) => boolean
  /** Adds a row at the end. */
  add: (cells: Partial<Record<Field, string>>) => void
  bytes: () => Uint8Array
}

/** Rows gone over between two yields. */
const BATCH = 64

const [LF, CR] = [0x0a, 0x0d]

/** Width of a code unit, and the place of its low byte. */
const unitOf = (encoding: Encoding): { width: 1 | 2; low: 0 | 1 } =>
  encoding === 'UTF-16LE'
    ? { width: 2, low: 0 }
    : encoding === 'UTF-16BE'
      ? { width: 2, low: 1 }
      : { width: 1, low: 0 }

interface Line {
  start: number
  /** behind its last character */
  end: number
  /** behind its line break */
  next: number
}

/** The lines of a file, by bytes: no encoding of ours has a line break within a character. */
const linesOf = (bytes: Uint8Array, encoding: Encoding, mark: number): Line[] => {
  const { width, low } = unitOf(encoding)
  const at = (i: number): number => {
    const high = width === 2 ? (bytes[i + 1 - low] ?? 0) : 0
    return high === 0 ? (bytes[i + low] ?? 0) : -1
  }
  const lines: Line[] = []
  let start = mark
  for (let i = mark; i < bytes.length; i += width) {
    const unit = at(i)
    if (unit !== LF && unit !== CR) continue
    const next = i + (unit === CR && at(i + width) === LF ? 2 * width : width)
    lines.push({ start, end: i, next })
    start = next
    i = next - width
  }
  if (start < bytes.length) lines.push({ start, end: bytes.length, next: bytes.length })
  return lines
}

const LABELS = { 'UTF-16LE': 'utf-16le', 'UTF-16BE': 'utf-16be', GB18030: 'gb18030' } as const

/** The bytes a text has within a file: without the byte order mark it may begin with. */
const encodeInside = (text: string, encoding: Encoding): Uint8Array => {
  if (encoding === 'UTF-8 BOM') return encodeText(text, 'UTF-8')
  const bytes = encodeText(text, encoding)
  return unitOf(encoding).width === 2 ? bytes.subarray(2) : bytes
}

const markOf = (bytes: Uint8Array): number => {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 3
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) ? 2 : 0
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/**
 * Opens a table to be mended. Throws an Error for the user when the file has rows but no column for the id.
 * @param bytes null = there is no such file yet: one is made with the headings of our templates
 * @param name the file, as the user knows it
 * @param id the field rows are looked up by; null where they are only gone over or added
 */
export const openMending = <Field extends string>(
  name: string,
  bytes: Uint8Array | null,
  columns: Columns<Field>,
  id: NoInfer<Field> | null = null,
): Mending<Field> => {
  const fields = Object.keys(columns) as Field[]
  // Nothing but commas and blank lines is no table either.
  const blank = bytes === null || walkCsv(openCsv(decodeBytes(bytes).text)).next().done === true
  const fresh = `${fields.map((field) => columns[field].headings[0] as string).join(',')}\r\n`
  const raw = blank ? encodeText(fresh, 'UTF-8 BOM') : (bytes as Uint8Array)
  const { text, encoding } = decodeBytes(raw)
  const csv = openCsv(text)
  const [header, ...all] = [...walkCsv(csv)] as [CsvRow, ...CsvRow[]]
  const at = fieldsAt(header.cells, columns)
  if (id !== null && !at.has(id))
    throw new Error(`${name} 里没有“${columns[id].headings[0]}”一列，无法改动，请先补上这一列再导入。`)

  /** -1: rows are not looked up by id */
  const idAt = id === null ? -1 : (at.get(id) as number)
  const lines = linesOf(raw, encoding, markOf(raw))
  const rows = all.filter(({ cells }) => !isExampleRow(cells))
  // A column that is added stands behind everything any row holds: no cell may slip under its heading.
  let width = all.reduce((most, { cells }) => Math.max(most, cells.length), header.cells.length)
  const headings = [...header.cells]
  let renamed = false
  const mended = new Map<CsvRow, string[]>()
  const added: string[][] = []

  const places = groupBy(rows.keys(), (i) => plain(rows[i]?.cells[idAt] ?? ''))

  const place = (field: Field): number => {
    const known = at.get(field)
    if (known !== undefined) return known
    const next = width++
    while (headings.length < next) headings.push('')
    headings[next] = columns[field].headings[0] as string
    at.set(field, next)
    return next
  }
  const cellsIn = (row: CsvRow): string[] => mended.get(row) ?? row.cells
  const cellsOf = (i: number): string[] => cellsIn(rows[i] as CsvRow)
  const write = (cells: readonly string[], changes: Partial<Record<Field, string>>): string[] => {
    const next = [...cells]
    for (const [field, value] of Object.entries(changes) as [Field, string][]) {
      const to = place(field)
      while (next.length < to) next.push('')
      next[to] = guardFormula(value)
    }
    return next
  }
  const shown = (cells: readonly string[]): string =>
    cells
      .map((cell) =>
        cell.includes(csv.delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
      )
      .join(csv.delimiter)

  /** The bytes a row stands in, from its first line to its last that holds anything. */
  const extentOf = (line: number, before: number): { start: number; end: number } => {
    const decoder = new TextDecoder(encoding in LABELS ? LABELS[encoding as keyof typeof LABELS] : 'utf-8')
    const isEmpty = ({ start, end }: Line) =>
      decoder.decode(raw.subarray(start, end)).replaceAll(csv.delimiter, '').trim() === ''
    let last = Math.min(before - 1, lines.length)
    while (last > line && isEmpty(lines[last - 1] as Line)) last--
    return { start: (lines[line - 1] as Line).start, end: (lines[last - 1] as Line).end }
  }

  return {
    ids: () => [
      ...rows.map((_, i) => plain(cellsOf(i)[idAt] ?? '')),
      ...added.map((cells) => plain(cells[idAt] ?? '')),
    ],
    rowsOf: (key) => {
      const found = [
        ...(places.get(key) ?? []).map(cellsOf),
        ...added.filter((cells) => plain(cells[idAt] ?? '') === key),
      ]
      return found.map(
        (cells) =>
          Object.fromEntries(
            fields.map((field) => {
              const from = at.get(field)
              return [field, from === undefined ? '' : dropGuard((cells[from] ?? '').trim()).trim()]
            }),
          ) as Record<Field, string>,
      )
    },
    lineOf: (key) => rows[places.get(key)?.[0] ?? -1]?.line ?? null,
    set: (key, changes) => {
      const own = places.get(key) ?? []
      const news = added.flatMap((cells, i) => (plain(cells[idAt] ?? '') === key ? [i] : []))
      if (own.length + news.length === 0) throw new Error(`${name} 里没有编号“${key}”。`)
      if (own.length + news.length > 1)
        throw new Error(`${name} 里有 ${own.length + news.length} 行编号都是“${key}”，请先改正重复的编号。`)
      const [i] = own
      if (i !== undefined) mended.set(rows[i] as CsvRow, write(cellsOf(i), changes))
      else added[news[0] as number] = write(added[news[0] as number] as string[], changes)
    },
    rewrite: function* (change) {
      const fieldOf = new Map([...at].map(([field, place]) => [place, field]))
      for (const [i, row] of all.entries()) {
        const cells = change(cellsIn(row), (where) => fieldOf.get(where), at, headings)
        if (cells !== null) mended.set(row, cells)
        if (i % BATCH === 0) yield
      }
    },
    rename: (change) => {
      let other = false
      headings.forEach((heading, i) => {
        headings[i] = change(heading)
        other ||= headings[i] !== heading
      })
      renamed ||= other
      return other
    },
    add: (cells) => {
      const first = headings.map(() => '')
      added.push(write(first, cells))
    },
    bytes: () => {
      const pieces: Uint8Array[] = []
      let done = 0
      const replace = ({ start, end }: { start: number; end: number }, cells: readonly string[]) => {
        pieces.push(raw.subarray(done, start), encodeInside(shown(cells), encoding))
        done = end
      }
      const lineAfter = (index: number) => all[index + 1]?.line ?? lines.length + 1
      if (renamed || headings.length > header.cells.length)
        replace(extentOf(header.line, lineAfter(-1)), headings)
      all.forEach((row, i) => {
        const cells = mended.get(row)
        if (cells !== undefined) replace(extentOf(row.line, lineAfter(i)), cells)
      })
      pieces.push(raw.subarray(done))
      if (added.length === 0) return joined(pieces)
      const first = lines[0] as Line
      const broken = decodeBytes(raw.subarray(first.end, first.next)).text
      const brk = first.next > first.end && unitOf(encoding).width === 1 ? broken : '\r\n'
      const last = lines.at(-1) as Line
      const open = last.next === last.end ? brk : ''
      const tail = added.map((cells) => `${shown(cells)}${brk}`).join('')
      pieces.push(encodeInside(open + tail, encoding))
      return joined(pieces)
    },
  }
}
