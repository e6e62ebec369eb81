/** A misplaced point and the place it is to have. */
import type { Edit } from '../engine/contract/data.ts'
import type { Overview } from '../engine/contract/package.ts'
import type { LonLat } from '../model/position.ts'
import { metresBetween } from '../placing/earth.ts'
import { degrees } from './new-issue.ts'
import type { Tool } from './tool.ts'

export type Moving = Extract<Tool, { type: 'move' }>
type Cells = Readonly<Record<string, string>>

/** Why a record cannot be moved on the map, and the site to be moved in its stead where there is one. */
export interface Fixed {
  why: string
  site: string | null
}

const indexOf = (record: Moving['record'], id: string, overview: Overview): number =>
  (record === 'site' ? overview.sites : overview.issues).id.indexOf(id)

/** @param raw the cells of the record as they stand; null = there is no such row */
export const movingOf = (
  record: Moving['record'],
  id: string,
  raw: Cells | null,
  overview: Overview,
): { type: 'moving'; tool: Moving } | ({ type: 'fixed' } & Fixed) => {
  const at = indexOf(record, id, overview)
  if (raw === null || at < 0) return { type: 'fixed', why: '数据文件里没有它的一行，无法移动。', site: null }
  if (record === 'site' && overview.sites.shapes.some(({ properties }) => properties.index === at))
    return {
      type: 'fixed',
      why: '它是一条线或一片面（sites.geojson），不能当作一个点移动：请在绘图软件里改好，再导入。',
      site: null,
    }
  const own = (raw.lon ?? '') !== '' && (raw.lat ?? '') !== ''
  const site = overview.sites.id[overview.issues.site[at] ?? -1]
  if (record === 'issue' && !own && (raw.siteId ?? '') !== '')
    return {
      type: 'fixed',
      why: '它没有自己的坐标，跟着所在点位落图：位置不对，请移动点位。',
      site: site ?? null,
    }
  const { lon, lat } = record === 'site' ? overview.sites : overview.issues
  const from: LonLat = [lon[at] as number, lat[at] as number]
  const placed = own && Number.isFinite(from[0])
  return { type: 'moving', tool: { type: 'move', record, id, from: placed ? from : null, to: null } }
}

/** The 居委会 (code) a record counts for now; null = none. */
const areaNow = ({ record, id }: Moving, overview: Overview): string | null => {
  const at = indexOf(record, id, overview)
  const columns = record === 'site' ? overview.sites : overview.issues
  return overview.areas[columns.area[at] ?? -1]?.code ?? null
}

/** @param area the 居委会 at the new place: what the record declares follows when it is another one */
export const moveEdit = (tool: Moving, to: LonLat, area: { code: string }, overview: Overview): Edit => {
  const fields: Record<string, string> = { lon: degrees(to[0]), lat: degrees(to[1]) }
  if (areaNow(tool, overview) !== area.code) fields.areaCode = area.code
  return { type: 'set', record: tool.record, id: tool.id, fields }
}

/** As the crow flies: 「132 米」「1.4 公里」. */
export const distanceText = (from: LonLat, to: LonLat): string => {
  const metres = metresBetween(from, to)
  return metres < 1000 ? `${Math.round(metres)} 米` : `${(metres / 1000).toFixed(1)} 公里`
}
