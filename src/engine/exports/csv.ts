/** Sheets into CSV: one file, or a zip with one a sheet. */
import { zipSync } from 'fflate'
import { csvText } from '../../intake/formats/csv-text.ts'
import { encodeText } from '../../intake/formats/encode.ts'
import type { Encoding } from '../../intake/formats/opened.ts'
import { formatDay } from '../../model/day.ts'
import { safePaths } from '../package/file-names.ts'
import type { ExportSheet, SheetCell, SheetColumn } from './sheet.ts'
import { sheetNames } from './sheet-names.ts'

const cellOf = (cell: SheetCell, { type }: SheetColumn): string | number | null => {
  if (typeof cell !== 'number') return cell
  if (!Number.isFinite(cell)) return null
  return type === 'date' ? formatDay(cell) : cell
}

/** Days as YYYY-MM-DD, numbers in full, shares as shares of 1. */
const sheetCsv = ({ columns, rows }: ExportSheet): string =>
  csvText([
    columns.map(({ heading }) => heading),
    ...rows.map((row) => columns.map((column, i) => cellOf(row[i] ?? null, column))),
  ])

/** The tables among the sheets; notes are left to workbooks. */
export const writeCsv = (
  sheets: readonly ExportSheet[],
  encoding: Encoding,
): { extension: 'csv' | 'zip'; bytes: Uint8Array } => {
  const tables = sheets.filter(({ note }) => !note)
  const written = tables.map((sheet) => encodeText(sheetCsv(sheet), encoding))
  const [only] = written
  if (only !== undefined && written.length === 1) return { extension: 'csv', bytes: only }
  const names = sheetNames(tables.map(({ name }) => name)).map((name) => `${name}.csv`)
  const safe = safePaths(names)
  return {
    extension: 'zip',
    bytes: zipSync(
      Object.fromEntries(written.map((bytes, i) => [safe.get(names[i] as string) as string, bytes])),
    ),
  }
}
