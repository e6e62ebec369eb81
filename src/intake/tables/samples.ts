/** `water-samples.csv`: measurements at the stations of a water body. */
import type { Reading, Water, WaterSample } from '../../model/records.ts'
import { parseNumber, plain } from '../cells.ts'
import { LAT, LON, readPlace, requiredDay } from '../fields.ts'
import type { Lookups } from '../lookups.ts'
import type { Notebook } from '../notebook.ts'
import { parseReading } from '../reading.ts'
import { type Row, readTable } from '../table.ts'

const COLUMNS = {
  waterId: { headings: ['水体编号', '水体'], required: true },
  station: { headings: ['监测点', '监测点位', '断面'], required: true },
  lon: LON,
  lat: LAT,
  date: { headings: ['日期', '监测日期', '采样日期'], required: true },
  depth: { headings: ['水深cm', '水深', '水深(cm)'] },
  transparency: { headings: ['透明度cm', '透明度', '透明度(cm)', 'SD'] },
  dissolvedOxygen: { headings: ['溶解氧mg/L', '溶解氧', '溶解氧(mg/L)', 'DO'] },
  orp: { headings: ['氧化还原电位mV', '氧化还原电位', '氧化还原电位(mV)', 'ORP', 'ORP(mV)'] },
  ammonia: { headings: ['氨氮mg/L', '氨氮', '氨氮(mg/L)', 'NH3-N', 'NH3-N(mg/L)'] },
} as const

const readReading = (
  row: Row<keyof typeof COLUMNS>,
  field: 'transparency' | 'dissolvedOxygen' | 'orp' | 'ammonia',
): Reading => {
  const reading = parseReading(row.text(field))
  if (reading !== null) return reading
  row.flag(field, '数值读不懂，按没有监测处理')
  return { type: 'none' }
}

export const readSamples = (
  file: string,
  bytes: Uint8Array | undefined,
  waters: readonly Water[],
  lookups: Lookups,
  notebook: Notebook,
): WaterSample[] => {
  const ids = new Map(
    waters.flatMap(
      (water) =>
        [
          [water.id, water.id],
          [water.name, water.id],
        ] as const,
    ),
  )
  return readTable(file, bytes, COLUMNS, notebook).flatMap((row): WaterSample[] => {
    const waterId = ids.get(plain(row.text('waterId')))
    if (waterId === undefined) return row.reject('waterId', '没有这个水体编号') ?? []
    const station = row.text('station')
    if (station === '') return row.reject('station', '没有填监测点') ?? []
    const day = requiredDay(row, 'date', lookups)
    if (day === null) return []
    const depthText = row.text('depth')
    const depth = parseNumber(depthText)
    if (depth === null && parseReading(depthText)?.type !== 'none')
      row.flag('depth', '水深读不懂，按未填处理')
    return [
      {
        waterId,
        station,
        ...readPlace(row, 'lon', 'lat'),
        day,
        depth,
        transparency: readReading(row, 'transparency'),
        dissolvedOxygen: readReading(row, 'dissolvedOxygen'),
        orp: readReading(row, 'orp'),
        ammonia: readReading(row, 'ammonia'),
        line: row.line,
      },
    ]
  })
}
