/**
 * One table file into rows with named fields. The one place that knows how a heading is matched to a field; what a row
 * means is said by each table's own file.
 */
import type { Notice } from '../model/report.ts'
import { headingKey } from './cells.ts'
import { csvRows } from './csv.ts'
import type { Notebook } from './notebook.ts'
import { decodeText } from './text.ts'

/** A field of a table: the headings it may stand under, the first being the one our templates use. */
export interface Column {
  headings: readonly string[]
  required?: boolean
}

export type Columns<Field extends string> = Readonly<Record<Field, Column>>

/** One row. `text` is trimmed; '' where the cell or the column is missing. */
export interface Row<Field extends string> {
  line: number
  text: (field: Field) => string
  /**
   * The row is not used. Always returns null, so that a reader can `return row.reject(…)`. `shown` stands in the report
   * for a value that must not be repeated.
   */
  reject: (field: Field | '', reason: string, shown?: string) => null
  /** The row is used, but look here. */
  flag: (field: Field | '', reason: string) => void
}

/**
 * Reads a table. A heading we do not know is told once; a required one that is missing refuses the whole table with one
 * notice that says how many rows it cost.
 */
export const readTable = <Field extends string>(
  file: string,
  bytes: Uint8Array | undefined,
  columns: Columns<Field>,
  notebook: Notebook,
): Row<Field>[] => {
  if (bytes === undefined) {
    notebook.absent(file)
    return []
  }
  const [header, ...body] = csvRows(decodeText(bytes))
  notebook.count(file, body.length)
  if (header === undefined) return []

  const fields = Object.keys(columns) as Field[]
  const byKey = new Map(
    fields.flatMap((field) =>
      [field, ...columns[field].headings].map((h) => [headingKey(h), field] as const),
    ),
  )
  const at = new Map<Field, number>()
  header.cells.forEach((cell, i) => {
    const heading = cell.trim()
    if (heading === '') return
    const field = byKey.get(headingKey(heading))
    const about = (reason: string): Notice => ({
      file,
      line: header.line,
      field: heading,
      value: heading,
      reason,
    })
    if (field === undefined) notebook.flag(about('不认识这一列，没有读入'))
    else if (at.has(field)) notebook.flag(about('这一列重复，以前面的一列为准'))
    else at.set(field, i)
  })
  const missing = fields.filter((field) => columns[field].required && !at.has(field))
  if (missing.length > 0) {
    const names = missing.map((field) => `“${columns[field].headings[0]}”`).join('、')
    const reason = `缺少必需的列${names}，全表 ${body.length} 行没有读入`
    notebook.reject({ file, line: header.line, field: names, value: '', reason })
    return []
  }

  return body.map(({ line, cells, fault }) => {
    const text = (field: Field): string => {
      const i = at.get(field)
      return i === undefined ? '' : (cells[i] ?? '').trim()
    }
    const about = (field: Field | '', reason: string): Notice => {
      const i = field === '' ? undefined : at.get(field)
      const name =
        field === ''
          ? ''
          : i === undefined
            ? (columns[field].headings[0] as string)
            : (header.cells[i] ?? '').trim()
      return { file, line, field: name, value: field === '' ? '' : text(field), reason }
    }
    const row: Row<Field> = {
      line,
      text,
      reject: (field, reason, shown) => {
        const notice = about(field, reason)
        notebook.reject(shown === undefined ? notice : { ...notice, value: shown })
        return null
      },
      flag: (field, reason) => notebook.flag(about(field, reason)),
    }
    if (fault !== null) row.flag('', fault)
    const extra = cells.slice(header.cells.length).filter((cell) => cell.trim() !== '')
    if (extra.length > 0) row.flag('', `比表头多出 ${extra.length} 格（${extra.join('、')}），多出的没有读入`)
    return row
  })
}
