/** Changes by hand, made in the tables as they stand and written down in the 整改登记. */
import { type Mending, openMending } from '../../intake/cleaning/mending.ts'
import { type PackageFile, REGISTER_FILE } from '../../intake/contract.ts'
import type { PackageFiles } from '../../intake/package.ts'
import { maskPeople } from '../../intake/people/mask.ts'
import { plain } from '../../intake/tables/cells.ts'
import { ISSUES } from '../../intake/tables/issues.ts'
import { REGISTER } from '../../intake/tables/register.ts'
import { SITES } from '../../intake/tables/sites.ts'
import type { Columns } from '../../intake/tables/table.ts'
import { RECORD_WORDS, type RegisterLine } from '../../model/register.ts'
import type { Edit } from '../contract/data.ts'
import type { Changes } from '../package/kept-package.ts'
import type { PackageReading } from '../package/workspace.ts'
import { actionOf } from './action.ts'
import { nextId } from './new-id.ts'

type RecordType = RegisterLine['record']

const TABLE_OF: Record<RecordType, { file: PackageFile; columns: Columns<string> }> = {
  issue: { file: ISSUES.file as PackageFile, columns: ISSUES.columns },
  site: { file: SITES.file as PackageFile, columns: SITES.columns },
}

/** Number of the first problem ever. */
const FIRST_ISSUE = 'WT-0001'

/** The Chinese name of a field. */
const labelOf = (record: RecordType, field: string): string =>
  TABLE_OF[record].columns[field]?.headings[0] ?? field

/** What was touched, so that its row can be looked at again. */
export interface Touched {
  record: RecordType
  id: string
  fields: string[]
}

export interface Edited {
  changes: Changes
  /** one line for the list of revisions */
  what: string
  touched: Touched[]
}

type Editable = Pick<PackageReading, 'files' | 'pathOf'>

/** The table of those records, opened to be changed. */
export const openTable = ({ files, pathOf }: Editable, record: RecordType): Mending<string> => {
  const { file, columns } = TABLE_OF[record]
  const path = pathOf(file)
  return openMending(path, files.get(path) ?? null, columns, 'id')
}

/** The raw cells of a record by field, without what leads to a person; null where there is none. */
export const cellsOf = (
  editable: Editable,
  record: RecordType,
  id: string,
): Record<string, string> | null => {
  if (!editable.files.has(editable.pathOf(TABLE_OF[record].file))) return null
  const [cells] = openTable(editable, record).rowsOf(plain(id))
  if (cells === undefined) return null
  return Object.fromEntries(
    Object.entries(cells).map(([field, cell]) => [field, maskPeople(cell, labelOf(record, field)).text]),
  )
}

const checkFields = (record: RecordType, fields: Readonly<Record<string, string>>): void => {
  for (const field of Object.keys(fields))
    if (!Object.hasOwn(TABLE_OF[record].columns, field))
      throw new Error(`${RECORD_WORDS[record]}没有“${field}”这个字段。`)
}

/** No person gets in by hand either. */
const checkPeople = (record: RecordType, fields: Readonly<Record<string, string>>): void => {
  for (const [field, value] of Object.entries(fields)) {
    const { found } = maskPeople(value, labelOf(record, field))
    if (found.length > 0)
      throw new Error(
        `没有保存。“${labelOf(record, field)}”里有${found.join('、')}：不登记个人信息，请删去。`,
      )
  }
}

/** A place has both or none. */
const checkPlace = ({ lon = '', lat = '' }: Readonly<Record<string, string>>): void => {
  if ((lon === '') !== (lat === '')) throw new Error('没有保存。经度和纬度要一起填，或都不填。')
}

const trimmed = (fields: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, value.trim()]))

