/** Where something stands and what it is, in few words. */
import { countText } from './count-text.ts'

/** So many are named; of the rest, the number. */
const NAMED = 4

/** 「3、4、5、7 等 57 行」; 「整个文件」 for line 0. @param count of all, where `lines` are only the first */
export const linesText = (lines: readonly number[], count: number = lines.length): string => {
  const named = lines.slice(0, NAMED).map((line) => (line === 0 ? '整个文件' : String(line)))
  return `${named.join('、')}${count > NAMED ? ` 等 ${countText(count)} 行` : ''}`
}

/** 「康庄、许寨 等 12 种」 */
export const valuesText = (values: readonly string[]): string =>
  `${values.slice(0, NAMED).join('、')}${values.length > NAMED ? ` 等 ${countText(values.length)} 种` : ''}`
