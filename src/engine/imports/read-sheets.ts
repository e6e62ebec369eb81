/** Sheets that are one table: cleaned, read by the readers of the package and merged, row by row. */

import { openCleaner } from '../../intake/cleaning/clean-row.ts'
import type { PackageFile } from '../../intake/contract.ts'
import { fieldsOf, PAIR, TABLE_FILES } from '../../intake/contract-fields.ts'
import type { CsvRow } from '../../intake/formats/csv.ts'
import { losesShape } from '../../intake/formats/layer-sheet.ts'
import type { Sheet, SheetRow } from '../../intake/formats/opened.ts'
import { MOST_ROWS_READ } from '../../intake/limits.ts'
import { discreet, type Notebook } from '../../intake/notebook.ts'
import type { Pace } from '../../intake/pace.ts'
import { HIDDEN, maskPeople } from '../../intake/people/mask.ts'
import { isExampleRow, isReadableExtra, REASON_HEADING } from '../../intake/tables/extras.ts'
import type { FieldSpec } from '../../intake/tables/mapping.ts'
import { type Merge, openMerge } from '../../intake/tables/merge.ts'
import type { Cells } from '../../intake/tables/row-keys.ts'
import { openRows } from '../../intake/tables/table.ts'
import type { Site } from '../../model/records.ts'
import type { Notice } from '../../model/report.ts'
import { type Context, lookupsIn } from './context.ts'
import { type Findings, noFindings, SHOWN, type TrayItem } from './item.ts'

/** The first rows as understood that the preview shows. */
const FIRST = 10

export interface SheetsRead {
  merge: Merge
  findings: ReadonlyMap<TrayItem, Findings>
  /** the places read, where the table is that of places */
  sites: Site[]
}

const sheetOf = ({ body }: TrayItem): Sheet | null => (body.type === 'file' ? null : body.sheet)

/** The fields of the contract, without what only sheets have. */
const tableFields = (table: PackageFile): FieldSpec[] => fieldsOf(table).filter(({ field }) => field !== PAIR)

/** What reading one row had to say. */
interface Verdict {
  rejected: Notice[]
  flagged: Notice[]
}

const keepSome = <T>(list: T[], more: readonly T[]): void => {
  for (const one of more) if (list.length < SHOWN) list.push(one)
}

/** What a row gives to the package: no number of a person, nothing that reading it took out. */
const cellsFor =
  ({ cells }: CsvRow, header: CsvRow, at: ReadonlyMap<string, number>, hidden: readonly Notice[]): Cells =>
  (field) => {
    const i = at.get(field)
    if (i === undefined) return ''
    const text = cells[i] ?? ''
    if (text === '') return text
    const heading = (header.cells[i] ?? '').trim()
    if (hidden.length > 0 && hidden.some((notice) => notice.field === heading)) return ''
    return maskPeople(text, heading).text
  }

/**
 * Columns that no field is given to. Those that our own exports add, and the reasons of a file of rejected rows, are
 * not reported.
 */
const tellLeftOut = (item: TrayItem, table: PackageFile, line: number): Notice[] =>
  item.headings.flatMap((heading, i) => {
    const isNews = heading !== REASON_HEADING && !isReadableExtra(table, heading)
    if (item.mapping[i] !== '' || item.samples[i] === '' || !isNews) return []
    return [{ file: item.name, line, field: heading, value: '', reason: '这一列没有对应的字段，没有读入' }]
  })

/** What was read as more than it says, in one notice a file. */
const tellGuesses = (item: TrayItem, guesses: { serials: number; yearless: number }): Notice[] => {
  const tell = (reason: string): Notice => ({ file: item.name, line: 0, field: '', value: '', reason })
  return [
    ...(guesses.serials === 0
      ? []
      : [tell(`有 ${guesses.serials} 格日期是 Excel 的日期序号（如 43612），已换成年月日`)]),
    ...(guesses.yearless === 0
      ? []
      : [tell(`有 ${guesses.yearless} 格日期没有写年份，按 ${item.year} 年读入；不是这一年的请改年份`)]),
  ]
}

/**
 * @param bytes the table there is; undefined = none
 * @param keep whether the merged table is wanted, or only what would become of it
 * @param onRejected is told every row that is not used
 */
