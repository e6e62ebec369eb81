/** `responsibility.csv`: the 责任链条, units only. */
import type { Duty } from '../../model/records.ts'
import { plain } from '../cells.ts'
import { AREA, readArea, readText, SITE } from '../fields.ts'
import type { Lookups } from '../lookups.ts'
import type { Notebook } from '../notebook.ts'
import { readTable } from '../table.ts'

const COLUMNS = {
  areaCode: AREA,
  siteId: SITE,
  lead: { headings: ['牵头单位'] },
  support: { headings: ['分包单位'] },
  grid: { headings: ['网格编号'] },
} as const

export const readDuties = (
  file: string,
  bytes: Uint8Array | undefined,
  lookups: Lookups,
  notebook: Notebook,
): Duty[] =>
  readTable(file, bytes, COLUMNS, notebook).flatMap((row): Duty[] => {
    const siteId = plain(row.text('siteId')) || null
    if (siteId !== null && lookups.kindOfSpot(siteId) === undefined)
      return row.reject('siteId', '没有这个点位编号') ?? []
    const areaCode = readArea(row, 'areaCode', lookups)
    if (siteId === null && areaCode === null) return row.reject('areaCode', '没有可用的居委会或点位') ?? []
    return [
      {
        areaCode,
        siteId,
        lead: readText(row, 'lead'),
        support: readText(row, 'support'),
        grid: readText(row, 'grid'),
        line: row.line,
      },
    ]
  })
