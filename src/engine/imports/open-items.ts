/** Dropped files into items of the tray. */

import { cleanJson, cleanTable } from '../../intake/cleaning/clean.ts'
import { MAPPINGS_FILE, PACKAGE_FILES, type PackageFile, REGISTER_FILE } from '../../intake/contract.ts'
import { fieldsOf, type Target } from '../../intake/contract-fields.ts'
import { renamedFiles } from '../../intake/district.ts'
import { uncrossed } from '../../intake/formats/cross-table.ts'
import { openFiles } from '../../intake/formats/index.ts'
import { familyOf } from '../../intake/formats/layer-family.ts'
import { losesShape, propertyNames, sheetOfLayer } from '../../intake/formats/layer-sheet.ts'
import { shortened } from '../../intake/formats/layer-texts.ts'
import type { Encoding, Format, Layer, OpenedFile, Sheet, SourceFile } from '../../intake/formats/opened.ts'
import { decodeBytes } from '../../intake/formats/text.ts'
import { MOST_COLUMNS } from '../../intake/limits.ts'
import { atPace, type Pace } from '../../intake/pace.ts'
import { maskedReason, maskPeople } from '../../intake/people/mask.ts'
import { cleanPhoto, isPhotoName } from '../../intake/photos/clean.ts'
import { headingsOf, proposeMapping } from '../../intake/tables/mapping.ts'
import {
  likeliest,
  recogniseLayer,
  recogniseSheet,
  type TableCandidate,
} from '../../intake/tables/recognise.ts'
import type { Notice } from '../../model/report.ts'
import type { Body, TrayItem } from './item.ts'
import { isWholeFile } from './read-file.ts'

/** What was dropped, before anything is settled. */
export interface Dropped {
  items: Omit<TrayItem, 'id'>[]
  refused: { name: string; reason: string }[]
  /** of them those that a package lacks that takes the place of the whole */
  lost: { name: string; reason: string }[]
  /** photos and the like, by their path in the package */
  alongside: Map<string, Uint8Array>
}

/** Rows looked at for an example of what a column holds. */
const LOOKED_AT = 50

const samplesOf = async (sheet: Sheet, headings: readonly string[], pace: Pace): Promise<string[]> => {
  const width = headings.length
  const samples = headings.map(() => '')
  let looked = 0
  for (const row of sheet.walk()) {
    if (row === null) {
      if (pace.isDue()) await pace.rest(looked, LOOKED_AT, sheet.name)
      continue
    }
    const { cells } = row
    for (let i = 0; i < width; i++) {
      if (samples[i] === '') samples[i] = maskPeople((cells[i] ?? '').trim(), headings[i]).text.slice(0, 40)
      if (pace.isDue()) await pace.rest(looked, LOOKED_AT, sheet.name)
    }
    if (++looked === LOOKED_AT || samples.every((sample) => sample !== '')) break
  }
  return samples
}

/** What is taken out of the name of a file, a sheet or a layer (line 0), or of a heading. */
const hiddenIn = (name: string, text: string, line: number, where: string): Notice[] => {
  const masked = maskPeople(text)
  if (masked.found.length === 0) return []
  const told = { file: maskPeople(name).text, line, field: line === 0 ? '' : masked.text }
  return [{ ...told, value: masked.text, reason: maskedReason(where, masked.found) }]
}

interface From {
  name: string
  format: Format
  encoding: Encoding | null
  /** what a package says it is */
  known: PackageFile | null
  whole: number | null
}

const itemOf = async (
  { name, format, encoding, known, whole }: From,
  body: Body,
  candidates: readonly TableCandidate[],
  pace: Pace,
): Promise<Omit<TrayItem, 'id'>> => {
  const table: Target | null = known ?? likeliest(candidates)
  const written = body.type === 'file' ? [] : headingsOf(body.sheet.header.cells)
  const line = body.type === 'file' ? 0 : body.sheet.header.line
  const headings: string[] = []
  const hidden = hiddenIn(name, name, 0, '名称')
  for (const heading of written) {
    headings.push(maskPeople(heading).text)
    hidden.push(...hiddenIn(name, heading, line, '表头'))
    if (pace.isDue()) await pace.rest(headings.length, written.length, name)
  }
  const mapping =
    table === null
      ? headings.map(() => '')
      : proposeMapping(body.type === 'file' ? [] : body.sheet.header.cells, fieldsOf(table))
  return {
    name: maskPeople(name).text,
    format,
    encoding,
    body,
    candidates: known === null ? candidates : [{ table: known, score: 1 }],
    table,
    headings,
    hidden,
    samples: body.type === 'file' ? [] : await samplesOf(body.sheet, written, pace),
    mapping,
    remembered: headings.map(() => false),
    datum: null,
    // A package is in WGS84 by contract.
    datumByHand: known === null ? null : 'WGS84',
    datumIn: null,
    year: 0,
    monthDay: 'first',
    period: { year: null, days: null, reportedOn: null },
    values: {},
    valuesTold: {},
    words: {},
    infer: false,
    clashes: 'both',
    hiddenRows: 'read',
    form: null,
    mode: whole === null ? 'update' : 'replace',
    modeByHand: whole !== null,
    skip: false,
    whole,
    version: 0,
    findings: null,
  }
}

