/** `water-samples.csv`: measurements at the stations of a water body. */
import type { Reading, WaterSample } from '../../model/records.ts'
import type { UnitFactors } from './cells.ts'
import { LAT, LON, readPlace, requiredDay, WATER } from './fields.ts'
import { parseReading } from './reading.ts'
import type { Row, Table } from './table.ts'

const columns = {
  waterId: { ...WATER, required: true },
  station: {
    headings: [
      '监测点',
      '监测点位',
      '监测点名称',
      '断面',
      '点位',
      '采样点',
      '监测断面',
      '断面名称',
      '点位名称',
      '采样点位',
      '采样断面',
    ],
    required: true,
  },
  lon: LON,
  lat: LAT,
  date: {
    headings: [
      '日期',
      '监测日期',
      '采样日期',
      '监测时间',
      '采样时间',
      '监测月份',
      '月份',
      '检测日期',
      '检测时间',
    ],
    required: true,
  },
  depth: { headings: ['水深cm', '水深'] },
  transparency: { headings: ['透明度cm', '透明度', '透明度SD(cm)', 'SD', 'SD(cm)'] },
  dissolvedOxygen: { headings: ['溶解氧mg/L', '溶解氧', '溶解氧DO(mg/L)', 'DO', 'DO(mg/L)'] },
  orp: {
    headings: ['氧化还原电位mV', '氧化还原电位', '氧化还原电位ORP(mV)', 'ORP', 'ORP(mV)', '氧化还原电位(mV)'],
  },
  ammonia: {
    headings: [
      '氨氮mg/L',
      '氨氮',
      '氨氮NH3-N(mg/L)',
      'NH3-N',
      'NH3-N(mg/L)',
      'ammonia(mg/L)',
      '氨氮(NH3-N)',
      '氨氮(mg/L)',
    ],
  },
} as const

type SampleRow = Row<keyof typeof columns>

const LENGTH: UnitFactors = { cm: 1, 厘米: 1, 公分: 1, mm: 0.1, 毫米: 0.1, dm: 10, 分米: 10, m: 100, 米: 100 }
const CONCENTRATION: UnitFactors = { 'mg/l': 1, '毫克/升': 1, 'ug/l': 0.001, 'μg/l': 0.001, '微克/升': 0.001 }
const POTENTIAL: UnitFactors = { mv: 1, 毫伏: 1, v: 1000, 伏: 1000 }

/** The number in a reading, if it has one. */
const figure = (reading: Reading): number | null =>
  reading.type === 'value' ? reading.value : 'limit' in reading ? reading.limit : null

/** What makes no sense is flagged and taken as nothing measured; below 0 only a potential may be. */
const readReading = (
  row: SampleRow,
  field: 'transparency' | 'dissolvedOxygen' | 'orp' | 'ammonia',
  units: UnitFactors,
): Reading => {
  const reading = parseReading(row.text(field), units)
  if (reading === null) row.flag(field, '数值读不懂，按没有监测处理')
  else if (field === 'orp' || (figure(reading) ?? 0) >= 0) return reading
  else row.flag(field, '数值不应小于 0，按没有监测处理')
  return { type: 'none' }
}

/** What cannot be read is not the same as what is not given: the water may be shallow, where other limits hold. */
const readDepth = (row: SampleRow): WaterSample['depth'] => {
  const depth = parseReading(row.text('depth'), LENGTH)
  if (depth?.type === 'none') return null
  if (depth?.type === 'value' && depth.value >= 0) return depth.value
  if (depth !== null && 'limit' in depth && (depth.type === 'below' ? depth.limit > 0 : depth.limit >= 0))
    return depth
  row.flag('depth', '水深读不懂，透明度按没有监测处理')
  return 'unreadable'
}

export const SAMPLES: Table<keyof typeof columns, WaterSample> = {
  file: 'water-samples.csv',
  columns,
  reader: (lookups) => (row) => {
    const waterId = lookups.water(row.text('waterId'))
    if (typeof waterId !== 'string') return row.reject('waterId', waterId.reason)
    const station = row.text('station')
    if (station === '') return row.reject('station', '没有填监测点')
    const day = requiredDay(row, 'date', lookups)
    if (day === null) return null
    return {
      waterId,
      station,
      ...readPlace(row, 'lon', 'lat'),
      day,
      depth: readDepth(row),
      transparency: readReading(row, 'transparency', LENGTH),
      dissolvedOxygen: readReading(row, 'dissolvedOxygen', CONCENTRATION),
      orp: readReading(row, 'orp', POTENTIAL),
      ammonia: readReading(row, 'ammonia', CONCENTRATION),
      line: row.line,
    }
  },
}
