/** Rows in groups, one an 办事处, as exports are split. */
import type { Opened } from '../package/open.ts'

/** What lies in an 居委会 that has no 办事处, and what lies in none. */
const NO_OFFICE = '未分办事处'
const OUTSIDE = '不在任何居委会'

/**
 * Groups in the order of the areas, those without an office and those outside all areas last; none is empty, and within
 * each the order is kept.
 */
export const byOffice = <T>(
  { model }: Opened,
  list: readonly T[],
  areaCode: (entry: T) => string | null,
): { name: string; of: T[] }[] => {
  const officeOf = new Map(model.areas.map((area) => [area.code, area.office ?? NO_OFFICE]))
  const order = new Set(model.areas.flatMap((area) => area.office ?? []))
  const groups = new Map<string, T[]>([...order, NO_OFFICE, OUTSIDE].map((name) => [name, []]))
  for (const entry of list) {
    const code = areaCode(entry)
    groups.get((code === null ? undefined : officeOf.get(code)) ?? OUTSIDE)?.push(entry)
  }
  return [...groups].filter(([, of]) => of.length > 0).map(([name, of]) => ({ name, of }))
}