const sheetItem = (from: From, sheet: Sheet, pace: Pace): Promise<Omit<TrayItem, 'id'>> => {
  const candidates = recogniseSheet(sheet.header.cells, from.name)
  const crossed = from.known === null && likeliest(candidates) === null ? uncrossed(sheet) : null
  return crossed === null
    ? itemOf(from, { type: 'sheet', sheet }, candidates, pace)
    : itemOf(from, { type: 'sheet', sheet: crossed }, [{ table: 'inspections.csv', score: 1 }], pace)
}

const layerItem = (
  from: From,
  layer: Layer,
  names: readonly string[],
  pace: Pace,
): Promise<Omit<TrayItem, 'id'>> =>
  itemOf(
    from,
    { type: 'layer', layer, sheet: sheetOfLayer(layer) },
    recogniseLayer(layer.features, names, from.name),
    pace,
  )

/**
 * Of a layer of places that are not all points, its lines and polygons as what they are: a row of a table cannot hold them.
 * They are joined to their rows by their numbers, and without numbers by nothing.
 */
const shapesBeside = async (
  from: From,
  layer: Layer,
  names: readonly string[],
  pace: Pace,
): Promise<Omit<TrayItem, 'id'>[]> => {
  const shapes = layer.features.filter(losesShape)
  const isMixed =
    shapes.length > 0 && shapes.length < layer.features.length && familyOf(layer.features) === 'point'
  const tables = recogniseLayer(layer.features, names, from.name)
  const hasIds = proposeMapping(names, fieldsOf('sites.geojson')).includes('id')
  if (from.known !== null || !isMixed || !hasIds || likeliest(tables) !== 'sites.csv') return []
  const only: Layer = { ...layer, features: shapes }
  const body: Body = { type: 'layer', layer: only, sheet: sheetOfLayer(only) }
  return [
    await itemOf(
      { ...from, name: `${from.name} · 图形` },
      body,
      [{ table: 'sites.geojson', score: 1 }],
      pace,
    ),
  ]
}

const named = (name: string, part: string, many: boolean): string =>
  many && part !== '' ? `${name} · ${part}` : name

const opened = async (
  name: string,
  file: OpenedFile,
  known: PackageFile | null,
  whole: number | null,
  pace: Pace,
): Promise<Pick<Dropped, 'items' | 'refused'>> => {
  switch (file.type) {
    case 'unreadable':
      return { items: [], refused: [{ name, reason: file.reason }] }
    case 'sheets': {
      const { format, encoding, sheets } = file
      const from = (part: string): From => ({
        name: part,
        format,
        encoding,
        known,
        whole,
      })
      const items = []
      const many = sheets.filter(({ hidden }) => hidden !== true).length > 1
      for (const sheet of sheets) {
        const own = sheet.hidden ? `${name} · ${sheet.name}（隐藏）` : named(name, sheet.name, many)
        const item = await sheetItem(from(own), sheet, pace)
        // A hidden worksheet waits to be chosen; lists that only serve the cells of others are told and no more.
        if (sheet.hidden !== true) items.push(item)
        else if (item.table !== null) items.push({ ...item, skip: true })
      }
      return { items, refused: [] }
    }
    case 'layers': {
      const { format, encoding, layers } = file
      const full = layers.filter(({ features }) => features.length > 0)
      const dropped: Pick<Dropped, 'items' | 'refused'> = { items: [], refused: [] }
      for (const layer of full) {
        const own = named(name, layer.name, full.length > 1)
        const short = await shortened(layer, pace)
        const names = propertyNames(short.features)
        if (names.length > MOST_COLUMNS)
          dropped.refused.push({
            name: own,
            reason: `图形的属性有 ${names.length} 种，超过上限 ${MOST_COLUMNS} 种，请删去不用的属性再拖入`,
          })
        else {
          const from: From = { name: own, format, encoding, known, whole }
          const shapes = await shapesBeside(from, short, names, pace)
          const layer = shapes.length > 0 ? { ...short, shapesApart: true } : short
          dropped.items.push(await layerItem(from, layer, names, pace), ...shapes)
        }
        await pace.rest(0, 1, own)
      }
      if (full.length === 0) dropped.refused.push({ name, reason: '里面没有任何图形' })
      return dropped
    }
    case 'package':
      return { items: [], refused: [] }
  }
}

