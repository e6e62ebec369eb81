/**
 * Several tables on one sheet, one below the other or side by side, told apart before they are read: each is then read as if
 * it had a sheet of its own.
 */
import type { Pace } from '../pace.ts'
import { headingKey } from '../tables/cells.ts'
import { findHeading, HEADING_WITHIN, isFilled, isText, type MergedCells, namesColumns } from './heading.ts'
import { countFields } from './known-headings.ts'
import type { SheetPictures, SheetRow } from './opened.ts'
import { isAside, repeatsTitle } from './passed.ts'
import { letterOf } from './xlsx/address.ts'

/** Rows as a format gives them. */
export interface Source {
  name: string
  /** walks all rows with anything in them, as often as asked; null as for `Sheet.walk` */
  walk: () => Iterable<SheetRow | null>
  /** rows there are, or nearly */
  about: number
  merges?: readonly MergedCells[]
  pictures?: SheetPictures
}

/** Where a table lies: lines from the first to before the last, columns from 0 likewise. */
interface Region {
  title: string
  lines: readonly [from: number, before: number]
  columns: readonly [from: number, before: number]
}

/** A table on a sheet, and what to tell of it where it is not the only one. */
export interface TableOnSheet {
  source: Source
  told: string | null
}

/** Rows among which a second table is looked for: lists longer than that have none below them. */
const MOST_ROWS_SEARCHED = 20_000
/** Rows at the top by which columns are told from each other. */
const LOOKED_AT = HEADING_WITHIN + 1
const MOST_TABLES = 50

const END = Number.POSITIVE_INFINITY

const filledIn = ({ cells }: SheetRow): string[] => cells.filter(isFilled).map((cell) => cell.trim())

/** What no name of a column is longer than, nor begins with: most rows of data are told so. */
const mayBeHeading = (filled: readonly string[]): boolean =>
  filled.length >= 2 && filled.every((cell) => cell.length <= 30 && !/^[-+]?\d/.test(cell))

/** 「二月台账」, or 「填报单位：…」 beside 「2019年5月」: what stands above a heading. */
const isTitle = (filled: readonly string[]): boolean =>
  filled.length === 1
    ? isText(filled[0]) || /\d\s*(年|月|季度|周|期|批)/.test(filled[0] as string)
    : filled.length === 2 && filled.some((cell) => /[:：]|\d年\s*\d{1,2}月/.test(cell))

const keyOf = (filled: readonly string[]): string => filled.map(headingKey).join('|')

/** Line breaks within cells are lines of a text file. */
const linesOf = ({ cells }: SheetRow): number =>
  cells.reduce((most, cell) => Math.max(most, cell.split('\n').length), 1)

interface Seen {
  /** heading of the table that is open, and how many rows ago it stood */
  key: string
  title: string
  since: number
}

/** Whether a row names columns, by the names the contract knows, or by what stands around it. */
const isHeadingRow = (
  row: SheetRow,
  below: readonly SheetRow[],
  above: { titles: number; gap: boolean; first: boolean },
): boolean => {
  const filled = filledIn(row)
  if (!mayBeHeading(filled) || !filled.every(isText)) return false
  const { fields, share } = namesColumns(row.cells)
  const apart = above.titles > 0 || above.gap
  if (share >= 0.6 && (fields >= 3 || (fields >= 2 && (apart || above.first)))) return true
  // Names nobody knows: under a title of their own, over numbers or dates, none of them twice.
  const wide = filled.length >= (above.titles > 0 && above.gap ? 2 : 3)
  const apartEnough = above.first || (above.titles > 0 && above.gap)
  const overValues = below.some(({ cells }) =>
    row.cells.some((cell, i) => isFilled(cell) && isFilled(cells[i]) && !isText(cells[i])),
  )
  return wide && apartEnough && overValues && new Set(filled).size === filled.length
}

interface Start {
  line: number
  title: string
}

