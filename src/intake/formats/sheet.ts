/** Rows of any origin into a table: heading found, titles and totals set apart. */
import { LONGEST_HEADING, MOST_COLUMNS } from '../limits.ts'
import type { Pace } from '../pace.ts'
import { findHeading, HEADING_WITHIN, isFilled } from './heading.ts'
import { type Sheet, type SheetRow, unpaused } from './opened.ts'
import { openPassing } from './passed.ts'
import { Refusal } from './refusal.ts'
import { type Source, tablesOn } from './tables-on-sheet.ts'
import { turnUpright } from './turned.ts'

/** Rows passed over that are listed each by itself. */
const MOST_PASSED = 500

const shown = ({ cells }: SheetRow): string =>
  cells
    .filter((cell) => cell.trim() !== '')
    .join(' ')
    .slice(0, 80)

/** A heading with its long names cut, which is told. */
const withShortNames = (header: SheetRow, passed: Sheet['passed']): SheetRow => {
  const long = header.cells.findIndex((cell) => cell.length > LONGEST_HEADING)
  if (long < 0) return header
  const reason = `第 ${long + 1} 列的表头有 ${header.cells[long]?.length} 个字符，超过上限 ${LONGEST_HEADING} 个，只读了开头`
  passed.push({ line: header.line, text: '', reason })
  return { ...header, cells: header.cells.map((cell) => cell.slice(0, LONGEST_HEADING)) }
}

/** The first rows of a walk. */
export const takeRows = async (
  rows: Iterable<SheetRow | null>,
  count: number,
  pace: Pace,
  name: string,
): Promise<SheetRow[]> => {
  const taken: SheetRow[] = []
  for (const row of rows) {
    if (row !== null) taken.push(row)
    else if (pace.isDue()) await pace.rest(0, 1, name)
    if (taken.length === count) break
  }
  return taken
}

/**
 * The table in some rows, or null where there are none. What is passed over among the data is known when the rows have
 * been walked for the first time. Throws Refusal.
 */
const sheetOf = async ({ name, walk, about, merges = [] }: Source, pace: Pace): Promise<Sheet | null> => {
  // One more than a turned table may have, so that a longer one is known to be none.
  const head = await takeRows(walk(), HEADING_WITHIN + 1, pace, name)
  // A short table is known whole: what comes behind it (a million empty cells with a format) is gone through once.
  const again = head.length <= HEADING_WITHIN ? () => head : walk
  const wide = head.find(({ cells }) => cells.length > MOST_COLUMNS)
  if (wide !== undefined) {
    const where = `${name === '' ? '' : `“${name}”`}第 ${wide.line} 行`
    throw new Refusal(`${where}有 ${wide.cells.length} 列，超过上限 ${MOST_COLUMNS} 列，请删去不用的列再拖入`)
  }
  const turned = turnUpright(head)
  if (turned !== null) {
    const passed: Sheet['passed'] = turned.titles.map((row) => ({
      line: row.line,
      text: shown(row),
      reason: '不是监测项目，没有读入',
    }))
    passed.unshift({
      line: turned.header.line,
      text: shown(turned.header),
      reason: '项目写在第一列，已转成一列一条记录来读：行号是原表的列号',
    })
    const walkTurned = () => turned.rows
    const header = withShortNames(turned.header, passed)
    return { name, header, rows: walkTurned, walk: walkTurned, about: turned.rows.length, passed }
  }
  const heading = findHeading(head, merges)
  if (heading === null) return null
  const whole = { ...(head[heading.at] as SheetRow), cells: heading.cells }
  const lastLine =
    heading.rows === 0 ? whole.line - 1 : (head[heading.at + heading.rows - 1] as SheetRow).line
  const above = head.slice(0, heading.at)
  const titles = above.map((row) => row.cells.filter((cell) => cell.trim() !== '').join(''))
  const passed = above.map((row) => ({
    line: row.line,
    text: shown(row),
    reason: '表头上方的标题或说明，不是记录',
  }))
  const header = withShortNames(whole, passed)
  if (heading.rows === 0)
    passed.push({ line: header.line, text: '', reason: '没有找到表头，这一行起都按记录读，请逐列指定字段' })
  const width = header.cells.filter(isFilled).length
  const spread = new Set(
    merges
      .filter((m) => m.top === m.bottom && m.right - m.left + 1 > Math.max(2, width / 2))
      .map(({ top }) => top + 1),
  )
  const reasonOf = openPassing(header, titles, (line) => spread.has(line))
  let known = 0
  let untold = 0
  /** Walked again, it is not told again. */
  const pass = (row: SheetRow, reason: string): void => {
    if (row.line <= known) return
    known = row.line
    if (passed.length < MOST_PASSED) passed.push({ line: row.line, text: shown(row), reason })
    else
      passed[MOST_PASSED] = { line: row.line, text: '', reason: `到这一行，还有 ${++untold} 行同样没有读入` }
  }
  const walkRows = function* (): Generator<SheetRow | null> {
    for (const row of again()) {
      if (row !== null && row.line <= lastLine) continue
      const reason = row === null ? null : reasonOf(row)
      if (row !== null && reason !== null) pass(row, reason)
      yield reason === null ? row : null
    }
  }
  return {
    name,
    header,
    rows: () => unpaused(walkRows()),
    walk: walkRows,
    about: Math.max(0, about - heading.at - heading.rows),
    passed,
  }
}

/** The tables in some rows, each as a sheet; none where there are none. Throws Refusal. */
export const sheetsOf = async (source: Source, pace: Pace): Promise<Sheet[]> => {
  const sheets: Sheet[] = []
  for (const { source: own, told } of await tablesOn(source, pace)) {
    const sheet = await sheetOf(own, pace)
    if (sheet === null) continue
    if (told !== null) {
      sheet.passed.unshift({ line: 0, text: '', reason: told })
      const { cells } = sheet.header
      sheet.header = { ...sheet.header, cells: cells.slice(0, cells.findLastIndex(isFilled) + 1) }
    }
    const { pictures } = own
    const has = pictures !== undefined && pictures.floating.length + pictures.named.size > 0
    sheets.push(has ? { ...sheet, pictures } : sheet)
  }
  return sheets
}
