/** What stands in a workbook, looked at in its XML and through another program. */
import { DOMParser } from '@xmldom/xmldom'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ExportSheet,
  numberColumn,
  percentColumn,
  textColumn,
} from '../../../src/engine/exports/sheet.ts'
import { sheetNames } from '../../../src/engine/exports/sheet-names.ts'
import { writeXlsx } from '../../../src/engine/exports/xlsx.ts'
import { parts, worksheets } from './take-out.ts'

const allowed = { values: ['合格', '<不合格> & "很好"', '=1'], strict: true }
const sheet: ExportSheet = {
  name: '表/一',
  columns: [
    textColumn('编号', 14),
    { ...textColumn('结果', 20), allowed },
    { ...textColumn('来源', 20), allowed: { values: ['自查'], strict: false } },
    numberColumn('分', 2),
    percentColumn('比例'),
    { heading: '日期', type: 'date', width: 13 },
  ],
  rows: [
    ['411671011001', '=SUM(A1)', null, 1 / 3, 0.25, 18_043],
    ['x', '', '@', Number.NaN, null, '待定'],
  ],
}

const xmlOf = async (sheets: readonly ExportSheet[]) => {
  const files = parts(await writeXlsx(sheets))
  const dom = (name: string) => new DOMParser().parseFromString(files[name] as string, 'text/xml')
  return { files, dom }
}

describe('a worksheet', () => {
  const made = xmlOf([sheet])
  const first = async (tag: string) =>
    (await made).dom('xl/worksheets/sheet1.xml').getElementsByTagName(tag)[0]

  test('keeps its heading and first column in sight', async () => {
    const pane = await first('pane')
    const of = (name: string) => pane?.getAttribute(name)
    expect([of('state'), of('ySplit'), of('xSplit'), of('topLeftCell')]).toEqual(['frozen', '1', '1', 'B2'])
  })

  test('filters over all its rows', async () => {
    expect((await first('autoFilter'))?.getAttribute('ref')).toBe('A1:F3')
  })

  test('is printed on A4 across with all its columns, the headings above every page', async () => {
    const of = async (tag: string, ...names: string[]) => {
      const element = await first(tag)
      return names.map((name) => element?.getAttribute(name))
    }
    const setup = ['paperSize', 'orientation', 'fitToWidth', 'fitToHeight']
    expect(await of('pageSetup', ...setup)).toEqual(['9', 'portrait', '1', '0'])
    expect(await of('pageSetUpPr', 'fitToPage')).toEqual(['1'])
    expect((await first('oddFooter'))?.textContent).toBe('&L&F&R第 &P 页，共 &N 页')
    const titles = [...(await made).dom('xl/workbook.xml').getElementsByTagName('definedName')]
    // The hidden sheet of the lists is not printed.
    expect(titles.map((title) => [title.getAttribute('localSheetId'), title.textContent])).toEqual([
      ['0', "'表 一'!$1:$1"],
    ])
    const broad = { ...sheet, name: `甲'乙&丙`, columns: [...sheet.columns, textColumn('情况', 50)] }
    const { dom } = await xmlOf([broad])
    const page = dom('xl/worksheets/sheet1.xml').getElementsByTagName('pageSetup')[0]
    expect(page?.getAttribute('orientation')).toBe('landscape')
    expect(dom('xl/workbook.xml').getElementsByTagName('definedName')[0]?.textContent).toBe(
      "'甲''乙&丙'!$1:$1",
    )
  })

  test('has its columns as wide as they are meant to be', async () => {
    const cols = (await made).dom('xl/worksheets/sheet1.xml').getElementsByTagName('col')
    expect([...cols].map((col) => col.getAttribute('width'))).toEqual(['14', '20', '20', '10', '11', '13'])
  })

  test('offers the allowed values from a hidden sheet', async () => {
    const { dom } = await made
    const rules = [...dom('xl/worksheets/sheet1.xml').getElementsByTagName('dataValidation')]
    expect(
      rules.map((rule) => [
        rule.getAttribute('type'),
        rule.getAttribute('sqref'),
        rule.getAttribute('errorStyle'),
        rule.textContent,
      ]),
    ).toEqual([
      ['list', 'B2:B5001', null, "'选项'!$A$2:$A$4"],
      ['list', 'C2:C5001', 'warning', "'选项'!$B$2:$B$2"],
    ])
    const sheets = [...dom('xl/workbook.xml').getElementsByTagName('sheet')]
    expect(sheets.map((s) => [s.getAttribute('name'), s.getAttribute('state')])).toEqual([
      ['表 一', null],
      ['选项', 'hidden'],
    ])
    const lists = (await worksheets(await writeXlsx([sheet])))[1]?.data.slice(1)
    expect(lists?.map((row) => row[0])).toEqual(allowed.values)
  })

  test('has its parts in the order the format wants them', async () => {
    const root = (await made).dom('xl/worksheets/sheet1.xml').documentElement
    const order = [
      ...['sheetPr', 'sheetViews', 'cols', 'sheetData', 'autoFilter', 'dataValidations'],
      ...['pageMargins', 'pageSetup', 'headerFooter'],
    ]
    expect([...(root?.childNodes ?? [])].map((node) => node.nodeName)).toEqual(order)
  })

  test('types its cells; what is no number is empty', async () => {
    const [, one, two] = (await worksheets(await writeXlsx([sheet])))[0]?.data ?? []
    expect(one).toEqual(['411671011001', '=SUM(A1)', null, 1 / 3, 0.25, new Date('2019-05-27T00:00:00Z')])
    expect(two).toEqual(['x', null, '@', null, null, '待定'])
  })
})

