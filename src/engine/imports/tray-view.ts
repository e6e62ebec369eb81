/** An item of the tray as the screen is told of it. */

import { fieldsOf, PAIR, type Target } from '../../intake/contract-fields.ts'
import { meaningsOf, type WordGround } from '../../intake/words/word-fields.ts'
import { groupBy } from '../../model/group.ts'
import type { CommonValue, Incoming, WordFound } from '../contract/data.ts'
import { type Context, lookupsIn } from './context.ts'
import { type Findings, makesIds, missingOf, noFindings, type TrayItem } from './item.ts'

/** The fields its columns may stand for. */
export const labelledFields = (item: TrayItem): Incoming['fields'] =>
  item.table === null
    ? []
    : fieldsOf(item.table).map(({ field, headings, required }) => ({
        field,
        label: field === PAIR ? '经纬度（在一格里）' : (headings[0] as string),
        required: required && !(field === 'id' && makesIds(item)),
      }))

/** Fields that all rows may have in common. */
const COMMON: Partial<Record<Target, readonly string[]>> = {
  'sites.csv': ['kind', 'areaCode', 'status'],
  'issues.csv': ['foundOn', 'areaCode', 'source', 'severity', 'item'],
  'inspections.csv': ['date', 'source', 'siteId', 'item'],
  'site-status.csv': ['date', 'status'],
  'water-samples.csv': ['date', 'waterId', 'station'],
  'surveys.csv': ['date', 'areaCode'],
  'honours.csv': ['kind', 'date', 'areaCode'],
  'activities.csv': ['kind', 'date', 'areaCode'],
}

const DAYS: ReadonlySet<string> = new Set(['date', 'foundOn'])

const commonOf = (item: TrayItem, fields: Incoming['fields'], ground: WordGround): CommonValue[] => {
  const { table, mapping, values, valuesTold, whole } = item
  if (table === null || whole !== null || item.body.type === 'file') return []
  return (COMMON[table] ?? []).flatMap((field): CommonValue[] => {
    const label = fields.find((one) => one.field === field)?.label
    const options = DAYS.has(field) ? null : meaningsOf(field, ground)
    if (label === undefined || mapping.includes(field) || options?.length === 0) return []
    const value = values[field] ?? ''
    const from = value === '' ? null : value === valuesTold[field] ? 'title' : 'hand'
    return [{ field, label, value, from, options }]
  })
}

/** Fields whose words may be looked for in a list; places are too many for one. */
const meaningsFor = (words: readonly WordFound[], ground: WordGround): Incoming['meanings'] =>
  Object.fromEntries(
    [
      ...groupBy(
        words.filter(({ how, field }) => how !== 'known' && field !== 'siteId'),
        ({ field }) => field,
      ),
    ].map(([field, own]) => {
      const kinds = new Set(own.map(({ kind }) => kind))
      return [field, meaningsOf(field, ground, kinds.size === 1 ? [...kinds][0] : null)]
    }),
  )

/** Whether a look into the descriptions could find what the item of a problem is. */
const asksToInfer = ({ table, mapping, infer }: TrayItem, { scoring }: Findings): boolean =>
  table === 'issues.csv' &&
  mapping.includes('description') &&
  (infer || scoring.some(({ reason }) => reason !== ''))

export const incomingOf = (item: TrayItem, context: Context): Incoming => {
  const { table, body } = item
  const ground: WordGround = { ...context, lookups: lookupsIn(context, false) }
  const found = item.findings ?? noFindings()
  const rows = body.type === 'file' ? 1 : body.sheet.about
  const fields = labelledFields(item)
  return {
    id: item.id,
    name: item.name,
    format: item.format,
    encoding: item.encoding,
    table,
    candidates: [...item.candidates],
    headings: item.headings.map((heading, i) => ({
      heading,
      sample: item.samples[i] ?? '',
      field: item.mapping[i] ?? '',
      remembered: item.remembered[i] ?? false,
    })),
    fields,
    missing: missingOf(item),
    datum: item.datum,
    year: { asked: found.yearless > 0, chosen: item.year },
    month: { asked: found.months > 0, chosen: item.monthDay },
    remembered: item.form !== null && item.form.table === table,
    common: commonOf(item, fields, ground),
    words: found.words,
    meanings: meaningsFor(found.words, ground),
    infer: asksToInfer(item, found) ? item.infer : null,
    clashes: { ...found.clashes, chosen: item.clashes },
    hiddenRows: { count: found.hiddenRows.length, chosen: item.hiddenRows },
    updates: found.updates,
    removes: found.removes,
    scoring: found.scoring,
    mode: item.mode,
    first: found.first,
    counts: item.findings === null ? { ...found.counts, rows } : found.counts,
    rejected: found.rejected.listed(),
    flagged: found.flagged.listed(),
    rejectedKinds: found.rejected.kinds(),
    flaggedKinds: found.flagged.kinds(),
    passed: found.passed,
    effect: found.effect,
    skip: item.skip,
  }
}
