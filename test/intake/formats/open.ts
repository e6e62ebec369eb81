/** Opens files in tests. */
import { openFiles } from '../../../src/intake/formats/index.ts'
import type { Layer, OpenedFile, Sheet } from '../../../src/intake/formats/opened.ts'

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The one answer to one file. */
export const openOne = async (path: string, content: string | Uint8Array): Promise<OpenedFile> => {
  const bytes = typeof content === 'string' ? utf8(content) : content
  const answers = await openFiles([{ path, bytes }])
  if (answers.length !== 1) throw new Error(`${answers.length} answers`)
  return (answers[0] as (typeof answers)[number]).opened
}

/** The sheets of a file; throws where it has none. */
export const sheetsOf = async (path: string, content: string | Uint8Array): Promise<Sheet[]> => {
  const opened = await openOne(path, content)
  if (opened.type !== 'sheets') throw new Error(JSON.stringify(opened))
  return opened.sheets
}

/** The only sheet of a file. */
export const sheetOf = async (path: string, content: string | Uint8Array): Promise<Sheet> => {
  const [sheet, ...more] = await sheetsOf(path, content)
  if (sheet === undefined || more.length > 0) throw new Error('not one sheet')
  return sheet
}

/** The layers of a file; throws where it has none. */
export const layersOf = async (path: string, content: string | Uint8Array): Promise<Layer[]> => {
  const opened = await openOne(path, content)
  if (opened.type !== 'layers') throw new Error(JSON.stringify(opened))
  return opened.layers
}

/** Why a file cannot be read; throws where it can. */
export const reasonOf = async (path: string, content: string | Uint8Array): Promise<string> => {
  const opened = await openOne(path, content)
  if (opened.type !== 'unreadable') throw new Error(JSON.stringify(opened).slice(0, 300))
  return opened.reason
}

/** Rows of a sheet with their lines. */
export const rowsOf = (sheet: Sheet): (string | number)[][] =>
  [...sheet.rows()].map(({ line, cells }) => [line, ...cells])
