/** `issues.csv`: 问题台账. */
import type { Day } from '../../model/day.ts'
import type { Issue } from '../../model/records.ts'
import { mildestOf } from '../../model/severity.ts'
import { plain } from './cells.ts'
import { parseDate } from './date-forms.ts'
import {
  ADDRESS,
  AREA,
  flagFutures,
  LAT,
  LOCATED,
  LON,
  optionalDay,
  RESPONSIBLE,
  readArea,
  readLocated,
  readPhoto,
  readPlace,
  readText,
  requiredDay,
  SITE,
} from './fields.ts'
import type { KnownSite, Lookups } from './lookups.ts'
import type { Row, Table } from './table.ts'

const columns = {
  id: {
    headings: [
      '编号',
      '问题编号',
      '台账编号',
      '案卷编号',
      '任务号',
      '事件编号',
      '案件编号',
      '工单编号',
      '问题序号',
      '序号',
    ],
    required: true,
  },
  siteId: SITE,
  item: {
    headings: [
      '检查项',
      '检查项目',
      '问题类别',
      '问题类型',
      '案件小类',
      '检查内容',
      '小类',
      '类别',
      '类型',
      '问题分类',
    ],
  },
  lon: LON,
  lat: LAT,
  areaCode: AREA,
  address: ADDRESS,
  located: LOCATED,
  foundOn: {
    headings: [
      '发现日期',
      '发现时间',
      '检查日期',
      '检查时间',
      '巡查日期',
      '巡查时间',
      '督查日期',
      '督查时间',
      '交办日期',
      '交办时间',
      '反馈日期',
      '反馈时间',
      '上报时间',
      '提交时间',
      '提交时间(自动)',
      '日期',
      '时间',
    ],
    required: true,
  },
  source: { headings: ['来源', '检查来源', '问题来源', '督导单位', '检查单位', '发现渠道'] },
  severity: { headings: ['严重程度', '程度', '问题等级', '严重等级', '问题程度', '等级'] },
  description: {
    headings: [
      '问题描述',
      '描述',
      '问题',
      '存在问题',
      '问题内容',
      '具体问题',
      '问题详情',
      '问题情况',
      '检查发现问题',
      '发现问题',
      '发现的问题',
      '主要问题',
      '隐患描述',
      '问题及点位',
      '存在的问题',
    ],
  },
  responsible: RESPONSIBLE,
  dueOn: {
    headings: [
      '整改期限',
      '期限',
      '整改时限',
      '截止日期',
      '完成时限',
      '限期',
      '整改要求时间',
      '整改完成时限',
      '要求完成时间',
      '限期整改时间',
      '处置时限',
    ],
  },
  fixedOn: {
    headings: [
      '整改完成日期',
      '完成日期',
      '整改日期',
      '整改完成时间',
      '完成时间',
      '办结时间',
      '办结日期',
      '实际完成时间',
      '整改时间',
    ],
  },
  verifiedOn: {
    headings: [
      '复查通过日期',
      '销号日期',
      '复查通过时间',
      '销号时间',
      '复查时间',
      '复查日期',
      '验收时间',
      '验收日期',
      '结案时间',
    ],
  },
  reworks: { headings: ['返工日期'] },
  photoBefore: { headings: ['整改前照片', '整改前图片', '问题照片', '整改前', '现场照片', '照片', '图片'] },
  photoAfter: { headings: ['整改后照片', '整改后图片', '整改照片', '整改后'] },
} as const

type IssueRow = Row<keyof typeof columns>

/** A later date of a problem; one before it was found is ignored. */
const readLater = (row: IssueRow, field: 'dueOn' | 'fixedOn' | 'verifiedOn', foundOn: Day): Day | null => {
  const day = optionalDay(row, field)
  if (day === null || day >= foundOn) return day
  row.flag(field, '早于发现日期，不予采用')
  return null
}

const readReworks = (row: IssueRow, foundOn: Day): Day[] => {
  const text = row.text('reworks')
  if (text === '') return []
  return text
    .split(/[;；、,，]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => {
      const day = parseDate(part)
      if (day !== null && day >= foundOn) return [day]
      const fault = day === null ? '读不懂' : '早于发现日期'
      row.flag('reworks', `返工日期“${part}”${fault}，不予采用`)
      return []
    })
}

