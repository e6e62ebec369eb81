/** Rows and the lines they began on. */
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { csvRows } from '../../../src/intake/formats/csv.ts'
import { decodeText } from '../../../src/intake/formats/text.ts'

const lines = (text: string) => csvRows(text).map((row) => [row.line, ...row.cells])

describe('csvRows', () => {
  it('knows the line a row begins on: quoted newlines, CRLF, blank lines', () => {
    expect(lines('a,b\r\n1,"x\r\ny"\r\n\r\n2,z\r\n')).toEqual([
      [1, 'a', 'b'],
      [2, '1', 'x\ny'],
      [5, '2', 'z'],
    ])
  })
  it('reads commas, tabs and semicolons, a BOM, lone CR, no newline at the end', () => {
    expect(lines('\ufeffa\tb\n1\t2')).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
    ])
    expect(lines('a;b\r1;2')).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
    ])
    expect(lines('a,"b ""c"""\n')).toEqual([[1, 'a', 'b "c"']])
    expect(lines('')).toEqual([])
  })
  it('a quote that is never closed costs its own line only', () => {
    const rows = csvRows('a,b\n1,"open\n2,x\n3,"y, z"\n')
    expect(rows.map((r) => r.line)).toEqual([1, 2, 3, 4])
    expect(rows[1]).toMatchObject({ cells: ['1', 'open'] })
    expect(rows[1]?.fault).toContain('引号')
    expect(rows[3]?.cells).toEqual(['3', 'y, z'])
  })
  it('reads the delimiter from the heading, quoted marks apart; Excel’s sep= line is no row', () => {
    expect(lines('"a,x,y";b\n1;2')).toEqual([
      [1, 'a,x,y', 'b'],
      [2, '1', '2'],
    ])
    expect(lines('sep=;\r\na;b,c\r\n')).toEqual([[2, 'a', 'b,c']])
  })
  it('quotes inside a cell are letters', () => {
    expect(lines('a,b\n5" 管,"x" \n')).toEqual([
      [1, 'a', 'b'],
      [2, '5" 管', 'x'],
    ])
  })
  it('a file full of runaway quotes is still read, line by line and in a moment', () => {
    const rows = csvRows(`a,b\n${'1,"open,x\n'.repeat(30_000)}\n2,last\n`)
    expect(rows).toHaveLength(30_002)
    expect(rows[1]?.cells).toEqual(['1', 'open', 'x'])
    expect(rows.at(-1)).toEqual({ line: 30_003, cells: ['2', 'last'], fault: null })
  }, 5000)
  const unquoted = fc.string({
    unit: fc.constantFrom('甲', 'a', ',', ',', '\n', '\n', ' ', '\f', '\u3000', '\u00a0', '1'),
  })
  it('reads lines without quotes as the library does, blank ones left out', () => {
    fc.assert(
      fc.property(unquoted, fc.boolean(), (some, long) => {
        // Windows end anywhere in the long one.
        const text = `a,b\n${some}${long ? `\n${some}`.repeat(70_000 / (some.length + 1)) : ''}`
        const all = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' }).data
        const expected = all.flatMap((cells, i) =>
          cells.every((cell) => cell.trim() === '') ? [] : [{ line: i + 1, cells, fault: null }],
        )
        // Compared as one text: the difference of two long lists takes minutes to show.
        expect(JSON.stringify(csvRows(text)) === JSON.stringify(expected)).toBe(true)
      }),
      { seed: 32, numRuns: 40 },
    )
  })
  it('reads line by line behind too many runaway quotes, blank lines left out', () => {
    const line = fc.string({ unit: fc.constantFrom('甲', 'a', ',', ',', '"', ' ', '\u3000'), maxLength: 5 })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (some) => {
        const runaways = Array.from({ length: 150 }, () => '1,"open,x')
        const lines = ['a,b', ...runaways, ...Array.from({ length: 20 }, () => some).flat(), '2,"last']
        const expected = lines.flatMap((own, i) => {
          const cells = own.replaceAll('"', '').split(',')
          const fault = own.includes('"') ? '引号没有成对，已去掉引号读入' : null
          return cells.every((cell) => cell.trim() === '') ? [] : [{ line: i + 1, cells, fault }]
        })
        const rows = csvRows(lines.join('\n'))
        expect(rows.slice(0, 140)).toEqual(expected.slice(0, 140))
        expect(rows.filter(({ line }) => line > 400)).toEqual(expected.filter(({ line }) => line > 400))
      }),
      { seed: 33, numRuns: 60 },
    )
  })
  it('gives back whatever was written, each row on its line', () => {
    const cell = fc.string({ unit: fc.constantFrom('甲', 'a', ',', '"', '\n', ' ', '1', ';'), maxLength: 6 })
    const quoted = (c: string) => `"${c.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 }), (rows) => {
        const expected: [number, string, string][] = []
        // The heading decides the delimiter.
        let text = '列一,列二\n'
        let line = 2
        for (const [a, b] of rows) {
          const written = `${quoted(a)},${quoted(b)}\n`
          if (a.trim() !== '' || b.trim() !== '') expected.push([line, a, b])
          text += written
          line += written.split('\n').length - 1
        }
        expect(lines(text).slice(1)).toEqual(expected)
      }),
      { seed: 5 },
    )
  })
})

describe('decodeText', () => {
  const gbk = Uint8Array.from([0xcc, 0xab, 0xea, 0xbb, 0xc2, 0xb7]) // 太昊路
  it('UTF-8 with and without BOM, GB18030, UTF-16', () => {
    expect(decodeText(new TextEncoder().encode('太昊路'))).toBe('太昊路')
    expect(decodeText(new TextEncoder().encode('\ufeff太昊路'))).toBe('太昊路')
    expect(decodeText(gbk)).toBe('太昊路')
    expect(decodeText(Uint8Array.from([0xff, 0xfe, 0x2a, 0x59]))).toBe('太')
    expect(decodeText(Uint8Array.from([0xfe, 0xff, 0x59, 0x2a]))).toBe('太')
  })
  it('a spoilt byte costs its own letter, not the file', () => {
    const bytes = new TextEncoder().encode('编号,类别\nG1,公厕\n')
    bytes[bytes.length - 3] = 0xff
    expect(decodeText(bytes)).toMatch(/^编号,类别\nG1,公/)
    expect(decodeText(Uint8Array.from([...gbk, 0xff, ...gbk]))).toMatch(/^太昊路/)
    expect(decodeText(Uint8Array.from([0xef, 0xbb, 0xbf, 0x61, 0xff]))).toBe('a\ufffd')
  })
})