/** One edit done in its table; the lines it gives the register. Null where it changes nothing. */
const applyOne = (
  edit: Edit,
  table: (record: RecordType) => Mending<string>,
): { action: string; touched: Touched; lines: Pick<RegisterLine, 'field' | 'before' | 'after'>[] } | null => {
  const record: RecordType = edit.type === 'newIssue' ? 'issue' : edit.record
  checkFields(record, edit.fields)
  checkPeople(record, edit.fields)
  const given = trimmed(edit.fields)
  const mending = table(record)
  if (edit.type === 'newIssue') {
    const ids = mending.ids()
    const id = plain(given.id ?? '') || nextId(ids, FIRST_ISSUE)
    if (ids.includes(id)) throw new Error(`编号“${id}”已经有了，请换一个。`)
    const filled = Object.entries(given).filter(([field, value]) => field !== 'id' && value !== '')
    checkPlace(given)
    mending.add({ ...Object.fromEntries(filled), id })
    return {
      action: '新增问题',
      touched: { record, id, fields: filled.map(([field]) => field) },
      lines: filled.map(([field, after]) => ({ field: labelOf(record, field), before: '', after })),
    }
  }
  const id = plain(edit.id)
  const [before, again] = mending.rowsOf(id)
  if (before === undefined)
    throw new Error(`没有编号为“${id}”的${RECORD_WORDS[record]}，可能已被删除，请重新载入。`)
  if (again !== undefined)
    throw new Error(`台账里有不止一行编号是“${id}”，改不准是哪一行，请先改正重复的编号。`)
  if (given.id !== undefined && plain(given.id) !== id)
    throw new Error('编号不能改动：检查记录、照片和登记都按编号对应。')
  const changed = Object.entries(given).filter(
    ([field, value]) => field !== 'id' && value !== (before[field] ?? ''),
  )
  if (changed.length === 0) return null
  if (changed.some(([field]) => field === 'lon' || field === 'lat')) checkPlace({ ...before, ...given })
  mending.set(id, Object.fromEntries(changed))
  return {
    action: actionOf(record, before, Object.fromEntries(changed)),
    touched: { record, id, fields: changed.map(([field]) => field) },
    lines: changed.map(([field, after]) => ({
      field: labelOf(record, field),
      before: maskPeople(before[field] ?? '', labelOf(record, field)).text,
      after,
    })),
  }
}

/** The register with lines added at its end. */
const withLines = (files: PackageFiles, lines: readonly RegisterLine[]): Uint8Array => {
  const mending = openMending(REGISTER_FILE, files.get(REGISTER_FILE) ?? null, REGISTER.columns)
  for (const line of lines) mending.add({ ...line, record: RECORD_WORDS[line.record] })
  return mending.bytes()
}

/**
 * Makes the edits, one after the other. Throws an Error for the user when a record or field is not there, when an id is
 * taken, or when nothing would change.
 * @param at ISO time they are registered with
 */
export const applyEdits = (editable: Editable, edits: readonly Edit[], at: string): Edited => {
  const open = new Map<RecordType, Mending<string>>()
  const table = (record: RecordType): Mending<string> => {
    const mending = open.get(record) ?? openTable(editable, record)
    open.set(record, mending)
    return mending
  }
  const done = edits.flatMap((edit) => applyOne(edit, table) ?? [])
  const [first] = done
  if (first === undefined) throw new Error('填写的内容与原来一样，没有改动。')
  const lines = done.flatMap(({ action, touched: { record, id }, lines: own }) =>
    own.map((line): RegisterLine => ({ at, action, record, id, ...line })),
  )
  return {
    changes: new Map([
      ...[...open].map(
        ([record, mending]) => [editable.pathOf(TABLE_OF[record].file), mending.bytes()] as const,
      ),
      [REGISTER_FILE, withLines(editable.files, lines)],
    ]),
    what:
      done.length === 1
        ? `${first.action} ${first.touched.id}`
        : `手工改动 ${done.length} 项：${first.action} ${first.touched.id} 等`,
    touched: done.map(({ touched }) => touched),
  }
}
