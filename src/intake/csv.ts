/** Text into rows of cells that know on which line of the file they began. */
import Papa from 'papaparse'

export interface CsvRow {
  /** line on which the row begins, the first of the file = 1 */
  line: number
  cells: string[]
  /** what is wrong with its quotes, if anything */
  fault: string | null
}

/** Each quote that runs on costs a fresh parse from there: a file with more of them than this does not quote at all. */
const RUNAWAYS = 100

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '')

/** Rows of `text` from `offset` on, until the end or the first quote that runs on into other lines. */
const parseFrom = (text: string, offset: number, delimiter: string) => {
  const rows: { start: number; cells: string[] }[] = []
  let start = offset
  let unclosed: number | null = null
  Papa.parse<string[]>(offset === 0 ? text : text.slice(offset), {
    delimiter,
    newline: '\n',
    step: ({ data, errors, meta }, parser) => {
      // A quote that closes in the wrong place has run on into the lines below just like one that never does.
      const ranOn = errors.length > 0 && data.some((cell) => cell.includes('\n'))
      if (ranOn || errors.some((error) => error.code === 'MissingQuotes')) {
        unclosed = start
        parser.abort()
        return
      }
      rows.push({ start, cells: data })
      start = offset + meta.cursor
    },
  })
  return { rows, unclosed }
}

/** The mark that divides the heading: of `,` tab `;` the one it holds most of. */
const delimiterOf = (text: string): string => {
  const first = text.split('\n', 50).find((line) => line.trim() !== '') ?? ''
  const bare = first.replace(/"[^"]*"/g, '')
  const counts = [',', '\t', ';'].map((mark) => [mark, bare.split(mark).length] as const)
  return counts.reduce((a, b) => (b[1] > a[1] ? b : a))[0]
}

/** Excel's own first line, which names the delimiter and is no row. */
const SEP = /^"?sep=([,;\t])"?\n/i

/**
 * All rows with anything in them. Blank lines are no rows but count as lines. A quote that is never closed costs only
 * its own line, which is read without quotes and says so; the lines after it are read as usual.
 */
export const csvRows = (raw: string): CsvRow[] => {
  const text = raw.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const sep = SEP.exec(text)
  const delimiter = sep?.[1] ?? delimiterOf(text)
  const found: CsvRow[] = []
  let line = 1
  let counted = 0
  const lineAt = (offset: number): number => {
    for (let i = text.indexOf('\n', counted); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) line++
    counted = offset
    return line
  }
  const unquoted = (start: number, end: number): void => {
    const alone = text.slice(start, end)
    const fault = alone.includes('"') ? '引号没有成对，已去掉引号读入' : null
    const cells = alone.replaceAll('"', '').split(delimiter)
    if (!isBlank(cells)) found.push({ line: lineAt(start), cells, fault })
  }
  const lineEnd = (from: number): number => {
    const end = text.indexOf('\n', from)
    return end < 0 ? text.length : end
  }

  let offset = sep?.[0].length ?? 0
  for (let runaways = 0; offset < text.length && runaways < RUNAWAYS; runaways++) {
    const { rows, unclosed } = parseFrom(text, offset, delimiter)
    for (const { start, cells } of rows)
      if (!isBlank(cells)) found.push({ line: lineAt(start), cells, fault: null })
    if (unclosed === null) return found
    unquoted(unclosed, lineEnd(unclosed))
    offset = lineEnd(unclosed) + 1
  }
  for (; offset < text.length; offset = lineEnd(offset) + 1) unquoted(offset, lineEnd(offset))
  return found
}
