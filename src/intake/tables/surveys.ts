/** `surveys.csv`: 群众满意度, of an area or of a water body. */
import type { Survey } from '../../model/records.ts'
import { parseCount } from './cells.ts'
import { AREA, requiredDay, WATER } from './fields.ts'
import type { Lookups } from './lookups.ts'
import type { Row, Table } from './table.ts'

const columns = {
  areaCode: AREA,
  waterId: WATER,
  date: { headings: ['日期', '调查日期', '调查时间'], required: true },
  valid: { headings: ['有效问卷', '有效问卷数', '有效份数'], required: true },
  satisfied: { headings: ['满意', '满意数', '满意问卷', '满意份数'], required: true },
} as const

/** Exactly one of the two, or null after rejecting the row. */
const readOf = (
  row: Row<keyof typeof columns>,
  lookups: Lookups,
): Pick<Survey, 'areaCode' | 'waterId'> | null => {
  const [areaText, waterText] = [row.text('areaCode'), row.text('waterId')]
  if (areaText === '' && waterText === '') return row.reject('areaCode', '居委会和水体都没有填')
  if (areaText !== '' && waterText !== '') return row.reject('areaCode', '居委会与水体只能填一个')
  const field = areaText === '' ? 'waterId' : 'areaCode'
  const found = areaText === '' ? lookups.water(waterText) : lookups.area(areaText)
  if (typeof found !== 'string') return row.reject(field, found.reason)
  return { areaCode: null, waterId: null, [field]: found }
}

export const SURVEYS: Table<keyof typeof columns, Survey> = {
  file: 'surveys.csv',
  columns,
  reader: (lookups) => (row) => {
    const of = readOf(row, lookups)
    if (of === null) return null
    const [valid, satisfied] = [parseCount(row.text('valid')), parseCount(row.text('satisfied'))]
    if (valid === null || valid === 0) return row.reject('valid', '有效问卷应为大于 0 的整数')
    if (satisfied === null || satisfied > valid)
      return row.reject('satisfied', '满意应为不大于有效问卷的整数')
    const day = requiredDay(row, 'date', lookups)
    return day === null ? null : { ...of, day, valid, satisfied, line: row.line }
  },
}
