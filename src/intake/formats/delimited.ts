/** CSV, TSV and their kin. */
import { type CsvText, openCsv, walkCsv } from '../csv.ts'
import type { Encoding, Opened } from './opened.ts'
import { sheetOf } from './sheet.ts'

/** Characters from which the number of rows is estimated. */
const SAMPLE = 65_536

const estimateRows = ({ text, start }: CsvText): number => {
  const sample = text.slice(start, start + SAMPLE)
  const lines = sample.split('\n').length - (sample.endsWith('\n') ? 1 : 0)
  return Math.round((lines * (text.length - start)) / Math.max(1, sample.length))
}

/** Whether lines are divided at all: prose is not. */
export const isDivided = (text: string): boolean => {
  const csv = openCsv(text.slice(0, SAMPLE))
  for (const { cells } of walkCsv(csv)) if (cells.length > 1) return true
  return false
}

/** A text file as one table; null where it holds no row. */
export const openDelimited = (text: string, encoding: Encoding): Opened | null => {
  const csv = openCsv(text)
  const sheet = sheetOf({ name: '', walk: () => walkCsv(csv), about: estimateRows(csv) })
  const format = csv.delimiter === '\t' ? 'TSV' : 'CSV'
  return sheet === null ? null : { type: 'sheets', format, encoding, sheets: [sheet] }
}
