/** Tables out: CSV that Excel and WPS open as it is, and that never runs a formula. */

/** A cell a spreadsheet would take for a formula is made text; a plain number such as −5 stays one. */
export const safeCell = (cell: string | number | null): string => {
  if (cell === null) return ''
  const text = String(cell)
  const formula = /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text)
  const shown = formula ? `'${text}` : text
  return /[",\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown
}

/** UTF-8 with BOM (added when saved), CRLF. */
export const csvOf = (
  headings: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string => [headings, ...rows].map((row) => `${row.map(safeCell).join(',')}\r\n`).join('')

/** Hands a file to the browser's download. */
export const saveText = (name: string, text: string): void => {
  const url = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
