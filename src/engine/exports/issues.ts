/** 问题台账 as sheets: the columns of the contract, so that it is read back as it was, then what a reader wants to see. */

import { ISSUE_EXTRAS } from '../../intake/tables/extras.ts'
import { TABLES } from '../../intake/tables/index.ts'
import { inStandard } from '../../model/by-id.ts'
import { type Day, formatDay } from '../../model/day.ts'
import type { Issue } from '../../model/records.ts'
import { issueLine, queryIssues } from '../answers/issues.ts'
import type { IssueLine, IssueQuery } from '../contract/issues.ts'
import type { Opened } from '../package/open.ts'
import { byOffice } from './by-office.ts'
import {
  dateColumn,
  type ExportSheet,
  noteSheet,
  numberColumn,
  type SheetCell,
  type SheetColumn,
  textColumn,
} from './sheet.ts'

const { columns } = TABLES.issues
type Field = keyof typeof columns

const heading = (field: Field): string => columns[field].headings[0] as string
const text = (field: Field, width: number) => textColumn(heading(field), width)
const code = (field: Field, width: number) => textColumn(heading(field), width)
const date = (field: Field) => dateColumn(heading(field))

/** A column of the contract and the record's own cell in it: nothing that was worked out from elsewhere. */
const CONTRACT: readonly (readonly [SheetColumn, (issue: Issue) => SheetCell])[] = [
  [code('id', 14), (issue) => issue.id],
  [code('siteId', 12), (issue) => issue.siteId],
  [code('item', 20), (issue) => issue.item],
  [{ ...numberColumn(heading('lon'), 6, 12) }, (issue) => issue.lon],
  [{ ...numberColumn(heading('lat'), 6, 12) }, (issue) => issue.lat],
  [code('areaCode', 15), (issue) => issue.areaCode],
  [date('foundOn'), (issue) => issue.foundOn],
  [text('source', 12), (issue) => issue.source],
  [text('severity', 10), (issue) => issue.severity],
  [text('description', 40), (issue) => issue.description],
  [text('responsible', 22), (issue) => issue.responsible],
  [date('dueOn'), (issue) => issue.dueOn],
  [date('fixedOn'), (issue) => issue.fixedOn],
  [date('verifiedOn'), (issue) => issue.verifiedOn],
  [text('reworks', 13), (issue) => issue.reworks.map(formatDay).join(';') || null],
  [code('photoBefore', 26), (issue) => issue.photoBefore],
  [code('photoAfter', 26), (issue) => issue.photoAfter],
]

const EXTRA: Readonly<Record<(typeof ISSUE_EXTRAS)[number], readonly [SheetColumn['type'], width: number]>> =
  {
    状态: ['text', 10],
    逾期天数: ['number', 10],
    返工次数: ['number', 10],
    点位名称: ['text', 24],
    点位责任单位: ['text', 22],
    居委会名称: ['text', 18],
    办事处: ['text', 18],
    类别: ['text', 16],
    检查项名称: ['text', 30],
    分类: ['text', 20],
  }

/** What a feature says by its geometry. */
const PLACE: ReadonlySet<string> = new Set([heading('lon'), heading('lat')])

const ISSUE_COLUMNS: readonly SheetColumn[] = [
  ...CONTRACT.map(([column]) => column),
  ...ISSUE_EXTRAS.map((name) => ({ heading: name, type: EXTRA[name][0], width: EXTRA[name][1], digits: 0 })),
]

/** The cells under ISSUE_EXTRAS. */
const extras = ({ model, standard, places, prepared }: Opened, line: IssueLine): SheetCell[] => {
  const spot = places.spots[prepared.issueSpot[line.index] as number]
  const site = spot?.of === 'site' ? model.sites[spot.index] : undefined
  return [
    line.state,
    line.lateDays,
    line.reworks,
    line.siteName,
    site?.responsible ?? null,
    line.areaName,
    line.office,
    standard.kinds[inStandard(standard).kinds.get(line.kind ?? '') ?? -1]?.label ?? null,
    line.itemText,
    line.categoryLabel,
  ]
}

const conditions = ({ model, standard }: Opened, query: IssueQuery): string => {
  const name = (code: string | null) => model.areas.find((area) => area.code === code)?.name ?? code
  const span = (what: string, from: Day | null, to: Day | null) =>
    from === null && to === null
      ? ''
      : `${what} ${from === null ? '' : formatDay(from)} 至 ${to === null ? '' : formatDay(to)}`
  const kinds = query.kinds.map((id) => standard.kinds.find((kind) => kind.id === id)?.label ?? id)
  const said = [
    query.office,
    name(query.area),
    query.site && `点位 ${query.site}`,
    kinds.join('、'),
    query.states.join('、'),
    query.severities.join('、'),
    query.sources.join('、'),
    span('发现于', query.foundFrom, query.foundTo),
    span('期限', query.dueFrom, query.dueTo),
    query.text && `含“${query.text}”`,
  ].filter(Boolean)
  return said.join('；') || '全部'
}

/** What a feature of the problem says: the columns of the contract, places apart, then those for the reader. */
export const issueProperties = (opened: Opened, line: IssueLine): Record<string, string | number | null> => {
  const issue = opened.model.issues[line.index] as Issue
  const plain = (column: SheetColumn, cell: SheetCell) =>
    column.type === 'date' && typeof cell === 'number' ? formatDay(cell) : cell
  const told = CONTRACT.filter(([column]) => !PLACE.has(column.heading))
  return Object.fromEntries([
    ...told.map(([column, cell]) => [column.heading, plain(column, cell(issue))] as const),
    ...extras(opened, line).map((cell, i) => [ISSUE_EXTRAS[i] as string, cell] as const),
  ])
}

/** The problems asked for, in the order asked for; one sheet an office where that is wanted. */
export const issueSheets = (opened: Opened, query: IssueQuery, splitByOffice: boolean): ExportSheet[] => {
  const lines = [...queryIssues(opened, query)].flatMap((index) => issueLine(opened, index, query.asOf) ?? [])
  const rowOf = (line: IssueLine): SheetCell[] => {
    const issue = opened.model.issues[line.index] as Issue
    return [...CONTRACT.map(([, cell]) => cell(issue)), ...extras(opened, line)]
  }
  const sheet = (name: string, of: readonly IssueLine[]): ExportSheet => ({
    name,
    columns: ISSUE_COLUMNS,
    rows: of.map(rowOf),
  })
  const groups = byOffice(opened, lines, (line) => line.areaCode)
  const sheets = splitByOffice ? groups.map(({ name, of }) => sheet(name, of)) : [sheet('问题台账', lines)]
  const { model, standard } = opened
  return [
    ...sheets,
    noteSheet([
      ['数据', `${model.district.title}${model.district.synthetic ? '（示例数据）' : ''}`],
      ['状态、逾期天数截至', formatDay(query.asOf)],
      ['条件', conditions(opened, query)],
      ['问题数', String(lines.length)],
      ['评分标准', standard.version],
      [
        '再导入',
        `“${heading('id')}”到“${heading('photoAfter')}”各列可改后再导入；其后各列只供查看，不会读回`,
      ],
    ]),
  ]
}
