/** `inspections.csv`: items checked at sites. */
import { disagrees } from '../../model/band.ts'
import type { Check } from '../../model/records.ts'
import type { Standard } from '../../model/standard.ts'
import { parseNumber, plain } from '../cells.ts'
import { readCount, readText, requiredDay, SITE } from '../fields.ts'
import type { Lookups } from '../lookups.ts'
import type { Notebook } from '../notebook.ts'
import { type Row, readTable } from '../table.ts'

const COLUMNS = {
  visit: { headings: ['检查编号', '检查单号'] },
  siteId: { ...SITE, required: true },
  date: { headings: ['检查日期', '日期'], required: true },
  source: { headings: ['检查来源', '来源'] },
  item: { headings: ['检查项', '检查项目'], required: true },
  result: { headings: ['结果', '检查结果', '评分'], required: true },
  defects: { headings: ['缺陷数', '缺陷', '问题数'] },
  note: { headings: ['说明', '备注'] },
} as const

type CheckRow = Row<keyof typeof COLUMNS>

/** The result as a band's word, 不适用, or a grade; null after rejecting the row. */
const readResult = (row: CheckRow, standard: Standard): Pick<Check, 'result' | 'grade'> | null => {
  const text = plain(row.text('result'))
  const words = [...standard.bands.map((band) => band.result), standard.notApplicable]
  if (text === '') return row.reject('result', '没有填结果')
  if (words.includes(text)) return { result: text, grade: null }
  const grade = parseNumber(text)
  if (grade === null) return row.reject('result', `结果应为${words.join('、')}，或 0–10 的评分`)
  if (grade < 0 || grade > 10) return row.reject('result', '评分应在 0–10 之间')
  return { result: null, grade }
}

/** The number of defects; what is no whole number is flagged and taken as not given. */
const readDefects = (row: CheckRow): number | null => {
  if (row.text('defects') === '') return null
  const defects = readCount(row.text('defects'))
  if (defects === null) row.flag('defects', '缺陷数应为不小于 0 的整数，按未填处理')
  return defects
}

export const readChecks = (
  file: string,
  bytes: Uint8Array | undefined,
  standard: Standard,
  lookups: Lookups,
  notebook: Notebook,
): Check[] => {
  const sources = new Set(standard.sources.map((source) => source.id))
  const lowest = standard.sources.reduce((a, b) => (b.rank < a.rank ? b : a)).id
  return readTable(file, bytes, COLUMNS, notebook).flatMap((row): Check[] => {
    const siteId = plain(row.text('siteId'))
    if (siteId === '') return row.reject('siteId', '没有填点位编号') ?? []
    const kind = lookups.kindOfSpot(siteId)
    if (kind === undefined) return row.reject('siteId', '没有这个点位编号') ?? []
    const item = lookups.item(row.text('item'), kind)
    if (item === null)
      return row.reject('item', row.text('item') === '' ? '没有填检查项' : '评分标准里没有这个检查项') ?? []
    if (kind === null || !item.kinds.includes(kind)) {
      const label = standard.kinds.find((k) => k.id === kind)?.label ?? '这类点位'
      return row.reject('item', `检查项“${item.text}”不适用于“${label}”`) ?? []
    }
    const result = readResult(row, standard)
    if (result === null) return []
    const day = requiredDay(row, 'date', lookups)
    if (day === null) return []
    const source = row.text('source')
    if (!sources.has(source))
      row.flag('source', `检查来源应为${[...sources].join('、')}之一，按级别最低的“${lowest}”处理`)
    const defects = readDefects(row)
    const band = standard.bands.find((b) => b.result === result.result)
    if (band && defects !== null && disagrees(band, defects))
      row.flag('defects', `结果“${band.result}”与缺陷数 ${defects} 不符，按较差的计`)
    return [
      {
        visit: row.text('visit') || `${file}:${row.line}`,
        siteId,
        day,
        source: source || lowest,
        item: item.id,
        ...result,
        defects,
        note: readText(row, 'note'),
        line: row.line,
      },
    ]
  })
}
