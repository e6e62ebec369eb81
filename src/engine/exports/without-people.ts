/** Takes numbers of people out of everything that is exported, whichever way they came in. */
import { maskPeople } from '../../intake/people/mask.ts'
import type { ExportSheet, SheetCell } from './sheet.ts'

/** Of a feature. */
export type Properties = Record<string, string | number | null>

const masked = <Cell extends SheetCell>(cell: Cell, heading: string): Cell | string =>
  typeof cell === 'string' ? maskPeople(cell, heading).text : cell

export const sheetWithoutPeople = ({ name, columns, rows, ...rest }: ExportSheet): ExportSheet => ({
  ...rest,
  name: maskPeople(name).text,
  columns: columns.map((column) => ({ ...column, heading: maskPeople(column.heading).text })),
  rows: rows.map((row) => row.map((cell, i) => masked(cell, columns[i]?.heading ?? ''))),
})

export const propertiesWithoutPeople = (properties: Properties): Properties =>
  Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, masked(value, name)]))
