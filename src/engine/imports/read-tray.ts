/**
 * Everything in the tray read in the order of dependency: the rubric and the district, boundaries, waters, sites, then
 * what speaks of them. Each sees the package as it will be.
 */
import type { PackageFile } from '../../intake/contract.ts'
import type { Target } from '../../intake/contract-fields.ts'
import type { SheetRow } from '../../intake/formats/opened.ts'
import type { Pace } from '../../intake/pace.ts'
import type { Notice } from '../../model/report.ts'
import type { PackageReading } from '../package/workspace.ts'
import { type Context, contextOf } from './context.ts'
import { encodePieces } from './encode-pieces.ts'
import { type Findings, type ItemWish, isUsable, type MergeEffect, type TrayItem } from './item.ts'
import { settleDatum } from './propose-datum.ts'
import { areOfElsewhere, FEATURE_FILES, type FeatureFile, readFeatureFile } from './read-features.ts'
import { isWholeFile, readWholeFile } from './read-file.ts'
import { type RegisterRead, readRegister } from './read-register.ts'
import { readSheets } from './read-sheets.ts'

const ORDER: readonly Target[] = [
  'standard.json',
  'district.json',
  'areas.geojson',
  'waters.geojson',
  'sites.csv',
  'sites.geojson',
  'site-status.csv',
  'inspections.csv',
  'issues.csv',
  'water-samples.csv',
  'surveys.csv',
  'honours.csv',
  'responsibility.csv',
  'activities.csv',
  'basemap.geojson',
  'scenes.json',
  'register',
]

interface Stage {
  signature: string
  findings: ReadonlyMap<TrayItem, Findings>
  context: Context
}

/** What has been read and not changed since, by table. */
export type Known = Map<Target, Stage>

export interface TrayRead {
  /** the files of the package that change, where they were asked for */
  changed: Map<PackageFile, Uint8Array>
  /** what the 整改登记 brings, where it was asked for */
  register: RegisterRead | null
  /** what rows refer to, with all that the tray brings */
  context: Context
}

const isFeatureFile = (table: Target): table is FeatureFile =>
  (FEATURE_FILES as readonly string[]).includes(table)

/** Whether anything of the table becomes different. */
export const changesAnything = ({ added, updated, removed }: MergeEffect): boolean =>
  added + updated + removed > 0

/** Reads what has changed since, and tells every item what was found. Throws when cancelled. */
export const readTray = async (
  items: readonly TrayItem[],
  reading: PackageReading,
  version: string,
  known: Known,
  pace: Pace,
  asked: ItemWish,
): Promise<TrayRead> => {
  let context = contextOf(reading.opened, version)
  const changed: TrayRead['changed'] = new Map()
  let register: RegisterRead | null = null
  for (const table of ORDER) {
    const own = items.filter((item) => item.table === table && !item.skip && isUsable(item))
    if (own.length === 0) continue
    for (const item of own) {
      await settleDatum(item, context, pace)
      if (table === 'areas.geojson' && !item.modeByHand)
        item.mode = areOfElsewhere(item, context) ? 'replace' : 'update'
    }
    const signature = `${context.version} ${table} ${own.map(({ id, version: at }) => `${id}:${at}`).join(',')}`
    const before = known.get(table)
    const rejecting = asked.rejected !== undefined && own.includes(asked.rejected.item)
    if (before?.signature === signature && !asked.keep && !rejecting) {
      context = before.context
      continue
    }
    const findings = new Map<TrayItem, Findings>()
    const tell = (item: TrayItem, row: SheetRow, notices: readonly Notice[]) => {
      if (item === asked.rejected?.item) asked.rejected.tell(row, notices)
    }
    const gives = (next: Context) => {
      context = next === context ? context : { ...next, version: signature }
    }
    if (table === 'register') {
      const read = await readRegister(own, reading, changed, asked.rejected, pace)
      for (const [item, found] of read.findings) findings.set(item, found)
      register = read
    } else if (isWholeFile(table))
      for (const item of own) {
        const present = reading.files.get(reading.pathOf(table))
        const read = await readWholeFile(table, item, present, context, pace)
        findings.set(item, read.findings)
        gives(read.context)
        if (read.bytes !== null) changed.set(table, read.bytes)
      }
    else if (isFeatureFile(table)) {
      const present = reading.files.get(reading.pathOf(table))
      const read = await readFeatureFile(table, own, present, context, pace, tell)
      for (const [item, found] of read.findings) findings.set(item, found)
      gives(read.context)
      changed.set(table, read.bytes)
    } else {
      const present = reading.files.get(reading.pathOf(table))
      const read = await readSheets(table, own, present, context, pace, asked, tell)
      for (const [item, found] of read.findings) findings.set(item, found)
      if (table === 'sites.csv') {
        const replacing = own.some(({ mode }) => mode === 'replace')
        gives({ ...context, sites: replacing ? read.sites : [...context.sites, ...read.sites] })
      }
      if (asked.keep) changed.set(table, await encodePieces(read.merge.text(), pace, '写入'))
    }
    for (const [item, found] of findings) {
      item.findings = found
      found.flagged.addFirst(item.hidden)
      found.counts.masked += item.hidden.length
    }
    known.set(table, { signature, findings, context })
  }
  return { changed, register, context }
}
