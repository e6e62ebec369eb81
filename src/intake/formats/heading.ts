/** Finds the heading of a table under whatever stands above it. */
import { parseNumber } from '../tables/cells.ts'
import { parseDate } from '../tables/date-forms.ts'
import { countFields, isKnownHeading } from './known-headings.ts'
import type { SheetRow } from './opened.ts'

/** Rows from the top among which the heading is sought. */
export const HEADING_WITHIN = 30

/** Cells of a worksheet that are one: columns and rows from 0, both ends included. */
export interface MergedCells {
  top: number
  left: number
  bottom: number
  right: number
}

/** Where the heading stands: the rows from the top it takes, and its cells. */
export interface Heading {
  /** index of its first row, and how many rows it has, at most three; with none the table begins there without a heading */
  at: number
  rows: number
  cells: string[]
}

export const isFilled = (cell: string | undefined): cell is string => cell !== undefined && cell.trim() !== ''

export const isText = (cell: string | undefined): boolean =>
  isFilled(cell) && parseNumber(cell) === null && parseDate(cell) === null

const distinctTexts = (cells: readonly string[]): number =>
  new Set(cells.filter(isText).map((cell) => cell.trim())).size

/** What stands in the lower row of a heading as the unit of what stands above: it must not be lost. */
const UNIT =
  /^[(（[]?(cm|mm|m|mg\/l|μg\/l|ug\/l|mv|v|℃|°c?|度|米|厘米|毫米|毫伏|个|处|户|人|份|%|％)[)）\]]?$/i

/** 坐标 over 经度 is 经度; 整改前 over 照片 is 整改前照片; 透明度 over cm is 透明度cm; 编号 over nothing is 编号. */
const joinCells = (upper: string, lower: string): string => {
  if (upper === '' || lower === '' || upper === lower) return upper || lower
  const joined = `${upper}${lower}`
  if (isKnownHeading(joined) || UNIT.test(lower)) return joined
  if (isKnownHeading(lower)) return lower
  return joined
}

/** What stands over the items of a score sheet and names none of them: 检查得分, 考核内容. */
const OVER_ITEMS =
  /^(检查|考核|评分|测评|评价|各项)*(得分|分数|成绩|评分|打分|项目|内容|指标|情况|结果)([（(].*[)）])?$/

/** Two rows as one heading. What spans several columns stands over each of them. */
const joinRows = (
  upper: readonly string[],
  lower: readonly string[],
  spans: readonly MergedCells[],
): string[] => {
  const width = Math.max(upper.length, lower.length)
  const over = Array.from({ length: width }, (_, i) => {
    const span = spans.find(({ left, right }) => left <= i && i <= right)
    return (upper[span?.left ?? i] ?? '').trim()
  })
  const under = (i: number): string => (lower[i] ?? '').trim()
  const names = (i: number): boolean =>
    under(i) !== '' && lower.filter((cell) => cell.trim() === under(i)).length === 1
  const joined = over.map((cell, i) =>
    OVER_ITEMS.test(cell) && names(i) && !UNIT.test(under(i)) && !isKnownHeading(`${cell}${under(i)}`)
      ? under(i)
      : joinCells(cell, under(i)),
  )
  // 经度 under two groups is one heading twice: then each keeps the name of its group.
  return joined.map((cell, i) =>
    joined.indexOf(cell) === joined.lastIndexOf(cell) || cell === ''
      ? cell
      : `${over[i]}${(lower[i] ?? '').trim()}`,
  )
}

/** The columns that each cell of the upper row stands over, by the merged cells. */
const mergedSpans = (upper: SheetRow, lower: SheetRow, merges: readonly MergedCells[]): MergedCells[] => {
  const row = upper.line - 1
  const spans = merges.filter((m) => m.top === row && m.bottom === row && m.right > m.left)
  const isGroup = ({ left, right }: MergedCells) =>
    lower.cells.slice(left, right + 1).filter(isText).length > 1
  // A word over an unrelated name belongs to a title that is spread over the cells above.
  const isStray = (cell: string, i: number): boolean => {
    const below = (lower.cells[i] ?? '').trim()
    if (!isFilled(cell) || below === '' || spans.some(({ left, right }) => left <= i && i <= right))
      return false
    return cell.trim() !== below && !UNIT.test(below) && !isKnownHeading(`${cell.trim()}${below}`)
  }
  return spans.some(isGroup) && !upper.cells.some(isStray) ? spans : []
}

