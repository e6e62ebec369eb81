/** `activities.csv`: 动员会, 宣传, 大扫除. */
import type { Activity } from '../../model/records.ts'
import { AREA, LAT, LON, readArea, readPhoto, readPlace, requiredDay } from '../fields.ts'
import type { Lookups } from '../lookups.ts'
import type { Notebook } from '../notebook.ts'
import { readTable } from '../table.ts'

const COLUMNS = {
  kind: { headings: ['类别', '活动类别'], required: true },
  title: { headings: ['标题', '名称', '活动名称'] },
  date: { headings: ['日期', '活动日期'], required: true },
  areaCode: AREA,
  lon: LON,
  lat: LAT,
  photo: { headings: ['照片'] },
} as const

export const readActivities = (
  file: string,
  bytes: Uint8Array | undefined,
  lookups: Lookups,
  notebook: Notebook,
): Activity[] =>
  readTable(file, bytes, COLUMNS, notebook).flatMap((row): Activity[] => {
    const kind = row.text('kind')
    if (kind === '') return row.reject('kind', '没有填类别') ?? []
    const day = requiredDay(row, 'date', lookups)
    if (day === null) return []
    const areaCode = readArea(row, 'areaCode', lookups)
    return [
      {
        kind,
        title: row.text('title') || kind,
        day,
        areaCode,
        ...readPlace(row, 'lon', 'lat'),
        photo: readPhoto(row, 'photo'),
        line: row.line,
      },
    ]
  })
