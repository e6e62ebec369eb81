/** `site-status.csv`: changes of a site's state. */
import type { StatusChange } from '../../model/records.ts'
import { readText, requiredDay, SITE } from './fields.ts'
import type { Table } from './table.ts'

const columns = {
  siteId: { ...SITE, required: true },
  date: { headings: ['日期', '变更日期', '状态日期'], required: true },
  status: { headings: ['状态', '现状', '变更后状态'], required: true },
  basis: { headings: ['依据'] },
} as const

export const STATUS_CHANGES: Table<keyof typeof columns, StatusChange> = {
  file: 'site-status.csv',
  columns,
  reader: (lookups) => (row) => {
    const site = lookups.spot(row.text('siteId'), null)
    if (site === null)
      return row.reject('siteId', row.text('siteId') === '' ? '没有填点位编号' : '没有这个点位编号')
    const status = row.text('status')
    if (status === '') return row.reject('status', '没有填状态')
    const day = requiredDay(row, 'date', lookups)
    if (day === null) return null
    return { siteId: site.id, day, status, basis: readText(row, 'basis'), line: row.line }
  },
}
