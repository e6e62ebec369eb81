/** An item of the tray as the screen is told of it. */

import { fieldsOf, PAIR } from '../../intake/contract-fields.ts'
import type { Incoming } from '../contract/data.ts'
import { missingOf, noFindings, type TrayItem } from './item.ts'

export const incomingOf = (item: TrayItem): Incoming => {
  const { table, body } = item
  const found = item.findings ?? noFindings()
  const rows = body.type === 'file' ? 1 : body.sheet.about
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
    fields:
      table === null
        ? []
        : fieldsOf(table).map(({ field, headings, required }) => ({
            field,
            label: field === PAIR ? '经纬度（在一格里）' : (headings[0] as string),
            required,
          })),
    missing: missingOf(item),
    datum: item.datum,
    year: { asked: found.yearless > 0, chosen: item.year },
    mode: item.mode,
    first: found.first,
    counts: item.findings === null ? { ...found.counts, rows } : found.counts,
    rejected: found.rejected,
    flagged: found.flagged,
    passed: found.passed,
    effect: found.effect,
    skip: item.skip,
  }
}
