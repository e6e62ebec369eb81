/** What using the tray would make of the package. */

import { MAPPINGS_FILE, PACKAGE_FILES, REGISTER_FILE } from '../../intake/contract.ts'
import { renamedFiles } from '../../intake/district.ts'
import { type Form, writeForms } from '../../intake/forms.ts'
import type { Pace } from '../../intake/pace.ts'
import type { Tray } from '../contract/data.ts'
import type { PackageReading, Revising } from '../package/workspace.ts'
import { formFor } from './forms.ts'
import { type MergeEffect, missingOf, type TrayItem } from './item.ts'
import { isWholeFile } from './read-file.ts'
import { changesAnything, type Known, readTray } from './read-tray.ts'
import { labelledFields } from './tray-view.ts'

const nameList = (items: readonly TrayItem[]): string => {
  const nameOf = ({ name, whole }: TrayItem): string => {
    const parts = name.split('/')
    // Sheets of one workbook are one file, and so is a whole package.
    return ((whole === null ? parts.at(-1) : parts[0]) as string).split(' · ')[0] as string
  }
  const names = [...new Set(items.map(nameOf))]
  return names.length > 1 ? `${names[0]} 等 ${names.length} 个文件` : (names[0] ?? '')
}

/** 「导入 台账.xlsx：新增 12、更新 3」 */
const labelOf = (items: readonly TrayItem[]): string => {
  const sum = (of: keyof MergeEffect) =>
    items.reduce((total, item) => total + (item.findings?.effect[of] ?? 0), 0)
  const parts = (
    [
      ['新增', 'added'],
      ['更新', 'updated'],
      ['删除', 'removed'],
    ] as const
  ).flatMap(([word, of]) => (sum(of) > 0 ? [`${word} ${sum(of)}`] : []))
  return `导入 ${nameList(items)}${parts.length > 0 ? `：${parts.join('、')}` : ''}`
}

/** Refuses what is not settled yet. */
export const checkSettled = (items: readonly TrayItem[]): void => {
  for (const item of items) {
    if (item.table === null) throw new Error(`还不知道“${item.name}”是什么表：请选定，或设为不导入。`)
    const missing = missingOf(item)
    if (missing.length === 0) continue
    const labels = labelledFields(item).filter(({ field }) => missing.includes(field))
    const names = labels.map(({ label }) => `“${label}”`).join('、')
    throw new Error(`“${item.name}”缺少${names}：请指定是哪一列，或设为不导入。`)
  }
}

/** A rubric or a setting that cannot be read is not left out in silence: nothing is used. */
const checkWhole = (items: readonly TrayItem[]): void => {
  for (const { table, findings, name } of items) {
    const why = findings?.rejected.listed()[0]
    if (table === null || !isWholeFile(table) || why === undefined) continue
    throw new Error(why.reason.includes(name) ? why.reason : `“${name}”${why.reason}。`)
  }
}

/** A package that takes the place of the whole would lose the records of a file that could not be read. */
const checkNoneLost = (lost: Tray['refused']): void => {
  const [first] = lost
  if (first === undefined) return
  const more = lost.length > 1 ? `（另有 ${lost.length - 1} 个文件）` : ''
  throw new Error(
    `“${first.name}”没有读入（${first.reason}）${more}：整包使用会缺它的记录。请修好后重新拖入；确实不要它，请从数据包里去掉再拖入。`,
  )
}

/** What lies in the tray. */
export interface TrayState {
  items: readonly TrayItem[]
  /** of them those that are to be used */
  used: readonly TrayItem[]
  /** files that a package lacks that takes the place of the whole */
  lost: Tray['refused']
  /** what is no table: photos and the like */
  alongside: ReadonlyMap<string, Uint8Array>
  /** what is remembered of forms */
  forms: readonly Form[]
}

/**
 * The next revision of the package. Throws an Error for the user where nothing would change or something would be lost.
 * @param photos whether the pictures of workbooks are to be read as well
 */
export const changesOf = async (
  { items, used, lost, alongside, forms }: TrayState,
  reading: PackageReading,
  version: string,
  known: Known,
  pace: Pace,
  photos: boolean,
): Promise<Revising> => {
  const { changed, register } = await readTray(items, reading, version, known, pace, {
    keep: true,
    photos,
  })
  checkWhole(used)
  const boundaries = used.find(({ table, whole }) => table === 'areas.geojson' && whole !== null)
  const whole = boundaries !== undefined && boundaries.mode === 'replace'
  if (whole) checkNoneLost(lost)
  const district = changed.get('district.json') ?? reading.files.get('district.json')
  const renamed = renamedFiles(whole ? changed.get('district.json') : district)
  const files = new Map<string, Uint8Array | null>(
    whole || used.some((item) => item.whole !== null) || alongside.size > 0 ? alongside : [],
  )
  if (!whole)
    for (const file of PACKAGE_FILES) {
      const [from, to] = [reading.pathOf(file), renamed[file] ?? file]
      const bytes = reading.files.get(from)
      if (from === to || bytes === undefined) continue
      files.set(from, null)
      files.set(to, bytes)
    }
  const skipped = items.filter(({ skip, whole: of }) => skip && of !== null)
  for (const { table } of skipped) {
    if (!whole || table === null || table === 'register') continue
    const bytes = reading.files.get(reading.pathOf(table))
    if (bytes !== undefined) files.set(renamed[table] ?? table, bytes)
  }
  for (const [table, bytes] of changed) {
    const own = used.filter((item) => item.table === table)
    const different = own.some(({ findings }) => findings !== null && changesAnything(findings.effect))
    if (whole || different) files.set(renamed[table] ?? table, bytes)
  }
  for (const [file, bytes] of register?.files() ?? [])
    files.set(file === REGISTER_FILE ? file : (renamed[file] ?? file), bytes)
  for (const { findings } of used)
    if (findings !== null && changesAnything(findings.effect))
      for (const [path, bytes] of findings.photos) files.set(path, bytes)
  if (files.size === 0) throw new Error('这些文件与现有数据没有不同，没有需要改动的。')
  const settled = used.flatMap((item) => formFor(item) ?? [])
  if (settled.length > 0) files.set(MAPPINGS_FILE, writeForms(forms, settled))
  return { what: labelOf(used), changed: files, whole }
}
