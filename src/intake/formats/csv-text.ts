/** Rows into the text of a CSV file that Excel and WPS open as it is, and that never runs a formula. */
import { guardFormula } from '../guard.ts'

const csvCell = (cell: string | number | null, delimiter: string): string => {
  if (cell === null) return ''
  const shown = typeof cell === 'number' ? String(cell) : guardFormula(cell)
  return /["\r\n]/.test(shown) || shown.includes(delimiter) ? `"${shown.replaceAll('"', '""')}"` : shown
}

/** Quoted where needed, CRLF after every row. */
export const csvText = (rows: Iterable<readonly (string | number | null)[]>, delimiter = ','): string => {
  const lines: string[] = []
  for (const row of rows) lines.push(`${row.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\r\n`)
  return lines.join('')
}
