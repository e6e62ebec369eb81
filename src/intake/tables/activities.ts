/** `activities.csv`: 动员会, 宣传, 大扫除. */
import type { Activity } from '../../model/records.ts'
import { AREA, LAT, LON, readArea, readPhoto, readPlace, requiredDay } from './fields.ts'
import type { Table } from './table.ts'

const columns = {
  kind: { headings: ['类别', '活动类别', '类型'], required: true },
  title: { headings: ['标题', '名称', '活动名称', '主题', '活动主题'] },
  date: { headings: ['日期', '活动日期', '时间', '活动时间'], required: true },
  areaCode: AREA,
  lon: LON,
  lat: LAT,
  photo: { headings: ['照片'] },
} as const

export const ACTIVITIES: Table<keyof typeof columns, Activity> = {
  file: 'activities.csv',
  columns,
  reader: (lookups) => (row) => {
    const kind = row.text('kind')
    if (kind === '') return row.reject('kind', '没有填类别')
    const day = requiredDay(row, 'date', lookups)
    if (day === null) return null
    return {
      kind,
      title: row.text('title') || kind,
      day,
      areaCode: readArea(row, 'areaCode', lookups),
      ...readPlace(row, 'lon', 'lat'),
      photo: readPhoto(row, 'photo'),
      line: row.line,
    }
  },
}
