/** Excel workbooks (.xlsx, .xlsm), as Excel, WPS and programs write them. */

import { MOST_SHEET_BYTES } from '../../limits.ts'
import type { Pace } from '../../pace.ts'
import { isOwnNote } from '../../tables/extras.ts'
import { isFilled } from '../heading.ts'
import type { OpenedFile, Sheet } from '../opened.ts'
import { Refusal } from '../refusal.ts'
import { sheetsOf, takeRows } from '../sheet.ts'
import { type Archive, type Budget, spend } from '../zip.ts'
import { letterOf } from './address.ts'
import { openParts } from './parts.ts'
import { openPictures } from './pictures.ts'
import { walkRows } from './rows.ts'
import { surveySheet } from './survey.ts'
import { readWorkbook } from './workbook.ts'

/** A workbook as its worksheets. Empty ones are passed over; hidden ones are marked and told. Throws Refusal. */
export const openXlsx = async ({ files }: Archive, budget: Budget, pace: Pace): Promise<OpenedFile> => {
  const wanted = files.filter(({ path }) => /\.(xml|rels)$/i.test(path))
  spend(budget, wanted)
  const parts = openParts(wanted, pace)
  const book = await readWorkbook(parts, pace)
  const picturesOf = await openPictures(files, parts, pace)
  const sheets: Sheet[] = []
  const untold: Sheet['passed'] = []
  /** the worksheet that each part was read for */
  const readAs = new Map<string, string>()
  const open = async (
    name: string,
    path: string,
    pieces: () => Generator<string, void, void>,
    hidden: boolean,
  ): Promise<void> => {
    const { lastRow, hiddenColumns, merges, unmerged } = await surveySheet(pieces(), pace, name)
    const walk = () => walkRows(pieces, book, merges)
    const [top] = await takeRows(walk(), 1, pace, name)
    if (top === undefined) return
    if (isOwnNote(top.cells)) {
      untold.push({ line: 0, text: name, reason: '导出和模板自带的说明，不是数据' })
      return
    }
    const pictures = await picturesOf(path)
    const own = await sheetsOf({ name, walk, about: lastRow, merges, pictures }, pace)
    sheets.push(...(hidden ? own.map((sheet): Sheet => ({ ...sheet, hidden: true })) : own))
    const unseen = hiddenColumns.filter((at) => own.some((one) => isFilled(one.header.cells[at])))
    if (unseen.length > 0)
      own[0]?.passed.push({
        line: 0,
        text: unseen.map(letterOf).join('、'),
        reason: `有 ${unseen.length} 列在原表里是隐藏的，已照常读入`,
      })
    if (unmerged > 0)
      own[0]?.passed.push({
        line: 0,
        text: name,
        reason: `同一行上的合并单元格太多，其中 ${unmerged} 处没有展开`,
      })
  }
  for (const { name, hidden, path } of book.sheets) {
    const pieces = parts.pieces(path)
    if (hidden) untold.push({ line: 0, text: name, reason: '隐藏的工作表，没有读入' })
    if (hidden && pieces === null) continue
    if (pieces === null) untold.push({ line: 0, text: name, reason: '工作表已损坏，没有读入' })
    else if (readAs.has(path.toLowerCase()))
      untold.push({
        line: 0,
        text: name,
        reason: `与工作表“${readAs.get(path.toLowerCase())}”是同一份内容，没有再读`,
      })
    else if (parts.size(path) > MOST_SHEET_BYTES) {
      const much = `${Math.round(parts.size(path) / 1024 ** 2)} MB，超过上限 ${MOST_SHEET_BYTES / 1024 ** 2} MB`
      const reason = `工作表展开后有 ${much}，多半是整列设了格式：请把数据复制到新的工作簿，或分成几个再拖入`
      untold.push({ line: 0, text: name, reason })
    } else
      try {
        readAs.set(path.toLowerCase(), name)
        await open(name, path, pieces, hidden)
      } catch (error) {
        // One that is damaged or too big does not keep the others from being read.
        if (!(error instanceof Refusal)) throw error
        untold.push({ line: 0, text: name, reason: error.message })
      }
  }
  const isProse = ({ header }: Sheet) => header.cells.filter((cell) => cell.trim() !== '').length < 2
  const tables = sheets.filter((sheet) => !isProse(sheet) && sheet.hidden !== true)
  if (tables.length > 0)
    for (const { name } of sheets.filter((sheet) => isProse(sheet) && sheet.hidden !== true))
      untold.push({ line: 0, text: name, reason: '工作表里是说明文字，不是表格，没有读入' })
  const shown = tables.length > 0 ? tables : sheets.filter(({ hidden }) => hidden !== true)
  const [first] = shown
  if (first === undefined) {
    const hidden = untold.filter(({ reason }) => reason.startsWith('隐藏'))
    const broken = untold.find((one) => !hidden.includes(one))
    if (broken !== undefined) throw new Refusal(`工作表“${broken.text}”：${broken.reason}`)
    const names = hidden.map(({ text }) => `“${text}”`).join('、')
    throw new Refusal(
      names === '' ? '工作簿里没有数据' : `工作簿里只有隐藏的工作表${names}有内容，请先取消隐藏再拖入`,
    )
  }
  first.passed.unshift(...untold)
  // What does not show stands behind what does.
  const unshown = sheets.filter((sheet) => sheet.hidden === true && !isProse(sheet))
  return { type: 'sheets', format: 'XLSX', encoding: null, sheets: [...shown, ...unshown] }
}
