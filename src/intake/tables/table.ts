/**
 * One table file into records. The one place that knows how a heading is matched to a field and how a row is told about;
 * what a row means is said by each table's own file.
 */
import type { Notice } from '../../model/report.ts'
import type { PackageFile, TableFile } from '../contract.ts'
import { type CsvRow, openCsvSteps, stepCsv } from '../formats/csv.ts'
import { decodeSteps, isWorkbook, markupOf, UNREADABLE } from '../formats/text.ts'
import { dropGuard } from '../guard.ts'
import type { Notebook } from '../notebook.ts'
import { finish, type Steps } from '../pace.ts'
import { keyFault, maskedReason, maskPeople } from '../people/mask.ts'
import { headingKey } from './cells.ts'
import { isExampleRow, isReadableExtra } from './extras.ts'
import type { Lookups } from './lookups.ts'
import { namesOf } from './mapping.ts'

/** A field of a table: the headings it may stand under, the first being the one our templates use. */
export interface Column {
  headings: readonly string[]
  required?: boolean
}

export type Columns<Field extends string> = Readonly<Record<Field, Column>>

/** One row. `text` is trimmed; '' where the cell or the column is missing or the cell holds only dashes or slashes. */
export interface Row<Field extends string> {
  /** the file as the package calls it */
  file: string
  line: number
  text: (field: Field) => string
  /**
   * The row is not used, whatever was flagged about it before. Always returns null, so that a reader can
   * `return row.reject(…)`. `shown` stands in the report for a value that must not be repeated.
   */
  reject: (field: Field | '', reason: string, shown?: string) => null
  /** The row is used, with a doubt that is reported. `shown` as for `reject`. */
  flag: (field: Field | '', reason: string, shown?: string) => void
}

/** A table of the contract. */
export interface Table<Field extends string, Entry, File extends TableFile = PackageFile> {
  file: File
  columns: Columns<Field>
  /**
   * What reads its rows, made anew for each file so that it may remember the rows gone by. It gives a record, or null
   * after `row.reject`.
   */
  reader: (lookups: Lookups) => (row: Row<Field>) => Entry | null
}

/** Where each field stands in the rows of a file. */
interface Layout<Field extends string> {
  file: string
  header: CsvRow
  at: ReadonlyMap<Field, number>
  columns: Columns<Field>
  /** the heading each field stands under, the contract's own where it has no column */
  names: ReadonlyMap<Field, string>
  /** the fields there are whose cells name a record */
  keys: readonly Field[]
}

const layoutOf = <Field extends string>(
  file: string,
  header: CsvRow,
  at: ReadonlyMap<Field, number>,
  columns: Columns<Field>,
): Layout<Field> => {
  const fields = Object.keys(columns) as Field[]
  const nameOf = (field: Field): string => {
    const i = at.get(field)
    return i === undefined ? (columns[field].headings[0] as string) : (header.cells[i] ?? '').trim()
  }
  const names = new Map(fields.map((field) => [field, nameOf(field)]))
  return { file, header, at, columns, names, keys: fields.filter((field) => at.has(field) && isKey(field)) }
}

const namesIn = <Field extends string>(columns: Columns<Field>) =>
  namesOf((Object.keys(columns) as Field[]).map((field) => ({ field, headings: columns[field].headings })))

/**
 * Which place among the headings each field has. Of two for one field that with the earlier of its names (the code of an
 * 居委会 before its name, in whatever order they stand), of equal ones the first.
 */
export const fieldsAt = <Field extends string>(
  headings: readonly string[],
  columns: Columns<Field>,
): Map<Field, number> => {
  const fields = namesIn(columns)
  const at = new Map<Field, number>()
  headings.forEach((heading, i) => {
    const found = fields.get(headingKey(heading.trim()))
    if (found === undefined) return
    const rival = fields.get(headingKey((headings[at.get(found.field) ?? -1] ?? '').trim()))
    if (rival === undefined || found.rank < rival.rank) at.set(found.field, i)
  })
  return at
}