const readDates = (
  row: IssueRow,
  foundOn: Day,
  lookups: Lookups,
): Pick<Issue, 'dueOn' | 'fixedOn' | 'verifiedOn' | 'reworks'> => {
  const dueOn = readLater(row, 'dueOn', foundOn)
  const fixedOn = readLater(row, 'fixedOn', foundOn)
  const verifiedOn = readLater(row, 'verifiedOn', foundOn)
  const reworks = readReworks(row, foundOn)
  if (dueOn === null) row.flag('dueOn', '没有整改期限，不会计为逾期')
  if (verifiedOn !== null && fixedOn === null)
    row.flag('fixedOn', '已复查通过但没有整改完成日期，按复查当日完成处理')
  if (verifiedOn !== null && fixedOn !== null && verifiedOn < fixedOn)
    row.flag('verifiedOn', '复查通过早于整改完成，请核对')
  flagFutures(
    row,
    [['fixedOn', fixedOn], ['verifiedOn', verifiedOn], ...reworks.map((day) => ['reworks', day] as const)],
    lookups,
  )
  return { dueOn, fixedOn: fixedOn ?? verifiedOn, verifiedOn, reworks }
}

/** The place named by id or name; one much like it in the same 居委会 is taken for it and told. */
const readSite = (row: IssueRow, areaCode: string | null, lookups: Lookups): KnownSite | null => {
  const text = row.text('siteId')
  if (text === '') return null
  const site = lookups.spot(text, areaCode)
  if (site !== null) return site
  const near = areaCode === null ? null : lookups.nearSpot(text, areaCode)
  row.flag(
    'siteId',
    near === null ? '没有这个点位编号，按没有点位处理' : `没有这个点位编号，按名称相近的“${near.name}”处理`,
  )
  return near
}

/** The item named, or null (the default item of its kind of place then serves). */
const readItem = (row: IssueRow, kind: string | null, lookups: Lookups): string | null => {
  const text = row.text('item')
  if (text === '') return null
  const item = lookups.item(text, kind)
  if (item === null) row.flag('item', '评分标准里没有这个检查项，按点位类别的默认检查项处理')
  return item?.id ?? null
}

/** Reads the level named; any other is flagged and taken for the mildest. */
const severityReader = ({ standard, severity }: Lookups): ((row: IssueRow) => string) => {
  const levels = standard.severity.levels.map((level) => level.id)
  const mildest = mildestOf(standard).id
  return (row) => {
    const text = row.text('severity')
    const level = severity(text)
    if (level !== null) return level
    if (text === '') row.flag('severity', `没有填严重程度，按“${mildest}”处理`)
    else row.flag('severity', `严重程度应为${levels.join('、')}之一，按“${mildest}”处理`)
    return mildest
  }
}

export const ISSUES: Table<keyof typeof columns, Issue> = {
  file: 'issues.csv',
  columns,
  reader: (lookups) => {
    const first = new Map<string, number>()
    const readSeverity = severityReader(lookups)
    return (row) => {
      const id = plain(row.text('id'))
      if (id === '') return row.reject('id', '没有填编号')
      const foundOn = requiredDay(row, 'foundOn', lookups)
      if (foundOn === null) return null
      const before = first.get(id)
      if (before === undefined) first.set(id, row.line)
      else row.flag('id', `编号与第 ${before} 行重复，两行都计入`)
      const areaCode = readArea(row, 'areaCode', lookups)
      const site = readSite(row, areaCode, lookups)
      return {
        id,
        siteId: site?.id ?? null,
        item: readItem(row, site?.kind ?? null, lookups),
        ...readPlace(row, 'lon', 'lat'),
        areaCode,
        foundOn,
        source: readText(row, 'source'),
        severity: readSeverity(row),
        address: readText(row, 'address'),
        located: readLocated(row, 'located'),
        description: row.text('description'),
        responsible: readText(row, 'responsible'),
        ...readDates(row, foundOn, lookups),
        photoBefore: readPhoto(row, 'photoBefore'),
        photoAfter: readPhoto(row, 'photoAfter'),
        line: row.line,
      }
    }
  },
}
