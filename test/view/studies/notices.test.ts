/** The 通报 being worked over. */
import { beforeEach, expect, it } from 'vitest'
import { useBulletin } from '../../../src/view/studies/notices/notices.ts'

const row = (id: number) => ({
  id,
  place: `点位${id}`,
  problem: '',
  jurisdiction: '',
  unit: '',
  due: '',
})
const draft = {
  title: '甲',
  overall: '',
  good: '',
  rows: [row(0), row(1)],
  demands: '',
  issuer: '',
  date: '',
}
const now = () => useBulletin.getState()

beforeEach(() => now().begin({ from: 1, to: 7, office: null }, draft))

it('knows whether anything was changed since it was drafted or taken out', () => {
  expect(now().edited).toBe(false)
  now().edit({ title: '乙' })
  expect(now()).toMatchObject({ edited: true, draft: { title: '乙', rows: draft.rows } })
  now().takenOut()
  expect(now().edited).toBe(false)
  now().editRow(1, { unit: '丙' })
  expect(now().draft?.rows.map(({ unit }) => unit)).toEqual(['', '丙'])
  expect(now().edited).toBe(true)
  now().begin({ from: 2, to: 8, office: null }, draft)
  expect(now()).toMatchObject({ edited: false, draft })
})

it('rows are added at the end under a number of their own, and taken away', () => {
  now().removeRow(0)
  now().addRow()
  expect(now().draft?.rows.map(({ id }) => id)).toEqual([1, 2])
  now().removeRow(1)
  now().removeRow(2)
  now().addRow()
  expect(now().draft?.rows.map(({ id, place }) => [id, place])).toEqual([[0, '']])
})
