/** Workbooks for the tests, from the few parts that they need. */
import { strToU8, zipSync } from 'fflate'

export interface Page {
  name: string
  /** inner XML of the worksheet: sheetData and what follows it */
  xml: string
  state?: 'hidden' | 'veryHidden'
}

interface Parts {
  /** texts that cells share, each the inner XML of an `si` */
  texts?: string[]
  /** custom number formats: the code of format 164, 165 … */
  formats?: string[]
  /** number format of style 0, 1 … */
  styles?: number[]
  from1904?: boolean
}

/** The bytes of a workbook. */
export const workbook = (pages: readonly Page[], parts: Parts = {}): Uint8Array => {
  const { texts = [], formats = [], styles = [0], from1904 = false } = parts
  const xml = (inner: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${inner}`)
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': xml('<Types/>'),
    'xl/workbook.xml': xml(
      `<workbook><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${pages
        .map(
          ({ name, state }, i) =>
            `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"${state ? ` state="${state}"` : ''}/>`,
        )
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships>${pages
        .map(
          (_, i) =>
            `<Relationship Id="rId${i + 1}" Type="x/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
        )
        .join('')}</Relationships>`,
    ),
    'xl/sharedStrings.xml': xml(`<sst>${texts.map((text) => `<si>${text}</si>`).join('')}</sst>`),
    'xl/styles.xml': xml(
      `<styleSheet><numFmts>${formats
        .map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${code}"/>`)
        .join(
          '',
        )}</numFmts><cellXfs>${styles.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
    ),
  }
  pages.forEach((page, i) => {
    files[`xl/worksheets/sheet${i + 1}.xml`] = xml(`<worksheet>${page.xml}</worksheet>`)
  })
  return zipSync(files)
}

const columnName = (i: number): string =>
  i < 26 ? String.fromCharCode(65 + i) : `${columnName(Math.floor(i / 26) - 1)}${columnName(i % 26)}`

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Rows of text as a worksheet; null leaves a cell out, and an empty row its row. A merge is written A1:B2. */
export const grid = (
  rows: readonly (readonly (string | null)[])[],
  merges: readonly string[] = [],
): string => {
  const body = rows.map((row, r) => {
    const cells = row.map((text, c) =>
      text === null
        ? ''
        : `<c r="${columnName(c)}${r + 1}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`,
    )
    return row.length === 0 ? '' : `<row r="${r + 1}">${cells.join('')}</row>`
  })
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  return `<sheetData>${body.join('')}</sheetData>${merged === '' ? '' : `<mergeCells>${merged}</mergeCells>`}`
}
