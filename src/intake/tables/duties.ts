/** `responsibility.csv`: the 责任链条, units only. */
import type { Duty } from '../../model/records.ts'
import { AREA, readArea, readText, SITE } from './fields.ts'
import type { Table } from './table.ts'

const columns = {
  areaCode: AREA,
  siteId: SITE,
  lead: { headings: ['牵头单位', '牵头部门'] },
  support: { headings: ['分包单位', '包联单位'] },
  grid: { headings: ['网格编号', '网格'] },
} as const

export const DUTIES: Table<keyof typeof columns, Duty> = {
  file: 'responsibility.csv',
  columns,
  reader: (lookups) => (row) => {
    const siteText = row.text('siteId')
    const site = lookups.spot(siteText, null)
    if (siteText !== '' && site === null) return row.reject('siteId', '没有这个点位编号')
    const areaCode = readArea(row, 'areaCode', lookups)
    if (site === null && areaCode === null) return row.reject('areaCode', '没有可用的居委会或点位')
    return {
      areaCode,
      siteId: site?.id ?? null,
      lead: readText(row, 'lead'),
      support: readText(row, 'support'),
      grid: readText(row, 'grid'),
      line: row.line,
    }
  },
}
