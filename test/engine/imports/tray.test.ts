/** The tray itself: sums that come out, work that can be stopped, several sheets of one table. */
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openDesk, textOf } from './desk.ts'

const HEAD = '编号,居委会,发现日期,严重程度,问题描述,整改期限'

describe('any ledger, any columns, any mode', () => {
  const cells = fc
    .record({
      id: fc.constantFrom('WT-1', 'WT-2', 'WT-3', 'ＷＴ－3', '', '/'),
      area: fc.constantFrom('甲居委会', '乙', '不知道', ''),
      date: fc.constantFrom('2019-05-01', '5月1日', '43592', '某日', ''),
      text: fc.constantFrom('积水', '="x"', '', '"', 'a\nb'),
    })
    // A blank line is no row.
    .filter((row) => Object.values(row).some((cell) => cell !== ''))
  const field = fc.constantFrom('', 'description', 'responsible', 'source', 'dueOn', 'lon')

  it('every row is added, updated, unchanged, skipped or rejected, and what is used is what was shown', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(cells, { minLength: 1, maxLength: 12 }),
        field,
        fc.constantFrom('add', 'update', 'replace'),
        async (rows, other, mode) => {
          const desk = await openDesk()
          const before = desk.model().issues.length
          const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
          const text = `编号,居委会,发现日期,别的\n${rows.map((r) => [r.id, r.area, r.date, r.text].map(quote).join(',')).join('\n')}\n`
          const [item] = (await desk.drop({ '台账.csv': text })).incoming
          const tray = await desk.settle(item?.id ?? 0, { mode, mapping: { 别的: other } })
          const { counts, effect, rejected } = tray.incoming[0] ?? expect.unreachable()
          expect(counts.rows).toBe(rows.length)
          expect(counts.accepted + counts.rejected).toBe(counts.rows)
          expect(new Set(rejected.map(({ line }) => line)).size).toBe(counts.rejected)
          expect(effect.added + effect.updated + effect.unchanged + effect.skipped).toBe(counts.accepted)
          if (effect.added + effect.updated + effect.removed === 0) {
            await expect(desk.take()).rejects.toThrow('没有不同')
            return
          }
          await desk.take()
          const after = desk.model().issues.length
          expect(after).toBe(mode === 'replace' ? counts.accepted : before + effect.added)
          // What was written is read without a single row lost.
          expect(desk.report().rejected).toEqual([])
        },
      ),
      { seed: 20190527, numRuns: 60 },
    )
  }, 60_000)
})

describe('a long file', () => {
  const rows = Array.from({ length: 30_000 }, (_, i) => `L-${i},甲居委会,2019-05-01,一般,第${i}处,2019-06-01`)
  const text = `${HEAD}\n${rows.join('\n')}\n`

  it('tells how far it is, and stops when told to, leaving the tray as it was', async () => {
    const desk = await openDesk()
    await desk.drop({ 'first.csv': `${HEAD}\nWT-9,甲居委会,2019-05-01,一般,一,2019-06-01\n` })
    const told: [number, number][] = []
    const reading = desk.drop({ '台账.csv': text }, (done, of) => {
      told.push([done, of])
      if (done > 1000) void desk.cancel()
    })
    await expect(reading).rejects.toThrow('已取消')
    for (const [done, of] of told) expect(done >= 0 && done <= of).toBe(true)
    expect(told.at(-1)?.[0]).toBeLessThan(30_000)
    const { incoming } = await desk.drop({})
    expect(incoming.map(({ name }) => name)).toEqual(['first.csv'])
    // Nor does a choice that was stopped stand in the way of the next one.
    const id = incoming[0]?.id ?? 0
    const stopping = desk.choose(id, { mode: 'add' }, () => {})
    await desk.cancel()
    await expect(stopping).rejects.toThrow('已取消')
    expect((await desk.settle(id, { mode: 'replace' })).incoming[0]?.effect).toMatchObject({
      added: 1,
      removed: 2,
    })
    await desk.settle(id, { mode: 'update' })
    // Not spoilt for the next one.
    const again = await desk.drop({ '台账.csv': text })
    expect(again.incoming[1]?.counts.accepted).toBe(30_000)
    const using = desk.use(() => void desk.cancel())
    await expect(using).rejects.toThrow('已取消')
    expect((await desk.workspace.state()).revisions).toEqual([])
    await desk.discard()
    expect((await desk.drop({})).incoming).toEqual([])
  }, 60_000)
})

