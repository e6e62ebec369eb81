/** A 整改登记 from another copy: each line is applied where the value is still what it was there. */

import { openCleaner } from '../../intake/cleaning/clean-row.ts'
import { type Mending, openMending } from '../../intake/cleaning/mending.ts'
import { type PackageFile, REGISTER_FILE } from '../../intake/contract.ts'
import type { SheetRow } from '../../intake/formats/opened.ts'
import { openNotebook } from '../../intake/notebook.ts'
import type { Pace } from '../../intake/pace.ts'
import { maskPeople } from '../../intake/people/mask.ts'
import { plain } from '../../intake/tables/cells.ts'
import { ISSUES } from '../../intake/tables/issues.ts'
import { REGISTER } from '../../intake/tables/register.ts'
import { SITES } from '../../intake/tables/sites.ts'
import { type Columns, openRows } from '../../intake/tables/table.ts'
import { openNoticeList } from '../../model/notice-kinds.ts'
import { RECORD_WORDS, type RegisterLine } from '../../model/register.ts'
import type { Notice } from '../../model/report.ts'
import { WEEKDAYS } from '../../model/working-days.ts'
import type { PackageReading } from '../package/workspace.ts'
import { contextOf, lookupsIn } from './context.ts'
import { type Findings, type ItemWish, noFindings, type TrayItem } from './item.ts'

const TABLES: Readonly<Record<RegisterLine['record'], { file: PackageFile; columns: Columns<string> }>> = {
  issue: { file: 'issues.csv', columns: ISSUES.columns },
  site: { file: 'sites.csv', columns: SITES.columns },
}

const NEW_ISSUE = '新增问题'

export interface RegisterRead {
  findings: ReadonlyMap<TrayItem, Findings>
  /** the tables with the lines applied, and the register of this copy with them added */
  files: () => Map<PackageFile | typeof REGISTER_FILE, Uint8Array>
}

type Verdict = 'done' | 'unchanged' | { reason: string }

/** Applies one line; says why not where it cannot be. */
const apply = (
  line: RegisterLine,
  tableOf: (record: RegisterLine['record']) => Mending<string>,
  made: Set<string>,
): Verdict => {
  const { record, action, before, after } = line
  const id = plain(line.id)
  const { columns } = TABLES[record]
  const field = Object.keys(columns).find(
    (name) => name === line.field || columns[name]?.headings.includes(line.field),
  )
  if (field === undefined) return { reason: `${RECORD_WORDS[record]}没有“${line.field}”这个字段` }
  if (field === 'id') return { reason: '编号不能改动' }
  const table = tableOf(record)
  const [row, again] = table.rowsOf(id)
  if (row === undefined) {
    if (action !== NEW_ISSUE || record !== 'issue')
      return { reason: `没有编号为“${id}”的${RECORD_WORDS[record]}` }
    table.add({ id, [field]: after })
    made.add(id)
    return 'done'
  }
  if (again !== undefined) return { reason: `有不止一行编号是“${id}”，改不准是哪一行` }
  const present = row[field] ?? ''
  if (present === after) return 'unchanged'
  if (action === NEW_ISSUE && !made.has(id))
    return { reason: `编号“${id}”已经有了，${line.field}为“${present}”` }
  if (present !== before) return { reason: `现在的${line.field}是“${present}”，不是原值“${before}”` }
  table.set(id, { [field]: after })
  return 'done'
}

export const readRegister = async (
  items: readonly TrayItem[],
  reading: PackageReading,
  changed: ReadonlyMap<PackageFile, Uint8Array>,
  rejecting: ItemWish['rejected'],
  pace: Pace,
): Promise<RegisterRead> => {
  const open = new Map<RegisterLine['record'], Mending<string>>()
  const tableOf = (record: RegisterLine['record']): Mending<string> => {
    const known = open.get(record)
    if (known !== undefined) return known
    const { file, columns } = TABLES[record]
    const path = reading.pathOf(file)
    const bytes = changed.get(file) ?? reading.files.get(path) ?? null
    const opened = openMending(path, bytes, columns, 'id')
    open.set(record, opened)
    return opened
  }
  const made = new Set<string>()
  const done: RegisterLine[] = []
  const findings = new Map<TrayItem, Findings>()
  const lookups = lookupsIn(contextOf(reading.opened, ''), false)
  for (const item of items) {
    const found = noFindings()
    findings.set(item, found)
    if (item.body.type === 'file') continue
    const { sheet } = item.body
    const { clean, header, at } = openCleaner(
      sheet.header,
      {
        mapping: item.mapping,
        datum: 'WGS84',
        year: null,
        monthDay: 'first',
        values: {},
        words: {},
        infer: null,
        made: [],
      },
      { deadlines: [], calendar: WEEKDAYS, progress: () => null, settledOn: reading.opened.intake.asOf },
    )
    const notebook = openNotebook()
    const { rejected } = notebook.report
    const read = openRows(
      item.name,
      { ...header, cells: header.cells.map((cell, i) => item.headings[i] ?? cell) },
      at as Map<keyof typeof REGISTER.columns, number>,
      REGISTER,
      lookups,
      notebook,
    )()
    const refuse = (row: SheetRow, notices: readonly Notice[]) => {
      found.counts.rejected++
      if (item === rejecting?.item) rejecting.tell(row, notices)
    }
    for (const row of sheet.walk()) {
      if (pace.isDue())
        await pace.rest(found.counts.rows, Math.max(sheet.about, found.counts.rows), item.name)
      if (row === null) continue
      found.counts.rows++
      const refused = rejected.length
      const line = read(clean(row))
      if (line === null) {
        refuse(row, rejected.slice(refused))
        continue
      }
      const verdict = apply(line, tableOf, made)
      if (typeof verdict === 'object') {
        const notice = { file: item.name, line: row.line, field: line.field, value: line.after, ...verdict }
        rejected.push(notice)
        refuse(row, [notice])
        continue
      }
      found.counts.accepted++
      if (found.first.length < 10) found.first.push({ ...line, record: RECORD_WORDS[line.record] })
      if (verdict === 'unchanged') found.effect.unchanged++
      else {
        found.effect[line.action === NEW_ISSUE ? 'added' : 'updated']++
        done.push(line)
      }
    }
    found.rejected = openNoticeList(rejected)
    found.passed = sheet.passed.map((one) => ({ ...one, text: maskPeople(one.text).text }))
  }
  return {
    findings,
    files: () => {
      const files = new Map<PackageFile | typeof REGISTER_FILE, Uint8Array>()
      if (done.length === 0) return files
      for (const [record, table] of open) files.set(TABLES[record].file, table.bytes())
      const own = openMending<string>(
        REGISTER_FILE,
        reading.files.get(REGISTER_FILE) ?? null,
        REGISTER.columns,
        'id',
      )
      for (const line of done) own.add({ ...line, record: RECORD_WORDS[line.record] })
      files.set(REGISTER_FILE, own.bytes())
      return files
    },
  }
}
