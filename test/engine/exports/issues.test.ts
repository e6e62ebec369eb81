/** 台账 taken out and brought in again is the same 台账. */

import { describe, expect, test } from 'vitest'
import { openIntake } from '../../../src/engine/package/open.ts'
import { sampleStandard } from '../../../src/engine/package/sample-standard.ts'
import { openFiles } from '../../../src/intake/formats/index.ts'
import { readPackage } from '../../../src/intake/package.ts'
import { dateOf } from '../../../src/model/day.ts'
import type { Issue } from '../../../src/model/records.ts'
import { issueStateAt, lateDaysAt } from '../../../src/model/state.ts'
import { AREAS, read, SITES } from '../../intake/files.ts'
import { openSample, sampleFiles } from '../sample.ts'
import { everyIssue, parts, takeOut, worksheets } from './take-out.ts'

const sample = openSample()
const t = sample.intake.asOf
const all = { type: 'issues', query: everyIssue(t), splitByOffice: false } as const

const found = sample.model.issues.filter((issue) => issue.foundOn <= t)
const records = (issues: readonly Issue[]) =>
  issues.map(({ line, ...record }) => record).sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))

/** The problems of the sample with another file in place of its own, and what was said about it. */
const readBack = (bytes: Uint8Array) => {
  const { model, report } = readPackage(new Map([...sampleFiles(), ['issues.csv', bytes]]), sampleStandard)
  const ours = (list: typeof report.flagged) => list.filter((notice) => notice.file === 'issues.csv')
  return { issues: model.issues, rejected: ours(report.rejected), flagged: ours(report.flagged) }
}

/** A worksheet as the CSV a clerk would save of it, written without our own writer. */
const asCsv = (data: readonly (readonly unknown[])[]): Uint8Array => {
  const cell = (value: unknown) =>
    value === null ? '' : value instanceof Date ? value.toISOString().slice(0, 10) : String(value)
  const quoted = data.map((row) => row.map((value) => `"${cell(value).replaceAll('"', '""')}"`).join(','))
  return new TextEncoder().encode(quoted.join('\n'))
}

describe('the sample’s 台账 is read back as it was', () => {
  const own = readBack(sampleFiles().get('issues.csv') as Uint8Array)

  test.each(['csv', 'csv-gb18030'] as const)('from %s', async (form) => {
    const { name, bytes } = await takeOut(sample, all, form)
    expect(name).toBe('问题台账-2019-05-27.csv')
    const back = readBack(bytes)
    expect(records(back.issues)).toEqual(records(found))
    expect(back.rejected).toEqual([])
    expect(back.flagged.filter((notice) => notice.line === 1)).toEqual([])
    expect(back.flagged.length).toBeLessThanOrEqual(own.flagged.length)
  })

  test('from xlsx, as we open it ourselves: the notes are no table', async () => {
    const split = { ...all, splitByOffice: true }
    const { name, bytes } = await takeOut(sample, split, 'xlsx')
    const [answer] = await openFiles([{ path: name, bytes }])
    const sheets = answer?.opened.type === 'sheets' ? answer.opened.sheets : []
    const offices = [...new Set(sample.model.areas.map((area) => area.office))]
    expect(sheets.map((sheet) => sheet.name)).toEqual([...offices, '不在任何居委会'])
    const cells = sheets.flatMap((sheet) => [...sheet.rows()].map((row) => row.cells))
    const back = readBack(asCsv([sheets[0]?.header.cells ?? [], ...cells]))
    expect(records(back.issues)).toEqual(records(found))
  })

  test('from xlsx', async () => {
    const { name, bytes } = await takeOut(sample, all, 'xlsx')
    expect(name).toBe('问题台账-2019-05-27.xlsx')
    const [sheet] = await worksheets(bytes)
    const back = readBack(asCsv(sheet?.data ?? []))
    expect(records(back.issues)).toEqual(records(found))
    expect(back.rejected).toEqual([])
  })
})

