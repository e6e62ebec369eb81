/** Filters and drop-downs: the parts of a worksheet that the XLSX library leaves to its `features`. */
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
} from 'write-excel-file/utility'
import type { ExportSheet } from './sheet.ts'

/** The hidden worksheet that the lists of the drop-downs stand on, one a column. */
export const LISTS = '选项'

/** Rows below the heading that have drop-downs. */
const ROWS = 5000

const SHEET_FILE = 'xl/worksheets/sheet{id}.xml'

const insert = (xml: string, element: string): string =>
  insertElementMarkupAccordingToOrderOfSiblings(
    xml,
    element,
    getOrderOfSiblings(SHEET_FILE, 'worksheet') ?? [],
    'worksheet',
  )

/** `$B$2:$B$30`, counted from 0. */
const columnRange = (column: number, from: number, to: number): string => {
  const letters = getCellAddress(0, column).replace(/\d+$/, '')
  return `$${letters}$${from + 1}:$${letters}$${to + 1}`
}

/** The lists that stand in the columns of LISTS: equal ones once. */
export const listsOf = (sheets: readonly ExportSheet[]): (readonly string[])[] => {
  const lists = new Map<string, readonly string[]>()
  for (const { columns } of sheets)
    for (const { allowed } of columns)
      if (allowed && allowed.values.length > 0) lists.set(allowed.values.join('\n'), allowed.values)
  return [...lists.values()]
}

const filterMarkup = ({ columns, rows }: ExportSheet): string =>
  `<autoFilter ref="A1:${getCellAddress(rows.length, columns.length - 1)}"/>`

const validationMarkup = ({ columns }: ExportSheet, lists: readonly (readonly string[])[]): string => {
  const rules = columns.flatMap(({ allowed }, i) => {
    const at = lists.findIndex((list) => list.join('\n') === allowed?.values.join('\n'))
    if (!allowed || at < 0) return []
    const style = allowed.strict ? '' : ' errorStyle="warning"'
    const message = allowed.strict ? '请从下拉列表中选择' : '不在下拉列表中，确定这样填吗？'
    const cells = `${getCellAddress(1, i)}:${getCellAddress(ROWS, i)}`
    return [
      `<dataValidation type="list"${style} allowBlank="1" showErrorMessage="1" errorTitle="填写" error="${message}" sqref="${cells}">` +
        `<formula1>'${LISTS}'!${columnRange(at, 1, (allowed.values as string[]).length)}</formula1></dataValidation>`,
    ]
  })
  return rules.length === 0
    ? ''
    : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`
}

/** What turns the plain worksheet of `sheet` into one with a filter and drop-downs. */
export const withFilterAndLists = (
  xml: string,
  sheet: ExportSheet,
  lists: readonly (readonly string[])[],
): string => {
  const filtered = insert(xml, filterMarkup(sheet))
  const validation = validationMarkup(sheet, lists)
  return validation === '' ? filtered : insert(filtered, validation)
}
