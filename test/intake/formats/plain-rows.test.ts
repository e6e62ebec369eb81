/** Rows of a worksheet read at a glance are those that a parser of XML reads. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnOf, placeOf } from '../../../src/intake/formats/xlsx/address.ts'
import { readPlainRow } from '../../../src/intake/formats/xlsx/plain-row.ts'
import { walkRows } from '../../../src/intake/formats/xlsx/rows.ts'

const BOOK: Parameters<typeof walkRows>[1] = {
  sheets: [],
  texts: ['公厕', '农贸市场', 'x'.repeat(1200)],
  shown: [{ type: 'plain' }, { type: 'date' }, { type: 'zeros', digits: 4 }],
  from1904: false,
}

/** Behind this the parser has everything. */
const PARSED = '<!ALL>'

const rowsOf = (xml: string, cuts: readonly number[] = [], before = '') => {
  const pieces: string[] = [before]
  let from = 0
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    pieces.push(xml.slice(from, Math.min(cut, xml.length)))
    from = Math.min(cut, xml.length)
  }
  pieces.push(xml.slice(from))
  return [...walkRows(() => pieces, BOOK, [])].filter((row) => row !== null)
}

const sheet = (rows: string) => `<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData></worksheet>`

const text = fc.constantFrom(
  '3',
  '43612',
  '公厕',
  ' 甲 ',
  'a>b',
  '',
  '&amp;',
  '&#20844;',
  '1e5',
  '_x000D_',
  '0',
  '2',
)
const attribute = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('A1', 'B2', 'AB12', 'XFD9', '$C$3', 'b1', '', 'A', '1')
      .map((r) => ` r="${r}"`),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('s', 'str', 'inlineStr', 'b', 'd', 'e', 'n').map((t) => ` t="${t}"`),
  },
  { weight: 2, arbitrary: fc.constantFrom('0', '1', '2').map((s) => ` s="${s}"`) },
  fc.constantFrom(
    " r='C1'",
    ' x:r="D1"',
    ' x:t="s"',
    ' spans="1:3"',
    ' r="E1" r="F1"',
    '\n ht="12.5"',
    ' a="&lt;"',
    ' ',
  ),
)
const attributes = fc.array(attribute, { maxLength: 3 }).map((all) => all.join(''))
const content = fc.oneof(
  { weight: 6, arbitrary: text.map((t) => `<v>${t}</v>`) },
  { weight: 3, arbitrary: text.map((t) => `<is><t>${t}</t></is>`) },
  text.map((t) => `<is><t xml:space="preserve">${t}</t></is>`),
  text.map((t) => `<f>${t}</f><v>${t}</v>`),
  text.map((t) => `<f t="shared" si="0"/><v>${t}</v>`),
  text.map((t) => `<v>${t}</v><f>${t}</f>`),
  text.map((t) => `<f>${t}</f>`),
  text.map((t) => `<is><r><t>${t}</t></r><r><t>${t}</t></r><rPh sb="0" eb="1"><t>读</t></rPh></is>`),
  fc.constantFrom(
    '',
    ' ',
    '<v/>',
    '<v><![CDATA[<row><c><v>9</v></c></row>]]></v>',
    '<!-- <v>8</v> --><v>7</v>',
    '<extLst/>',
  ),
)
const cell = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(attributes, content).map(([a, c]) => `<c${a}>${c}</c>`) },
  attributes.map((a) => `<c${a}/>`),
  fc.constantFrom(
    ' ',
    '\n  ',
    '<c >',
    '</c>',
    '<x:c><x:v>5</x:v></x:c>',
    '<cell/>',
    '<v>6</v>',
    '<rPh>',
    '</rPh>',
    '甲',
  ),
)
const row = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(
        fc.constantFrom('', ' r="1"', ' r="5"', ' r="7" spans="1:3"', ' r="x"', " r='9'", ' r="2" '),
        fc.array(cell, { maxLength: 4 }),
      )
      .map(([a, cells]) => `<row${a}>${cells.join('')}</row>`),
  },
  fc.constantFrom(
    '<row/>',
    '<row r="12"/>',
    '\n',
    '<!-- <row><c><v>1</v></c></row> -->',
    '<!---->',
    '<?x <row/> ?>',
    '<![CDATA[<row>]]>',
    '<!D>',
    '<rows><row><c><v>4</v></c></row></rows>',
    '<row><row><c><v>2</v></c></row></row>',
    '<c><v>1</v></c>',
    '<row>',
    '</row>',
  ),
)

describe('walkRows', () => {
  it('reads what the parser alone reads, wherever the pieces end', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), fc.array(fc.nat(400), { maxLength: 4 }), (rows, cuts) => {
        const xml = sheet(rows.join(''))
        expect(rowsOf(xml, cuts)).toEqual(rowsOf(xml, cuts, PARSED))
      }),
      { seed: 31, numRuns: 1500 },
    )
  })
  it('reads spaces between rows, however many', () => {
    const rows = rowsOf(sheet(`<row><c><v>1</v></c></row>${' '.repeat(1000)}`.repeat(3000)))
    expect(rows).toHaveLength(3000)
    expect(rows.at(-1)).toEqual({ line: 3000, cells: ['1'], fault: null })
  })
})

describe('readPlainRow', () => {
  it('reads what most programs write', () => {
    const xml =
      '<row r="3" spans="1:2"><c r="A3" s="1" t="s"><v>0</v></c><c r="B3"><f>A1+1</f><v>2</v></c><c r="C3" s="1"/></row>'
    expect(readPlainRow(`<x>${xml}</x>`, 3)).toEqual({
      end: 3 + xml.length,
      number: '3',
      hidden: false,
      cells: [
        { address: 'A3', style: '1', type: 's', value: '0', hasValue: true, formula: false },
        { address: 'B3', style: '', type: '', value: '2', hasValue: true, formula: true },
        { address: 'C3', style: '1', type: '', value: '', hasValue: false, formula: false },
      ],
    })
  })
  it('leaves to the parser what needs one, and what does not end', () => {
    for (const xml of [
      '<row><c><v>&lt;</v></c></row>',
      "<row r='1'/>",
      '<row><c><v>1</v></c>',
      '<rows/>',
      '<row r="1',
    ])
      expect(readPlainRow(xml, 0)).toBeNull()
  })
})

describe('columnOf', () => {
  it('is the column of the place', () => {
    const address = fc.oneof(
      fc
        .tuple(
          fc.constantFrom('A', 'Z', 'AA', 'XFD', 'ABCD', 'a', '', '$B'),
          fc.constantFrom('1', '1048576', '', '$3', 'x'),
        )
        .map((p) => p.join('')),
      fc.string({ maxLength: 5 }),
    )
    fc.assert(
      fc.property(address, (a) => {
        expect(columnOf(a)).toBe(placeOf(a)?.column ?? null)
      }),
    )
  })
})
