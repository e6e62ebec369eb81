/** Finds the heading of a table under whatever stands above it. */
import { parseDate, parseNumber } from '../cells.ts'
import { countFields, isKnownHeading } from './known-headings.ts'
import type { SheetRow } from './opened.ts'

/** Rows from the top among which the heading is sought. */
export const HEADING_WITHIN = 30

/** Cells of a worksheet that are one: columns and rows from 0, both ends included. */
export interface Merge {
  top: number
  left: number
  bottom: number
  right: number
}

/** Where the heading stands: the rows from the top it takes, and its cells. */
export interface Heading {
  /** index of its first row, and how many rows it has (1 or 2) */
  at: number
  rows: 1 | 2
  cells: string[]
}

const isFilled = (cell: string | undefined): cell is string => cell !== undefined && cell.trim() !== ''

const isText = (cell: string): boolean =>
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

/** Two rows as one heading. What spans several columns stands over each of them. */
const joinRows = (upper: readonly string[], lower: readonly string[], spans: readonly Merge[]): string[] => {
  const width = Math.max(upper.length, lower.length)
  const over = Array.from({ length: width }, (_, i) => {
    const span = spans.find(({ left, right }) => left <= i && i <= right)
    return (upper[span?.left ?? i] ?? '').trim()
  })
  const joined = over.map((cell, i) => joinCells(cell, (lower[i] ?? '').trim()))
  // 经度 under two groups is one heading twice: then each keeps the name of its group.
  return joined.map((cell, i) =>
    joined.indexOf(cell) === joined.lastIndexOf(cell) || cell === ''
      ? cell
      : `${over[i]}${(lower[i] ?? '').trim()}`,
  )
}

/** Whether the row at `i` is the upper row of a heading of two: it has groups of columns with names of their own below. */
const isUpper = (rows: readonly SheetRow[], i: number, merges: readonly Merge[]): boolean => {
  const [upper, lower] = [rows[i] as SheetRow, rows[i + 1]]
  if (lower === undefined || lower.line !== upper.line + 1) return false
  const row = upper.line - 1
  const filled = upper.cells.filter(isFilled).length
  const below = lower.cells.filter(isFilled)
  if (filled < 2 || below.length < 2 || !below.every(isText)) return false
  const groups = merges.filter((m) => m.top === row && m.bottom === row && m.right > m.left)
  return groups.some(({ left, right }) => lower.cells.slice(left, right + 1).filter(isText).length > 1)
}

const candidatesOf = (rows: readonly SheetRow[], merges: readonly Merge[]): Heading[] =>
  rows.flatMap((row, at) => {
    const alone: Heading = { at, rows: 1, cells: row.cells }
    if (!isUpper(rows, at, merges)) return [alone]
    const spans = merges.filter((m) => m.top === row.line - 1 && m.bottom === m.top)
    const cells = joinRows(row.cells, (rows[at + 1] as SheetRow).cells, spans)
    return [{ at, rows: 2, cells }, alone]
  })

/**
 * The heading among the first rows: the row (or pair of rows) that names most fields of the contract; where none names
 * two, the first that has almost as many different texts as any. Null where there is no row at all.
 * @param merges merged cells, by row and column from 0; a row's number is its line less 1
 */
export const findHeading = (rows: readonly SheetRow[], merges: readonly Merge[] = []): Heading | null => {
  const candidates = candidatesOf(rows.slice(0, HEADING_WITHIN), merges)
  const best = (score: (cells: string[]) => number) =>
    candidates.reduce<{ heading: Heading | null; score: number }>(
      (found, heading) => {
        const now = score(heading.cells)
        return now > found.score ? { heading, score: now } : found
      },
      { heading: null, score: 0 },
    )
  const named = best(countFields)
  if (named.heading !== null && named.score > 1) return named.heading
  const texts = best(distinctTexts)
  // A heading may lack a name that every row of data has.
  const enough = texts.score > 4 ? texts.score - 1 : texts.score
  return candidates.find(({ cells }) => distinctTexts(cells) >= enough) ?? null
}
