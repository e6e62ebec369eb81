/** CSV text as the contract has it: Chinese headings, UTF-8, LF. */

type Cell = string | number | null | undefined

const quoted = (cell: Cell): string => {
  const text = cell === null || cell === undefined ? '' : String(cell)
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export const csvText = (headings: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `${[headings, ...rows].map((row) => row.map(quoted).join(',')).join('\n')}\n`
