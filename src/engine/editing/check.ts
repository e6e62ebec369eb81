/** Whether what was typed makes sense: the readers of the tables say so, as for every file that is brought in. */
import type { Notice } from '../../model/report.ts'
import type { PackageReading } from '../package/workspace.ts'
import { openTable, type Touched } from './edits.ts'

const FILE = { issue: 'issues.csv', site: 'sites.csv' } as const

/** A reading whose tables are opened once, however many rows are asked for. */
interface Read extends PackageReading {
  /** the line (header = 1) on which a record stands in its file; null where it is not there */
  lineOf: (record: Touched['record'], id: string) => number | null
}

const readOf = (reading: PackageReading): Read => {
  const open = new Map<Touched['record'], ReturnType<typeof openTable>>()
  return {
    ...reading,
    lineOf: (record, id) => {
      const table = open.get(record) ?? openTable(reading, record)
      open.set(record, table)
      return table.lineOf(id)
    },
  }
}

/** All that is said about the row of a record, and whether it is used. */
const toldOf = (read: Read, { record, id }: Touched): { notices: Notice[]; used: boolean } => {
  const { model, intake } = read.opened
  const list = record === 'issue' ? model.issues : model.sites
  const entry = list.find((one) => one.id === id)
  const line = entry?.line ?? read.lineOf(record, id)
  const file = read.pathOf(FILE[record])
  const own = (notice: Notice) => notice.file === file && notice.line === line
  return {
    notices: [...intake.report.rejected.filter(own), ...intake.report.flagged.filter(own)],
    used: entry !== undefined,
  }
}

const keyOf = ({ field, value, reason }: Notice): string => JSON.stringify([field, value, reason])

/** Nowhere in the district: a place mistyped or missed on the map. */
const isOutside = ({ opened }: Read, { record, id }: Touched): boolean => {
  const { model, places } = opened
  const list = record === 'issue' ? model.issues : model.sites
  const at = list.findIndex((one) => one.id === id)
  const placement = record === 'issue' ? places.issues[at] : places.spots[at]?.placement
  return (placement?.area ?? -1) < 0
}

const PLACED_BY = ['lon', 'lat', 'areaCode', 'siteId']

/**
 * Throws an Error for the user when an edited row is refused, or when its readers doubt a value they did not doubt
 * before. An empty cell is no doubt: what is not known yet may stay open.
 */
export const checkEdited = (was: PackageReading, is: PackageReading, touched: readonly Touched[]): void => {
  const [before, after] = [readOf(was), readOf(is)]
  for (const one of touched) {
    const known = new Set(toldOf(before, one).notices.map(keyOf))
    const { notices, used } = toldOf(after, one)
    const wrong = notices.find((notice) => (!used || notice.value !== '') && !known.has(keyOf(notice)))
    if (wrong !== undefined) {
      const value = wrong.value === '' ? '' : `“${wrong.value}”`
      throw new Error(`没有保存。${one.id} 的${wrong.field}${value}：${wrong.reason}。`)
    }
    const placed = one.fields.some((field) => PLACED_BY.includes(field))
    const fresh = before.lineOf(one.record, one.id) === null
    if (used && (placed || fresh) && isOutside(after, one))
      throw new Error(`没有保存。${one.id} 不在任何居委会之内：请核对经纬度，或填上居委会、点位编号。`)
  }
}
