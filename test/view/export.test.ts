/** Tables that Excel opens as they are, and that run nothing. */
import { describe, expect, test } from 'vitest'
import { csvOf, safeCell } from '../../src/view/export.ts'

describe('a cell', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['+86 10', "'+86 10"],
    ['-cmd', "'-cmd"],
    ['\tx', "'\tx"],
    ['=A1,B1', '"\'=A1,B1"'],
    ['-5', '-5'],
    ['+3.5', '+3.5'],
    [-5, '-5'],
    ['垃圾，未清', '垃圾，未清'],
    ['a,b', '"a,b"'],
    ['他说"好"', '"他说""好"""'],
    ['两\n行', '"两\n行"'],
    [null, ''],
    [0, '0'],
  ])('%j', (cell, text) => expect(safeCell(cell)).toBe(text))
})

test('rows end as Excel wants them, headings first', () => {
  expect(csvOf(['编号', '天'], [['WT-1', 3]])).toBe('编号,天\r\nWT-1,3\r\n')
})
