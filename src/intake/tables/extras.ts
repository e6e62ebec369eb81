/**
 * Columns that our own exports add for the reader: names of what a code stands for, states derived from dates, scores.
 * They are neither read back nor reported.
 */

import { REGISTER_FILE, type TableFile } from '../contract.ts'
import { headingKey } from './cells.ts'

/** The last column of a file of rejected rows; when the file is dropped in again, it is not reported. */
export const REASON_HEADING = '原因'

/** What the 台账 is given beside the columns of the contract. */
export const ISSUE_EXTRAS = [
  '状态',
  '逾期天数',
  '返工次数',
  '点位名称',
  '点位责任单位',
  '居委会名称',
  '办事处',
  '类别',
  '检查项名称',
  '分类',
] as const

/** What 整改登记 is given beside its own columns. */
export const REGISTER_EXTRAS = ['名称', '居委会名称', '办事处'] as const

const EXTRAS: Partial<Record<TableFile, readonly string[]>> = {
  'issues.csv': ISSUE_EXTRAS,
  [REGISTER_FILE]: REGISTER_EXTRAS,
}

/** Whether a heading of that table is one of ours for the reader. */
export const isReadableExtra = (table: TableFile, heading: string): boolean =>
  EXTRAS[table]?.some((extra) => headingKey(extra) === headingKey(heading)) ?? false

/** Whether all of what our own 台账 adds stands in a file: then it is one, and its places are WGS84. */
export const isOwnLedger = (headings: readonly string[]): boolean => {
  const there = new Set(headings.map(headingKey))
  return ISSUE_EXTRAS.every((extra) => there.has(headingKey(extra)))
}

/** Property of a problem in our own layers that tells whose place it is drawn at, and what it says of its site's. */
export const PLACE_FROM = '坐标来源'
export const FROM_SITE = '点位'

/** 「示例」「示例-1」「示例：太昊路居委会」, but not a name such as 示例农贸市场. */
const EXAMPLE = /^示例(?:$|[-－—：:（(])/

/** Whether a row is the example of a template: its first filled cell says so. */
export const isExampleRow = (cells: readonly string[]): boolean =>
  EXAMPLE.test(cells.find((cell) => cell.trim() !== '')?.trim() ?? '')

/** The sheets that explain our workbooks, by their headings. */
export const NOTE_HEADINGS = ['项目', '内容'] as const
export const GUIDE_HEADINGS = ['表', '列', '必填', '含义', '单位', '可填的值'] as const

/** Whether a worksheet is one that our own exports and templates explain themselves with. */
export const isOwnNote = (headings: readonly string[]): boolean =>
  [NOTE_HEADINGS, GUIDE_HEADINGS].some((own) => own.join() === headings.map((h) => h.trim()).join())
