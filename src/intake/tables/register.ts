/** `register.csv`: 整改登记, what was changed by hand. */
import { RECORD_WORDS, type RegisterLine } from '../../model/register.ts'
import { REGISTER_FILE } from '../contract.ts'
import { plain, termKey } from './cells.ts'
import type { Table } from './table.ts'

const columns = {
  at: { headings: ['时间', '登记时间'], required: true },
  action: { headings: ['操作'] },
  record: { headings: ['记录', '记录类别'], required: true },
  id: { headings: ['编号'], required: true },
  field: { headings: ['字段'], required: true },
  before: { headings: ['原值'] },
  after: { headings: ['新值'], required: true },
} as const

const records = Object.entries(RECORD_WORDS) as [RegisterLine['record'], string][]

export const REGISTER: Table<keyof typeof columns, RegisterLine, typeof REGISTER_FILE> = {
  file: REGISTER_FILE,
  columns,
  reader: () => (row) => {
    const record = records.find(([, word]) => termKey(word) === termKey(row.text('record')))?.[0]
    if (record === undefined) return row.reject('record', '记录应为“问题”或“点位”')
    const id = plain(row.text('id'))
    if (id === '') return row.reject('id', '没有填编号')
    if (row.text('field') === '') return row.reject('field', '没有填字段')
    return {
      at: row.text('at'),
      action: row.text('action'),
      record,
      id,
      field: row.text('field'),
      before: row.text('before'),
      after: row.text('after'),
    }
  },
}