/** Matches headings to fields. `doubts` are headings we do not know, those that repeat, and data under none. */
const layOut = <Field extends string>(
  file: string,
  header: CsvRow,
  body: readonly CsvRow[],
  { file: table, columns }: Pick<Table<Field, unknown, TableFile>, 'file' | 'columns'>,
): { layout: Layout<Field>; doubts: Notice[] } => {
  const fields = namesIn(columns)
  const at = fieldsAt(header.cells, columns)
  const doubts: Notice[] = []
  header.cells.forEach((cell, i) => {
    const heading = cell.trim()
    const field = fields.get(headingKey(heading))?.field
    const tell = (reason: string, value = heading) =>
      doubts.push({ file, line: header.line, field: heading, value, reason })
    if (field !== undefined && at.get(field) === i) return
    if (isReadableExtra(table, heading)) return
    if (field !== undefined) {
      const taken = at.get(field) as number
      tell(
        taken < i ? '这一列重复，以前面的一列为准' : `这一列重复，以“${header.cells[taken]?.trim()}”一列为准`,
      )
    } else if (heading !== '') tell('不认识这一列，没有读入')
    else {
      const first = body.find(({ cells }) => (cells[i] ?? '').trim() !== '')
      if (first) tell(`第 ${i + 1} 列没有表头，没有读入`, (first.cells[i] as string).trim())
    }
  })
  return { layout: layoutOf(file, header, at, columns), doubts }
}

/** Fields that name a record: with a number of a person in one the row is refused, since without it it names nothing. */
const KEYS: ReadonlySet<string> = new Set(['id', 'siteId', 'areaCode', 'waterId', 'visit'])

const isKey = (field: string): boolean => KEYS.has(field)

/** What staff put where there is nothing to fill in. */
export const STRUCK = /^[-－—–/／\\]+$/

/** What is wrong with a row as it stands in the file, before its cells are understood. */
const faultsOf = ({ cells, fault }: CsvRow, width: number): string[] => {
  const faults = fault === null ? [] : [fault]
  let extra = 0
  for (let i = width; i < cells.length; i++) if (cells[i]?.trim() !== '') extra++
  if (extra > 0) faults.push(`比表头多出 ${extra} 格，多出的没有读入`)
  if (cells.some((cell) => cell.includes(UNREADABLE))) faults.push('有读不出的字符，请核对原文件')
  return faults
}

const readRow = <Field extends string, Entry>(
  raw: CsvRow,
  { file, header, at, names, keys }: Layout<Field>,
  read: (row: Row<Field>) => Entry | null,
  notebook: Notebook,
): Entry | null => {
  const { line, cells } = raw
  const faults = faultsOf(raw, header.cells.length)
  const flags: Notice[] = faults.map((reason) => ({ file, line, field: '', value: '', reason }))
  let rejected = false
  const nameOf = (field: Field): string => names.get(field) as string
  const cellOf = (field: Field): string => {
    const i = at.get(field)
    return i === undefined ? '' : dropGuard((cells[i] ?? '').trim()).trim()
  }
  const masked = new Set<Field>()
  const written = (field: Field): string => {
    const cell = cellOf(field)
    // Keys have been looked through before the row is read.
    if (cell === '' || isKey(field)) return cell
    const name = nameOf(field)
    const { text, found } = maskPeople(cell, name)
    if (found.length === 0 || masked.has(field)) return text
    masked.add(field)
    flags.push({ file, line, field: name, value: text, reason: maskedReason(`“${name}”`, found) })
    return text
  }
  const about = (field: Field | '', reason: string, shown?: string): Notice => {
    if (field === '') return { file, line, field, value: '', reason }
    return { file, line, field: nameOf(field), value: shown ?? written(field), reason }
  }
  for (const key of keys) {
    const refused = keyFault(cellOf(key), nameOf(key))
    if (refused === null) continue
    notebook.reject({
      file,
      line,
      field: nameOf(key),
      value: refused.shown,
      reason: `${refused.reason}，此行没有读入`,
    })
    return null
  }
  const entry = read({
    file,
    line,
    text: (field) => {
      const text = written(field)
      return STRUCK.test(text) ? '' : text
    },
    reject: (field, reason, shown) => {
      rejected = true
      notebook.reject(
        about(field, faults.length === 0 ? reason : `${reason}（此行${faults.join('；')}）`, shown),
      )
      return null
    },
    flag: (field, reason, shown) => {
      flags.push(about(field, reason, shown))
    },
  })
  // A rejected row is reported once, with the reason of its rejection.
  if (!rejected) for (const flag of flags) notebook.flag(flag)
  return entry
}

