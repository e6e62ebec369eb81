/** Workbooks of the old form, made by the library’s own writer: BIFF8, as Excel 97–2003 and WPS write them. */
import { utils, type WorkBook, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { openFiles } from '../../../src/intake/formats/index.ts'

const old = (book: WorkBook): Uint8Array =>
  new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer)

const opened = async (name: string, bytes: Uint8Array) => {
  const [answer] = await openFiles([{ path: name, bytes }])
  return answer?.opened
}

describe('.xls and .et', () => {
  it('are read as a workbook of today: title, merged cells, dates by their format, hidden worksheets told', async () => {
    const sheet = utils.aoa_to_sheet([
      ['东区台账', null, null, null],
      ['编号', '居委会', '发现日期', '问题描述'],
      ['X1', '甲居委会', 43592, '地面积水'],
      ['X2', null, 43593, '门前堆物'],
    ])
    sheet['!merges'] = [
      { s: { r: 0, c: 0 }, e: { r: 0, c: 3 } },
      { s: { r: 2, c: 1 }, e: { r: 3, c: 1 } },
    ]
    for (const at of ['C3', 'C4']) sheet[at].z = 'yyyy/m/d'
    const book = utils.book_new()
    utils.book_append_sheet(book, sheet, '台账')
    utils.book_append_sheet(book, utils.aoa_to_sheet([['草稿', '说明']]), '藏')
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] }
    for (const name of ['台账.xls', '台账.et']) {
      const file = await opened(name, old(book))
      if (file?.type !== 'sheets') throw new Error(`${name} is ${file?.type}`)
      const [only, ...others] = file.sheets
      expect(others.map(({ name: sheet, hidden }) => [sheet, hidden])).toEqual([['藏', true]])
      expect(only?.header.cells).toEqual(['编号', '居委会', '发现日期', '问题描述'])
      expect([...(only?.rows() ?? [])].map(({ cells }) => cells)).toEqual([
        ['X1', '甲居委会', '2019-05-07', '地面积水'],
        ['X2', '甲居委会', '2019-05-08', '门前堆物'],
      ])
      expect(only?.passed.map(({ text }) => text)).toEqual(['藏', '东区台账'])
    }
  })
  it('that are damaged say what to do', async () => {
    const bytes = old(
      (() => {
        const book = utils.book_new()
        utils.book_append_sheet(book, utils.aoa_to_sheet([['编号', '名称']]), 'a')
        return book
      })(),
    )
    const broken = bytes.slice(0, bytes.length / 3)
    expect(await opened('a.xls', broken)).toMatchObject({
      type: 'unreadable',
      reason: expect.stringContaining('另存为 .xlsx'),
    })
  })
})
