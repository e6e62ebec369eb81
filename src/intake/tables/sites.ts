/** `sites.csv`: places that are inspected. */
import type { Path, Site, Surface } from '../../model/records.ts'
import { plain } from '../cells.ts'
import { AREA, LAT, LON, readArea, readPlace, readText } from '../fields.ts'
import type { Lookups } from '../lookups.ts'
import type { Notebook } from '../notebook.ts'
import { readTable } from '../table.ts'

const COLUMNS = {
  id: { headings: ['编号', '点位编号'], required: true },
  kind: { headings: ['类别', '点位类别', '类型'], required: true },
  name: { headings: ['名称', '点位名称'] },
  lon: LON,
  lat: LAT,
  areaCode: AREA,
  responsible: { headings: ['责任单位'] },
  status: { headings: ['状态'] },
} as const

/** @param shapes the lines and polygons of `sites.geojson`, by id */
export const readSites = (
  file: string,
  bytes: Uint8Array | undefined,
  lookups: Lookups,
  shapes: ReadonlyMap<string, Path | Surface | { lon: number; lat: number }>,
  notebook: Notebook,
): Site[] => {
  const first = new Map<string, number>()
  return readTable(file, bytes, COLUMNS, notebook).flatMap((row): Site[] => {
    const id = plain(row.text('id'))
    if (id === '') return row.reject('id', '没有填编号') ?? []
    const kind = lookups.kind(row.text('kind'))
    if (kind === null)
      return row.reject('kind', row.text('kind') === '' ? '没有填类别' : '评分标准里没有这个类别') ?? []
    if (kind.entity === 'area') return row.reject('kind', '居委会由 areas.geojson 给出，不必列为点位') ?? []
    const before = first.get(id)
    if (before === undefined) first.set(id, row.line)
    else row.flag('id', `编号与第 ${before} 行重复：两行都保留，检查和问题归先出现的一行`)
    const shape = before === undefined ? shapes.get(id) : undefined
    const place = readPlace(row, 'lon', 'lat')
    const point = shape !== undefined && 'lon' in shape ? shape : null
    return [
      {
        id,
        kind: kind.id,
        name: row.text('name') || id,
        lon: place.lon ?? point?.lon ?? null,
        lat: place.lat ?? point?.lat ?? null,
        areaCode: readArea(row, 'areaCode', lookups),
        responsible: readText(row, 'responsible'),
        status: readText(row, 'status'),
        geometry: shape !== undefined && 'type' in shape ? shape : null,
        line: row.line,
      },
    ]
  })
}
