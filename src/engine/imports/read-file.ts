/** Files of the contract that are taken as a whole: settings, rubric, scenes, basemap. */

import { membersOf, optionalFeatures } from '../../intake/boundaries/features.ts'
import { cleanJson } from '../../intake/cleaning/clean.ts'
import type { PackageFile } from '../../intake/contract.ts'
import { readDistrict } from '../../intake/district.ts'
import { PackageError } from '../../intake/error.ts'
import { readJson } from '../../intake/formats/json.ts'
import { type Notebook, openNotebook } from '../../intake/notebook.ts'
import { atPace, type Pace } from '../../intake/pace.ts'
import type { Tell } from '../../intake/people/mask.ts'
import { maskedNotices } from '../../intake/people/notices.ts'
import { readScenes } from '../../intake/scenes.ts'
import { readStandard } from '../../intake/standard.ts'
import { openNoticeList } from '../../model/notice-kinds.ts'
import type { Context } from './context.ts'
import { encodePieces, piecesOfFeatures } from './encode-pieces.ts'
import { geometryInWGS84 } from './geometry-datum.ts'
import { type Findings, noFindings, type TrayItem } from './item.ts'

export const WHOLE_FILES = ['standard.json', 'district.json', 'scenes.json', 'basemap.geojson'] as const
export type WholeFile = (typeof WHOLE_FILES)[number]

export const isWholeFile = (file: PackageFile | 'register'): file is WholeFile =>
  (WHOLE_FILES as readonly string[]).includes(file)

/** The bytes of an item as the package is to have them. */
const bytesOf = async (
  { body, datum, name }: TrayItem,
  tellOf: (line: number) => Tell,
  pace: Pace,
): Promise<Uint8Array> => {
  if (body.type === 'file') return atPace(cleanJson(body.bytes, tellOf), pace, name)
  if (body.type === 'sheet') return new Uint8Array()
  const features: unknown[] = []
  for (const [i, feature] of body.layer.features.entries()) {
    features.push({
      type: 'Feature',
      properties: membersOf(feature).properties ?? {},
      geometry: geometryInWGS84(membersOf(feature).geometry, datum?.chosen ?? 'WGS84'),
    })
    if (pace.isDue()) await pace.rest(i, body.layer.features.length, name)
  }
  const bytes = await encodePieces(piecesOfFeatures(features), pace, name)
  return atPace(cleanJson(bytes, tellOf), pace, name)
}

const readRubric = (name: string, bytes: Uint8Array, context: Context, notebook: Notebook): Context => {
  const refuse = (reason: string) => notebook.reject({ file: name, line: 0, field: '', value: '', reason })
  const { json, fault } = readJson(bytes)
  try {
    if (fault === null) return { ...context, standard: readStandard(json, name) }
    refuse(`${fault}，没有采用`)
  } catch (error) {
    if (!(error instanceof PackageError)) throw error
    refuse(error.message)
  }
  return context
}

const readAs = (
  file: WholeFile,
  name: string,
  bytes: Uint8Array,
  context: Context,
  notebook: Notebook,
): Context => {
  switch (file) {
    case 'district.json':
      return { ...context, limit: readDistrict(name, bytes, notebook).asOf }
    case 'standard.json':
      return readRubric(name, bytes, context, notebook)
    case 'basemap.geojson':
      optionalFeatures(name, bytes, notebook)
      return context
    case 'scenes.json':
      readScenes(name, bytes, context.standard, notebook)
      return context
  }
}

const isEqual = (a: Uint8Array | undefined, b: Uint8Array): boolean =>
  a !== undefined && a.length === b.length && a.every((byte, i) => byte === b[i])

export interface FileRead {
  findings: Findings
  /** null where it is refused */
  bytes: Uint8Array | null
  context: Context
}

export const readWholeFile = async (
  file: WholeFile,
  item: TrayItem,
  present: Uint8Array | undefined,
  context: Context,
  pace: Pace,
): Promise<FileRead> => {
  const found = noFindings()
  const notebook = openNotebook()
  const bytes = await bytesOf(item, (line) => maskedNotices(item.name, notebook, line), pace)
  for (const [line, reason] of (item.body.type === 'layer' && item.body.layer.faults) || [])
    notebook.flag({ file: item.name, line, field: '', value: '', reason })
  const next = readAs(file, item.name, bytes, context, notebook)
  const { rejected, flagged } = notebook.report
  const refused = rejected.length > 0
  found.counts = {
    rows: 1,
    accepted: refused ? 0 : 1,
    rejected: refused ? 1 : 0,
    flagged: flagged.length > 0 ? 1 : 0,
    masked: flagged.filter(({ reason }) => reason.includes('已隐去')).length,
  }
  found.rejected = openNoticeList(rejected)
  found.flagged = openNoticeList(flagged)
  if (!refused) {
    const outcome = present === undefined ? 'added' : isEqual(present, bytes) ? 'unchanged' : 'updated'
    found.effect[outcome] = 1
  }
  return { findings: found, bytes: refused ? null : bytes, context: refused ? context : next }
}
