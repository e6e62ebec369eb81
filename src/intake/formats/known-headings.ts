/** The headings of the contract's tables: by them a heading row is told from titles above it and data below. */
import { AREA_PROPERTIES } from '../boundaries/areas.ts'
import { WATER_PROPERTIES } from '../boundaries/waters.ts'
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

const listed = (names: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(names).flatMap(([field, headings]) => headings.map((heading) => ({ field, heading })))

/** The names that fields of one table or layer go by. */
const NAMES: readonly { field: string; heading: string }[][] = [
  ...[...Object.values(TABLES), REGISTER].map(({ columns }) =>
    Object.entries(columns as Readonly<Record<string, Column>>).flatMap(([field, { headings }]) =>
      headings.map((heading) => ({ field, heading })),
    ),
  ),
  listed(AREA_PROPERTIES),
  listed(WATER_PROPERTIES),
]

/**
 * The heading that a name was before its end was cut off, the shortest that begins so; null where none does, or headings
 * of several fields of one table do.
 */
export const completedHeading = (cut: string): string | null => {
  const key = headingKey(cut)
  if (key === '' || isKnownHeading(cut)) return null
  const whole = NAMES.map((names) => names.filter(({ heading }) => headingKey(heading).startsWith(key)))
  if (whole.some((names) => new Set(names.map(({ field }) => field)).size > 1)) return null
  const headings = whole.flatMap((names) => names.map(({ heading }) => heading))
  return headings.length === 0 ? null : headings.reduce((a, b) => (b.length < a.length ? b : a))
}

/** Whether a column under this heading tells one row from another: 编号, 点位编号, 统计用区划代码, id. */
export const isIdHeading = (cell: string): boolean =>
  /编号|编码|代码|序号|^(id|code|no\.?)$/i.test(cell.trim())