/** The same where nothing is said of merged cells: over the gaps beside it that have headings below. */
const guessedSpans = (upper: SheetRow, lower: SheetRow): MergedCells[] => {
  const width = Math.max(upper.cells.length, lower.cells.length)
  const gap = (i: number) => i < width && !isFilled(upper.cells[i]) && isFilled(lower.cells[i])
  const everyNamed = Array.from({ length: width }, (_, i) => i).every(
    (i) => isFilled(upper.cells[i]) || isFilled(lower.cells[i]),
  )
  // Some columns have one name for both rows: else the upper row is a title.
  const someTall = upper.cells.some((cell, i) => isFilled(cell) && !isFilled(lower.cells[i]))
  if (!everyNamed || !someTall || lower.cells.filter(isKnownHeading).length < 2) return []
  return upper.cells.flatMap((cell, left) => {
    let right = left
    while (gap(right + 1)) right++
    return isFilled(cell) && right > left
      ? [{ top: upper.line - 1, left, bottom: upper.line - 1, right }]
      : []
  })
}

/** Rows of a heading at most: groups of groups of columns. */
const MOST_ROWS = 3

/** The heading of two rows or three that begins at `i`, or null where the row has none below. */
const stackAt = (
  rows: readonly SheetRow[],
  i: number,
  merges: readonly MergedCells[],
  most = MOST_ROWS,
): Pick<Heading, 'rows' | 'cells'> | null => {
  const [upper, next] = [rows[i] as SheetRow, rows[i + 1]]
  if (most < 2 || next === undefined || next.line !== upper.line + 1) return null
  // Without merged cells a third row would be guessed by guesses.
  const deeper = merges.length > 0 ? stackAt(rows, i + 1, merges, most - 1) : null
  const lower = { ...next, cells: deeper?.cells ?? next.cells }
  const below = lower.cells.filter(isFilled)
  if (upper.cells.filter(isFilled).length < 2 || below.length < 2 || !below.every(isText)) return null
  const spans = merges.length > 0 ? mergedSpans(upper, lower, merges) : guessedSpans(upper, lower)
  if (spans.length === 0) return null
  return { rows: 1 + (deeper?.rows ?? 1), cells: joinRows(upper.cells, lower.cells, spans) }
}

/** Whether the row below a heading holds nothing but the units of its columns. */
const holdsUnits = (upper: SheetRow, lower: SheetRow | undefined): lower is SheetRow => {
  const below = lower?.cells.filter(isFilled) ?? []
  return below.length > 0 && below.every((cell) => UNIT.test(cell.trim())) && upper.cells.some(isKnownHeading)
}

