/** Templates are read without a complaint, hold no record, and offer what intake takes. */
import { describe, expect, test } from 'vitest'
import { sampleStandard } from '../../../src/engine/package/sample-standard.ts'
import { readPackage } from '../../../src/intake/package.ts'
import { TABLES } from '../../../src/intake/tables/index.ts'
import { openSample, sampleFiles } from '../sample.ts'
import { parts, takeOut, worksheets } from './take-out.ts'

const sample = openSample()
const tables = Object.values(TABLES)

const taken = (file: string, bytes: Uint8Array) => {
  const { report } = readPackage(new Map([...sampleFiles(), [file, bytes]]), sampleStandard)
  const ours = (list: typeof report.flagged) =>
    list.filter((notice) => notice.file === file).map(({ line, reason }) => [line, reason])
  return { rows: report.rows[file], rejected: ours(report.rejected), flagged: ours(report.flagged) }
}

describe.each(tables.map(({ file }) => file))('the template of %s', (table) => {
  test('as CSV is an empty table: its example is passed over', async () => {
    const { bytes, name } = await takeOut(sample, { type: 'template', table }, 'csv')
    expect(name).toMatch(/^模板-.+\.csv$/)
    expect(taken(table, bytes)).toEqual({
      rows: 0,
      rejected: [],
      flagged: [[2, '模板里的示例行，不是数据，没有读入']],
    })
  })

  test('has the headings of our own files, in their order, and says what each is for', async () => {
    const { bytes } = await takeOut(sample, { type: 'template', table }, 'xlsx')
    const [sheet, guide] = await worksheets(bytes)
    const { columns } = tables.find(({ file }) => file === table) as (typeof tables)[number]
    const headings = Object.values(columns).map(
      (column: { headings: readonly string[] }) => column.headings[0],
    )
    expect(sheet?.data[0]).toEqual(headings)
    expect(guide?.sheet).toBe('填写说明')
    expect(guide?.data.slice(1).map((row) => row[1])).toEqual(headings)
    const required = Object.values(columns).map((c: { required?: boolean }) => (c.required ? '必填' : null))
    expect(guide?.data.slice(1).map((row) => row[2])).toEqual(required)
  })
})

test('a row filled in from the drop-downs is taken as it is', async () => {
  const { bytes } = await takeOut(sample, { type: 'template', table: 'issues.csv' }, 'csv')
  const [head, example = ''] = new TextDecoder().decode(bytes).split('\r\n')
  const filled = example.replaceAll('示例-1', 'XC-027')
  const back = taken('issues.csv', new TextEncoder().encode(`${head}\r\n${filled}\r\n`))
  expect(back.rows).toBe(1)
  expect(back.rejected).toEqual([])
})

test('one workbook holds all tables, with drop-downs', async () => {
  const { bytes, name } = await takeOut(sample, { type: 'template', table: null }, 'xlsx')
  expect(name).toBe('数据模板.xlsx')
  const sheets = await worksheets(bytes)
  expect(sheets.map(({ sheet }) => sheet)).toEqual([
    '点位',
    '点位状态变化',
    '检查记录',
    '问题台账',
    '水质监测',
    '满意度调查',
    '荣誉',
    '责任链条',
    '宣传活动',
    '填写说明',
    '选项',
  ])
  const lists = sheets.at(-1)?.data.slice(1) ?? []
  const column = (first: string) => {
    const at = lists[0]?.indexOf(first) ?? -1
    return lists.map((row) => row[at] ?? null).filter((value) => value !== null)
  }
  const { standard, model } = sample
  expect(column('农贸市场')).toEqual(standard.kinds.filter((k) => !k.entity).map((k) => k.label))
  expect(column(model.areas[0]?.name ?? '')).toEqual(model.areas.map((area) => area.name))
  const xml = parts(bytes)
  const rules = Object.values(xml).flatMap((text) => text.match(/<dataValidation [^>]*>/g) ?? [])
  expect(rules.length).toBeGreaterThanOrEqual(14)
})

test('what is no table has no template', async () => {
  await expect(takeOut(sample, { type: 'template', table: 'district.json' }, 'xlsx')).rejects.toThrow(
    '没有可以导出',
  )
})
