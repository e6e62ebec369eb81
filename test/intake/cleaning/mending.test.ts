/** A table mended row by row: what is asked for is changed, every other byte stays. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openMending } from '../../../src/intake/cleaning/mending.ts'
import { csvRows } from '../../../src/intake/formats/csv.ts'
import { encodeText } from '../../../src/intake/formats/encode.ts'
import type { Encoding } from '../../../src/intake/formats/opened.ts'
import { decodeBytes, decodeText } from '../../../src/intake/formats/text.ts'

const columns = {
  id: { headings: ['编号'], required: true },
  name: { headings: ['名称', '点位名称'] },
  day: { headings: ['日期'] },
} as const

const open = (text: string, encoding: Encoding = 'UTF-8') =>
  openMending('sites.csv', encodeText(text, encoding), columns, 'id')

const mend = (text: string, act: (m: ReturnType<typeof open>) => void, encoding: Encoding = 'UTF-8') => {
  const mending = open(text, encoding)
  act(mending)
  const bytes = mending.bytes()
  expect(decodeBytes(bytes).encoding).toBe(encoding)
  return decodeText(bytes).replace(/^\ufeff/, '')
}

describe('a row', () => {
  it('is changed where it stands; extra columns, blank lines, quotes and line breaks of the others stay', () => {
    const text = '编号,备注,点位名称\r\n\r\nA1,"x, ""y""",甲\r\nA2,,"乙\r\n丙"\r\n , \r\nA3,z,丁'
    const mended = mend(text, (m) => m.set('A2', { name: '戊' }))
    expect(mended).toBe('编号,备注,点位名称\r\n\r\nA1,"x, ""y""",甲\r\nA2,,戊\r\n , \r\nA3,z,丁')
  })

  it('keeps its other cells, and quotes what needs it', () => {
    expect(mend('编号,备注,名称\nA1,"a,b",甲\n', (m) => m.set('A1', { name: '他说"好"\n走了' }))).toBe(
      '编号,备注,名称\nA1,"a,b","他说""好""\n走了"\n',
    )
  })

  it('is found by its id however it is written, and by nothing else', () => {
    const text = '编号,名称\n Ａ1 ,甲\n'
    expect(open(text).rowsOf('A1')).toEqual([{ id: 'Ａ1', name: '甲', day: '' }])
    expect(open(text).rowsOf('A')).toEqual([])
    expect(() => open(text).set('B', { name: '' })).toThrow('没有编号“B”')
    expect(() => open('编号,名称\nA1,甲\nA1,乙\n').set('A1', { name: '' })).toThrow('2 行')
    expect(() => open('名称\n甲\n')).toThrow('没有“编号”一列')
  })

  it('gets a column that is missing behind everything there is', () => {
    expect(mend('编号,名称\nA1,甲,多,余\nA2,乙\n', (m) => m.set('A2', { day: '2019-05-27' }))).toBe(
      '编号,名称,,,日期\nA1,甲,多,余\nA2,乙,,,2019-05-27\n',
    )
  })

  it('that is a formula is written as text, and read as it was', () => {
    const mended = mend('编号,名称\nA1,甲\n', (m) => m.set('A1', { name: '=1+1' }))
    expect(mended).toBe("编号,名称\nA1,'=1+1\n")
    expect(open(mended).rowsOf('A1')[0]?.name).toBe('=1+1')
  })

  it('is added at the end, with the line break of the file', () => {
    expect(mend('编号,名称\r\nA1,甲', (m) => m.add({ id: 'A2', name: '乙' }))).toBe(
      '编号,名称\r\nA1,甲\r\nA2,乙\r\n',
    )
    expect(mend('名称;编号\n甲;A1\n', (m) => m.add({ id: 'A2' }))).toBe('名称;编号\n甲;A1\n;A2\n')
  })

  it('may be the first of a file that was not there', () => {
    const mending = openMending('sites.csv', null, columns, 'id')
    mending.add({ id: 'A1', day: '2019-05-27' })
    mending.set('A1', { name: '甲' })
    expect(mending.ids()).toEqual(['A1'])
    expect(decodeText(mending.bytes()).replace(/^\ufeff/, '')).toBe('编号,名称,日期\r\nA1,甲,2019-05-27\r\n')
  })

  it('beside one whose quote never closes', () => {
    expect(mend('编号,名称\nA1,"甲\nA2,乙\nA3,丙\n', (m) => m.set('A2', { name: '丁' }))).toBe(
      '编号,名称\nA1,"甲\nA2,丁\nA3,丙\n',
    )
  })
})

describe('every encoding', () => {
  it.each(['UTF-8', 'UTF-8 BOM', 'GB18030', 'UTF-16LE', 'UTF-16BE'] as const)('%s', (encoding) => {
    const text = '编号,名称\r\n一,甲乙丙\r\n二,㐂丁\r\n'
    const mended = mend(
      text,
      (m) => {
        m.set('二', { name: '戊，龘', day: '5月7日' })
        m.add({ id: '三' })
      },
      encoding,
    )
    expect(mended).toBe('编号,名称,日期\r\n一,甲乙丙\r\n二,戊，龘,5月7日\r\n三,,\r\n')
  })

  it('keeps bytes that nobody can read', () => {
    const bytes = Uint8Array.from([
      ...new TextEncoder().encode('编号,名称\n甲一一一一一一一一,'),
      0xff,
      ...new TextEncoder().encode('\n乙,丙\n'),
    ])
    const mending = openMending('sites.csv', bytes, columns, 'id')
    mending.set('乙', { name: '丁' })
    const mended = mending.bytes()
    expect([...mended.slice(0, mended.indexOf(0xff) + 1)]).toEqual([
      ...bytes.slice(0, bytes.indexOf(0xff) + 1),
    ])
    expect(decodeText(mended)).toContain('乙,丁\n')
  })
})

it('changes exactly what is asked for, in any table', () => {
  const cell = fc.string({
    unit: fc.constantFrom('甲', 'a', '"', ',', '\n', ' ', '1', '\r\n', '-'),
    maxLength: 6,
  })
  const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`
  const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(table, fc.nat(), cell, fc.constantFrom('\n', '\r\n'), (rows, pick, value, brk) => {
      const chosen = pick % rows.length
      const text = `编号,名称,备注${brk}${rows
        .map(([name, note], i) => `R${i},${quoted(name)},${quoted(note)}`)
        .join(brk)}`
      const mended = mend(text, (m) => m.set(`R${chosen}`, { name: value }))
      const [was, is] = [csvRows(text), csvRows(mended)]
      expect(is).toHaveLength(was.length)
      is.forEach(({ cells }, i) => {
        if (i === chosen + 1) {
          expect([cells[0], cells[2]]).toEqual([was[i]?.cells[0], was[i]?.cells[2]])
          expect(cells[1]?.replace(/^'/, '')).toBe(value.replaceAll('\r\n', '\n'))
        } else expect(cells).toEqual(was[i]?.cells)
      })
    }),
    { seed: 11, numRuns: 300 },
  )
})
