/** Text into rows of cells that know on which line of the file they began. */
import Papa from 'papaparse'

export interface CsvRow {
  /** line on which the row begins, the first of the file = 1 */
  line: number
  cells: string[]
  /** what is wrong with its quotes, if anything */
  fault: string | null
}

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

const delimiterOf = (text: string): string => {
  const first = text.split('\n').find((line) => line.trim() !== '') ?? ''
  const counts = [',', '\t', ';'].map((mark) => [mark, first.split(mark).length] as const)
  return counts.reduce((a, b) => (b[1] > a[1] ? b : a))[0]
}

/**
 * All rows with anything in them. Blank lines are no rows but count as lines. A quote that is never closed costs only
 * its own line, which is read without quotes and says so; the lines after it are read as usual.
 */
export const csvRows = (raw: string): CsvRow[] => {
  const text = raw.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const delimiter = delimiterOf(text)
  const found: CsvRow[] = []
  let line = 1
  let counted = 0
  const lineAt = (offset: number): number => {
    for (let i = text.indexOf('\n', counted); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) line++
    counted = offset
    return line
  }
  for (let offset = 0; offset < text.length; ) {
    const { rows, unclosed } = parseFrom(text, offset, delimiter)
    for (const { start, cells } of rows)
      if (!isBlank(cells)) found.push({ line: lineAt(start), cells, fault: null })
    if (unclosed === null) break
    const end = text.indexOf('\n', unclosed)
    const alone = text.slice(unclosed, end < 0 ? undefined : end)
    found.push({
      line: lineAt(unclosed),
      cells: alone.replaceAll('"', '').split(delimiter),
      fault: '引号没有成对，已去掉引号读入',
    })
    offset = end < 0 ? text.length : end + 1
  }
  return found
}
