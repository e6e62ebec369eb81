/** The rows that were not used, as a file to be mended and dropped in again. */
import { membersOf } from '../../intake/boundaries/features.ts'
import { csvText } from '../../intake/formats/csv-text.ts'
import { encodeText } from '../../intake/formats/encode.ts'
import type { SheetRow } from '../../intake/formats/opened.ts'
import { HIDDEN, maskJson, maskPeople } from '../../intake/people/mask.ts'
import { REASON_HEADING } from '../../intake/tables/extras.ts'
import type { Notice } from '../../model/report.ts'
import type { SavedFile } from '../contract/data.ts'
import { textColumn } from '../exports/sheet.ts'
import { writeXlsx } from '../exports/xlsx.ts'
import { safeName } from '../package/file-names.ts'
import { isTable, type TrayItem } from './item.ts'

export interface RejectedRow {
  row: SheetRow
  notices: readonly Notice[]
}

const reasonOf = (notices: readonly Notice[]): string =>
  notices.map(({ field, reason }) => (field === '' ? reason : `${field}：${reason}`)).join('；')

/** Fields that may not stand beside people's honours: leaving them out is the mending. */
const OF_PEOPLE = ['name', 'lon', 'lat']

const stem = (name: string): string =>
  name
    .replace(/ · /g, '-')
    .split('/')
    .at(-1)
    ?.replace(/\.[a-z0-9]{2,8}$/i, '') ?? name

/** Cells of a workbook of rejected rows; more of them are written as text. */
const MOST_CELLS = 500_000

const asWorkbook = async (
  item: TrayItem,
  header: readonly string[],
  body: readonly string[][],
): Promise<SavedFile> => ({
  name: safeName(`${stem(item.name)}-未读入.xlsx`),
  mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  bytes: await writeXlsx([
    {
      name: '未读入',
      columns: header.map((heading) => textColumn(heading, heading === REASON_HEADING ? 48 : 16)),
      rows: body,
    },
  ]),
})

const asTable = async (
  item: TrayItem,
  header: readonly string[],
  rows: readonly RejectedRow[],
): Promise<SavedFile> => {
  const { format, encoding } = item
  const old = header.indexOf(REASON_HEADING)
  const width = Math.max(header.length, ...rows.map(({ row }) => row.cells.length))
  const kept = (cells: readonly string[]): string[] => {
    const full = Array.from({ length: width }, (_, i) => cells[i] ?? '')
    return old < 0 ? full : full.filter((_, i) => i !== old)
  }
  const body = rows.map(({ row, notices }) => {
    const hidden = notices.some(({ value }) => value === HIDDEN)
    const cells = row.cells.map((cell, i) =>
      hidden && OF_PEOPLE.includes(item.mapping[i] ?? '') ? '' : maskPeople(cell, header[i]).text,
    )
    return [...kept(cells), reasonOf(notices)]
  })
  const headings = [...kept(header).map((heading) => maskPeople(heading).text), REASON_HEADING]
  if (format === 'XLSX' && headings.length * body.length <= MOST_CELLS)
    return asWorkbook(item, headings, body)
  const text = csvText([headings, ...body], format === 'TSV' ? '\t' : ',')
  const bytes = encodeText(text, encoding ?? 'UTF-8 BOM')
  const tsv = format === 'TSV'
  return {
    name: safeName(`${stem(item.name)}-未读入.${tsv ? 'tsv' : 'csv'}`),
    mime: tsv ? 'text/tab-separated-values' : 'text/csv',
    bytes,
  }
}

const asFeatures = (
  item: TrayItem,
  features: readonly unknown[],
  rows: readonly RejectedRow[],
): SavedFile => {
  const rejected = rows.flatMap(({ row, notices: own }) => {
    const feature = features[row.line - 1]
    if (feature === undefined) return []
    const told = membersOf(maskJson(feature, () => {}))
    return [{ ...told, properties: { ...membersOf(told.properties), [REASON_HEADING]: reasonOf(own) } }]
  })
  const text = JSON.stringify({ type: 'FeatureCollection', features: rejected }, null, 1)
  return {
    name: safeName(`${stem(item.name)}-未读入.geojson`),
    mime: 'application/geo+json',
    bytes: new TextEncoder().encode(text),
  }
}

/** @param rows all rows (of a layer: ordinals of features) that were rejected */
export const rejectedFile = async (item: TrayItem, rows: readonly RejectedRow[]): Promise<SavedFile> => {
  const { body } = item
  if (body.type === 'file') throw new Error(`“${item.name}”不是表格，没有可以单独取出的行。`)
  if (body.type === 'layer' && !isTable(item)) return asFeatures(item, body.layer.features, rows)
  return asTable(item, body.sheet.header.cells, rows)
}
