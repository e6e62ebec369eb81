/**
 * Cross tables: a row a place, a column an item, in each cell how the item stood there (18/20, √, ×). Each cell becomes a
 * row of its own, so that they are read as checks.
 */
import { plain } from '../tables/cells.ts'
import { isKnownHeading } from './known-headings.ts'
import type { Sheet, SheetRow } from './opened.ts'

const MARK = /^(?:√|✓|✔|×|✗|✘|x|是|否|合格|不合格|达标|不达标|很好|优|良|差|不适用)$/i
const POINTS = /^(\d{1,3}(?:\.\d+)?)(?:\s*\/\s*(\d{1,3}))?\s*分?$/

/** Sums and ranks of a row are no items. */
const SUM = /合计|总分|总计|小计|得分|平均|达标率|合格率|比例|名次|排名|占比|备注|说明/
/** What names the place of a row, the first that is there. */
const PLACE = [/名称$|市场|点位|单位|场所|店/, /社区|居委会|村/] as const

/** Rows that are looked at. */
const LOOKED_AT = 30
const FEWEST_ITEMS = 2

/** 「环境卫生（40分）地面保洁」: what stands behind the points of its group, and full marks where it says them itself. */
const itemIn = (
  heading: string,
): { item: string; group: string; full: number | null; groupFull: number | null } => {
  const text = plain(heading)
  const parts = /^(.*?)[(（]\s*(\d{1,3})\s*分?\s*[)）](.*)$/.exec(text)
  if (parts === null) return { item: text, group: '', full: null, groupFull: null }
  const [, before = '', points, behind = ''] = parts
  if (behind.trim() === '') return { item: before.trim(), group: '', full: Number(points), groupFull: null }
  return { item: behind.trim(), group: before.trim(), full: null, groupFull: Number(points) }
}

/** A cell as a result of the contract: a mark as it stands, points as a grade out of ten. */
const resultOf = (cell: string, full: number | null): string => {
  const points = POINTS.exec(plain(cell))
  if (points === null) return cell
  const of = points[2] === undefined ? full : Number(points[2])
  return of === null || of === 10
    ? (points[1] as string)
    : String(Number(((10 * Number(points[1])) / of).toFixed(2)))
}

interface ItemColumn {
  column: number
  item: string
  full: number | null
}

const columnsOf = (sheet: Sheet): { place: number; items: ItemColumn[] } | null => {
  const { cells: headings } = sheet.header
  const held = headings.map((): string[] => [])
  let looked = 0
  for (const { cells } of sheet.rows()) {
    headings.forEach((_, i) => {
      const cell = (cells[i] ?? '').trim()
      if (cell !== '') held[i]?.push(cell)
    })
    if (++looked === LOOKED_AT) break
  }
  const isItem = (heading: string, i: number) =>
    heading.trim() !== '' &&
    !SUM.test(heading) &&
    !isKnownHeading(heading) &&
    (held[i]?.length ?? 0) > 0 &&
    held[i]?.every((cell) => MARK.test(plain(cell)) || POINTS.test(plain(cell))) === true
  const told = headings.flatMap((heading, column) =>
    isItem(heading, column) ? [{ column, ...itemIn(heading) }] : [],
  )
  const place = PLACE.map((pattern) =>
    headings.findIndex((heading, i) => pattern.test(heading) && !told.some(({ column }) => column === i)),
  ).find((at) => at >= 0)
  if (told.length < FEWEST_ITEMS || place === undefined) return null
  const items = told.map(({ column, item, group, full, groupFull }) => ({
    column,
    item,
    // The points of a group are shared by its columns.
    full: full ?? (groupFull === null ? null : groupFull / told.filter((one) => one.group === group).length),
  }))
  return { place, items }
}

/**
 * The sheet as rows of checks (点位, 检查项, 结果, with the number of the row they come from), or null where it is no cross
 * table.
 */
export const uncrossed = (sheet: Sheet): Sheet | null => {
  const found = columnsOf(sheet)
  if (found === null) return null
  const { place, items } = found
  const walk = function* (): Generator<SheetRow | null> {
    for (const row of sheet.walk()) {
      if (row === null) yield null
      else
        for (const { column, item, full } of items) {
          const cell = (row.cells[column] ?? '').trim()
          if (cell === '') continue
          yield {
            line: row.line,
            cells: [row.cells[place] ?? '', item, resultOf(cell, full)],
            fault: row.fault,
            ...(row.hidden === true ? { hidden: true as const } : {}),
          }
        }
    }
  }
  const rows = function* (): Generator<SheetRow> {
    for (const row of walk()) if (row !== null) yield row
  }
  return {
    ...sheet,
    header: { ...sheet.header, cells: ['点位', '检查项', '结果'] },
    rows,
    walk,
    about: sheet.about * items.length,
    passed: [
      ...sheet.passed,
      {
        line: sheet.header.line,
        text: items.map(({ item }) => item).join('、'),
        reason: '一列一个检查项的表：每一格读成一条检查，分数按满分折成 10 分制',
      },
    ],
  }
}
