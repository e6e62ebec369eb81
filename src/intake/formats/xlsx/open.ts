/** Excel workbooks (.xlsx, .xlsm), as Excel, WPS and programs write them. */
import { isOwnNote } from '../../extras.ts'
import type { Opened, Sheet } from '../opened.ts'
import { Refusal } from '../refusal.ts'
import { sheetOf } from '../sheet.ts'
import { type Budget, unzip } from '../zip.ts'
import { lastRow, readMerges, walkRows } from './rows.ts'
import { openParts, readWorkbook } from './workbook.ts'

/** A workbook as its worksheets. Empty ones are passed over; hidden ones too, which is told. Throws Refusal. */
export const openXlsx = (bytes: Uint8Array, budget: Budget): Opened => {
  const part = openParts(unzip(bytes, budget, (path) => /\.(xml|rels)$/i.test(path)))
  const book = readWorkbook(part)
  const sheets: Sheet[] = []
  const untold: Sheet['passed'] = []
  for (const { name, hidden, path } of book.sheets) {
    const xml = part(path)
    if (hidden) untold.push({ line: 0, text: name, reason: '隐藏的工作表，没有读入' })
    else if (xml === null) untold.push({ line: 0, text: name, reason: '工作表已损坏，没有读入' })
    else {
      const merges = readMerges(xml)
      const sheet = sheetOf({ name, walk: () => walkRows(xml, book, merges), about: lastRow(xml), merges })
      const [top] = walkRows(xml, book, merges)
      if (top !== undefined && isOwnNote(top.cells))
        untold.push({ line: 0, text: name, reason: '导出和模板自带的说明，不是数据' })
      else if (sheet !== null) sheets.push(sheet)
    }
  }
  const isProse = ({ header }: Sheet) => header.cells.filter((cell) => cell.trim() !== '').length < 2
  const tables = sheets.filter((sheet) => !isProse(sheet))
  if (tables.length > 0)
    for (const { name } of sheets.filter(isProse))
      untold.push({ line: 0, text: name, reason: '工作表里是说明文字，不是表格，没有读入' })
  const kept = tables.length > 0 ? tables : sheets
  const [first] = kept
  if (first === undefined) {
    const hidden = untold.map(({ text }) => `“${text}”`).join('、')
    throw new Refusal(
      hidden === '' ? '工作簿里没有数据' : `工作簿里只有隐藏的工作表${hidden}有内容，请先取消隐藏再拖入`,
    )
  }
  first.passed.unshift(...untold)
  return { type: 'sheets', format: 'XLSX', encoding: null, sheets: kept }
}
