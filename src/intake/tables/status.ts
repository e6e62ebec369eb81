/** `site-status.csv`: changes of a site's state. */
import type { StatusChange } from '../../model/records.ts'
import { plain } from '../cells.ts'
import { readText, requiredDay, SITE } from '../fields.ts'
import type { Lookups } from '../lookups.ts'
import type { Notebook } from '../notebook.ts'
import { readTable } from '../table.ts'

const COLUMNS = {
  siteId: { ...SITE, required: true },
  date: { headings: ['日期'], required: true },
  status: { headings: ['状态'], required: true },
  basis: { headings: ['依据'] },
} as const

export const readStatusChanges = (
  file: string,
  bytes: Uint8Array | undefined,
  lookups: Lookups,
  notebook: Notebook,
): StatusChange[] =>
  readTable(file, bytes, COLUMNS, notebook).flatMap((row): StatusChange[] => {
    const siteId = plain(row.text('siteId'))
    if (lookups.kindOfSpot(siteId) === undefined) return row.reject('siteId', '没有这个点位编号') ?? []
    const status = row.text('status')
    if (status === '') return row.reject('status', '没有填状态') ?? []
    const day = requiredDay(row, 'date', lookups)
    return day === null ? [] : [{ siteId, day, status, basis: readText(row, 'basis'), line: row.line }]
  })
