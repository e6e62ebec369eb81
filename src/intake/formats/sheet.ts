/** Rows of any origin into a table: heading found, titles and totals set apart. */
import { findHeading, HEADING_WITHIN, type Merge } from './heading.ts'
import type { Sheet, SheetRow } from './opened.ts'
import { openPassing } from './passed.ts'
import { turnUpright } from './turned.ts'

/** Rows as a format gives them. */
interface Source {
  name: string
  /** walks all rows with anything in them, as often as asked */
  walk: () => Iterable<SheetRow>
  /** rows there are, or nearly */
  about: number
  merges?: readonly Merge[]
}

const shown = ({ cells }: SheetRow): string =>
  cells
    .filter((cell) => cell.trim() !== '')
    .join(' ')
    .slice(0, 80)

const take = (rows: Iterable<SheetRow>, count: number): SheetRow[] => {
  const taken: SheetRow[] = []
  for (const row of rows) {
    taken.push(row)
    if (taken.length === count) break
  }
  return taken
}

/**
 * The table in some rows, or null where there are none. What is passed over among the data is known when the rows have
 * been walked for the first time.
 */
export const sheetOf = ({ name, walk, about, merges = [] }: Source): Sheet | null => {
  // One more than a turned table may have, so that a longer one is known to be none.
  const head = take(walk(), HEADING_WITHIN + 1)
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
    return { name, header: turned.header, rows: () => turned.rows, about: turned.rows.length, passed }
  }
  const heading = findHeading(head, merges)
  if (heading === null) return null
  const header = { ...(head[heading.at] as SheetRow), cells: heading.cells }
  const lastLine =
    heading.rows === 0 ? header.line - 1 : (head[heading.at + heading.rows - 1] as SheetRow).line
  const passed = head
    .slice(0, heading.at)
    .map((row) => ({ line: row.line, text: shown(row), reason: '表头上方的标题或说明，不是记录' }))
  if (heading.rows === 0)
    passed.push({ line: header.line, text: '', reason: '没有找到表头，这一行起都按记录读，请逐列指定字段' })
  const reasonOf = openPassing(header)
  let known = 0
  const rows = function* (): Generator<SheetRow> {
    for (const row of walk()) {
      if (row.line <= lastLine) continue
      const reason = reasonOf(row)
      if (reason === null) yield row
      else if (row.line > known) {
        // Walked again, it is not told again.
        known = row.line
        passed.push({ line: row.line, text: shown(row), reason })
      }
    }
  }
  return { name, header, rows, about: Math.max(0, about - heading.at - heading.rows), passed }
}
