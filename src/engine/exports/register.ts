/** 整改登记 as a sheet, in the order it was made: what another copy of the package can read. */
import { REGISTER } from '../../intake/tables/register.ts'
import { RECORD_WORDS, type RegisterLine } from '../../model/register.ts'
import { type ExportSheet, textColumn } from './sheet.ts'

const { columns } = REGISTER
const heading = (field: keyof typeof columns): string => columns[field].headings[0] as string

export const registerSheets = (lines: readonly RegisterLine[]): ExportSheet[] => [
  {
    name: '整改登记',
    columns: [
      textColumn(heading('at'), 26),
      textColumn(heading('action'), 14),
      textColumn(heading('record'), 8),
      textColumn(heading('id'), 16),
      textColumn(heading('field'), 16),
      textColumn(heading('before'), 34),
      textColumn(heading('after'), 34),
    ],
    rows: lines.map((line) => [
      line.at,
      line.action,
      RECORD_WORDS[line.record],
      line.id,
      line.field,
      line.before,
      line.after,
    ]),
  },
]
