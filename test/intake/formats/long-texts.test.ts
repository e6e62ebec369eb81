/** Long texts in the cells of a web page; those of workbooks are in xlsx.test.ts. */
import { expect, test } from 'vitest'
import { LONGEST_CELL } from '../../../src/intake/limits.ts'
import { sheetOf } from './open.ts'

const HEADING = '<tr><td>编号<td>类别<td>说明'
const page = (rows: string) => `<html><table>${HEADING}${rows}</table></html>`

test('a cell longer than a cell may be is cut, and told', async () => {
  const sheet = await sheetOf(
    '台账.xls',
    page(`<tr><td>1<td>公厕<td>${'长'.repeat(40_000)}<tr><td>2<td>公厕<td>短`),
  )
  const [first, second] = [...sheet.rows()]
  expect(first?.cells[2]).toHaveLength(LONGEST_CELL)
  expect(first?.fault).toBe('有单元格的文字超过 32767 个字符，只读了开头')
  expect(second).toEqual({ line: 3, cells: ['2', '公厕', '短'], fault: null })
})

test('a long cell over too many rows is cut and told from there on', async () => {
  const long = '长'.repeat(LONGEST_CELL)
  const rows = Array.from(
    { length: 600 },
    (_, i) => `<tr><td>${i}<td>公厕${i === 0 ? `<td rowspan=600>${long}` : ''}`,
  )
  const all = [...(await sheetOf('台账.xls', page(rows.join('')))).rows()]
  expect(all.filter(({ cells }) => cells[2] === long).length).toBe(490)
  expect(all.filter(({ cells }) => cells[2]?.length === 1000).length).toBe(110)
  expect(all.filter(({ fault }) => fault?.startsWith('有长文字在太多单元格里重复')).length).toBe(110)
})
