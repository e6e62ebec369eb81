/** Transposed water-quality sheets (a field in each row, a measurement in each column), transposed back. */
import { headingKey } from '../tables/cells.ts'
import { HEADING_WITHIN } from './heading.ts'
import { countFields, countSampleFields, isKnownHeading } from './known-headings.ts'
import type { SheetRow } from './opened.ts'

const column = (rows: readonly SheetRow[], i: number): string[] =>
  rows.map(({ cells }) => (cells[i] ?? '').trim())

/** Whether the first column only counts what stands beside it. */
const isCounted = (rows: readonly SheetRow[]): boolean =>
  column(
    rows.filter(({ cells }) => (cells[1] ?? '').trim() !== ''),
    0,
  ).every((cell) => /^(\d*|序号|编号)$/.test(cell))

/** The column that names the fields: the first, or the second behind a 序号. -1 where the table stands upright. */
const fieldColumn = (rows: readonly SheetRow[]): number => {
  const across = Math.max(0, ...rows.map(({ cells }) => countFields(cells)))
  return (
    [0, 1].find((i) => {
      const down = countSampleFields(column(rows, i))
      return down >= 3 && down > across && (i === 0 || isCounted(rows))
    }) ?? -1
  )
}

/** Whether the cells below a heading are the units of the fields beside them. */
const isUnitColumn = (cells: readonly string[]): boolean => {
  const filled = cells.filter((cell) => cell !== '')
  const unit = /^(单位|计量单位|[-—/]|无量纲|[(（]?(cm|mm|m|mg\/l|μg\/l|mv|v|℃|厘米|毫伏)[)）]?)$/i
  return filled.length > 0 && filled.every((cell) => unit.test(cell))
}

const withUnit = (field: string, unit: string): string => {
  if (unit === '' || /^([-—/]|单位|计量单位|无量纲)$/.test(unit)) return field
  // 透明度(cm) beside cm says it once.
  return headingKey(field).endsWith(headingKey(unit)) ? field : `${field}${unit}`
}

/**
 * The table turned: its first row is the heading, and a row's `line` is the number of its column in the file (A = 1). Null
 * where it stands upright already, or is too long to be a sheet of that kind.
 */
export const turnUpright = (
  rows: readonly SheetRow[],
): { header: SheetRow; rows: SheetRow[]; titles: SheetRow[] } | null => {
  if (rows.length > HEADING_WITHIN) return null
  const fields = fieldColumn(rows)
  if (fields < 0) return null
  const start = rows.findIndex(({ cells }) => isKnownHeading(cells[fields] ?? ''))
  const body = rows.slice(start).filter(({ cells }) => (cells[fields] ?? '').trim() !== '')
  const units = column(body, fields + 1)
  const hasUnits = isUnitColumn(units)
  const names = column(body, fields).map((name, i) => (hasUnits ? withUnit(name, units[i] as string) : name))
  const width = Math.max(...body.map(({ cells }) => cells.length))
  const turned: SheetRow[] = []
  for (let i = fields + (hasUnits ? 2 : 1); i < width; i++) {
    const cells = column(body, i)
    if (cells.some((cell) => cell !== '')) turned.push({ line: i + 1, cells, fault: null })
  }
  const header: SheetRow = { line: fields + 1, cells: names, fault: null }
  return { header, rows: turned, titles: rows.filter((row) => !body.includes(row)) }
}
