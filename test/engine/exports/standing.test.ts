/** Ranking, score sheets and the intake report as they leave: the figures of the screen, and sums that hold. */

import { describe, expect, test } from 'vitest'
import { boardOf } from '../../../src/engine/answers/board.ts'
import { explain } from '../../../src/engine/answers/explain.ts'
import { dateOf } from '../../../src/model/day.ts'
import { openSample } from '../sample.ts'
import { parts, takeOut, textOf, worksheets } from './take-out.ts'

const sample = openSample()
const t = sample.intake.asOf
const board = boardOf(sample, t, null)

/** Rows of a worksheet by heading. */
const rowsOf = ([heading = [], ...rows]: unknown[][] = []): Record<string, unknown>[] =>
  rows.map((row) => Object.fromEntries(heading.map((name, i) => [String(name), row[i] ?? null])))

describe('the ranking', () => {
  test('is that of the board: ranked ones by rank, 数据不足 last and without one', async () => {
    const sheets = await worksheets(
      (await takeOut(sample, { type: 'ranking', asOf: t, of: null }, 'xlsx')).bytes,
    )
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['居委会排名', '办事处排名', '说明'])
    const areas = rowsOf(sheets[0]?.data)
    expect(areas).toHaveLength(board.areas.length)
    for (const row of areas) {
      const figures = board.areas.find(({ id }) => id === row.居委会代码)
      expect(row.得分).toBe(figures?.score ?? null)
      expect(row.名次).toBe(figures?.rank)
      expect(row.脏).toBe(figures?.themes.脏 ?? null)
      expect(row.逾期).toBe(figures?.states.逾期)
      expect(row.较一周前).toBe(figures?.change ?? null)
    }
    const ranks = areas.map((row) => row.名次)
    const ranked = ranks.filter((rank) => rank !== null) as number[]
    expect(ranked).toEqual([...ranked].sort((a, b) => a - b))
    const missing = areas.slice(ranked.length).map((row) => [row.名次, row.等级, row.得分].join())
    expect(new Set(missing)).toEqual(new Set([',数据不足,']))
    expect(rowsOf(sheets[1]?.data).map((row) => row.办事处)).toHaveLength(board.offices.length)
  })

  test('of an office says that the rank is the district’s', async () => {
    const of = { type: 'office', id: board.offices[0]?.id as string } as const
    const sheets = await worksheets((await takeOut(sample, { type: 'ranking', asOf: t, of }, 'xlsx')).bytes)
    const [first] = rowsOf(sheets[0]?.data)
    expect(first?.全区名次).toBe(board.areas.find(({ id }) => id === first?.居委会代码)?.rank)
    expect(Object.keys(first ?? {})).not.toContain('名次')
  })

  test('as CSV is a file for each of the two', async () => {
    const { bytes } = await takeOut(sample, { type: 'ranking', asOf: t, of: null }, 'csv')
    expect(Object.keys(parts(bytes))).toEqual(['居委会排名.csv', '办事处排名.csv'])
  })
})

describe('a score sheet', () => {
  const scores = async (of: { type: 'area' | 'office'; id: string } | null, splitByOffice = false) =>
    worksheets((await takeOut(sample, { type: 'scores', asOf: t, of, splitByOffice }, 'xlsx')).bytes)

  test('of every area: what the categories lost is 100 less the score, and so is the sum of the records', async () => {
    const [categories, ledger] = await scores(null)
    const total = (rows: Record<string, unknown>[], code: string, key: string) =>
      rows
        .filter((row) => row.居委会代码 === code && row[key] !== '合计')
        .reduce((s, row) => s + Number(row.失分), 0)
    const [cells, records] = [rowsOf(categories?.data), rowsOf(ledger?.data)]
    for (const figures of board.areas) {
      const score = figures.score ?? figures.provisional
      if (score === null) continue
      expect(total(cells, figures.id, '分类')).toBeCloseTo(100 - score, 9)
      expect(total(records, figures.id, '分类')).toBeCloseTo(100 - score, 9)
      const sum = cells.find((row) => row.居委会代码 === figures.id && row.分类 === '合计')
      expect(sum?.得分).toBe(score)
      expect(Number(sum?.失分)).toBeCloseTo(100 - score, 9)
    }
  })

  test('of one area holds its ledger, record by record, in the order of the screen', async () => {
    const { id } = board.areas[3] as (typeof board.areas)[number]
    const [, ledger] = await scores({ type: 'area', id })
    const told = explain(sample, { type: 'area', id }, t)?.ledger ?? []
    const rows = rowsOf(ledger?.data).filter((row) => row.分类 !== '合计')
    expect(rows.map((row) => [row.记录, row.失分])).toEqual(told.map((line) => [line.record, line.points]))
    expect(rows.map((row) => row.日期)).toEqual(told.map((line) => dateOf(line.day)))
  })

  test('of an office holds its areas only, and one sheet an office where asked', async () => {
    const office = board.offices[0]?.id as string
    const [categories] = await scores({ type: 'office', id: office })
    expect(new Set(rowsOf(categories?.data).map((row) => row.办事处))).toEqual(new Set([office]))
    const names = (await scores(null, true)).map(({ sheet }) => sheet)
    expect(names).toEqual(['得分', ...board.offices.map(({ id }) => `${id}失分`), '说明'])
  })

  test('of nobody is refused in words', async () => {
    await expect(scores({ type: 'area', id: 'nowhere' })).rejects.toThrow('没有可以导出的内容')
  })
})

test('the report lists every notice and every file', async () => {
  const { report } = sample
  const [notices, files] = await worksheets((await takeOut(sample, { type: 'report' }, 'xlsx')).bytes)
  const verdicts = rowsOf(notices?.data).map((row) => row.结论)
  expect(verdicts.filter((verdict) => verdict === '未读入')).toHaveLength(report.rejected.length)
  expect(verdicts.filter((verdict) => verdict === '请核对')).toHaveLength(report.flagged.length)
  expect(
    rowsOf(files?.data)
      .filter((row) => row.情况 === '已读入')
      .map((row) => [row.文件, row.数据行]),
  ).toEqual(Object.entries(report.rows))
  const csv = textOf((await takeOut(sample, { type: 'report' }, 'csv')).bytes)
  expect(csv.startsWith('结论,文件,行,列,内容,原因\r\n未读入,')).toBe(true)
})
