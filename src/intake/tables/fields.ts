/** Fields that several tables share: dates, places, declared areas, photos. */
import type { Day } from '../../model/day.ts'
import { parseCoordinate } from '../coordinates/parse.ts'
import { parseDate } from './date-forms.ts'
import type { Lookups } from './lookups.ts'
import type { Row } from './table.ts'

export const LON = {
  headings: [
    '经度',
    '东经',
    '经度(度)',
    '经度(°)',
    'lon',
    'lng',
    'long',
    'longitude',
    'x',
    'x坐标',
    '经度坐标',
    '东经(E)',
    '经度度',
    '东经度',
    'GPS经度',
    'WGS84经度',
    '经度(WGS84)',
    '高德经度',
    'lng_gcj02',
    'gcj02_lng',
    '百度经度',
    'bd09_lng',
    'lng_bd09',
  ],
} as const
export const LAT = {
  headings: [
    '纬度',
    '北纬',
    '纬度(度)',
    '纬度(°)',
    'lat',
    'latitude',
    'y',
    'y坐标',
    '纬度坐标',
    '北纬(N)',
    '纬度度',
    '北纬度',
    'GPS纬度',
    'WGS84纬度',
    '纬度(WGS84)',
    '高德纬度',
    'lat_gcj02',
    'gcj02_lat',
    '百度纬度',
    'bd09_lat',
    'lat_bd09',
  ],
} as const
export const AREA = {
  headings: [
    '居委会',
    '居委会代码',
    '居委会编码',
    '居委会名称',
    '所属居委会',
    '所在居委会',
    '社区',
    '社区名称',
    '所属社区',
    '所在社区',
    '村居',
    '所属村居',
    '社区(村)',
    '村(居)',
    '居(村)委会',
    '村(居)委会',
    '责任社区',
    '责任居委会',
    '村社区',
    '行政村',
    '单位',
  ],
} as const
export const SITE = {
  headings: [
    '点位编号',
    '点位',
    '点位代码',
    '点位ID',
    '点位编码',
    '检查点位',
    '点位名称',
    '检查点',
    '被检查单位',
  ],
} as const
/** How a place was found, where no coordinates were given. */
export const LOCATED = { headings: ['定位方式'] } as const

/** 「路口约」: at a crossing or a street, and no nearer. */
const ROUGH = '路口约'

/** How the row was placed; a place that is only about right is told. */
export const readLocated = <F extends string>(row: Row<F>, field: F): string | null => {
  const text = row.text(field)
  if (text === ROUGH) row.flag(field, '位置只按路口或街道估计，请核对')
  return text || null
}

/** Where a place is, in words. */
export const ADDRESS = {
  headings: [
    '位置',
    '地址',
    '具体位置',
    '问题地点',
    '问题点位',
    '问题位置',
    '详细地址',
    '具体地址',
    '地点',
    '发现地点',
    '问题点位(地址)',
    '场所地址',
  ],
} as const
export const WATER = {
  headings: [
    '水体编号',
    '水体',
    '水体名称',
    '水体代码',
    '水体编码',
    '河流名称',
    '黑臭水体名称',
    '河流',
    '河道名称',
  ],
} as const
export const RESPONSIBLE = {
  headings: [
    '责任单位',
    '责任部门',
    '整改责任单位',
    '管理单位',
    '整改单位',
    '牵头单位',
    '主体责任单位',
    '整改责任主体',
    '处置单位',
    '主管单位',
    '管护单位',
    '承办单位',
  ],
} as const

const flagFuture = <F extends string>(row: Row<F>, field: F, day: Day, lookups: Lookups): void => {
  if (lookups.limit !== null && day > lookups.limit) row.flag(field, '日期晚于数据日期，到那一天才计入')
}

/** A date that must be there: null after rejecting the row. */
export const requiredDay = <F extends string>(row: Row<F>, field: F, lookups: Lookups): Day | null => {
  const text = row.text(field)
  if (text === '') return row.reject(field, '没有填日期')
  const day = parseDate(text)
  if (day === null) return row.reject(field, '日期读不懂，应写成 2019-05-27')
  flagFuture(row, field, day, lookups)
  return day
}

/** A date that may be empty; one that cannot be read is flagged and taken as empty. */
export const optionalDay = <F extends string>(row: Row<F>, field: F): Day | null => {
  const text = row.text(field)
  if (text === '') return null
  const day = parseDate(text)
  if (day === null) row.flag(field, '日期读不懂，应写成 2019-05-27，按未填处理')
  return day
}

/** Tells of days the package's own day has not reached. */
export const flagFutures = <F extends string>(
  row: Row<F>,
  days: readonly (readonly [F, Day | null])[],
  lookups: Lookups,
): void => {
  for (const [field, day] of days) if (day !== null) flagFuture(row, field, day, lookups)
}

/** Both coordinates, or neither. */
export const readPlace = <F extends string>(
  row: Row<F>,
  lon: F,
  lat: F,
): { lon: number | null; lat: number | null } => {
  const [x, y] = [row.text(lon), row.text(lat)]
  const nowhere = { lon: null, lat: null }
  if (x === '' && y === '') return nowhere
  const [east, north] = [parseCoordinate(x), parseCoordinate(y)]
  if (east === null || north === null) {
    row.flag(east === null ? lon : lat, '经纬度不全或读不懂，按没有坐标处理')
    return nowhere
  }
  if (Math.abs(east) > 180 || Math.abs(north) > 90) {
    row.flag(Math.abs(east) > 180 ? lon : lat, '经纬度超出范围（经度、纬度是否填反？），按没有坐标处理')
    return nowhere
  }
  if (east === 0 && north === 0) {
    row.flag(lon, '经纬度为 0，按没有坐标处理')
    return nowhere
  }
  return { lon: east, lat: north }
}

/** The declared 居委会 as its code; what cannot be resolved is flagged and taken as not declared. */
export const readArea = <F extends string>(row: Row<F>, field: F, lookups: Lookups): string | null => {
  const text = row.text(field)
  if (text === '') return null
  const found = lookups.area(text)
  if (typeof found === 'string') return found
  row.flag(field, `${found.reason}，按未填处理`)
  return null
}

/** The path of a photo inside the package as a table writes it. */
export const photoPath = (written: string): string => {
  const text = written.replaceAll('\\', '/').replace(/^\.\//, '')
  return text.startsWith('photos/') ? text : `photos/${text}`
}

/** A path of a photo inside the package, or null. */
export const readPhoto = <F extends string>(row: Row<F>, field: F): string | null => {
  const written = row.text(field)
  if (written === '') return null
  const text = written.replaceAll('\\', '/').replace(/^\.\//, '')
  if (text === '') return null
  // An escaped dot climbs out of the folder just as a plain one does.
  if (/^[a-z]+:|^\/|(^|\/)(\.|%2e){2}(\/|$)/i.test(text)) {
    row.flag(field, '照片须放在数据文件夹的 photos/ 下，此路径没有采用')
    return null
  }
  return photoPath(text)
}

/** The text, or null where it is empty. */
export const readText = <F extends string>(row: Row<F>, field: F): string | null => row.text(field) || null
