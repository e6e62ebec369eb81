/** The sample's rubric, read at run time: kinds and items are named there and nowhere typed again. */
import { readFileSync } from 'node:fs'
import { type Item, type Standard, standardSchema } from '../../src/model/standard.ts'

const RUBRIC: Standard = standardSchema.parse(
  JSON.parse(readFileSync(new URL('../standard.json', import.meta.url), 'utf8')),
)

/** Items that other records grade (water, survey, state): inspectors do not tick them. */
const DERIVED = new Set([
  RUBRIC.derived.water?.item,
  ...(RUBRIC.derived.survey ?? []).map((rule) => rule.item),
  ...(RUBRIC.derived.status ?? []).map((rule) => rule.item),
])

/** What an inspector ticks at a place of this kind. */
export const itemsAt = (kind: string): Item[] =>
  RUBRIC.items.filter((item) => item.kinds.includes(kind) && !DERIVED.has(item.id))

export const labelOf = (kind: string): string => RUBRIC.kinds.find((k) => k.id === kind)?.label ?? kind

/** The words for the states of a kind to be closed down, worst first; empty for other kinds. */
export const statesOf = (kind: string): string[] => {
  const rule = RUBRIC.derived.status?.find((r) => r.kinds.includes(kind))
  return rule
    ? Object.entries(rule.grades)
        .sort((a, b) => a[1] - b[1])
        .map(([status]) => status)
    : []
}
