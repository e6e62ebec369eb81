/** Empty tables to fill in: Chinese headings, an example row, drop-downs, and a sheet that explains every field. */
import type { PackageFile } from '../../intake/contract.ts'
import { GUIDE_HEADINGS } from '../../intake/tables/extras.ts'
import { TABLES } from '../../intake/tables/index.ts'
import type { Column } from '../../intake/tables/table.ts'
import { parseDay } from '../../model/day.ts'
import type { Opened } from '../package/open.ts'
import { type ExportSheet, type SheetCell, type SheetColumn, textColumn } from './sheet.ts'
import { listsOfPackage, TEMPLATES, type TemplateField, type TemplateTable } from './template-fields.ts'

type Lists = ReturnType<typeof listsOfPackage>

const columnOf = (heading: string, field: TemplateField, lists: Lists): SheetColumn => ({
  heading,
  type: field.date ? 'date' : typeof field.example === 'number' ? 'number' : 'text',
  width: Math.max(14, 2 * heading.length + 4),
  ...(typeof field.example === 'number' && { digits: Number.isInteger(field.example) ? 0 : 3 }),
  allowed: field.list === undefined ? null : lists[field.list],
})

const exampleOf = ({ example, date, list }: TemplateField, lists: Lists): SheetCell => {
  if (example === undefined) return (list && lists[list].values[0]) ?? null
  return date && typeof example === 'string' ? parseDay(example) : example
}

/** Fields of a table with the heading and whether it is required, in the order of the contract. */
const fieldsOf = (table: TemplateTable) =>
  Object.entries(TABLES[table].columns as Readonly<Record<string, Column>>).map(([name, column]) => ({
    heading: column.headings[0] as string,
    required: column.required ?? false,
    field: TEMPLATES[table].fields[name] as TemplateField,
  }))

const tableSheet = (table: TemplateTable, lists: Lists): ExportSheet => {
  const fields = fieldsOf(table)
  return {
    name: TEMPLATES[table].label,
    columns: fields.map(({ heading, field }) => columnOf(heading, field, lists)),
    rows: [fields.map(({ field }) => exampleOf(field, lists))],
  }
}

const GUIDE_WIDTHS = [16, 20, 8, 44, 8, 60]

const guideSheet = (tables: readonly TemplateTable[], lists: Lists): ExportSheet => ({
  name: '填写说明',
  columns: GUIDE_HEADINGS.map((heading, i) => textColumn(heading, GUIDE_WIDTHS[i] as number)),
  rows: tables.flatMap((table) =>
    fieldsOf(table).map(({ heading, required, field }): SheetCell[] => [
      TEMPLATES[table].label,
      heading,
      required ? '必填' : null,
      field.meaning,
      field.unit ?? null,
      field.list === undefined ? null : lists[field.list].values.join('、'),
    ]),
  ),
  note: true,
})

/** @param file null = all tables in one workbook. Empty where the file is no table. */
export const templateSheets = ({ model, standard }: Opened, file: PackageFile | null): ExportSheet[] => {
  const tables = (Object.keys(TABLES) as TemplateTable[]).filter(
    (table) => file === null || TABLES[table].file === file,
  )
  if (tables.length === 0) return []
  const lists = listsOfPackage(standard, model.areas, model.waters, model.sites)
  return [...tables.map((table) => tableSheet(table, lists)), guideSheet(tables, lists)]
}
