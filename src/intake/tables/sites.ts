/** `sites.csv`: places that are inspected. Their lines and polygons are joined to them afterwards. */
import type { Site } from '../../model/records.ts'
import { plain } from './cells.ts'
import {
  ADDRESS,
  AREA,
  LAT,
  LOCATED,
  LON,
  RESPONSIBLE,
  readArea,
  readLocated,
  readPlace,
  readText,
} from './fields.ts'
import type { Table } from './table.ts'

const columns = {
  id: {
    headings: [
      '编号',
      '点位编号',
      '点位代码',
      '点位ID',
      '编码',
      '点位编码',
      '市场编号',
      '店铺编号',
      '场所编号',
      '序号',
    ],
    required: true,
  },
  kind: {
    headings: [
      '类别',
      '点位类别',
      '类型',
      '点位类型',
      '场所类型',
      '场所类别',
      '行业',
      '经营类别',
      '行业类别',
    ],
    required: true,
  },
  name: {
    headings: [
      '名称',
      '点位名称',
      '店名',
      '场所名称',
      '市场名称',
      '门店名称',
      '店铺名称',
      '经营户',
      '站点名称',
      '养殖场名称',
      '公厕名称',
      '企业名称',
      '单位名称',
      '小区名称',
      '街巷名称',
      '道路名称',
    ],
  },
  lon: LON,
  lat: LAT,
  areaCode: AREA,
  address: ADDRESS,
  located: LOCATED,
  responsible: RESPONSIBLE,
  status: { headings: ['状态', '现状', '经营状态', '是否取缔', '整治状态', '取缔情况'] },
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
      const same = lookups.spot(id, null)
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
        address: readText(row, 'address'),
        located: readLocated(row, 'located'),
        responsible: readText(row, 'responsible'),
        status: readText(row, 'status'),
        geometry: null,
        line: row.line,
      }
    }
  },
}
