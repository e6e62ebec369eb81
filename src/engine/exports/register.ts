/** 整改登记 as a sheet, in the order it was made: what another copy of the package can read. */
import { REGISTER_EXTRAS } from '../../intake/tables/extras.ts'
import { REGISTER } from '../../intake/tables/register.ts'
import { inModel } from '../../model/by-id.ts'
import { RECORD_WORDS, type RegisterLine } from '../../model/register.ts'
import { areaWords } from '../answers/words.ts'
import type { Opened } from '../package/open.ts'
import { type ExportSheet, type SheetCell, textColumn } from './sheet.ts'

const { columns } = REGISTER
const heading = (field: keyof typeof columns): string => columns[field].headings[0] as string

/** Name, 居委会 and 办事处 of what was changed, for the reader; empty where the package has it no more. */
const namesOf = (opened: Opened, { record, id }: RegisterLine): SheetCell[] => {
  const { model, places } = opened
  const at = (record === 'issue' ? inModel(model).issues : inModel(model).sites).get(id)
  if (at === undefined) return REGISTER_EXTRAS.map(() => null)
  const [name, placement] =
    record === 'issue'
      ? [model.issues[at]?.description, places.issues[at]]
      : [model.sites[at]?.name, places.spots[at]?.placement]
  const { areaName, office } = areaWords(opened, placement?.area ?? -1)
  return [name ?? null, areaName, office]
}

export const registerSheets = (opened: Opened, lines: readonly RegisterLine[]): ExportSheet[] => [
  {
    name: '整改登记',
    columns: [
      textColumn(heading('at'), 26),
      textColumn(heading('action'), 14),
      textColumn(heading('record'), 8),
      ...REGISTER_EXTRAS.map((name) => textColumn(name, name === '名称' ? 34 : 18)),
      textColumn(heading('field'), 16),
      textColumn(heading('before'), 34),
      textColumn(heading('after'), 34),
      textColumn(heading('id'), 16),
    ],
    rows: lines.map((line) => [
      line.at,
      line.action,
      RECORD_WORDS[line.record],
      ...namesOf(opened, line),
      line.field,
      line.before,
      line.after,
      line.id,
    ]),
  },
]
