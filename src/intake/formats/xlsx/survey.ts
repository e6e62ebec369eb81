/** What a worksheet says of itself beside its rows, looked for before they are read. */
import { MOST_COLUMNS, MOST_MERGES_OPEN, MOST_ROWS } from '../../limits.ts'
import type { Pace } from '../../pace.ts'
import type { MergedCells } from '../heading.ts'
import { placeOf } from './address.ts'
import { isYes, openElements, readElements } from './elements.ts'

interface Survey {
  /** the number of the last row, by its own word */
  lastRow: number
  merges: MergedCells[]
  /** columns from 0 that do not show */
  hiddenColumns: number[]
  /** merged cells left as they are, since too many reach into one row */
  unmerged: number
}

/** Those that can be carried out row by row, at most so many in one row; sorted by their top. */
const bounded = (all: MergedCells[]): Pick<Survey, 'merges' | 'unmerged'> => {
  const merges = all.sort((a, b) => a.top - b.top)
  let open: MergedCells[] = []
  const kept = merges.filter((merge) => {
    if (merge.bottom === merge.top) return true
    open = open.filter(({ bottom }) => bottom >= merge.top)
    return open.length < MOST_MERGES_OPEN && open.push(merge) > 0
  })
  return { merges: kept, unmerged: merges.length - kept.length }
}

/** The columns that do not show, of what stands before the rows. */
const hiddenIn = (head: string): number[] => {
  const columns: number[] = []
  const cols = /<(?:\w+:)?cols[\s>].*?<\/(?:\w+:)?cols>/s.exec(head)?.[0] ?? ''
  readElements(cols, {
    open: (name, attribute) => {
      if (name !== 'col' || !isYes(attribute('hidden'))) return
      const last = Math.min(Number(attribute('max')), MOST_COLUMNS)
      for (let i = Math.max(1, Number(attribute('min'))); i <= last; i++) columns.push(i - 1)
    },
  })
  return columns
}

/** More than a tag with its attributes has. */
const TAG = 400

const numberOfRow = (text: string, at: number): number =>
  Number(/\br="(\d{1,7})"/.exec(text.slice(at, at + TAG).split('>')[0] as string)?.[1] ?? 0)

/** Merged cells stand behind the rows and are wanted before them. Throws a Refusal where the bytes are damaged. */
export const surveySheet = async (pieces: Iterable<string>, pace: Pace, what: string): Promise<Survey> => {
  const all: MergedCells[] = []
  const elements = openElements({
    open: (name, attribute) => {
      if (name !== 'mergeCell') return
      const [from, to] = attribute('ref').split(':').map(placeOf)
      if (from && to) all.push({ top: from.row, left: from.column, bottom: to.row, right: to.column })
    },
  })
  let merging = false
  let merged = false
  let lastRow = 0
  /** the end of what came before, in which a tag may have begun */
  let before = ''
  let hiddenColumns: number[] | null = null
  for (const piece of pieces) {
    const text = before + piece
    hiddenColumns ??= hiddenIn(piece)
    const at = Math.max(text.lastIndexOf('<row '), text.lastIndexOf(':row '))
    if (at >= 0) lastRow = Math.min(numberOfRow(text, at) || lastRow, MOST_ROWS)
    if (merging) elements.write(piece)
    else if (!merged) {
      const begin = text.includes('mergeCells') ? text.search(/<(?:\w+:)?mergeCells[\s>]/) : -1
      if (begin >= 0) {
        merging = true
        elements.write(text.slice(begin))
      }
    }
    if (merging && text.includes('mergeCells>')) [merging, merged] = [false, true]
    before = text.slice(-TAG)
    if (pace.isDue()) await pace.rest(0, 1, what)
  }
  return { lastRow, hiddenColumns: hiddenColumns ?? [], ...bounded(all) }
}
