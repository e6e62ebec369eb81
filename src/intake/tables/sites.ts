/** `sites.csv`: places that are inspected. Their lines and polygons are joined to them afterwards. */
import type { Site } from '../../model/records.ts'
import { plain } from './cells.ts'
import { AREA, LAT, LON, RESPONSIBLE, readArea, readPlace, readText } from './fields.ts'
import type { Table } from './table.ts'

const columns = {
  id: { headings: ['编号', '点位编号', '点位代码', '点位ID'], required: true },
  kind: { headings: ['类别', '点位类别', '类型', '点位类型'], required: true },
  name: { headings: ['名称', '点位名称'] },
  lon: LON,
  lat: LAT,
  areaCode: AREA,
  responsible: RESPONSIBLE,
  status: { headings: ['状态', '现状'] },
} as const

export const SITES: Table<keyof typeof columns, Site> = {
  file: 'sites.csv',
  columns,
  reader: (lookups) => {
    const first = new Map<string, number>()
    return (row) => {
      const id = plain(row.text('id'))
      if (id === '') return row.reject('id', '没有填编号')
      const kind = lookups.kind(row.text('kind'))
      if (kind === null)
        return row.reject('kind', row.text('kind') === '' ? '没有填类别' : '评分标准里没有这个类别')
      const same = lookups.spot(id)
      // Listed a second time it would be scored twice; its checks and problems reach it all the same.
      if (same !== null && same.of === kind.entity)
        return row.reject('id', `“${id}”已由边界文件给出，不必再列为点位`)
      if (same !== null) row.flag('id', '编号与居委会代码或水体编号相同，检查和问题归此点位')
      const before = first.get(id)
      if (before === undefined) first.set(id, row.line)
      else row.flag('id', `编号与第 ${before} 行重复：两行都保留，检查和问题归先出现的一行`)
      return {
        id,
        kind: kind.id,
        name: row.text('name') || id,
        ...readPlace(row, 'lon', 'lat'),
        areaCode: readArea(row, 'areaCode', lookups),
        responsible: readText(row, 'responsible'),
        status: readText(row, 'status'),
        geometry: null,
        line: row.line,
      }
    }
  },
}
