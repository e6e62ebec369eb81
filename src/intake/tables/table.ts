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
import type { Personal } from '../people/masked.ts'
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
  /** the heading each field stands under, the contract's own where it has no column */
  names: ReadonlyMap<Field, string>
  /** what the cells of a row say of each field */
  cells: ReadonlyMap<Field, (cells: readonly string[]) => Cell>
  /** the fields there are whose cells name a record */
  keys: readonly Field[]
}

/** What a cell says. */
interface Cell {
  /** as it stands in the file */
  raw: string
  /** trimmed, without numbers of people */
  written: string
  /** the same; '' where there are only dashes or slashes */
  text: string
  /** what was taken out of it */
  found: readonly Personal[]
  /** why it cannot name a record, where it should */
  refused: ReturnType<typeof keyFault>
}

const NOTHING: Cell = { raw: '', written: '', text: '', found: [], refused: null }

/**
 * The text by itself: a piece of a long text keeps all of it in memory, a file of a hundred megabytes for a few numbers of
 * visits. Shorter ones are copied anyway.
 */
const alone = (text: string): string => (text.length < 13 ? text : `${text} `.slice(0, -1))

const cellOf = (raw: string, name: string, key: boolean): Cell => {
  const cell = alone(dropGuard(raw.trim()).trim())
  const own = cell.length === raw.length ? cell : alone(raw)
  if (cell === '') return { ...NOTHING, raw: own }
  // Keys are looked through before the row is read.
  const refused = key ? keyFault(cell, name) : null
  const { text: written, found } = key ? { text: cell, found: [] } : maskPeople(cell, name)
  return { raw: own, written, text: STRUCK.test(written) ? '' : written, found, refused }
}

/** Cells of a column that are remembered; after as many, a column in which hardly one came again remembers none. */
const MOST_CELLS = 2000

/** `cellOf` of one column, which says the same few things on many rows. */
const columnReader = (at: number, name: string, key: boolean): ((cells: readonly string[]) => Cell) => {
  const known = new Map<string, Cell>()
  let last = NOTHING
  let [asked, again] = [0, 0]
  return (cells) => {
    const raw = cells[at] ?? ''
    if (raw === last.raw) return last
    const remembers = asked < MOST_CELLS || again * 2 > asked
    const before = remembers ? known.get(raw) : undefined
    asked++
    if (before !== undefined) {
      again++
      last = before
      return before
    }
    last = cellOf(raw, name, key)
    if (!remembers) return last
    if (known.size === MOST_CELLS) known.clear()
    known.set(last.raw, last)
    return last
  }
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
  const cells = new Map(
    [...at].map(([field, i]) => [field, columnReader(i, names.get(field) as string, isKey(field))]),
  )
  return { file, header, names, cells, keys: fields.filter((field) => at.has(field) && isKey(field)) }
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

/**
 * The headings we do not know, those that repeat, and data under none.
 * @param under columns without a heading → the first cell that stands there
 */
const doubtsAbout = <Field extends string>(
  file: string,
  header: CsvRow,
  at: ReadonlyMap<Field, number>,
  { file: table, columns }: Pick<Table<Field, unknown, TableFile>, 'file' | 'columns'>,
  under: ReadonlyMap<number, string>,
): Notice[] => {
  const fields = namesIn(columns)
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
      const first = under.get(i)
      if (first !== undefined) tell(`第 ${i + 1} 列没有表头，没有读入`, first)
    }
  })
  return doubts
}

/** Fields that name a record: with a number of a person in one the row is refused, since without it it names nothing. */
const KEYS: ReadonlySet<string> = new Set(['id', 'siteId', 'areaCode', 'waterId', 'visit'])

const isKey = (field: string): boolean => KEYS.has(field)

/** What staff put where there is nothing to fill in. */
export const STRUCK = /^[-－—–/／\\]+$/

const NO_FAULTS: readonly string[] = []

const isSpoilt = (cell: string): boolean => cell.includes(UNREADABLE)

/** What is wrong with a row as it stands in the file, before its cells are understood. */
const faultsOf = ({ cells, fault }: CsvRow, width: number): readonly string[] => {
  if (fault === null && cells.length <= width && !cells.some(isSpoilt)) return NO_FAULTS
  const faults = fault === null ? [] : [fault]
  let extra = 0
  for (let i = width; i < cells.length; i++) if (cells[i]?.trim() !== '') extra++
  if (extra > 0) faults.push(`比表头多出 ${extra} 格，多出的没有读入`)
  if (cells.some(isSpoilt)) faults.push('有读不出的字符，请核对原文件')
  return faults
}

