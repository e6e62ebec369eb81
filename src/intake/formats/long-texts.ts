/** Texts too long for a cell, and long ones that a file holds once and names in many cells: little may not ask for much work. */
import { LONG_REPEATED, LONGEST_CELL, MOST_REPEATED } from '../limits.ts'

export const TOO_LONG = `有单元格的文字超过 ${LONGEST_CELL} 个字符，只读了开头`
export const REPEATED = `有长文字在太多单元格里重复（共超过 ${MOST_REPEATED} 个字符），这一格只读了开头 ${LONG_REPEATED} 个字符`

/**
 * For one walk over a table: gives back a text as often as it is asked, until what was repeated is too much; then its
 * beginning.
 * @param tables of the file, which have the allowance together
 */
export const openRepeats = (tables: number): ((text: string) => string) => {
  const met = new Set<string>()
  let left = MOST_REPEATED / Math.max(1, tables)
  return (text) => {
    if (text.length <= LONG_REPEATED) return text
    if (!met.has(text)) {
      met.add(text)
      return text
    }
    left -= text.length
    return left < 0 ? text.slice(0, LONG_REPEATED) : text
  }
}
