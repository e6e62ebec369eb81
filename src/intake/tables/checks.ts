/** `inspections.csv`: items checked at sites. */
import { disagrees } from '../../model/band.ts'
import { inStandard } from '../../model/by-id.ts'
import type { Check } from '../../model/records.ts'
import type { Item } from '../../model/standard.ts'
import { parseCount, parseNumber } from './cells.ts'
import { readText, requiredDay, SITE } from './fields.ts'
import type { KnownSite, Lookups } from './lookups.ts'
import type { Row, Table } from './table.ts'

const columns = {
  visit: { headings: ['检查编号', '检查单号'] },
  siteId: { ...SITE, required: true },
  date: { headings: ['检查日期', '日期', '检查时间'], required: true },
  source: { headings: ['检查来源', '来源', '检查单位'] },
  item: { headings: ['检查项', '检查项目', '检查内容'], required: true },
  result: { headings: ['结果', '检查结果', '评分', '得分'], required: true },
  defects: { headings: ['缺陷数', '缺陷', '缺陷数量', '问题数'] },
  note: { headings: ['说明', '备注'] },
} as const

type CheckRow = Row<keyof typeof columns>

/** The result as a band's word, 不适用, or a grade; null after rejecting the row. */
const readResult = (row: CheckRow, { standard, result }: Lookups): Pick<Check, 'result' | 'grade'> | null => {
  const text = row.text('result')
  if (text === '') return row.reject('result', '没有填结果')
  const word = result(text)
  if (word !== null) return { result: word, grade: null }
  const grade = parseNumber(text, { 分: 1 })
  if (grade === null) {
    const words = [...standard.bands.map((band) => band.result), standard.notApplicable]
    return row.reject('result', `结果应为${words.join('、')}，或 0–10 的评分`)
  }
  if (grade < 0 || grade > 10) return row.reject('result', '评分应在 0–10 之间')
  return { result: null, grade }
}

/**
 * The item named; one nobody knows is taken for the default item of the kind of place. One that is not of this kind stays
 * and is told: it will not count. Null after rejecting the row.
 */
const readItem = (row: CheckRow, kindId: string | null, lookups: Lookups): Item | null => {
  const text = row.text('item')
  if (text === '') return row.reject('item', '没有填检查项')
  const { standard } = lookups
  const kind = standard.kinds[inStandard(standard).kinds.get(kindId ?? '') ?? -1]
  const label = kind?.label ?? '这类点位'
  const item = lookups.item(text, kindId)
  if (item !== null) {
    if (kind === undefined || !item.kinds.includes(kind.id))
      row.flag('item', `检查项“${item.text}”不适用于“${label}”，此行不计分`)
    return item
  }
  const usual = lookups.item(kind?.defaultItem ?? '', kindId)
  if (usual === null) return row.reject('item', `评分标准里没有这个检查项，“${label}”也没有默认检查项`)
  row.flag('item', `评分标准里没有这个检查项，按“${label}”的默认检查项“${usual.text}”处理`)
  return usual
}

/** The number of defects; what is no whole number is flagged and taken as not given. */
const readDefects = (row: CheckRow): number | null => {
  if (row.text('defects') === '') return null
  const defects = parseCount(row.text('defects'))
  if (defects === null) row.flag('defects', '缺陷数应为不小于 0 的整数，按未填处理')
  return defects
}

/** The source as it stands; one the standard does not rank is flagged. */
const readSource = (row: CheckRow, lookups: Lookups): string => {
  const source = lookups.source(row.text('source'))
  if (source !== null) return source
  const { sources } = lookups.standard
  const lowest = sources.reduce((a, b) => (b.rank < a.rank ? b : a)).id
  const known = sources.map((s) => s.id).join('、')
  row.flag('source', `检查来源应为${known}之一，按级别最低的“${lowest}”处理`)
  return row.text('source') || lowest
}

/** A place by id or name, or a whole 居委会 by its name. */
const spotOrArea = (text: string, lookups: Lookups): KnownSite | null => {
  const spot = lookups.spot(text, null)
  const area = spot === null && text !== '' ? lookups.area(text) : null
  return typeof area === 'string' ? lookups.spot(area, null) : spot
}

export const CHECKS: Table<keyof typeof columns, Check> = {
  file: 'inspections.csv',
  columns,
  reader: (lookups) => (row) => {
    const { standard } = lookups
    const at = spotOrArea(row.text('siteId'), lookups)
    if (at === null)
      return row.reject('siteId', row.text('siteId') === '' ? '没有填点位编号' : '没有这个点位编号')
    const item = readItem(row, at.kind, lookups)
    if (item === null) return null
    const result = readResult(row, lookups)
    if (result === null) return null
    const day = requiredDay(row, 'date', lookups)
    if (day === null) return null
    const source = readSource(row, lookups)
    const defects = readDefects(row)
    const band = standard.bands[inStandard(standard).bands.get(result.result ?? '') ?? -1]
    if (band && defects !== null && disagrees(band, defects))
      row.flag('defects', `结果“${band.result}”与缺陷数 ${defects} 不符，按较差的计`)
    return {
      visit: row.text('visit') || `${row.file}:${row.line}`,
      siteId: at.id,
      day,
      source,
      item: item.id,
      ...result,
      defects,
      note: readText(row, 'note'),
      line: row.line,
    }
  },
}
