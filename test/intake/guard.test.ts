/** Text goes out so that no spreadsheet runs it, and comes back as it was. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvText } from '../../src/intake/formats/csv-text.ts'
import { dropGuard, guardFormula } from '../../src/intake/guard.ts'

describe('a text', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['+86 10', "'+86 10"],
    ['-cmd', "'-cmd"],
    ['＝1', "'＝1"],
    [' =1', "' =1"],
    ['\tx', "'\tx"],
    ["'=1", "''=1"],
    ['-5', '-5'],
    ['+3.5', '+3.5'],
    ["'九五'规划", "'九五'规划"],
    ['垃圾，未清', '垃圾，未清'],
  ])('%j goes out as %j', (text, guarded) => expect(guardFormula(text)).toBe(guarded))
})

const nasty = fc.string({
  unit: fc.constantFrom('=', '+', '-', '@', "'", '\t', '\r', '\n', ' ', '＝', '1', '.', 'A', '甲'),
})

test('comes back as it was, whatever it is, and never begins with what a spreadsheet runs', () => {
  fc.assert(
    fc.property(fc.oneof(nasty, fc.string()), (text) => {
      const out = guardFormula(text)
      expect(dropGuard(out)).toBe(text)
      expect(/^[=+\-@\t\r\n]/.test(out) && !Number.isFinite(Number(out))).toBe(false)
    }),
    { seed: 7, numRuns: 2000 },
  )
})

describe('a CSV file', () => {
  test.each([
    ['=A1,B1', '"\'=A1,B1"'],
    [-5, '-5'],
    ['a,b', '"a,b"'],
    ['他说"好"', '"他说""好"""'],
    ['两\n行', '"两\n行"'],
    [null, ''],
    [0, '0'],
  ])('writes %j as %s', (cell, text) => expect(csvText([[cell]])).toBe(`${text}\r\n`))

  test('ends its rows as Excel wants them', () =>
    expect(
      csvText([
        ['编号', '天'],
        ['WT-1', 3],
      ]),
    ).toBe('编号,天\r\nWT-1,3\r\n'))
})