/** 度, 分 and 秒 in columns of their own, below 经度 and 纬度 that stand over three of them. */
const ARC = /^[(（[]?(?:度|分|秒|°|′|″|'|")[)）\]]?$/

const arcPair = (upper: SheetRow, lower: SheetRow | undefined): string[] | null => {
  const below = lower?.cells.filter(isFilled) ?? []
  if (lower === undefined || below.length < 3 || !below.every((cell) => ARC.test(cell.trim()))) return null
  let group = ''
  return Array.from({ length: Math.max(upper.cells.length, lower.cells.length) }, (_, i) => {
    const [over, under] = [(upper.cells[i] ?? '').trim(), (lower.cells[i] ?? '').trim()]
    if (over !== '') group = over
    return under === '' ? over : `${group}${under}`
  })
}

const candidatesOf = (rows: readonly SheetRow[], merges: readonly MergedCells[]): Heading[] =>
  rows.flatMap((row, at) => {
    const alone: Heading = { at, rows: 1, cells: row.cells }
    const lower = rows[at + 1]
    const arc = arcPair(row, lower)
    if (arc !== null) return [{ at, rows: 2, cells: arc }]
    // A unit must not be lost, even where the heading is better known without it.
    if (holdsUnits(row, lower)) return [{ at, rows: 2, cells: joinRows(row.cells, lower.cells, []) }]
    const stack = stackAt(rows, at, merges)
    return stack === null ? [alone] : [{ at, ...stack }, alone]
  })

/** Whether numbers or dates begin below the texts of a row, as they do below a heading. */
const standsOverNumbers = ({ at, rows: height, cells }: Heading, rows: readonly SheetRow[]): boolean => {
  const below = rows[at + height]
  const filled = cells.filter(isFilled)
  return (
    below !== undefined &&
    filled.every(isText) &&
    cells.some((cell, i) => isFilled(cell) && isFilled(below.cells[i]) && !isText(below.cells[i]))
  )
}

/** Places, dates and long codes: what no heading holds, while years and ordinals it may. */
const isValue = (cell: string | undefined): boolean =>
  isFilled(cell) && !isText(cell) && !/^\d{1,4}$/.test(cell.trim())

/** How many fields of one table a row names, and which part of its cells are names of fields at all. */
export const namesColumns = (cells: readonly string[]): { fields: number; share: number } => {
  const filled = cells.filter(isFilled)
  return {
    fields: countFields(filled),
    share: filled.length === 0 ? 0 : filled.filter(isKnownHeading).length / filled.length,
  }
}

/** A heading that is a row of data like the one below it is none: its columns are named by where they stand. */
const orNone = (heading: Heading, rows: readonly SheetRow[]): Heading => {
  const below = rows[heading.at + 1]?.cells
  const isData =
    heading.rows === 1 &&
    below !== undefined &&
    heading.cells.some((cell, i) => isValue(cell) && isValue(below[i]))
  return isData ? { at: heading.at, rows: 0, cells: heading.cells.map((_, i) => `第 ${i + 1} 列`) } : heading
}

/** Rows of nothing but figures: their columns are named by where they stand. */
const numbersOnly = (rows: readonly SheetRow[]): Heading | null => {
  const first = rows.find(({ cells }) => cells.filter(isFilled).length >= 2)
  if (first === undefined) return null
  return { at: rows.indexOf(first), rows: 0, cells: first.cells.map((_, i) => `第 ${i + 1} 列`) }
}

/**
 * The heading among the first rows: the row (or pair of rows) that names most fields of the contract; where none names
 * two, the first that has as many different texts as any, or almost. Null where there is no row at all.
 * @param merges merged cells, by row and column from 0; a row's number is its line less 1
 */
export const findHeading = (
  rows: readonly SheetRow[],
  merges: readonly MergedCells[] = [],
): Heading | null => {
  const candidates = candidatesOf(rows.slice(0, HEADING_WITHIN), merges)
  const best = (score: (cells: string[]) => number) =>
    candidates.reduce<{ heading: Heading | null; score: number }>(
      (found, heading) => {
        const now = score(heading.cells)
        return now > found.score ? { heading, score: now } : found
      },
      { heading: null, score: 0 },
    )
  const byTexts = (): Heading | null => {
    const texts = best(distinctTexts)
    if (texts.heading === null || standsOverNumbers(texts.heading, rows)) return texts.heading
    // A heading may lack a name that every row of data has.
    const enough = texts.score > 4 ? texts.score - 1 : texts.score
    return candidates.find(({ cells }) => distinctTexts(cells) >= enough) ?? null
  }
  const named = best(countFields)
  const other = byTexts()
  if (other === null) return numbersOnly(rows)
  if (named.heading === null || named.score < 2) return orNone(other, rows)
  // Two names may stand in a row of data by chance; then a row with as many texts stands above it.
  const byChance =
    named.score === 2 &&
    other.at < named.heading.at &&
    distinctTexts(other.cells) >= distinctTexts(named.heading.cells)
  return byChance ? other : named.heading
}
