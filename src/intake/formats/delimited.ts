/** CSV, TSV and their kin. */

import { atPace, type Pace } from '../pace.ts'
import { type CsvText, openCsv, openCsvSteps, stepCsv, walkCsv, whyNoTable } from './csv.ts'
import type { Encoding, OpenedFile } from './opened.ts'
import { Refusal } from './refusal.ts'
import { sheetsOf } from './sheet.ts'

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

/** A text file as its tables, of which it mostly has one; null where it holds no row. Throws Refusal. */
export const openDelimited = async (
  text: string,
  encoding: Encoding,
  pace: Pace,
  path: string,
): Promise<OpenedFile | null> => {
  const csv = await atPace(openCsvSteps(text), pace, path)
  const why = whyNoTable(csv)
  if (why !== null) throw new Refusal(why)
  const sheets = await sheetsOf({ name: '', walk: () => stepCsv(csv), about: estimateRows(csv) }, pace)
  const format = csv.delimiter === '\t' ? 'TSV' : 'CSV'
  return sheets.length === 0 ? null : { type: 'sheets', format, encoding, sheets }
}