test('GB18030 is what the platform reads as GB18030, and nothing else', async () => {
  const { bytes } = await takeOut(sample, all, 'csv-gb18030')
  expect(new TextDecoder('gb18030', { fatal: true }).decode(bytes)).toMatch(
    /^编号,状态,逾期天数,办事处,居委会名称,点位名称,类别,检查项名称,问题描述,/,
  )
  expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow()
  const utf8 = await takeOut(sample, all, 'csv')
  expect([...utf8.bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
})

test('cells are typed: dates, numbers, text; states and days late are those of the day', async () => {
  const { bytes } = await takeOut(sample, all, 'xlsx')
  const [heading = [], ...rows] = (await worksheets(bytes))[0]?.data ?? []
  const at = (name: string) => heading.indexOf(name)
  expect(rows).toHaveLength(found.length)
  for (const row of rows) {
    const issue = found.find(({ id }) => id === row[at('编号')]) as Issue
    expect(row[at('发现日期')]).toEqual(dateOf(issue.foundOn))
    expect(row[at('经度')]).toBe(issue.lon)
    expect(row[at('居委会')]).toBe(issue.areaCode)
    expect(row[at('状态')]).toBe(issueStateAt(issue, t))
    expect(row[at('逾期天数')]).toBe(lateDaysAt(issue, t))
  }
})

test('the order and the conditions are those of the question', async () => {
  const query = { ...all.query, states: ['逾期' as const], sort: 'late' as const, descending: true }
  const { bytes } = await takeOut(sample, { ...all, query }, 'xlsx')
  const sheets = await worksheets(bytes)
  const [heading = [], ...rows] = sheets[0]?.data ?? []
  const days = rows.map((row) => Number(row[heading.indexOf('逾期天数')]))
  expect(days).toEqual([...days].sort((a, b) => b - a))
  expect(new Set(rows.map((row) => row[heading.indexOf('状态')]))).toEqual(new Set(['逾期']))
  expect(sheets.at(-1)?.sheet).toBe('说明')
  expect(sheets.at(-1)?.data).toContainEqual(['条件', '逾期'])
})

describe('one sheet an 办事处', () => {
  const split = { ...all, splitByOffice: true }

  test('holds what lies in its areas, and what lies in none stands apart', async () => {
    const sheets = (await worksheets((await takeOut(sample, split, 'xlsx')).bytes)).slice(0, -1)
    const offices = [...new Set(sample.model.areas.map((area) => area.office))]
    expect(sheets.map(({ sheet }) => sheet)).toEqual([...offices, '不在任何居委会'])
    expect(sheets.reduce((sum, { data }) => sum + data.length - 1, 0)).toBe(found.length)
    for (const { sheet, data } of sheets) {
      const [heading = [], ...rows] = data
      const told = new Set(rows.map((row) => row[heading.indexOf('办事处')]))
      expect(told).toEqual(new Set([sheet === '不在任何居委会' ? null : sheet]))
    }
  })

  test('as CSV is a file each', async () => {
    const { name, bytes } = await takeOut(sample, split, 'csv')
    expect(name).toMatch(/\.zip$/)
    expect(Object.keys(parts(bytes)).sort()).toEqual(
      ['太昊路办事处', '开元路产业集聚区', '淮河路办事处', '不在任何居委会'].map((n) => `${n}.csv`).sort(),
    )
  })
})

test('a text that looks like a formula stays a text, and comes back as it was', async () => {
  const head = '编号,点位编号,检查项,居委会,发现日期,严重程度,问题描述,整改期限'
  const nasty = [
    '=HYPERLINK("x")',
    "'=1+1",
    '+86',
    '@cmd',
    '-2+3',
    '＝1',
    'constructor',
    '__proto__',
    '两\n行',
  ]
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  const csv = [head, ...nasty.map((text, i) => `W${i},G1,,001,2019-05-01,一般,${quoted(text)},2019-05-08`)]
  const opened = openIntake(
    read({ 'areas.geojson': AREAS, 'sites.csv': SITES, 'issues.csv': `${csv.join('\n')}\n` }),
  )
  // The apostrophe before a formula is a guard wherever it comes from, and is no part of the text.
  const texts = nasty.map((text) => (text === "'=1+1" ? '=1+1' : text))
  const described = (issues: readonly Issue[]) => issues.map(({ description }) => description)
  expect(described(opened.model.issues)).toEqual(texts)
  const what = { type: 'issues', query: everyIssue(opened.intake.asOf), splitByOffice: false } as const
  const { bytes } = await takeOut(opened, what, 'csv')
  const again = read({ 'areas.geojson': AREAS, 'sites.csv': SITES, 'issues.csv': bytes })
  expect(records(again.model.issues)).toEqual(records(opened.model.issues))
  const workbook = await takeOut(opened, what, 'xlsx')
  const [sheet] = await worksheets(workbook.bytes)
  const column = sheet?.data[0]?.indexOf('问题描述') ?? -1
  expect(sheet?.data.slice(1).map((row) => String(row[column]).trim())).toEqual(texts)
})