export const readSheets = async (
  table: PackageFile,
  items: readonly TrayItem[],
  bytes: Uint8Array | undefined,
  context: Context,
  pace: Pace,
  keep: boolean,
  onRejected: (item: TrayItem, row: SheetRow, notices: readonly Notice[]) => void = () => {},
): Promise<SheetsRead> => {
  const lookups = lookupsIn(context, table !== 'sites.csv')
  const fields = tableFields(table)
  const mapped = new Set(items.flatMap(({ mapping }) => mapping))
  if (mapped.has(PAIR)) for (const field of ['lon', 'lat']) mapped.add(field)
  const replacing = items.some(({ mode }) => mode === 'replace')
  const merge = openMerge(table, bytes, fields, mapped, replacing, lookups, keep)
  const reader = TABLE_FILES.get(table)
  if (reader === undefined) throw new Error(`${table} 不是表格`)
  const findings = new Map<TrayItem, Findings>()
  const sites: Site[] = []
  const of = items.reduce((sum, item) => sum + (sheetOf(item)?.about ?? 0), 0)
  let done = 0

  for (const item of items) {
    const sheet = sheetOf(item)
    const found = noFindings()
    findings.set(item, found)
    if (sheet === null) continue
    const { counts, effect } = found
    const datum = item.datum?.chosen ?? 'WGS84'
    const { clean, header, at, guesses } = openCleaner(sheet.header, {
      mapping: item.mapping,
      datum,
      year: item.year,
    })
    const named = { ...header, cells: header.cells.map((cell, i) => item.headings[i] ?? cell.trim()) }
    let verdict: Verdict = { rejected: [], flagged: [] }
    /** line from which rows are not read any more; 0 = all are */
    let tooMany = 0
    const notebook: Notebook = {
      report: { rows: {}, absent: [], unread: [], rejected: [], flagged: [] },
      count: () => {},
      absent: () => {},
      unreadable: () => {},
      reject: (notice) => verdict.rejected.push(discreet(notice)),
      flag: (notice) => verdict.flagged.push(discreet(notice)),
    }
    const readerOf = openRows(item.name, named, at, reader, lookups, notebook)
    const read = readerOf()

    for (const row of sheet.walk()) {
      // With every row: one with long cells may take as long as a thousand others.
      if (row !== null) done++
      if (pace.isDue()) await pace.rest(done, Math.max(of, done), item.name)
      if (row === null) continue
      if (isExampleRow(row.cells)) {
        found.passed.push({
          line: row.line,
          text: maskPeople(row.cells.join(' ')).text.slice(0, 80),
          reason: '模板里的示例行',
        })
        continue
      }
      if (counts.rows === MOST_ROWS_READ) {
        tooMany = row.line
        break
      }
      counts.rows++
      const cleaned = clean(row)
      verdict = { rejected: [], flagged: [] }
      const { key, before } = merge.find(cellsFor(cleaned, named, at, []))
      const apart = before !== null && item.mode !== 'replace'
      // The readers keep equal ids of one file side by side; here one of them is replaced, which is reported below.
      const entry = (apart ? readerOf() : read)(cleaned)
      const { rejected, flagged } = verdict
      if (entry === null) {
        counts.rejected++
        keepSome(found.rejected, rejected)
        onRejected(item, row, rejected)
        continue
      }
      const hidden = flagged.filter(({ value }) => value === HIDDEN)
      const cells = cellsFor(cleaned, named, at, hidden)
      const where = items.length === 1 ? `第 ${row.line} 行` : `“${item.name}”第 ${row.line} 行`
      const outcome = merge.offer(key, cells, item.mode, where)
      effect[outcome]++
      if (table === 'sites.csv' && (outcome !== 'skipped' || before === null)) sites.push(entry as Site)
      const tell = (reason: string) =>
        flagged.push({ file: item.name, line: row.line, field: '', value: '', reason })
      if (item.body.type === 'layer' && losesShape(item.body.layer.features[row.line - 1]))
        tell('图形不是单个的点，表里放不下：只读入了属性')
      if (apart)
        tell(
          outcome === 'skipped'
            ? `与${before}是同一条，只用了前一行`
            : `与${before}是同一条，填了的格以这一行为准`,
        )
      else if (outcome === 'skipped') tell('已有这一条而内容不同，只新增时没有改动它')
      counts.accepted++
      if (flagged.length > 0) counts.flagged++
      counts.masked += flagged.filter(({ reason }) => reason.includes('已隐去')).length
      keepSome(found.flagged, flagged)
      if (found.first.length < FIRST)
        found.first.push(Object.fromEntries([...at.keys()].map((field) => [field, cells(field)])))
    }
    if (tooMany > 0) {
      const reason = `一张表最多读 ${MOST_ROWS_READ} 行：从第 ${tooMany} 行起没有读入，请分成几个文件`
      found.rejected.unshift({ file: item.name, line: tooMany, field: '', value: '', reason })
      counts.rejected++
    }
    // What is passed over within the data is known once the rows have been walked.
    found.passed.unshift(...sheet.passed.map((one) => ({ ...one, text: maskPeople(one.text).text })))
    found.yearless = guesses.yearless
    found.flagged.unshift(...tellGuesses(item, guesses), ...tellLeftOut(item, table, sheet.header.line))
  }
  const replacer = items.find(({ mode }) => mode === 'replace')
  const told = replacer === undefined ? undefined : findings.get(replacer)
  if (told !== undefined) told.effect.removed = merge.removed()
  return { merge, findings, sites }
}
