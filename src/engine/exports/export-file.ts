/** Taking things out: what is asked for, in the form asked for, as one file. */

import { zipSync } from 'fflate'
import { encodeText } from '../../intake/formats/encode.ts'
import { atPace, openPace } from '../../intake/pace.ts'
import { formatDay } from '../../model/day.ts'
import type { RegisterLine } from '../../model/register.ts'
import { incompleteText } from '../../model/report.ts'
import { officeScope, type Scope } from '../../model/scope.ts'
import type { ExportForm, ExportWhat, SavedFile } from '../contract/data.ts'
import type { IssueQuery } from '../contract/issues.ts'
import { safeName } from '../package/file-names.ts'
import type { Opened } from '../package/open.ts'
import { packageZipSteps } from '../package/package-zip.ts'
import { writeCsv } from './csv.ts'
import { issueSheets } from './issues.ts'
import { layerFiles } from './layers.ts'
import { rankingSheets } from './ranking.ts'
import { registerSheets } from './register.ts'
import { reportSheets } from './report.ts'
import { scoreSheets } from './scores.ts'
import { type ExportSheet, noteSheet } from './sheet.ts'
import { taskSheets } from './tasks.ts'
import { templateSheets } from './template.ts'
import { sheetWithoutPeople } from './without-people.ts'
import { writeXlsx } from './xlsx.ts'

/** What an export is made of. */
export interface ExportSource {
  opened: () => Opened
  register: () => Promise<RegisterLine[]>
  /** every file of the package, photos included */
  everything: () => Promise<{ files: ReadonlyMap<string, Uint8Array>; lacks: ReadonlyMap<string, string> }>
}

const MIME = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  geojson: 'application/geo+json',
  zip: 'application/zip',
} as const

const saved = (name: string, extension: keyof typeof MIME, bytes: Uint8Array): SavedFile => ({
  name: safeName(`${name}.${extension}`),
  mime: MIME[extension],
  bytes,
})

type What<T extends ExportWhat['type']> = Extract<ExportWhat, { type: T }>

/** A file of figures that are not complete says so in its name and, as a workbook, on its last sheet. */
const withDoubt = (sheets: readonly ExportSheet[], doubt: string): ExportSheet[] => {
  if (doubt === '') return [...sheets]
  const notes = sheets.filter(({ note }) => note)
  const doubts = noteSheet([['数据不完整', doubt]])
  return [
    ...sheets.filter(({ note }) => !note),
    { ...doubts, rows: [...doubts.rows, ...notes.flatMap(({ rows }) => rows)] },
  ]
}

/** Whose figures a file holds, as a part of its name; '' for the whole district. */
const whose = ({ model }: Opened, of: Scope): string => {
  if (of === null) return ''
  const area = model.areas.find(({ code }) => of.type === 'area' && code === of.id)
  return `-${area?.name ?? of.id}`
}

const scopeOfQuery = ({ office, area }: IssueQuery): Scope =>
  area === null ? officeScope(office) : { type: 'area', id: area }

const doubtedName = (name: string, doubt: string): string => (doubt === '' ? name : `${name}（${doubt}）`)

/** Exports that hold no figure of the package. */
const WITHOUT_FIGURES: readonly ExportWhat['type'][] = ['report', 'register', 'template']

/** What is exported as tables, and the name of the file without its ending. */
const tablesOf = async (
  what: Exclude<ExportWhat, What<'layers'> | What<'package'>>,
  { opened, register }: ExportSource,
): Promise<{ name: string; sheets: ExportSheet[] }> => {
  switch (what.type) {
    case 'issues':
      return {
        name: `问题台账${whose(opened(), scopeOfQuery(what.query))}-${formatDay(what.query.asOf)}`,
        sheets: issueSheets(opened(), what.query, what.splitByOffice),
      }
    case 'ranking':
      return {
        name: `排名${whose(opened(), what.of)}-${formatDay(what.asOf)}`,
        sheets: rankingSheets(opened(), what.asOf, what.of),
      }
    case 'scores': {
      const { of, asOf } = what
      return {
        name: `得分与失分${whose(opened(), of)}-${formatDay(asOf)}`,
        sheets: scoreSheets(opened(), of, asOf, what.splitByOffice),
      }
    }
    case 'tasks':
      return {
        name: `整改任务单${whose(opened(), what.of)}-${formatDay(what.asOf)}`,
        sheets: taskSheets(opened(), what.of, what.tasks, what.asOf),
      }
    case 'report':
      return { name: '数据报告', sheets: reportSheets(opened().report) }
    case 'register':
      return { name: '整改登记', sheets: registerSheets(opened(), await register()) }
    case 'template': {
      const sheets = templateSheets(opened(), what.table)
      return { name: what.table === null ? '数据模板' : `模板-${sheets[0]?.name ?? what.table}`, sheets }
    }
  }
}

const layersFile = (
  opened: Opened,
  { asOf, of, layers, datum }: What<'layers'>,
  doubt: string,
): SavedFile => {
  const files = layerFiles(opened, asOf, layers, datum, of).map(({ name, collection }) => ({
    name,
    bytes: encodeText(JSON.stringify(collection), 'UTF-8'),
  }))
  const when = doubtedName(`${formatDay(asOf)}-${datum}`, doubt)
  const here = whose(opened, of)
  const [only] = files
  if (only === undefined) throw new Error('没有选择图层')
  if (files.length === 1) return saved(`${only.name}${here}-${when}`, 'geojson', only.bytes)
  const zip = zipSync(Object.fromEntries(files.map(({ name, bytes }) => [`${name}.geojson`, bytes])))
  return saved(`图层${here}-${when}`, 'zip', zip)
}

/** @throws Error whose message is for the user: nothing to export, or no such form for it */
export const exportFile = async (
  source: ExportSource,
  what: ExportWhat,
  form: ExportForm,
): Promise<SavedFile> => {
  if (what.type === 'package') {
    const { files, lacks } = await source.everything()
    const name = `${source.opened().model.district.title}-数据包`
    // The map and all other answers go on meanwhile.
    const pace = openPace(
      () => {},
      () => false,
    )
    const zip = await atPace(packageZipSteps(files), pace, '打包')
    if (lacks.size === 0) return saved(name, 'zip', zip)
    const [[file, reason] = ['', '']] = lacks
    const more = lacks.size > 1 ? `等 ${lacks.size} 个文件` : ''
    return {
      ...saved(`${name}（不完整）`, 'zip', zip),
      lacks: `导出的数据包缺 ${file}${more}（${reason}）：读到以后请重新导出。`,
    }
  }
  const doubt = WITHOUT_FIGURES.includes(what.type) ? '' : incompleteText(source.opened().report)
  if (what.type === 'layers') return layersFile(source.opened(), what, doubt)
  const { name: plain, sheets: made } = await tablesOf(what, source)
  if (made.length === 0) throw new Error('没有可以导出的内容')
  const name = doubtedName(plain, doubt)
  const sheets = withDoubt(made, doubt).map(sheetWithoutPeople)
  switch (form) {
    case 'xlsx':
      return saved(name, 'xlsx', await writeXlsx(sheets))
    case 'csv':
    case 'csv-gb18030': {
      const { extension, bytes } = writeCsv(sheets, form === 'csv' ? 'UTF-8 BOM' : 'GB18030')
      return saved(name, extension, bytes)
    }
    case 'geojson':
    case 'zip':
      throw new Error('表格只能导出为 Excel 或 CSV')
  }
}