/** Reads rows one by one. What a row is asked by is made once for all of them: they come by the million. */
const rowReader = <Field extends string, Entry>(
  { file, header, names, cells: cellsOf, keys }: Layout<Field>,
  read: (row: Row<Field>) => Entry | null,
  notebook: Notebook,
): ((raw: CsvRow) => Entry | null) => {
  let line = 0
  let cells: readonly string[] = []
  let faults = NO_FAULTS
  let flags: Notice[] = []
  let masked: Field[] = []
  let rejected = false
  const nameOf = (field: Field): string => names.get(field) as string
  const cellAt = (field: Field): Cell => cellsOf.get(field)?.(cells) ?? NOTHING
  const seen = (field: Field): Cell => {
    const cell = cellAt(field)
    if (cell.found.length === 0 || masked.includes(field)) return cell
    masked.push(field)
    const name = nameOf(field)
    const reason = maskedReason(`“${name}”`, cell.found)
    flags.push({ file, line, field: name, value: cell.written, reason })
    return cell
  }
  const about = (field: Field | '', reason: string, shown?: string): Notice => {
    if (field === '') return { file, line, field, value: '', reason }
    return { file, line, field: nameOf(field), value: shown ?? seen(field).written, reason }
  }
  const row: Row<Field> = {
    file,
    get line() {
      return line
    },
    text: (field) => seen(field).text,
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
  }
  return (raw) => {
    line = raw.line
    cells = raw.cells
    faults = faultsOf(raw, header.cells.length)
    flags = faults.map((reason) => ({ file, line, field: '', value: '', reason }))
    masked = []
    rejected = false
    for (const key of keys) {
      const { refused } = cellAt(key)
      if (refused === null) continue
      const reason = `${refused.reason}，此行没有读入`
      notebook.reject({ file, line, field: nameOf(key), value: refused.shown, reason })
      return null
    }
    const entry = read(row)
    // A rejected row is reported once, with the reason of its rejection.
    if (!rejected) for (const flag of flags) notebook.flag(flag)
    return entry
  }
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
  return () => rowReader(layout, table.reader(lookups), notebook)
}

/** Rows read between two yields. */
const BATCH = 64

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
  const { text } = yield* decodeSteps(bytes)
  const rows = stepCsv(yield* openCsvSteps(text))
  let first = rows.next()
  for (; first.value === null; first = rows.next()) yield
  const header = first.done === true ? undefined : (first.value as CsvRow)
  if (header === undefined) {
    notebook.count(file, 0)
    notebook.unreadable(file, '是空的，连表头也没有')
    return []
  }
  const at = fieldsAt(header.cells, columns)
  const missing = (Object.keys(columns) as Field[]).filter(
    (field) => columns[field].required && !at.has(field),
  )
  // What is told of the rows comes behind what is told of the headings, which is known when all rows are.
  const told: Notice[] = []
  const later: Notebook = { ...notebook, flag: (notice) => void told.push(notice) }
  const read = rowReader(layoutOf(file, header, at, columns), reader(lookups), later)
  const unnamed = header.cells.flatMap((cell, i) => (cell.trim() === '' ? [i] : []))
  const under = new Map<number, string>()
  const examples: number[] = []
  const entries: Entry[] = []
  let count = 0
  for (const row of rows) {
    if (row === null) {
      yield
      continue
    }
    if (isExampleRow(row.cells)) {
      examples.push(row.line)
      continue
    }
    for (const i of unnamed) {
      const cell = (row.cells[i] ?? '').trim()
      if (cell !== '' && !under.has(i)) under.set(i, cell)
    }
    const entry = missing.length > 0 ? null : read(row)
    if (entry !== null) entries.push(entry)
    if (count++ % BATCH === 0) yield
  }
  notebook.count(file, count)
  if (missing.length > 0) {
    const names = missing.map((field) => `“${columns[field].headings[0]}”`).join('、')
    const lack = `缺少必需的列${names}`
    const reason = `${lack}，全表 ${count} 行没有读入`
    // The headings that are there show what was taken for something else: a title row, a word of their own.
    const value = header.cells.join('、').slice(0, 80)
    notebook.unreadable(file, lack, { line: header.line, field: names, value, reason })
    return []
  }
  for (const doubt of doubtsAbout(file, header, at, table, under)) notebook.flag(doubt)
  for (const line of examples)
    notebook.flag({ file, line, field: '', value: '', reason: '模板里的示例行，不是数据，没有读入' })
  for (const notice of told) notebook.flag(notice)
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
