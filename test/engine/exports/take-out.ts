/** Exports of a package as a test takes them, and the files opened by programs that are not ours. */

import { strFromU8, unzipSync } from 'fflate'
import readExcelFile from 'read-excel-file/node'
import type { ExportWhat } from '../../../src/engine/contract/data.ts'
import type { IssueQuery } from '../../../src/engine/contract/issues.ts'
import { exportFile } from '../../../src/engine/exports/export-file.ts'
import type { Opened } from '../../../src/engine/package/open.ts'
import type { Day } from '../../../src/model/day.ts'
import type { RegisterLine } from '../../../src/model/register.ts'

export const takeOut = (
  opened: Opened,
  what: ExportWhat,
  form: Parameters<typeof exportFile>[2],
  register: RegisterLine[] = [],
) =>
  exportFile(
    {
      opened: () => opened,
      register: async () => register,
      everything: async () => ({ files: new Map(), lacks: new Map() }),
    },
    what,
    form,
  )

/** Every problem found by the day, by its number, but for what is asked otherwise. */
export const everyIssue = (asOf: Day, otherwise: Partial<IssueQuery> = {}): IssueQuery => ({
  asOf,
  office: null,
  area: null,
  site: null,
  kinds: [],
  states: [],
  severities: [],
  sources: [],
  foundFrom: null,
  foundTo: null,
  dueFrom: null,
  dueTo: null,
  text: '',
  sort: 'id',
  descending: false,
  ...otherwise,
})

type Value = string | number | boolean | Date | null

/** The worksheets of a workbook, read by read-excel-file; text is not trimmed. */
export const worksheets = async (bytes: Uint8Array): Promise<{ sheet: string; data: Value[][] }[]> =>
  (await readExcelFile(Buffer.from(bytes), { trim: false })) as { sheet: string; data: Value[][] }[]

/** The parts of a zip (a workbook is one) as text. */
export const parts = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))

/** Text of a UTF-8 file with its BOM dropped. */
export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
