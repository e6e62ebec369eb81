/** Which field each heading is taken for: what is proposed, what was chosen before, what is chosen now. */

import { fieldsOf, type Target } from '../../intake/contract-fields.ts'
import { headingKey } from '../../intake/tables/cells.ts'
import { proposeMapping } from '../../intake/tables/mapping.ts'
import type { TrayItem } from './item.ts'

/** Heading (as headings are compared) → field, of one table. */
export type RememberedMapping = Readonly<Record<string, string>>

export const memoryKey = (table: Target): string => `mapping:${table}`

/** What was stored under the key, if it is what was stored. */
export const rememberedOf = (value: unknown): RememberedMapping =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      )
    : {}

/** The field of every column with some given by hand; a field given so is taken from any other column. */
const withGiven = (mapping: readonly string[], given: readonly (string | undefined)[]): string[] => {
  const taken = new Set(given.filter((field) => field !== undefined && field !== ''))
  const seen = new Set<string>()
  return mapping.map((field, i) => {
    const own = given[i]
    const next = own ?? (taken.has(field) ? '' : field)
    if (next === '' || seen.has(next)) return ''
    seen.add(next)
    return next
  })
}

/** Item with the columns mapped anew to `table`, as proposed and as remembered. */
export const mappedTo = <I extends Omit<TrayItem, 'id'>>(
  item: I,
  table: Target | null,
  memory: RememberedMapping,
): I => {
  if (table === null || item.body.type === 'file')
    return {
      ...item,
      table,
      mapping: item.headings.map(() => ''),
      remembered: item.headings.map(() => false),
    }
  const fields = fieldsOf(table)
  const known = new Set(fields.map(({ field }) => field))
  const proposed = proposeMapping(item.body.sheet.header.cells, fields)
  const given = item.headings.map((heading) => {
    const field = memory[headingKey(heading)]
    return field === undefined || (field !== '' && !known.has(field)) ? undefined : field
  })
  const mapping = withGiven(proposed, given)
  return {
    ...item,
    table,
    mapping,
    remembered: given.map((field, i) => field !== undefined && field === mapping[i]),
  }
}

/** The columns with a choice made by hand, heading → field. */
export const withChosen = (item: TrayItem, chosen: Readonly<Record<string, string>>): TrayItem => {
  const known = new Set(item.table === null ? [] : fieldsOf(item.table).map(({ field }) => field))
  const given = item.headings.map((heading) => {
    const field = Object.hasOwn(chosen, heading) ? chosen[heading] : undefined
    return field === undefined || (field !== '' && !known.has(field)) ? undefined : field
  })
  return { ...item, mapping: withGiven(item.mapping, given), remembered: item.headings.map(() => false) }
}

/** What is worth remembering of the columns of an item: where they differ from what would be proposed. */
export const memoryOf = (item: TrayItem, before: RememberedMapping): RememberedMapping => {
  if (item.table === null || item.body.type === 'file') return before
  const proposed = proposeMapping(item.body.sheet.header.cells, fieldsOf(item.table))
  const memory: Record<string, string> = { ...before }
  item.headings.forEach((heading, i) => {
    const key = headingKey(heading)
    if (item.mapping[i] === proposed[i]) delete memory[key]
    else memory[key] = item.mapping[i] ?? ''
  })
  return memory
}
