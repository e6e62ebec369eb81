/** 问题台账 as sheets: what a reader wants to see, among the columns of the contract, so that it is read back as it was. */

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
const date = (field: Field) => dateColumn(heading(field))

/** A problem as a row is made of it. */
interface Told {
  issue: Issue
  line: IssueLine
  opened: Opened
}

type Entry = readonly [SheetColumn, (told: Told) => SheetCell]

/** A column of the contract and the record's own cell in it: nothing that was worked out from elsewhere. */
const own = (column: SheetColumn, cell: (issue: Issue) => SheetCell): Entry => [
  column,
  ({ issue }) => cell(issue),
]

/** A column for the reader, not read back. */
const extra = (
  name: (typeof ISSUE_EXTRAS)[number],
  width: number,
  cell: (told: Told) => SheetCell,
  type: SheetColumn['type'] = 'text',
): Entry => [{ heading: name, type, width, digits: 0 }, cell]

const siteOf = ({ opened: { model, places, prepared }, line }: Told) => {
  const spot = places.spots[prepared.issueSpot[line.index] as number]
  return spot?.of === 'site' ? model.sites[spot.index] : undefined
}

const kindOf = ({ opened: { standard }, line }: Told): string | null =>
  standard.kinds[inStandard(standard).kinds.get(line.kind ?? '') ?? -1]?.label ?? null

/** How it stands, where, what, whose; then the days; what is a code or an address stands last. */
const ENTRIES: readonly Entry[] = [
  own(text('id', 14), (issue) => issue.id),
  extra('状态', 10, ({ line }) => line.state),
  extra('逾期天数', 10, ({ line }) => line.lateDays, 'number'),
  extra('办事处', 18, ({ line }) => line.office),
  extra('居委会名称', 18, ({ line }) => line.areaName),
  extra('点位名称', 24, ({ line }) => line.siteName),
  extra('类别', 16, kindOf),
  extra('检查项名称', 30, ({ line }) => line.itemText),
  own(text('description', 40), (issue) => issue.description),
  own(text('address', 26), (issue) => issue.address),
  own(text('severity', 10), (issue) => issue.severity),
  own(text('responsible', 22), (issue) => issue.responsible),
  own(date('foundOn'), (issue) => issue.foundOn),
  own(date('dueOn'), (issue) => issue.dueOn),
  own(date('fixedOn'), (issue) => issue.fixedOn),
  own(date('verifiedOn'), (issue) => issue.verifiedOn),
  own(text('reworks', 13), (issue) => issue.reworks.map(formatDay).join(';') || null),
  extra('返工次数', 10, ({ line }) => line.reworks, 'number'),
  own(text('source', 12), (issue) => issue.source),
  extra('分类', 20, ({ line }) => line.categoryLabel),
  extra('点位责任单位', 22, (told) => siteOf(told)?.responsible ?? null),
  own(text('siteId', 12), (issue) => issue.siteId),
  own(text('item', 20), (issue) => issue.item),
  own(text('areaCode', 15), (issue) => issue.areaCode),
  own(text('located', 12), (issue) => issue.located),
  own(numberColumn(heading('lon'), 6, 12), (issue) => issue.lon),
  own(numberColumn(heading('lat'), 6, 12), (issue) => issue.lat),
  own(text('photoBefore', 26), (issue) => issue.photoBefore),
  own(text('photoAfter', 26), (issue) => issue.photoAfter),
]

/** What a feature says by its geometry. */
const PLACE: ReadonlySet<string> = new Set([heading('lon'), heading('lat')])

const toldOf = (opened: Opened, line: IssueLine): Told => ({
  issue: opened.model.issues[line.index] as Issue,
  line,
  opened,
})

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

/** What a feature of the problem says: the columns of the sheet, its place apart. */
export const issueProperties = (opened: Opened, line: IssueLine): Record<string, string | number | null> => {
  const told = toldOf(opened, line)
  return Object.fromEntries(
    ENTRIES.filter(([column]) => !PLACE.has(column.heading)).map(([column, cellOf]) => {
      const cell = cellOf(told)
      return [column.heading, column.type === 'date' && typeof cell === 'number' ? formatDay(cell) : cell]
    }),
  )
}

/** The problems asked for, in the order asked for; one sheet an office where that is wanted. */
export const issueSheets = (opened: Opened, query: IssueQuery, splitByOffice: boolean): ExportSheet[] => {
  const lines = [...queryIssues(opened, query)].flatMap((index) => issueLine(opened, index, query.asOf) ?? [])
  const sheet = (name: string, of: readonly IssueLine[]): ExportSheet => ({
    name,
    columns: ENTRIES.map(([column]) => column),
    rows: of.map((line) => {
      const told = toldOf(opened, line)
      return ENTRIES.map(([, cell]) => cell(told))
    }),
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
      ['再导入', `各列可改后再导入；“${ISSUE_EXTRAS.join('”“')}”只供查看，不会读回`],
    ]),
  ]
}