const contractOf = (files: ReadonlyMap<string, Uint8Array>): ((path: string) => PackageFile | null) => {
  const renamed = renamedFiles(files.get('district.json'))
  const byPath = new Map(PACKAGE_FILES.map((file) => [renamed[file] ?? file, file]))
  return (path) => byPath.get(path) ?? null
}

/** What lies beside the tables of a package: photos and the register are kept, without what they tell of people. */
const besideIn = async (
  dropped: Dropped,
  name: string,
  path: string,
  bytes: Uint8Array,
  pace: Pace,
): Promise<void> => {
  const refuse = (reason: string) => dropped.refused.push({ name, reason })
  const { found } = maskPeople(path)
  // The schemas of our own files are no data: they are left out without a notice.
  if (/\.schema\.json$/i.test(path)) return
  if (path === REGISTER_FILE || path === MAPPINGS_FILE) {
    const clean = path === REGISTER_FILE ? cleanTable(path, bytes) : cleanJson(bytes)
    dropped.alongside.set(path, await atPace(clean, pace, name))
    return
  }
  if (!isPhotoName(path)) return void refuse('不是数据，也不是照片，没有保存')
  if (found.length > 0) return void refuse(`文件名里有${found.join('、')}，这张照片没有导入：请改名后再拖入`)
  const clean = cleanPhoto(bytes)
  if (clean === null)
    refuse(
      '不是 JPG、PNG、WebP、GIF、AVIF、HEIC、BMP 或 SVG，或已损坏，除不去拍摄信息，没有导入：请另存为 JPG',
    )
  else dropped.alongside.set(path, clean)
}

/** The files of a package: each as what its name says. One that brings its boundaries takes the place of the whole. */
const openPackage = async (
  name: string,
  files: ReadonlyMap<string, Uint8Array>,
  id: number,
  pace: Pace,
): Promise<Dropped> => {
  const known = contractOf(files)
  const whole = [...files.keys()].some((path) => known(path) === 'areas.geojson') ? id : null
  const dropped: Dropped = { items: [], refused: [], lost: [], alongside: new Map() }
  let done = 0
  for (const [path, bytes] of files) {
    if (pace.isDue()) await pace.rest(done, files.size, path)
    done++
    const file = known(path)
    const full = name === '' || files.size === 1 ? path : `${name}/${path}`
    if (file === null) await besideIn(dropped, full, path, bytes, pace)
    else if (isWholeFile(file)) {
      const { encoding } = decodeBytes(bytes.subarray(0, 4096))
      const from: From = {
        name: full,
        format: file.endsWith('.json') ? 'JSON' : 'GeoJSON',
        encoding,
        known: file,
        whole,
      }
      dropped.items.push(await itemOf(from, { type: 'file', bytes }, [], pace))
    } else
      for (const answer of await openFiles([{ path: path.split('/').at(-1) as string, bytes }], pace)) {
        const { items, refused } = await opened(full, answer.opened, file, whole, pace)
        dropped.items.push(...items)
        dropped.refused.push(...refused)
        if (whole !== null) dropped.lost.push(...refused)
      }
  }
  return dropped
}

/** @param nextId gives a number that no other package has */
export const openDropped = async (
  files: readonly SourceFile[],
  nextId: () => number,
  pace: Pace,
): Promise<Dropped> => {
  const dropped: Dropped = { items: [], refused: [], lost: [], alongside: new Map() }
  const answers = await openFiles(files, pace)
  for (const [i, { name, opened: file }] of answers.entries()) {
    if (pace.isDue()) await pace.rest(i, answers.length, name)
    const { items, refused, lost, alongside } =
      file.type === 'package'
        ? await openPackage(name, file.files, nextId(), pace)
        : {
            ...(await opened(name, file, null, null, pace)),
            lost: [],
            alongside: new Map<string, Uint8Array>(),
          }
    dropped.items.push(...items)
    dropped.refused.push(...refused)
    dropped.lost.push(...lost)
    for (const [path, bytes] of alongside) dropped.alongside.set(path, bytes)
  }
  dropped.refused = dropped.refused.map(({ name, reason }) => ({
    name: maskPeople(name).text,
    reason: maskPeople(reason).text,
  }))
  return dropped
}
