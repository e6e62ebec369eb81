/** Sheets into an XLSX workbook: typed cells, frozen heading, filter, column widths, drop-downs, a form on paper. */
import { dateOf } from '../../model/day.ts'
import { part } from '../../model/part.ts'
import type { ExportSheet, SheetCell, SheetColumn } from './sheet.ts'
import { sheetNames } from './sheet-names.ts'

/** Cells of one file; beyond it the browser runs out of memory before the file is made. */
const MOST_CELLS = 3_000_000

/** Characters of a cell: Excel calls a file with more in one broken. */
const LONGEST_TEXT = 32_767
const CUT = '…（超出单元格上限，已截断）'

/**
 * A text as the library can hold it. It keeps texts as keys of a plain object: one that is a key of every object would
 * be taken for the function of that name. A space behind it makes it another, and is dropped when it is read.
 */
const holdable = (text: string): string => {
  // 「_x0041_」 would be read as the character of that code.
  const plain = text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
  const fitting = plain.length > LONGEST_TEXT ? `${plain.slice(0, LONGEST_TEXT - CUT.length)}${CUT}` : plain
  return fitting in Object.prototype ? `${fitting} ` : fitting
}

const formatOf = ({ type, digits }: SheetColumn): string => {
  if (type === 'date') return 'yyyy-mm-dd'
  const decimals = (n: number) => (n === 0 ? '0' : `0.${'0'.repeat(n)}`)
  if (type === 'percent') return `${decimals(digits ?? 1)}%`
  return decimals(digits ?? 0)
}

/** A text is always typed as text, so that one beginning with `=` is shown, not run, and a code keeps all its digits. */
const cellOf = (cell: SheetCell, column: SheetColumn) => {
  if (cell === null || cell === '') return null
  if (typeof cell === 'string')
    return { value: holdable(cell), type: String, format: '@', alignVertical: 'top' as const }
  if (!Number.isFinite(cell)) return null
  const style = { format: formatOf(column), alignVertical: 'top' as const }
  return column.type === 'date'
    ? { value: dateOf(cell), type: Date, ...style }
    : { value: cell, type: Number, ...style }
}

const headingCell = ({ heading }: SheetColumn) => ({
  value: holdable(heading),
  type: String,
  fontWeight: 'bold' as const,
  backgroundColor: '#E8EEF4',
  alignVertical: 'center' as const,
})

/** The lists of the drop-downs, a column each. */
const listSheet = (name: string, lists: readonly (readonly string[])[]): ExportSheet => ({
  name,
  columns: lists.map((_, i) => ({ heading: `${name}${i + 1}`, type: 'text', width: 24 })),
  rows: Array.from({ length: Math.max(...lists.map((list) => list.length)) }, (_, row) =>
    lists.map((list) => list[row] ?? null),
  ),
})

/** @throws Error whose message is for the user, when there is more than a workbook can hold */
export const writeXlsx = async (sheets: readonly ExportSheet[]): Promise<Uint8Array> => {
  const size = sheets.reduce((sum, { rows, columns }) => sum + rows.length * columns.length, 0)
  if (size > MOST_CELLS)
    throw new Error('行数太多，做不成 Excel 工作簿：请先筛选（如一个办事处），或导出 CSV')
  const [{ default: writeExcelFile }, { finishedSheet, LISTS, listsOf, withPrintTitles }] = await Promise.all(
    [
      part('导出 Excel', () => import('write-excel-file/universal')),
      part('导出 Excel', () => import('./worksheet.ts')),
    ],
  )
  const lists = listsOf(sheets)
  const all = lists.length === 0 ? sheets : [...sheets, listSheet(LISTS, lists)]
  const names = sheetNames(all.map(({ name }) => name))
  const isHidden = (index: number | undefined) => lists.length > 0 && index === sheets.length
  const blob = await writeExcelFile(
    all.map(({ columns, rows }, i) => ({
      sheet: names[i] as string,
      data: [
        columns.map(headingCell),
        ...rows.map((row) => columns.map((column, c) => cellOf(row[c] ?? null, column))),
      ],
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
    })),
    {
      features: [
        {
          files: {
            transform: {
              'xl/workbook.xml': {
                transformElementAttributes: (tag, attributes, index) =>
                  tag === 'sheet' && isHidden(index) ? { ...attributes, state: 'hidden' } : attributes,
                transform: (xml) => withPrintTitles(xml, names.slice(0, sheets.length)),
              },
              'xl/worksheets/sheet{id}.xml': {
                transform: (xml, _, { sheetIndex }) =>
                  isHidden(sheetIndex) ? xml : finishedSheet(xml, all[sheetIndex] as ExportSheet, lists),
              },
            },
          },
        },
      ],
    },
  ).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}
