import { describe, expect, test } from 'vitest'
import {
  effectText,
  mappingWith,
  missingLabels,
  needsHand,
  shownFile,
  stateOf,
  trayText,
  whyNot,
  writtenIn,
  yearsFrom,
} from '../../src/view/incoming.ts'
import { incoming } from './incoming-file.ts'

const none = { rows: 5, accepted: 0, flagged: 0, rejected: 5, masked: 0 }
const noRows = { ...none, rows: 0, rejected: 0 }

describe('the state of a file', () => {
  test.each([
    ['usable', {}],
    ['left', { skip: true, table: null }],
    ['unknown', { table: null }],
    ['unmapped', { missing: ['item'], counts: none }],
    ['undated', { year: { asked: true, chosen: null } }],
    ['usable', { year: { asked: true, chosen: 2019 } }],
    ['empty', { counts: noRows }],
    ['none', { counts: none }],
  ] as const)('%s', (state, given) => {
    expect(stateOf(incoming({ ...given, missing: 'missing' in given ? [...given.missing] : [] }))).toBe(state)
  })
  test('what the user must settle, and what nothing can be done about here', () => {
    expect(needsHand(incoming({ table: null }))).toBe(true)
    expect(needsHand(incoming({ counts: none }))).toBe(false)
  })
})

describe('using the tray', () => {
  const tray = (...files: ReturnType<typeof incoming>[]) => ({ incoming: files, refused: [] })
  test('is open where one file can be used and none waits', () => {
    expect(whyNot(tray(incoming(), incoming({ id: 2, counts: none })))).toBeNull()
  })
  test('names the file that waits and what for', () => {
    expect(whyNot(tray(incoming(), incoming({ id: 2, name: '检查.xlsx', missing: ['item'] })))).toBe(
      '“检查.xlsx”还缺必填项，或选择不使用它',
    )
  })
  test('a file left out is waited for no longer', () => {
    expect(whyNot(tray(incoming(), incoming({ id: 2, table: null, skip: true })))).toBeNull()
  })
  test('is closed where nothing would come of it', () => {
    expect(whyNot(tray(incoming({ counts: none })))).toBe('没有一行可以使用')
    expect(whyNot(tray(incoming({ skip: true })))).toBe('没有选择要使用的文件')
    expect(whyNot(tray())).not.toBeNull()
  })
  test('the file looked at: picked, else the one that needs a hand, else the first', () => {
    const [first, second] = [incoming(), incoming({ id: 2, table: null })]
    expect(shownFile(tray(first, second), null)).toBe(second)
    expect(shownFile(tray(first, second), 1)).toBe(first)
    expect(shownFile(tray(first), 7)).toBe(first)
    expect(shownFile(tray(), 1)).toBeNull()
  })
})

describe('mapping by hand', () => {
  test('a field moves to the heading it is given to', () => {
    expect(mappingWith(incoming(), '备注', 'item')).toEqual({ 检查项目: '', 备注: 'item' })
  })
  test('leaving a heading out takes nothing from another that is left out', () => {
    expect(mappingWith(incoming(), '编号', '')).toEqual({ 编号: '' })
  })
  test('missing fields by their Chinese names', () => {
    expect(missingLabels(incoming({ missing: ['item', 'unheard'] }))).toEqual(['检查项', 'unheard'])
  })
})

test('words', () => {
  expect(effectText({ added: 1200, updated: 3, unchanged: 40, removed: 2, skipped: 1 })).toBe(
    '新增 1,200、更新 3、删除 2',
  )
  expect(effectText({ added: 0, updated: 0, unchanged: 40, removed: 0, skipped: 1 })).toBe('没有变化')
  expect(writtenIn(incoming({ format: 'XLSX', encoding: null }))).toBe('Excel 工作簿 · 5 行')
  expect(writtenIn(incoming())).toContain('GB18030')
  expect(
    trayText({ incoming: [incoming(), incoming({ id: 2 })], refused: [{ name: 'a', reason: 'b' }] }),
  ).toBe('已读 2 份表：8 行可用，2 行请核对，2 行未读入，1 处没有读入')
  expect(yearsFrom(2018, 2019)).toEqual([2020, 2019, 2018])
})