/** Looks at one row after another, each with the two below it. */
const openSearch = () => {
  const starts: Start[] = []
  let table: Seen | null = null
  let above: SheetRow[] = []
  let gap = false
  let before: SheetRow | null = null
  /** rows with several cells before any heading was met */
  let unheaded = 0
  return {
    starts,
    see: (row: SheetRow, below: readonly SheetRow[]): void => {
      const filled = filledIn(row)
      const gapHere = before !== null && row.line > before.line + linesOf(before)
      before = row
      if (table !== null) table.since++
      const first = table === null && unheaded < 3
      if (isHeadingRow(row, below, { titles: above.length, gap: gap || gapHere, first })) {
        const key = keyOf(filled)
        const title = above.length > 0 ? (filledIn(above[0] as SheetRow)[0] as string) : ''
        const line = (above[0] ?? row).line
        const isLower = table !== null && table.since <= 2 && above.length === 0 && !gapHere
        const isAgain =
          table !== null && key === table.key && (title === '' || repeatsTitle(title, [table.title]))
        if (!isLower && !isAgain) {
          // Rows above the first heading that are no titles are a table themselves.
          if (table === null && unheaded >= 3 && (above.length > 0 || gapHere))
            starts.push({ line: 0, title: '' })
          starts.push({ line: starts.length === 0 ? 0 : line, title })
          table = { key, title, since: 0 }
        }
      } else if (isTitle(filled) && (!isAside(row) || above.length > 0)) {
        if (above.length === 0) gap = gapHere
        above.push(row)
        return
      } else if (table === null && filled.length >= 2) unheaded++
      above = []
      gap = false
    },
  }
}

/** Where tables begin, one below the other; one where there is but one. */
const startsIn = async ({ walk, name }: Source, pace: Pace): Promise<Start[]> => {
  const search = openSearch()
  const ahead: SheetRow[] = []
  let seen = 0
  for (const row of walk()) {
    if (pace.isDue()) await pace.rest(0, 1, name)
    if (row === null) continue
    ahead.push(row)
    if (ahead.length > 2) search.see(ahead.shift() as SheetRow, ahead)
    if (++seen > MOST_ROWS_SEARCHED || search.starts.length > MOST_TABLES) break
  }
  while (ahead.length > 0) search.see(ahead.shift() as SheetRow, ahead)
  return search.starts
}

/** Columns that hold anything, in runs with nothing between them. */
const runsOf = (rows: readonly SheetRow[]): [from: number, before: number][] => {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const runs: [number, number][] = []
  for (let i = 0; i < width; i++) {
    if (!rows.some(({ cells }) => isFilled(cells[i]))) continue
    const last = runs.at(-1)
    if (last !== undefined && last[1] === i) last[1] = i + 1
    else runs.push([i, i + 1])
  }
  return runs
}

/** A heading that is the same names over and over (序号, 名称, 序号, 名称), as runs of columns. */
const repeatsIn = (cells: readonly string[]): [number, number][] | null => {
  const keys = cells.map((cell) => headingKey(cell))
  for (let width = 2; width * 2 <= keys.length; width++)
    if (keys.length % width === 0 && keys.every((key, i) => key !== '' && key === keys[i % width]))
      return Array.from({ length: keys.length / width }, (_, i) => [i * width, (i + 1) * width])
  return null
}

const cut = (rows: readonly SheetRow[], [from, before]: readonly [number, number]): SheetRow[] =>
  rows
    .map((row) => ({ ...row, cells: row.cells.slice(from, before) }))
    .filter(({ cells }) => cells.some(isFilled))

/** The columns of tables side by side; one run where there is but one. */
const columnsIn = (head: readonly SheetRow[], merges: readonly MergedCells[]): [number, number][] => {
  const whole: [number, number][] = [[0, END]]
  const body = head.filter((row) => filledIn(row).length > 2)
  const heading = findHeading(head, merges)
  if (heading === null || heading.rows === 0 || body.length < 2) return whole
  const trimmed = heading.cells.slice(0, heading.cells.findLastIndex(isFilled) + 1)
  const runs = repeatsIn(trimmed) ?? runsOf(body)
  if (runs.length < 2) return whole
  const titles = head.filter((row) => !body.includes(row) && row.line < (head[heading.at]?.line ?? 0))
  const parts = runs.map((run) => ({
    cells: findHeading(cut(body, run))?.cells.filter(isFilled) ?? [],
    titled: titles.some(({ cells }) => cells.slice(...run).some(isFilled)),
  }))
  if (parts.some(({ cells }) => cells.length < 2)) return whole
  const [left, ...others] = parts as [(typeof parts)[number], ...typeof parts]
  const keys = new Set(left.cells.map(headingKey))
  const isApart = ({ cells, titled }: (typeof parts)[number]) =>
    cells.filter((cell) => keys.has(headingKey(cell))).length >= 2 ||
    (titled && left.titled) ||
    (countFields(cells) >= 3 &&
      countFields(left.cells) >= 3 &&
      countFields([...left.cells, ...cells]) < countFields(left.cells) + countFields(cells))
  if (!others.every(isApart)) return whole
  // What stands between two tables belongs to the left one, so that nothing is dropped.
  return runs.map(([from], i) => [i === 0 ? 0 : from, runs[i + 1]?.[0] ?? END])
}

