/** The headings of the contract's tables: by them a heading row is told from titles above it and data below. */
import { headingKey } from '../tables/cells.ts'
import { TABLES } from '../tables/index.ts'
import { REGISTER } from '../tables/register.ts'
import type { Column } from '../tables/table.ts'

const keysOf = (columns: Readonly<Record<string, Column>>): Map<string, string> =>
  new Map(
    Object.entries(columns).flatMap(([field, column]) =>
      [field, ...column.headings].map((heading) => [headingKey(heading), field] as const),
    ),
  )

/** For each table: key of a heading → its field. */
const KNOWN: readonly Map<string, string>[] = [...Object.values(TABLES), REGISTER].map((table) =>
  keysOf(table.columns),
)
const SAMPLES = keysOf(TABLES.samples.columns)

/** How many fields of one table the cells name. */
const fieldsNamed = (cells: readonly string[], known: ReadonlyMap<string, string>): number =>
  new Set(cells.flatMap((cell) => known.get(headingKey(cell)) ?? [])).size

/** The most fields of any one table that the cells name. */
export const countFields = (cells: readonly string[]): number =>
  Math.max(...KNOWN.map((known) => fieldsNamed(cells, known)))

/** How many fields of a water-quality sheet the cells name. */
export const countSampleFields = (cells: readonly string[]): number => fieldsNamed(cells, SAMPLES)

/** Whether any table has a field of this heading. */
export const isKnownHeading = (cell: string): boolean => {
  const key = headingKey(cell)
  return key !== '' && KNOWN.some((known) => known.has(key))
}

/** Whether a column under this heading tells one row from another: 编号, 点位编号, 统计用区划代码, id. */
export const isIdHeading = (cell: string): boolean =>
  /编号|编码|代码|序号|^(id|code|no\.?)$/i.test(cell.trim())
