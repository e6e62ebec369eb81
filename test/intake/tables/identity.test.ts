import { describe, expect, it } from 'vitest'
import { isRunning, openIdentity } from '../../../src/intake/tables/identity.ts'
import { openLookups } from '../../../src/intake/tables/lookups.ts'
import type { Cells } from '../../../src/intake/tables/row-keys.ts'
import { sampleStandard } from '../../scoring/fixture.ts'

const lookups = openLookups(sampleStandard(), [], [], null)
const cells =
  (row: Record<string, string>): Cells =>
  (field) =>
    row[field] ?? ''
const problem = (id: string, foundOn: string, description: string, more: Record<string, string> = {}) =>
  cells({ id, foundOn, description, areaCode: '某社区', ...more })

const open = (running: boolean, there: Record<string, Cells> = {}, come = new Map()) =>
  openIdentity(
    'issues.csv',
    running,
    lookups,
    (id) => there[id] ?? null,
    () => null,
    come,
  )

describe('numbers that only count the rows', () => {
  it('are known by their heading, or by being used up one by one', () => {
    expect(isRunning('issues.csv', '序号', ['W1'])).toBe(true)
    expect(isRunning('issues.csv', '编号', ['1', '2', '3'])).toBe(true)
    expect(isRunning('issues.csv', '编号', ['2', '1', '5'])).toBe(true)
    expect(isRunning('issues.csv', '编号', ['W1', 'W2'])).toBe(false)
    expect(isRunning('issues.csv', '编号', ['1041', '1042'])).toBe(false)
  })
  it('places may be referred to by theirs', () => {
    expect(isRunning('sites.csv', '编号', ['1', '2', '3'])).toBe(false)
    expect(isRunning('sites.csv', '序号', ['1', '2', '3'])).toBe(true)
  })
})

describe('numbers that are made', () => {
  const april = [problem('1', '2019-04-01', '甲'), problem('2', '2019-04-02', '乙')]
  const ids = (rows: readonly Cells[]) => {
    const { identify } = open(true)
    return rows.map((row) => identify(row, '').id)
  }
  it('are of what the row says: the same when it comes again, in any order, with others beside it', () => {
    const first = ids(april)
    expect(new Set(first).size).toBe(2)
    expect(ids([problem('7', '2019-03-31', '丙'), ...april.toReversed()]).slice(1)).toEqual(
      first.toReversed(),
    )
  })
  it('do not change when the problem goes on', () => {
    expect(ids([problem('1', '2019-04-01', '甲', { fixedOn: '2019-04-09' })])).toEqual(
      ids([april[0] as Cells]),
    )
  })
  it('another month is another problem', () => {
    expect(ids([problem('1', '2019-05-01', '甲')])).not.toEqual(ids([april[0] as Cells]))
  })
  it('rows of one sheet that say the same are two; those of another sheet are these', () => {
    const come = new Map()
    const [one, two] = [open(true, {}, come), open(true, {}, come)]
    const twice = [problem('1', '2019-04-01', '甲'), problem('2', '2019-04-01', '甲')]
    const first = twice.map((row) => one.identify(row, '').id)
    expect(new Set(first).size).toBe(2)
    expect(twice.map((row) => two.identify(row, '').id)).toEqual(first)
  })
  it('hold nothing that looks like a number of a person', () => {
    expect(ids([april[0] as Cells])[0]).toMatch(/^190401-[A-Z]{6}$/)
  })
})

describe('a number that another problem has', () => {
  it('is told with both; the same problem with a correction keeps it', () => {
    const there = { W1: problem('W1', '2019-05-07', '毛楼市场门口地面积水') }
    const { identify } = open(false, there)
    expect(identify(problem('W1', '2019-05-07', '毛楼市场门口地面有积水'), '第 2 行')).toEqual({
      id: 'W1',
      clash: null,
    })
    const other = identify(problem('W1', '2019-05-08', '另一个问题'), '第 3 行')
    expect(other.clash).toMatchObject({ id: 'W1', where: '第 2 行' })
    expect(other.clash?.made).not.toBe('W1')
  })
  it('what one of two rows does not say tells nothing', () => {
    const { identify } = open(false, { W1: problem('W1', '', '地面积水') })
    expect(identify(problem('W1', '2019-05-08', '地面积水'), '').clash).toBe(null)
  })
  it('a running number that the table has for the same problem is its number', () => {
    const { identify } = open(true, { 1: problem('1', '2019-05-07', '地面积水') })
    expect(identify(problem('1', '2019-05-07', '地面积水'), '').id).toBe('1')
    expect(identify(problem('1', '2019-06-01', '门前堆物'), '').id).not.toBe('1')
  })
})