const isWithin = (value: number, [from, before]: readonly [number, number]): boolean =>
  value >= from && value < before

const regional = (source: Source, { lines, columns }: Region, name: string): Source => {
  const { merges, pictures } = source
  const [left, right] = columns
  const walk = function* (): Generator<SheetRow | null> {
    for (const row of source.walk()) {
      if (row !== null && row.line >= lines[1]) return
      if (row === null || !isWithin(row.line, lines)) yield null
      else {
        const cells = left === 0 && right === END ? row.cells : row.cells.slice(left, right)
        if (cells.some(isFilled) || row.fault !== null) yield { ...row, cells }
      }
    }
  }
  const own: Source = { name, walk, about: Math.min(source.about, lines[1] - lines[0]) }
  if (merges !== undefined)
    own.merges = merges
      .filter((m) => isWithin(m.top + 1, lines) && isWithin(m.left, columns))
      .map((m) => ({ ...m, left: m.left - left, right: Math.min(m.right, right - 1) - left }))
  if (pictures !== undefined)
    own.pictures = {
      named: pictures.named,
      floating: pictures.floating
        .filter(({ line, column }) => isWithin(line, lines) && isWithin(column, columns))
        .map((one) => ({ ...one, column: one.column - left })),
    }
  return own
}

/** 「5月 · 二月台账」, 「Sheet1 第2表」: by its title, where no other has the same. */
const nameOf = (sheet: string, regions: readonly Region[], i: number): string => {
  const { title } = regions[i] as Region
  const isOwn = title !== '' && regions.filter((one) => one.title === title).length === 1
  const says = /^(sheet|工作表)?\s*\d*$/i.test(sheet) ? '' : sheet
  if (isOwn) return [says, title.slice(0, 40)].filter((part) => part !== '').join(' · ')
  return `${sheet} 第${i + 1}表`.trim()
}

const tell = (regions: readonly Region[], i: number, rows: boolean): string => {
  const { lines, columns } = regions[i] as Region
  const where = rows
    ? `从第 ${Math.max(1, lines[0])} 行${lines[1] === END ? '起' : `到第 ${lines[1] - 1} 行`}`
    : `从 ${letterOf(columns[0])} 列${columns[1] === END ? '起' : `到 ${letterOf(columns[1] - 1)} 列`}`
  return `同一张工作表上有 ${regions.length} 张表，已分开列出：这是第 ${i + 1} 张，${where}`
}

/** The tables on a sheet, from the top left. */
export const tablesOn = async (source: Source, pace: Pace): Promise<TableOnSheet[]> => {
  const { name, merges = [] } = source
  const starts = await startsIn(source, pace)
  const bands = starts.length < 2 ? [{ line: 0, title: '' }] : starts
  const regions: Region[] = []
  for (const [i, { line, title }] of bands.entries()) {
    const lines = [line, bands[i + 1]?.line ?? END] as const
    const band = regional(source, { title, lines, columns: [0, END] }, name)
    const head: SheetRow[] = []
    for (const row of band.walk()) {
      if (row !== null && head.push(row) === LOOKED_AT) break
      if (row === null && pace.isDue()) await pace.rest(0, 1, name)
    }
    const columns = columnsIn(head, band.merges ?? merges)
    for (const run of columns) {
      const above = columns.length < 2 ? [] : cut(head, run).filter((row) => filledIn(row).length === 1)
      regions.push({
        title:
          columns.length < 2 ? title : (filledIn(above[0] ?? { line: 0, cells: [], fault: null })[0] ?? ''),
        lines,
        columns: run,
      })
    }
  }
  if (regions.length < 2) return [{ source, told: null }]
  return regions.map((region, i) => ({
    source: regional(source, region, nameOf(name, regions, i)),
    told: tell(regions, i, bands.length > 1),
  }))
}
