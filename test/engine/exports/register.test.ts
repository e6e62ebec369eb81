/** 整改登记 taken out is read by another copy line for line. */
import { expect, test } from 'vitest'
import { REGISTER_FILE } from '../../../src/intake/contract.ts'
import { openNotebook } from '../../../src/intake/notebook.ts'
import { openLookups } from '../../../src/intake/tables/lookups.ts'
import { REGISTER } from '../../../src/intake/tables/register.ts'
import { readTable } from '../../../src/intake/tables/table.ts'
import type { RegisterLine } from '../../../src/model/register.ts'
import { openSample } from '../sample.ts'
import { takeOut, worksheets } from './take-out.ts'

const sample = openSample()
const at = '2019-05-27T09:30:00+08:00'
const lines: RegisterLine[] = [
  {
    at,
    action: '销号',
    record: 'issue',
    id: 'WT-0001',
    field: '复查通过日期',
    before: '',
    after: '2019-05-26',
  },
  {
    at,
    action: '改派',
    record: 'issue',
    id: 'WT-0002',
    field: '责任单位',
    before: '=甲单位',
    after: '乙，"单位"',
  },
  { at, action: '移动', record: 'site', id: '001', field: '经度', before: '114.6', after: '-114.7' },
]

test.each(['csv', 'csv-gb18030'] as const)('as %s', async (form) => {
  const { name, bytes } = await takeOut(sample, { type: 'register' }, form, lines)
  expect(name).toBe('整改登记.csv')
  const notebook = openNotebook()
  const lookups = openLookups(sample.standard, [], [], null)
  expect(readTable(REGISTER_FILE, bytes, REGISTER, lookups, notebook)).toEqual(lines)
  expect([...notebook.report.rejected, ...notebook.report.flagged]).toEqual([])
})

test('as a workbook, codes and figures as the text they are', async () => {
  const { bytes } = await takeOut(sample, { type: 'register' }, 'xlsx', lines)
  const [sheet] = await worksheets(bytes)
  const [head, first, , moved] = sheet?.data ?? []
  expect(head).toEqual([
    '时间',
    '操作',
    '记录',
    '名称',
    '居委会名称',
    '办事处',
    '字段',
    '原值',
    '新值',
    '编号',
  ])
  // Of a problem what is wrong, where and whose; of a place that the package has not, nothing.
  expect(first?.slice(2, 6)).toEqual(['问题', '五项公示缺项', '许寨居委会', '太昊路办事处'])
  expect(moved).toEqual([at, '移动', '点位', null, null, null, '经度', '114.6', '-114.7', '001'])
})
