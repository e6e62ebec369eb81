/** Nothing that leaves carries a phone or an ID number, whichever way it came in. */
import { maskPeople } from '../../intake/privacy.ts'
import type { Properties } from './layers.ts'
import type { Sheet, SheetCell } from './sheet.ts'

const masked = <Cell extends SheetCell>(cell: Cell): Cell | string =>
  typeof cell === 'string' ? maskPeople(cell).text : cell

/** Codes and paths are kept as they are: they have to name the same thing when they are read back. */
export const sheetWithoutPeople = (sheet: Sheet): Sheet => ({
  ...sheet,
  rows: sheet.rows.map((row) => row.map((cell, i) => (sheet.columns[i]?.exact ? cell : masked(cell)))),
})

const EXACT: ReadonlySet<string> = new Set([
  '编号',
  '代码',
  '居委会',
  '点位编号',
  '检查项',
  '整改前照片',
  '整改后照片',
])

export const propertiesWithoutPeople = (properties: Properties): Properties =>
  Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, EXACT.has(name) ? value : masked(value)]),
  )
