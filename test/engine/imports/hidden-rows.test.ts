/** What does not show in a workbook: rows hidden or filtered away are read and told, columns too, worksheets wait to be chosen. */
import { CFB, utils, type WorkBook, write } from '@e965/xlsx'
import { expect, it } from 'vitest'
import { grid, workbook } from '../../intake/formats/workbook.ts'
import { openDesk } from './desk.ts'

const HEADING = ['编号', '居委会', '发现日期', '问题描述', '严重程度', '责任单位']
const row = (id: string) => [id, '甲居委会', '2019-05-03', '积水', '一般', '环卫所']
const ROWS = [HEADING, ...['W1', 'W2', 'W3', 'W4', 'W5'].map(row)]

const modern = (): Uint8Array => {
  const hide = (xml: string, ...lines: number[]) =>
    lines.reduce((now, line) => now.replace(`<row r="${line}">`, `<row r="${line}" hidden="1">`), xml)
  const xml = hide(grid(ROWS), 3, 4, 6).replace(
    '<sheetData>',
    '<cols><col min="6" max="6" width="9" hidden="1"/></cols><sheetData>',
  )
  return workbook([
    { name: '5月', xml },
    { name: '4月', state: 'hidden', xml: grid([HEADING, row('W9')]) },
    { name: '选项', state: 'hidden', xml: grid([['一般'], ['严重']]) },
  ])
}

/** A record of BIFF8: its number, its length, what it holds. */
const record = (number: number, ...words: number[]): number[] =>
  [number, 2 * words.length, ...words].flatMap((word) => [word & 255, word >> 8])

/** The library writes no word of what is hidden: its records (MS-XLS 2.4.221 Row, 2.4.53 ColInfo) are put in by hand. */
const old = (): Uint8Array => {
  const book: WorkBook = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([HEADING, row('W9')]), '4月')
  utils.book_append_sheet(book, utils.aoa_to_sheet(ROWS), '5月')
  book.Workbook = { Sheets: [{ Hidden: 1 }, { Hidden: 0 }] }
  const made = CFB.read(new Uint8Array(write(book, { type: 'array', bookType: 'biff8' })), { type: 'array' })
  const entry = CFB.find(made, 'Workbook')
  if (entry === null) throw new Error('no workbook')
  const stream = [...(entry.content as Uint8Array)]
  const hiddenRow = (at: number) => record(0x208, at, 0, 6, 255, 0, 0, 0x20, 0)
  // Of the last worksheet, before its end: nothing is moved that anything else points to.
  const last = stream.length - 4
  expect(stream.slice(last)).toEqual([10, 0, 0, 0])
  stream.splice(last, 0, ...record(0x7d, 5, 5, 2048, 15, 1, 0), ...[2, 3, 5].flatMap(hiddenRow))
  CFB.utils.cfb_add(made, '/Workbook', Uint8Array.from(stream))
  return new Uint8Array(CFB.write(made, { type: 'array' }) as ArrayBuffer)
}

it.each([
  ['台账.xlsx', modern],
  ['台账.xls', old],
])('%s', async (name, bytes) => {
  const desk = await openDesk()
  const tray = await desk.drop({ [name]: bytes() })
  const [file, unseen, ...others] = tray.incoming
  expect(others).toEqual([])
  expect(file).toMatchObject({
    name,
    counts: { rows: 5, accepted: 5 },
    hiddenRows: { count: 3, chosen: 'read' },
  })
  const told = (one: typeof file) =>
    one?.flagged.filter(({ reason }) => reason.includes('隐藏')).map(({ value, reason }) => [value, reason])
  expect(told(file)).toEqual([['第 3–4、6 行', '有 3 行在原表里是隐藏或筛掉的，已照常读入']])
  expect(file?.passed.map(({ text, reason }) => [text, reason])).toEqual(
    expect.arrayContaining([
      ['4月', '隐藏的工作表，没有读入'],
      ['F', '有 1 列在原表里是隐藏的，已照常读入'],
    ]),
  )
  // The worksheet that is hidden can be had.
  expect(unseen).toMatchObject({ name: `${name} · 4月（隐藏）`, skip: true, table: 'issues.csv' })
  const left = await desk.settle(file?.id as number, { hiddenRows: 'leave' })
  expect(left.incoming[0]).toMatchObject({
    counts: { rows: 2, accepted: 2 },
    hiddenRows: { count: 3, chosen: 'leave' },
  })
  expect(told(left.incoming[0])).toEqual([['第 3–4、6 行', '有 3 行在原表里是隐藏或筛掉的，按选择没有读入']])
  await desk.settle(unseen?.id as number, { skip: false })
  await desk.take()
  expect(desk.model().issues.map(({ id }) => id)).toEqual(['WT-1', 'WT-2', 'W1', 'W4', 'W9'])
})
