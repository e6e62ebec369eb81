/** Fields that several tables share: dates, places, declared areas, photos, whole numbers. */
import { type Day, parseDay } from '../model/day.ts'
import { parseNumber, plain } from './cells.ts'
import type { Lookups } from './lookups.ts'
import type { Row } from './table.ts'

export const LON = { headings: ['经度', 'lon', 'lng', 'longitude', '经度(度)', 'x'] } as const
export const LAT = { headings: ['纬度', 'lat', 'latitude', '纬度(度)', 'y'] } as const
export const AREA = { headings: ['居委会', '居委会代码', '所属居委会', '社区', 'areaCode'] } as const
export const SITE = { headings: ['点位编号', '点位', 'siteId'] } as const

/** A date that must be there: null after rejecting the row. */
export const requiredDay = <F extends string>(row: Row<F>, field: F, lookups: Lookups): Day | null => {
  const text = row.text(field)
  if (text === '') return row.reject(field, '没有填日期')
  const day = parseDay(plain(text))
  if (day === null) return row.reject(field, '日期读不懂，应写成 2019-05-27')
  lookups.seen(day)
  if (lookups.limit !== null && day > lookups.limit) row.flag(field, '日期晚于数据日期，到那一天才计入')
  return day
}

/** A date that may be empty; one that cannot be read is flagged and taken as empty. */
export const optionalDay = <F extends string>(row: Row<F>, field: F): Day | null => {
  const text = row.text(field)
  if (text === '') return null
  const day = parseDay(plain(text))
  if (day === null) row.flag(field, '日期读不懂，应写成 2019-05-27，按未填处理')
  return day
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
  const [east, north] = [parseNumber(x), parseNumber(y)]
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
  row.flag(field, found.reason)
  return null
}

/** A path of a photo inside the package, or null. */
export const readPhoto = <F extends string>(row: Row<F>, field: F): string | null => {
  const text = row.text(field).replaceAll('\\', '/')
  if (text === '') return null
  if (/^[a-z]+:|^\/|(^|\/)\.\.(\/|$)/i.test(text)) {
    row.flag(field, '照片须放在数据文件夹的 photos/ 下，此路径没有采用')
    return null
  }
  return text.startsWith('photos/') ? text : `photos/${text}`
}

/** A whole number ≥ 0, or null with `fault` told. */
export const readCount = (text: string): number | null => {
  const value = parseNumber(text)
  return value !== null && Number.isInteger(value) && value >= 0 ? value : null
}

/** The text, or null where it is empty. */
export const readText = <F extends string>(row: Row<F>, field: F): string | null => row.text(field) || null
