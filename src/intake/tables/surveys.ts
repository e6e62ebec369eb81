/** `surveys.csv`: 群众满意度. */
import type { Survey, Water } from '../../model/records.ts'
import { plain } from '../cells.ts'
import { AREA, readArea, readCount, requiredDay } from '../fields.ts'
import type { Lookups } from '../lookups.ts'
import type { Notebook } from '../notebook.ts'
import { readTable } from '../table.ts'

const COLUMNS = {
  areaCode: AREA,
  waterId: { headings: ['水体编号', '水体'] },
  date: { headings: ['日期', '调查日期'], required: true },
  valid: { headings: ['有效问卷', '有效问卷数'], required: true },
  satisfied: { headings: ['满意', '满意数', '满意问卷'], required: true },
} as const

export const readSurveys = (
  file: string,
  bytes: Uint8Array | undefined,
  waters: readonly Water[],
  lookups: Lookups,
  notebook: Notebook,
): Survey[] => {
  const ids = new Set(waters.map((water) => water.id))
  return readTable(file, bytes, COLUMNS, notebook).flatMap((row): Survey[] => {
    const waterId = plain(row.text('waterId')) || null
    if (waterId !== null && !ids.has(waterId)) return row.reject('waterId', '没有这个水体编号') ?? []
    if (waterId !== null && row.text('areaCode') !== '')
      return row.reject('areaCode', '居委会与水体只能填一个') ?? []
    const areaCode = waterId === null ? readArea(row, 'areaCode', lookups) : null
    if (waterId === null && areaCode === null) return row.reject('areaCode', '没有可用的居委会或水体') ?? []
    const [valid, satisfied] = [readCount(row.text('valid')), readCount(row.text('satisfied'))]
    if (valid === null || valid === 0) return row.reject('valid', '有效问卷应为大于 0 的整数') ?? []
    if (satisfied === null || satisfied > valid)
      return row.reject('satisfied', '满意应为不大于有效问卷的整数') ?? []
    const day = requiredDay(row, 'date', lookups)
    return day === null ? [] : [{ areaCode, waterId, day, valid, satisfied, line: row.line }]
  })
}
