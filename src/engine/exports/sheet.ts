/** What every export of a table is before it is written: sheets of typed columns. */
import { NOTE_HEADINGS } from '../../intake/tables/extras.ts'
import type { Day } from '../../model/day.ts'

/** A list a cell's value is to be taken from. */
export interface Allowed {
  values: readonly string[]
  /** whether another value is refused while typing, or only asked about */
  strict: boolean
}

export interface SheetColumn {
  heading: string
  /** number: as it is, shown with `digits`; percent: a share of 1; date: a Day; a text may stand in any of them */
  type: 'text' | 'number' | 'percent' | 'date'
  /** in characters of a Latin letter; a Chinese one takes two */
  width: number
  /** decimals shown; the cell keeps the number as it is */
  digits?: number
  allowed?: Allowed | null
}

/** Text, a number or a Day (in a date column), or nothing. */
export type SheetCell = string | number | Day | null

export interface ExportSheet {
  name: string
  columns: readonly SheetColumn[]
  rows: readonly (readonly SheetCell[])[]
  /** speaks about the tables and is none itself: not written as CSV */
  note?: boolean
}

const column = (type: SheetColumn['type'], heading: string, width: number, digits?: number): SheetColumn => ({
  heading,
  type,
  width,
  ...(digits === undefined ? {} : { digits }),
})

export const textColumn = (heading: string, width: number): SheetColumn => column('text', heading, width)
export const dateColumn = (heading: string): SheetColumn => column('date', heading, 13)
export const percentColumn = (heading: string, width = 11): SheetColumn => column('percent', heading, width)
export const numberColumn = (heading: string, digits: number, width = 10): SheetColumn =>
  column('number', heading, width, digits)

/** 说明: what stands in the file, of which day, under which conditions. */
export const noteSheet = (rows: readonly (readonly [string, string])[]): ExportSheet => ({
  name: '说明',
  columns: [textColumn(NOTE_HEADINGS[0], 18), textColumn(NOTE_HEADINGS[1], 80)],
  rows,
  note: true,
})
