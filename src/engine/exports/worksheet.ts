/** Filters, drop-downs and how a sheet is printed: what the XLSX library leaves to its `features`. */
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
} from 'write-excel-file/utility'
import type { ExportSheet } from './sheet.ts'

/** The hidden worksheet that the lists of the drop-downs stand on, one a column. */
export const LISTS = '选项'

/** Characters of a Latin letter that stand beside each other on A4 upright, at the size they have. */
const PORTRAIT = 100

/** Rows below the heading that have drop-downs. */
const ROWS = 5000

const SHEET_FILE = 'xl/worksheets/sheet{id}.xml'
/** A4, as Excel numbers sizes of paper. */
const A4 = 9

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

/** All columns on one page's width, across where they are many; the name of the sheet above, the page below. */
const printMarkup = ({ columns }: ExportSheet): string[] => {
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  const orientation = width > PORTRAIT ? 'landscape' : 'portrait'
  return [
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="${A4}" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`,
    '<headerFooter><oddHeader>&amp;C&amp;A</oddHeader><oddFooter>&amp;L&amp;F&amp;R第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>',
  ]
}

/** What turns the plain worksheet of `sheet` into one with a filter, drop-downs and a form on paper. */
export const finishedSheet = (
  xml: string,
  sheet: ExportSheet,
  lists: readonly (readonly string[])[],
): string =>
  [filterMarkup(sheet), validationMarkup(sheet, lists), ...printMarkup(sheet)]
    .filter((markup) => markup !== '')
    .reduce(insert, xml)

/**
 * Repeats the row of headings on every printed page.
 * @param names of the worksheets that are printed, as they stand in the file
 */
export const withPrintTitles = (xml: string, names: readonly string[]): string => {
  const titles = names.map((name, i) => {
    const quoted = name.replaceAll("'", "''").replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${quoted}'!$1:$1</definedName>`
  })
  // The library leaves the element where it belongs, empty.
  return xml.replace(
    /<definedNames\s*\/>|<definedNames><\/definedNames>/,
    `<definedNames>${titles.join('')}</definedNames>`,
  )
}