/**
 * Makes what reads rows one by one, where it is known already which cell holds which field: anew each time, so that no
 * reader knows the rows another has read.
 * @param at field → its place in the cells of a row; `header` gives the notices the headings of the file
 */
export const openRows = <Field extends string, Entry>(
  file: string,
  header: CsvRow,
  at: ReadonlyMap<Field, number>,
  table: Table<Field, Entry, TableFile>,
  lookups: Lookups,
  notebook: Notebook,
): (() => (raw: CsvRow) => Entry | null) => {
  const layout = layoutOf(file, header, at, table.columns)
  return () => {
    const read = table.reader(lookups)
    return (raw) => readRow(raw, layout, read, notebook)
  }
}

/** Rows read between two yields. */
const BATCH = 64

/** All rows of a file. */
function* rowsOf(bytes: Uint8Array): Steps<CsvRow[]> {
  const { text } = yield* decodeSteps(bytes)
  const rows: CsvRow[] = []
  for (const row of stepCsv(yield* openCsvSteps(text)))
    if (row !== null) rows.push(row)
    else yield
  return rows
}

/** `readTable` in steps. */
export function* tableSteps<Field extends string, Entry>(
  file: string,
  bytes: Uint8Array | undefined,
  table: Table<Field, Entry, TableFile>,
  lookups: Lookups,
  notebook: Notebook,
): Steps<Entry[]> {
  if (bytes === undefined) {
    notebook.absent(file)
    return []
  }
  if (isWorkbook(bytes)) {
    notebook.unreadable(file, '这是 Excel 工作簿，不是 CSV：请在表格软件里另存为 CSV')
    return []
  }
  const markup = markupOf(bytes)
  if (markup !== null) {
    notebook.unreadable(file, markup)
    return []
  }
  const { columns, reader } = table
  const all = yield* rowsOf(bytes)
  const header = all[0]
  const rows = all.slice(1)
  const body = rows.filter(({ cells }) => !isExampleRow(cells))
  notebook.count(file, body.length)
  if (header === undefined) {
    notebook.unreadable(file, '是空的，连表头也没有')
    return []
  }
  const { layout, doubts } = layOut(file, header, body, table)
  const missing = (Object.keys(columns) as Field[]).filter(
    (field) => columns[field].required && !layout.at.has(field),
  )
  if (missing.length > 0) {
    const names = missing.map((field) => `“${columns[field].headings[0]}”`).join('、')
    const lack = `缺少必需的列${names}`
    const reason = `${lack}，全表 ${body.length} 行没有读入`
    // The headings that are there show what was taken for something else: a title row, a word of their own.
    const value = header.cells.join('、').slice(0, 80)
    notebook.unreadable(file, lack, { line: header.line, field: names, value, reason })
    return []
  }
  for (const doubt of doubts) notebook.flag(doubt)
  for (const { line } of rows.filter(({ cells }) => isExampleRow(cells)))
    notebook.flag({ file, line, field: '', value: '', reason: '模板里的示例行，不是数据，没有读入' })
  const read = reader(lookups)
  const entries: Entry[] = []
  for (const [i, raw] of body.entries()) {
    const entry = readRow(raw, layout, read, notebook)
    if (entry !== null) entries.push(entry)
    if (i % BATCH === 0) yield
  }
  return entries
}

/**
 * Reads a table: its records, in the order of the file. A required column that is missing refuses the whole table with
 * one notice that says how many rows it cost.
 */
export const readTable = <Field extends string, Entry>(
  file: string,
  bytes: Uint8Array | undefined,
  table: Table<Field, Entry, TableFile>,
  lookups: Lookups,
  notebook: Notebook,
): Entry[] => finish(tableSteps(file, bytes, table, lookups, notebook))
