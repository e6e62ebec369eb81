/** Incoming rows and the table there is, made one. Nothing of the table is lost but by `replace`. */
import type { PackageFile } from '../contract.ts'
import { csvRows } from '../formats/csv.ts'
import { csvText } from '../formats/csv-text.ts'
import { decodeText, isWorkbook } from '../formats/text.ts'
import { dropGuard } from '../guard.ts'
import type { Lookups } from './lookups.ts'
import type { FieldSpec } from './mapping.ts'
import { type Cells, isSameCell, rowKey } from './row-keys.ts'
import { fieldsAt } from './table.ts'

/** add: new keys only. update: equal keys are overwritten by the cells that are filled, the rest added. replace: the whole table. */
export type MergeMode = 'add' | 'update' | 'replace'

export type Outcome = 'added' | 'updated' | 'unchanged' | 'skipped'

export interface Merge {
  /** The key of an incoming row, null where it has none, and where that key was met before in what came in. */
  find: (cells: Cells) => { key: string | null; before: string | null }
  /** The cells of the row of that key in the table there was, as it stood. */
  present: (key: string) => Cells | null
  /** The fields of the row there was that the incoming one changes, with what stood there. */
  changes: (key: string, cells: Cells, mode: MergeMode) => { field: string; before: string; after: string }[]
  /** Takes an incoming row. `where` tells it from others in a sentence: 「第 5 行」. */
  offer: (key: string | null, cells: Cells, mode: MergeMode, where: string) => Outcome
  /** rows of the table there was that `replace` leaves out */
  removed: () => Cells[]
  /** The merged table as CSV, in pieces of some thousand rows. */
  text: () => Iterable<string>
}

const PIECE = 4096

interface Row {
  cells: string[]
  /** met again in what came in */
  met: boolean
}

interface Present {
  header: string[]
  at: Map<string, number>
  rows: Row[]
}

const open = (bytes: Uint8Array | undefined, fields: readonly FieldSpec[]): Present => {
  const [header, ...rows] = bytes === undefined || isWorkbook(bytes) ? [] : csvRows(decodeText(bytes))
  if (header === undefined)
    return {
      header: fields.map(({ headings }) => headings[0] as string),
      at: new Map(fields.map(({ field }, i) => [field, i])),
      rows: [],
    }
  return {
    header: header.cells.map((cell) => cell.trim()),
    at: fieldsAt(header.cells, Object.fromEntries(fields.map((spec) => [spec.field, spec]))),
    rows: rows.map(({ cells }) => ({ cells, met: false })),
  }
}

/**
 * @param bytes the table there is; undefined = none
 * @param fields the fields of the table in the order of the contract
 * @param mapped fields that what comes in has
 * @param replacing whether the table there is gives way to what comes in
 */
export const openMerge = (
  table: PackageFile,
  bytes: Uint8Array | undefined,
  fields: readonly FieldSpec[],
  mapped: ReadonlySet<string>,
  replacing: boolean,
  lookups: Lookups,
  keep: boolean,
): Merge => {
  const { header: presentHeader, at, rows } = open(bytes, fields)
  const out = replacing ? open(undefined, fields) : { header: [...presentHeader], at: new Map(at) }
  for (const { field, headings } of fields)
    if (!out.at.has(field) && mapped.has(field)) {
      out.at.set(field, out.header.length)
      out.header.push(headings[0] as string)
    }
  const cellsOf =
    (row: readonly string[]): Cells =>
    (field) => {
      const i = at.get(field)
      return i === undefined ? '' : dropGuard((row[i] ?? '').trim()).trim()
    }
  const known = new Map<string, Row>()
  for (const row of rows) {
    const key = rowKey(table, cellsOf(row.cells), lookups)
    if (key !== null && !known.has(key)) known.set(key, row)
  }
  const came = new Map<string, { where: string; added: number }>()
  const added: string[][] = []
  /** Where the field stands, in a column of its own from the first row that fills it. */
  const placeOf = (field: string, heading: string, text: string): number | undefined => {
    const known = out.at.get(field)
    if (known !== undefined || text === '') return known
    out.at.set(field, out.header.length)
    out.header.push(heading)
    return out.header.length - 1
  }

  const fill = (row: string[], cells: Cells): void => {
    for (const { field, headings } of fields) {
      const text = cells(field)
      const i = placeOf(field, headings[0] as string, text)
      if (text === '' || i === undefined) continue
      while (row.length <= i) row.push('')
      row[i] = text
    }
  }
  const compose = (cells: Cells): string[] => {
    const row = out.header.map(() => '')
    fill(row, cells)
    return row
  }
  /** Tells of a field whether an incoming row changes it in the row there was. */
  const differing = (row: readonly string[], cells: Cells, mode: MergeMode) => {
    const present = cellsOf(row)
    return ({ field }: FieldSpec): boolean => {
      const text = cells(field)
      // A whole table takes away what it does not say.
      if (text === '' && mode !== 'replace') return false
      return !isSameCell(field, present(field), text, cells, lookups)
    }
  }
  const isSame = (row: readonly string[], cells: Cells, mode: MergeMode): boolean =>
    !fields.some(differing(row, cells, mode))
  const add = (key: string | null, cells: Cells, where: string): void => {
    if (key !== null && !came.has(key)) came.set(key, { where, added: added.length })
    if (keep) added.push(compose(cells))
  }

  const offer: Merge['offer'] = (key, cells, mode, where) => {
    const before = key === null ? undefined : came.get(key)
    if (before !== undefined && mode !== 'replace') {
      if (mode === 'add') return 'skipped'
      const row = before.added < 0 ? known.get(key as string)?.cells : added[before.added]
      if (keep && row !== undefined) fill(row, cells)
      return 'updated'
    }
    const there = key === null ? undefined : known.get(key)
    if (there === undefined) {
      add(key, cells, where)
      return 'added'
    }
    const same = isSame(there.cells, cells, mode)
    there.met = true
    if (replacing) add(key, cells, where)
    else {
      came.set(key as string, { where, added: -1 })
      if (mode === 'update' && !same && keep) fill(there.cells, cells)
    }
    if (before !== undefined) return 'added'
    if (same) return 'unchanged'
    return mode === 'add' && !replacing ? 'skipped' : 'updated'
  }

  function* text(): Generator<string> {
    yield csvText([out.header])
    const all = replacing ? added : [...rows.map(({ cells }) => cells.map(dropGuard)), ...added]
    for (let i = 0; i < all.length; i += PIECE) yield csvText(all.slice(i, i + PIECE))
  }

  return {
    find: (cells) => {
      const key = rowKey(table, cells, lookups)
      return { key, before: (key === null ? undefined : came.get(key)?.where) ?? null }
    },
    offer,
    present: (key) => {
      const row = known.get(key)
      return row === undefined ? null : cellsOf(row.cells)
    },
    changes: (key, cells, mode) => {
      const row = known.get(key)
      if (row === undefined) return []
      const present = cellsOf(row.cells)
      return fields
        .filter(differing(row.cells, cells, mode))
        .map(({ field }) => ({ field, before: present(field), after: cells(field) }))
    },
    removed: () => (replacing ? rows.filter(({ met }) => !met).map((row) => cellsOf(row.cells)) : []),
    text,
  }
}
