/** Rows and a table made one: held against a plain map of keys. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import standard from '../../../data/standard.json' with { type: 'json' }
import { fieldsOf, TABLE_FILES } from '../../../src/intake/contract-fields.ts'
import { csvRows } from '../../../src/intake/formats/csv.ts'
import { csvText } from '../../../src/intake/formats/csv-text.ts'
import { openLookups } from '../../../src/intake/tables/lookups.ts'
import { type MergeMode, openMerge } from '../../../src/intake/tables/merge.ts'
import type { Standard } from '../../../src/model/standard.ts'

const lookups = openLookups(standard as unknown as Standard, [], [], null)
const fields = fieldsOf('activities.csv').filter(
  ({ field }) => TABLE_FILES.get('activities.csv')?.columns[field],
)
const names = fields.map(({ field }) => field)

type Cells = Record<string, string>
const keyOf = (row: Cells) => [row.kind, row.title, row.date, row.areaCode].join('|')

const cell = fc.constantFrom('', '甲', '乙', '=1+1', '一,二', '"引号"', "'撇", '两\n行')
const row = fc.record({
  kind: fc.constantFrom('宣传', '大扫除'),
  title: fc.constantFrom('', '甲', '乙', '=1+1'),
  date: fc.constantFrom('2019-05-01', '2019-05-02'),
  areaCode: fc.constantFrom('', '甲村'),
  photo: cell,
  lon: fc.constantFrom('', '114.5'),
  lat: fc.constantFrom('', '33.5'),
}) as fc.Arbitrary<Cells>

const tableOf = (rows: readonly Cells[], extra: boolean): Uint8Array =>
  new TextEncoder().encode(
    csvText([
      [...fields.map(({ headings }) => headings[0] as string), ...(extra ? ['旧的一列'] : [])],
      ...rows.map((one, i) => [...names.map((name) => one[name] ?? ''), ...(extra ? [`第${i}`] : [])]),
    ]),
  )

const back = (text: string): Cells[] => {
  const [header, ...rows] = csvRows(text)
  const place = (name: string) =>
    header?.cells.indexOf(fields.find(({ field }) => field === name)?.headings[0] ?? '') ?? -1
  const plain = (value: string) => (/^'+\s*[=+\-@]|^'[\t\r\n]/.test(value) ? value.slice(1) : value)
  return rows.map(({ cells }) => ({
    ...Object.fromEntries(names.map((name) => [name, plain(cells[place(name)] ?? '')])),
    old: cells[header?.cells.indexOf('旧的一列') ?? -1] ?? '',
  }))
}

const run = (present: readonly Cells[], incoming: readonly Cells[], mode: MergeMode) => {
  const merge = openMerge(
    'activities.csv',
    tableOf(present, true),
    fields,
    new Set(names),
    mode === 'replace',
    lookups,
    true,
  )
  const counts = { added: 0, updated: 0, unchanged: 0, skipped: 0 }
  incoming.forEach((one, i) => {
    const cells = (name: string) => one[name] ?? ''
    counts[merge.offer(merge.find(cells).key, cells, mode, `第 ${i} 行`)]++
  })
  return { counts, removed: merge.removed().length, rows: back([...merge.text()].join('')) }
}

const MODES = fc.constantFrom<MergeMode>('add', 'update', 'replace')

describe('merging', () => {
  it('accounts for every row that comes in, and loses none that was there but by replacing', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 8 }),
        fc.array(row, { maxLength: 8 }),
        MODES,
        (old, fresh, mode) => {
          const { counts, removed, rows } = run(old, fresh, mode)
          const sum = counts.added + counts.updated + counts.unchanged + counts.skipped
          expect(sum).toBe(fresh.length)
          if (mode === 'replace') {
            expect(rows.map(keyOf)).toEqual(fresh.map(keyOf))
            const came = new Set(fresh.map(keyOf))
            expect(removed).toBeGreaterThanOrEqual(old.filter((one) => !came.has(keyOf(one))).length)
            return
          }
          expect(removed).toBe(0)
          expect(rows).toHaveLength(old.length + counts.added)
          // What was there stands where it stood, under the same key and with its own column.
          expect(rows.slice(0, old.length).map((one) => [keyOf(one), one.old])).toEqual(
            old.map((one, i) => [keyOf(one), `第${i}`]),
          )
          if (mode === 'add')
            expect(rows.slice(0, old.length).map(({ old: _, ...rest }) => rest)).toEqual(old)
        },
      ),
      { seed: 20190527, numRuns: 300 },
    )
  })

  it('the last word on a key is the last filled cell that came in', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), fc.array(row, { maxLength: 8 }), (old, fresh) => {
        const { rows } = run(old, fresh, 'update')
        const expected = new Map<string, string>()
        for (const one of [...old].reverse()) expected.set(keyOf(one), one.photo ?? '')
        for (const one of fresh)
          if (one.photo || !expected.has(keyOf(one))) expected.set(keyOf(one), one.photo ?? '')
        for (const [key, photo] of expected) expect(rows.find((one) => keyOf(one) === key)?.photo).toBe(photo)
      }),
      { seed: 20190527, numRuns: 300 },
    )
  })

  it('done twice is done once', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), MODES, (fresh, mode) => {
        const unique = [...new Map(fresh.map((one) => [keyOf(one), one])).values()]
        const first = run([], unique, mode)
        const again = run(
          first.rows.map(({ old: _, ...rest }) => rest),
          unique,
          mode,
        )
        expect(again.counts).toEqual({ added: 0, updated: 0, unchanged: unique.length, skipped: 0 })
        expect(again.removed).toBe(0)
      }),
      { seed: 20190527, numRuns: 200 },
    )
  })
})