test('whatever a text is, it is there as text and no cell is a formula', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '<', '&', '"', "'", ' ', 'A', '1', '甲', '\t') }),
    fc.constantFrom('constructor', '__proto__', 'toString', ']]>', '&amp;', '<f>1</f>'),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 12 }), async (texts) => {
      const rows = texts.map((cell) => [cell])
      const bytes = await writeXlsx([{ name: '文', columns: [textColumn('文', 10)], rows }])
      const xml = parts(bytes)['xl/worksheets/sheet1.xml'] as string
      expect(/<f[\s>/]/.test(xml)).toBe(false)
      const data = (await worksheets(bytes))[0]?.data ?? []
      texts.forEach((cell, i) => {
        const read = data[i + 1]?.[0] ?? ''
        expect(typeof read).toBe('string')
        expect(String(read).trim()).toBe(cell.trim())
      })
    }),
    { seed: 11, numRuns: 60 },
  )
})

test('more text than a cell can hold is cut, and says so', async () => {
  const rows = [['长'.repeat(40_000)]]
  const [sheet1] = await worksheets(await writeXlsx([{ name: '文', columns: [textColumn('文', 10)], rows }]))
  const read = String(sheet1?.data[1]?.[0])
  expect(read).toHaveLength(32_767)
  expect(read).toMatch(/已截断）$/)
})

test('more rows than a browser can hold are refused with what to do', async () => {
  const columns = Array.from({ length: 3 }, (_, i) => textColumn(`列${i}`, 10))
  const rows = Array.from({ length: 1_000_001 }, () => [])
  await expect(writeXlsx([{ name: '大', columns, rows }])).rejects.toThrow('导出 CSV')
})

test('names of worksheets are such as Excel takes, and no two alike', () => {
  const long = '很'.repeat(40)
  const wanted = ['', "'a'", 'A', 'a', 'x[1]:*?/\\', 'History', long, long]
  const names = sheetNames(wanted)
  expect(names).toEqual([
    '表',
    'a',
    'A 2',
    'a 3',
    'x 1',
    'History 2',
    '很'.repeat(31),
    `${'很'.repeat(29)} 2`,
  ])
})
