/** `issues.csv`: 问题台账. */
import { type Day, parseDay } from '../../model/day.ts'
import type { Issue } from '../../model/records.ts'
import type { Standard } from '../../model/standard.ts'
import { plain } from '../cells.ts'
import {
  AREA,
  LAT,
  LON,
  optionalDay,
  readArea,
  readPhoto,
  readPlace,
  readText,
  requiredDay,
  SITE,
} from '../fields.ts'
import type { Lookups } from '../lookups.ts'
import type { Notebook } from '../notebook.ts'
import { type Row, readTable } from '../table.ts'

const COLUMNS = {
  id: { headings: ['编号', '问题编号'], required: true },
  siteId: SITE,
  item: { headings: ['检查项', '检查项目'] },
  lon: LON,
  lat: LAT,
  areaCode: AREA,
  foundOn: { headings: ['发现日期', '发现时间'], required: true },
  source: { headings: ['来源', '检查来源', '问题来源'] },
  severity: { headings: ['严重程度'] },
  description: { headings: ['问题描述', '描述', '问题'] },
  responsible: { headings: ['责任单位'] },
  dueOn: { headings: ['整改期限', '期限'] },
  fixedOn: { headings: ['整改完成日期', '完成日期'] },
  verifiedOn: { headings: ['复查通过日期', '销号日期'] },
  reworks: { headings: ['返工日期'] },
  photoBefore: { headings: ['整改前照片'] },
  photoAfter: { headings: ['整改后照片'] },
} as const

type IssueRow = Row<keyof typeof COLUMNS>

/** A later date of a problem; one before it was found is ignored. */
const readLater = (row: IssueRow, field: 'dueOn' | 'fixedOn' | 'verifiedOn', foundOn: Day): Day | null => {
  const day = optionalDay(row, field)
  if (day === null || day >= foundOn) return day
  row.flag(field, '早于发现日期，不予采用')
  return null
}

const readReworks = (row: IssueRow, foundOn: Day): Day[] =>
  row
    .text('reworks')
    .split(/[;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => {
      const day = parseDay(plain(part))
      if (day !== null && day >= foundOn) return [day]
      row.flag(
        'reworks',
        day === null ? `返工日期“${part}”读不懂，不予采用` : `返工日期“${part}”早于发现日期，不予采用`,
      )
      return []
    })

/** The item named, or null (the default item of its kind of place then serves). */
const readItem = (row: IssueRow, kind: string | null, lookups: Lookups): string | null => {
  const text = row.text('item')
  if (text === '') return null
  const item = lookups.item(text, kind)
  if (item === null) row.flag('item', '评分标准里没有这个检查项，按点位类别的默认检查项处理')
  return item?.id ?? null
}

const readDates = (
  row: IssueRow,
  foundOn: Day,
  lookups: Lookups,
): Pick<Issue, 'dueOn' | 'fixedOn' | 'verifiedOn' | 'reworks'> => {
  const dueOn = readLater(row, 'dueOn', foundOn)
  let fixedOn = readLater(row, 'fixedOn', foundOn)
  const verifiedOn = readLater(row, 'verifiedOn', foundOn)
  const reworks = readReworks(row, foundOn)
  if (dueOn === null) row.flag('dueOn', '没有整改期限，不会计为逾期')
  if (verifiedOn !== null && fixedOn === null) {
    row.flag('fixedOn', '已复查通过但没有整改完成日期，按复查当日完成处理')
    fixedOn = verifiedOn
  } else if (verifiedOn !== null && fixedOn !== null && verifiedOn < fixedOn)
    row.flag('verifiedOn', '复查通过早于整改完成，请核对')
  for (const [field, day] of [
    ['fixedOn', fixedOn],
    ['verifiedOn', verifiedOn],
  ] as const) {
    if (day === null) continue
    lookups.seen(day)
    if (lookups.limit !== null && day > lookups.limit) row.flag(field, '日期晚于数据日期，到那一天才计入')
  }
  for (const day of reworks) lookups.seen(day)
  return { dueOn, fixedOn, verifiedOn, reworks }
}

export const readIssues = (
  file: string,
  bytes: Uint8Array | undefined,
  standard: Standard,
  lookups: Lookups,
  notebook: Notebook,
): Issue[] => {
  const first = new Map<string, number>()
  const levels = standard.severity.levels.map((level) => level.id)
  return readTable(file, bytes, COLUMNS, notebook).flatMap((row): Issue[] => {
    const id = plain(row.text('id'))
    if (id === '') return row.reject('id', '没有填编号') ?? []
    const foundOn = requiredDay(row, 'foundOn', lookups)
    if (foundOn === null) return []
    const before = first.get(id)
    if (before === undefined) first.set(id, row.line)
    else row.flag('id', `编号与第 ${before} 行重复，两行都计入`)
    let siteId: string | null = plain(row.text('siteId')) || null
    const kind = siteId === null ? undefined : lookups.kindOfSpot(siteId)
    if (siteId !== null && kind === undefined) {
      row.flag('siteId', '没有这个点位编号，按没有点位处理')
      siteId = null
    }
    let severity = plain(row.text('severity'))
    if (!levels.includes(severity)) {
      row.flag('severity', `严重程度应为${levels.join('、')}之一，按“${levels[0]}”处理`)
      severity = levels[0] as string
    }
    return [
      {
        id,
        siteId,
        item: readItem(row, kind ?? null, lookups),
        ...readPlace(row, 'lon', 'lat'),
        areaCode: readArea(row, 'areaCode', lookups),
        foundOn,
        source: readText(row, 'source'),
        severity,
        description: row.text('description'),
        responsible: readText(row, 'responsible'),
        ...readDates(row, foundOn, lookups),
        photoBefore: readPhoto(row, 'photoBefore'),
        photoAfter: readPhoto(row, 'photoAfter'),
        line: row.line,
      },
    ]
  })
}
