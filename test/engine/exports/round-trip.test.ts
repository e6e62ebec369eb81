/** What was taken out is dropped in again, as a clerk would: recognised, understood, and nothing of it is news. */

import { beforeAll, describe, expect, test } from 'vitest'
import type { ExportWhat, Incoming } from '../../../src/engine/contract/data.ts'
import { openDesk } from '../imports/desk.ts'
import { sampleFiles } from '../sample.ts'
import { everyIssue, takeOut } from './take-out.ts'

let desk: Awaited<ReturnType<typeof openDesk>>
beforeAll(async () => {
  desk = await openDesk(Object.fromEntries(sampleFiles()))
})

const dropAgain = async (what: ExportWhat, form: 'xlsx' | 'csv' | 'csv-gb18030' | 'geojson') => {
  const { name, bytes } = await takeOut(desk.workspace.reading().opened, what, form)
  const { incoming, refused } = await desk.drop({ [name]: bytes })
  await desk.discard()
  expect(refused).toEqual([])
  return incoming
}

const day = () => desk.workspace.reading().opened.intake.asOf

const sum = (incoming: readonly Incoming[], of: (item: Incoming) => number) =>
  incoming.reduce((total, item) => total + of(item), 0)

/** Problems of a later day are not taken out: they are not found yet. */
const found = () => desk.model().issues.filter((issue) => issue.foundOn <= day()).length

/** The sample has one id twice, of which a table can keep only one: told, and the only change there is. */
const TWICE = 1

test.each(['xlsx', 'csv', 'csv-gb18030'] as const)(
  '台账 as %s, by office',
  async (form) => {
    const what = { type: 'issues', query: everyIssue(day()), splitByOffice: true } as const
    const incoming = await dropAgain(what, form)
    expect(incoming.map((item) => item.table)).toEqual(incoming.map(() => 'issues.csv'))
    expect(incoming.map((item) => item.datum?.chosen)).toEqual(Array(4).fill('WGS84'))
    expect(sum(incoming, (item) => item.counts.rows)).toBe(found())
    expect(sum(incoming, (item) => item.counts.rejected)).toBe(0)
    expect(sum(incoming, (item) => item.effect.added + item.effect.removed)).toBe(0)
    expect(sum(incoming, (item) => item.effect.updated)).toBe(TWICE)
  },
  30_000,
)

test('the layer of an office', async () => {
  const of = { type: 'office', id: desk.model().areas[0]?.office as string } as const
  const what = { type: 'layers', asOf: day(), of, layers: ['areas'], datum: 'WGS84' } as const
  const incoming = await dropAgain({ ...what, layers: [...what.layers] }, 'geojson')
  expect(incoming.map((item) => item.table)).toEqual(['areas.geojson'])
  expect(sum(incoming, (item) => item.counts.rejected + item.effect.added + item.effect.updated)).toBe(0)
})

test('layers in GCJ-02', async () => {
  const layers: Extract<ExportWhat, { type: 'layers' }>['layers'] = [
    'areas',
    'sites',
    'issues',
    'waters',
    'honours',
  ]
  const incoming = await dropAgain(
    { type: 'layers', asOf: day(), of: null, layers, datum: 'GCJ-02' },
    'geojson',
  )
  const { areas, sites, waters, honours } = desk.model()
  expect(incoming.map((item) => [item.table, item.counts.rows, item.datum?.chosen])).toEqual([
    ['areas.geojson', areas.length, 'GCJ-02'],
    ['sites.csv', sites.length, 'GCJ-02'],
    ['sites.geojson', sites.filter(({ geometry }) => geometry !== null).length, 'GCJ-02'],
    ['issues.csv', found(), 'GCJ-02'],
    ['waters.geojson', waters.length, 'GCJ-02'],
    ['honours.csv', honours.length, 'GCJ-02'],
  ])
  expect(sum(incoming, (item) => item.counts.rejected)).toBe(0)
  expect(incoming.map((item) => item.effect.added + item.effect.removed)).toEqual([0, 0, 0, 0, 0, 0])
  // Places come back to the digit; of the two rows that share an id one is kept, here of places as of problems.
  expect(incoming.map((item) => item.effect.updated)).toEqual([0, TWICE, 0, TWICE, 0, 0])
}, 30_000)

describe('the workbook of all templates', () => {
  test('is nine empty tables; what explains them is no table', async () => {
    const incoming = await dropAgain({ type: 'template', table: null }, 'xlsx')
    expect(incoming.map((item) => item.table)).toEqual([
      'sites.csv',
      'site-status.csv',
      'inspections.csv',
      'issues.csv',
      'water-samples.csv',
      'surveys.csv',
      'honours.csv',
      'responsibility.csv',
      'activities.csv',
    ])
    for (const item of incoming) {
      expect(item.counts).toMatchObject({ rows: 0, rejected: 0, flagged: 0 })
      expect(item.headings.filter(({ field }) => field === '')).toEqual([])
      expect(item.passed.map(({ reason }) => reason)).toContain('模板里的示例行')
    }
    expect(incoming[0]?.passed.map(({ text }) => text)).toContain('填写说明')
  }, 30_000)
})
