/** Rows that are no data though they stand among it: totals, notes, signatures, the heading once more. */
import { plain } from '../tables/cells.ts'
import { isIdHeading } from './known-headings.ts'
import type { SheetRow } from './opened.ts'

const TOTAL = /^(合计|总计|小计|累计|共计|总数|平均|平均值|均值|本页合计|本页小计|以上合计)[:：]?$/
const NOTE = /^(注|备注|说明|附注|填表说明|填报说明|备注说明)\d*[:：]/
const SIGNED =
  /^(制表|填表|填报|审核|审批|复核|校核|统计|负责|分管领导|单位负责|联系|经办|记录|监测|检查|签字|盖章|报送|制表单位|填报单位|填表单位)(人|人员|人签字|领导|单位|日期|时间|电话|部门)?(签字|签名|盖章|[（(](签字|签名|盖章|章)[)）])?[:：]/

/** No total is longer; of a note the beginning tells. */
const LONGEST = 40

const squeezed = (cell: string): string => plain(cell).replace(/\s+/g, '')

/**
 * Tells why a row is passed over; null = it is data. When in doubt it is: a total says so in its first cell and has no
 * number of its own; a note or signature leaves most cells empty.
 */
export const openPassing = (header: SheetRow): ((row: SheetRow) => string | null) => {
  const ids = header.cells.flatMap((cell, i) => (isIdHeading(cell) ? [i] : []))
  const width = header.cells.filter((cell) => cell.trim() !== '').length
  const heading = header.cells.map((cell) => cell.trim())
  const repeats = ({ cells }: SheetRow): boolean =>
    width > 1 && heading.every((cell, i) => cell === (cells[i] ?? '').trim())
  return (row) => {
    const first = row.cells.findIndex((cell) => cell.trim() !== '')
    if (first < 0) return null
    if (row.cells[first]?.trim() === heading[first] && repeats(row)) return '与表头相同，是重复打印的表头'
    const leading = squeezed((row.cells[first] as string).slice(0, LONGEST))
    const hasId = ids.some((i) => i !== first && (row.cells[i] ?? '').trim() !== '')
    if (hasId) return null
    if (TOTAL.test(leading)) return '合计行，不是记录'
    if (width < 2 || !(NOTE.test(leading) || SIGNED.test(leading))) return null
    const filled = row.cells.map(squeezed).filter((cell) => cell !== '')
    const sparse = filled.length === 1 || filled.length * 2 <= width
    if (sparse && NOTE.test(leading)) return '表下的说明，不是记录'
    const signed = SIGNED.test(leading) && (sparse || filled.every((cell) => SIGNED.test(cell)))
    return signed ? '制表、审核等签署，不是记录' : null
  }
}