describe('a workbook with a sheet an office', () => {
  const workbook = async () => {
    const book = new ExcelJS.Workbook()
    for (const [name, ids] of [
      ['东办事处', ['E1', 'E2']],
      ['西办事处', ['W1', 'E2']],
    ] as const) {
      const sheet = book.addWorksheet(name)
      sheet.addRow([`${name}问题台账`])
      sheet.mergeCells('A1:F1')
      sheet.addRow(HEAD.split(','))
      for (const id of ids)
        sheet.addRow([
          id,
          '甲居委会',
          new Date(Date.UTC(2019, 4, 7)),
          '一般',
          name,
          new Date(Date.UTC(2019, 5, 1)),
        ])
    }
    return new Uint8Array(await book.xlsx.writeBuffer())
  }

  it('is one table: replacing it with all sheets keeps the rows of every sheet', async () => {
    const desk = await openDesk()
    const { incoming } = await desk.drop({ '台账.xlsx': await workbook() })
    expect(incoming.map(({ name, table, format }) => [name, table, format])).toEqual([
      ['台账.xlsx · 东办事处', 'issues.csv', 'XLSX'],
      ['台账.xlsx · 西办事处', 'issues.csv', 'XLSX'],
    ])
    expect(incoming[1]?.flagged.map(({ reason }) => reason)).toContain(
      '与“台账.xlsx · 东办事处”第 4 行是同一条，填了的格以这一行为准',
    )
    await desk.settle(incoming[0]?.id ?? 0, { mode: 'replace' })
    const tray = await desk.settle(incoming[1]?.id ?? 0, { mode: 'update' })
    expect(tray.incoming.map(({ effect }) => effect)).toEqual([
      { added: 2, updated: 0, unchanged: 0, removed: 2, skipped: 0 },
      { added: 1, updated: 1, unchanged: 0, removed: 0, skipped: 0 },
    ])
    await desk.take()
    expect(desk.model().issues.map(({ id, description }) => [id, description])).toEqual([
      ['E1', '东办事处'],
      ['E2', '西办事处'],
      ['W1', '西办事处'],
    ])
    const { revisions } = await desk.workspace.state()
    expect(revisions.map(({ what }) => what)).toEqual(['导入 台账.xlsx：新增 3、更新 1、删除 2'])
  })
})

describe('rejected rows of a workbook', () => {
  it('come back as a workbook that is read as the one they came from', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('台账')
    sheet.addRow(['5月问题台账'])
    sheet.addRow([...HEAD.split(','), '', '别的'])
    sheet.addRow(['WT-6', '甲居委会', '某日', '一般', '=1+1', '', '无表头', '12'])
    sheet.addRow([
      'WT-7',
      '甲居委会',
      new Date(Date.UTC(2019, 4, 7)),
      '一般',
      '好',
      new Date(Date.UTC(2019, 5, 1)),
    ])
    const desk = await openDesk()
    const [item] = (await desk.drop({ '台账.xlsx': new Uint8Array(await book.xlsx.writeBuffer()) })).incoming
    expect(item?.counts).toMatchObject({ rows: 2, accepted: 1, rejected: 1 })
    const saved = await desk.rejectedRows(item?.id ?? 0)
    expect(saved.name).toBe('台账-未读入.xlsx')
    await desk.discard()
    const [again] = (await desk.drop({ [saved.name]: saved.bytes })).incoming
    expect(again).toMatchObject({ format: 'XLSX', table: 'issues.csv', counts: { rows: 1, rejected: 1 } })
    expect(again?.headings.map(({ heading, sample }) => [heading, sample])).toEqual([
      ['编号', 'WT-6'],
      ['居委会', '甲居委会'],
      ['发现日期', '某日'],
      ['严重程度', '一般'],
      ['问题描述', '=1+1'],
      ['整改期限', ''],
      ['（第 7 列）', '无表头'],
      ['别的', '12'],
      ['原因', '发现日期：日期读不懂，应写成 2019-05-27'],
    ])
  })
})

describe('tab-separated', () => {
  it('comes back tab-separated', async () => {
    const desk = await openDesk()
    const [item] = (
      await desk.drop({ '台账.tsv': `${HEAD.replaceAll(',', '\t')}\nWT-6\t甲居委会\t某日\t一般\ta,b\t\n` })
    ).incoming
    expect(item?.format).toBe('TSV')
    const saved = await desk.rejectedRows(item?.id ?? 0)
    expect(saved.name).toBe('台账-未读入.tsv')
    expect(textOf(saved.bytes).split('\r\n')[1]).toBe(
      'WT-6\t甲居委会\t某日\t一般\ta,b\t\t发现日期：日期读不懂，应写成 2019-05-27',
    )
  })
})
