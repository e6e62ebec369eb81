/** Notices that say the same of many rows, told once. */
import type { Notice } from '../model/report.ts'
import { countText } from './count-text.ts'

export interface NoticeGroup {
  field: string
  reason: string
  /** where, in the order of the file; 0 = the file as a whole */
  lines: number[]
  /** different values that are found there */
  values: string[]
}

/** Notices of one file by field and reason, those of fewest rows first: what is rare is seldom meant so. */
export const groupNotices = (notices: readonly Notice[]): NoticeGroup[] => {
  const groups = new Map<string, NoticeGroup>()
  for (const { field, reason, line, value } of notices) {
    const key = `${field}\n${reason}`
    const group = groups.get(key) ?? { field, reason, lines: [], values: [] }
    groups.set(key, group)
    group.lines.push(line)
    if (value !== '' && !group.values.includes(value)) group.values.push(value)
  }
  return [...groups.values()].sort((a, b) => a.lines.length - b.lines.length)
}

/** So many are named; of the rest, the number. */
const NAMED = 4

/** 「3、4、5、7 等 57 行」; 「整个文件」 for line 0. */
export const linesText = (lines: readonly number[]): string => {
  const named = lines.slice(0, NAMED).map((line) => (line === 0 ? '整个文件' : String(line)))
  return `${named.join('、')}${lines.length > NAMED ? ` 等 ${countText(lines.length)} 行` : ''}`
}

/** 「康庄、许寨 等 12 种」 */
export const valuesText = (values: readonly string[]): string =>
  `${values.slice(0, NAMED).join('、')}${values.length > NAMED ? ` 等 ${countText(values.length)} 种` : ''}`
