/** Rows that are no data though they stand among it: totals, notes, signatures, the heading once more. */
import { plain } from '../tables/cells.ts'
import { isIdHeading } from './known-headings.ts'
import type { SheetRow } from './opened.ts'

const TOTAL = /^(合计|总计|小计|累计|共计|总数|平均|平均值|均值|本页合计|本页小计|以上合计)[:：]?$/
const NOTE = /^(注|备注|说明|附注|填表说明|填报说明|备注说明)\d*[:：]/
const SIGNER =
  '(制表|填表|填报|审核|审批|复核|校核|统计|负责|分管领导|单位负责|联系|经办|记录|监测|检查|签字|盖章|报送|制表单位|填报单位|填表单位)(人|人员|人签字|领导|单位|日期|时间|电话|部门)?(签字|签名|盖章|[（(](签字|签名|盖章|章)[)）])?'
const SIGNED = new RegExp(`^${SIGNER}[:：]`)
/** The same without a colon, or with nothing behind it: what it asks for stands in the next cell. */
const SIGNER_ALONE = new RegExp(`^${SIGNER}[:：]?$`)
const PAGE = /^第[\d一二三四五六七八九十]+页([，,、/]?共[\d一二三四五六七八九十]+页)?$/
/** 「二季度」, 「5月份」, 「第三周」: what parts a list, whatever its first column holds. */
const SPAN = /^(第?[一二三四五六七八九十\d]+(季度|周|批|期)|(20\d\d年)?\d{1,2}月份?)$/
/** 「一、背街小巷」, 「（三）公厕」: the same where its rows have numbers. */
const SECTION =
  /^([一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|第[一二三四五六七八九十]+[周批次部类])\D*$/

/** No total is longer; of a note the beginning tells. */
const LONGEST = 40

const squeezed = (cell: string): string => plain(cell).replace(/\s+/g, '')

/** 「问题台账（续表）」, 「问题台账 第2页」 → 「问题台账」. */
const bareTitle = (title: string): string =>
  squeezed(title).replace(/[（(]?(续表?|第[\d一二三四五六七八九十]+页)[)）]?$/, '')

/** Whether a title is one of those again, as it is printed on each page. */
export const repeatsTitle = (title: string, titles: readonly string[]): boolean => {
  const own = bareTitle(title)
  return titles.some((one) => bareTitle(one) === own)
}

/** Whether a row only signs, notes, counts pages or adds up, by its first words. */
export const isAside = ({ cells }: SheetRow): boolean => {
  const first = squeezed((cells.find((cell) => cell.trim() !== '') ?? '').slice(0, LONGEST))
  return [TOTAL, NOTE, SIGNED, PAGE].some((pattern) => pattern.test(first))
}

/** Whether all cells ask for a name or a day, or answer the cell before them that does. */
const isSignatures = (filled: readonly string[]): boolean => {
  const asks = filled.map((cell) => SIGNER_ALONE.test(cell))
  return (
    asks[0] === true &&
    filled.every((cell, i) => asks[i] || SIGNED.test(cell) || asks[i - 1] === true) &&
    (asks.filter(Boolean).length > 1 || /[:：]$/.test(filled[0] as string))
  )
}

/**
 * Tells why a row is passed over; null = it is data. When in doubt it is: a total says so in its first cell and has no
 * number of its own; a note or signature leaves most cells empty.
 * @param titles what stands above the heading
 * @param isSpread whether a row is one cell that is merged over most of the table
 */
export const openPassing = (
  header: SheetRow,
  titles: readonly string[],
  isSpread: (line: number) => boolean,
): ((row: SheetRow) => string | null) => {
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
    if (PAGE.test(leading)) return '页码，不是记录'
    if (TOTAL.test(leading)) return '合计行，不是记录'
    if (width < 2) return null
    const filled = row.cells.map(squeezed).filter((cell) => cell !== '')
    if (filled.length === 1 && repeatsTitle(leading, titles)) return '与表上方的标题相同，是重复打印的标题'
    const parts =
      isSpread(row.line) ||
      (ids.includes(first) && SECTION.test(leading)) ||
      (width > 2 && SPAN.test(leading))
    if (filled.length === 1 && parts) return '分段的小标题，不是记录'
    if (filled.length > 1 && isSignatures(filled)) return '制表、审核等签署，不是记录'
    if (!(NOTE.test(leading) || SIGNED.test(leading))) return null
    const sparse = filled.length === 1 || filled.length * 2 <= width
    if (sparse && NOTE.test(leading)) return '表下的说明，不是记录'
    const signed = SIGNED.test(leading) && (sparse || filled.every((cell) => SIGNED.test(cell)))
    return signed ? '制表、审核等签署，不是记录' : null
  }
}
