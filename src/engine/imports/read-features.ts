/** Layers that are boundaries, water bodies or the shapes of sites: read by the readers of the package and merged. */

import { AREA_PROPERTIES, areaSteps, isYes, isYesOrNo } from '../../intake/boundaries/areas.ts'
import { membersOf, readFeatures } from '../../intake/boundaries/features.ts'
import { featuresOf, verticesIn } from '../../intake/boundaries/geometry.ts'
import { SITE_SHAPE_PROPERTIES, siteShapeSteps } from '../../intake/boundaries/site-shapes.ts'
import { WATER_PROPERTIES, waterSteps } from '../../intake/boundaries/waters.ts'
import { PackageError } from '../../intake/error.ts'
import { readJson } from '../../intake/formats/json.ts'
import type { Layer, SheetRow } from '../../intake/formats/opened.ts'
import { MOST_SHAPES, MOST_VERTICES_OF_FILE } from '../../intake/limits.ts'
import { type Notebook, openNotebook } from '../../intake/notebook.ts'
import { atPace, type Pace } from '../../intake/pace.ts'
import { maskJson, maskPeople } from '../../intake/people/mask.ts'
import { parseCode, plain } from '../../intake/tables/cells.ts'
import type { Lookups } from '../../intake/tables/lookups.ts'
import { addTo, groupBy } from '../../model/group.ts'
import { openNoticeList } from '../../model/notice-kinds.ts'
import type { Notice } from '../../model/report.ts'
import { areaIndexIn, type Context, lookupsIn } from './context.ts'
import { encodePieces, piecesOfFeatures } from './encode-pieces.ts'
import { geometryInWGS84 } from './geometry-datum.ts'
import { type Findings, noFindings, type TrayItem } from './item.ts'

export const FEATURE_FILES = ['areas.geojson', 'waters.geojson', 'sites.geojson'] as const
export type FeatureFile = (typeof FEATURE_FILES)[number]

const ALIASES: Readonly<Record<FeatureFile, Record<string, readonly string[]>>> = {
  'areas.geojson': AREA_PROPERTIES,
  'waters.geojson': WATER_PROPERTIES,
  'sites.geojson': SITE_SHAPE_PROPERTIES,
}

interface Shape {
  type: 'Feature'
  properties: Record<string, unknown>
  geometry: unknown
}

export interface FeaturesRead {
  findings: ReadonlyMap<TrayItem, Findings>
  /** the merged file */
  bytes: Uint8Array
  context: Context
}

const isFilled = (value: unknown): boolean => value !== null && value !== undefined && value !== ''

const CODES: ReadonlySet<string> = new Set(['code', 'id'])

const cleanValue = (field: string, value: unknown, label: string): unknown => {
  if (CODES.has(field)) return parseCode(String(value))
  // The contract's own word, so that 否 and false are no difference.
  if (field === 'relocation' && isYesOrNo(String(value))) return isYes(String(value))
  return maskJson(typeof value === 'string' ? value.trim() : value, () => {}, label)
}

/** The properties of a feature under the names of the contract. */
const cleanProperties = (
  value: unknown,
  item: TrayItem,
  names: readonly string[],
): Record<string, unknown> => {
  const { properties, id } = membersOf(value)
  const given = membersOf(properties)
  const cleaned: Record<string, unknown> = {}
  names.forEach((name, i) => {
    const field = item.mapping[i] ?? ''
    if (field === '' || !isFilled(given[name])) return
    cleaned[field] = cleanValue(field, given[name], name)
  })
  // The feature's own id serves where no property is one.
  if (isFilled(id) && item.table !== 'areas.geojson') cleaned.id ??= plain(String(id))
  return cleaned
}

/** A feature under the names of the contract, in WGS84 degrees. */
const cleanShape = (value: unknown, item: TrayItem, names: readonly string[]): Shape => ({
  type: 'Feature',
  properties: cleanProperties(value, item, names),
  geometry: maskJson(geometryInWGS84(membersOf(value).geometry, item.datum?.chosen ?? 'WGS84'), () => {}),
})

/** What names a shape of the package. */
const keyOf = (table: FeatureFile, feature: unknown): string => {
  const [read] = readFeatures('', [feature], ALIASES[table], openNotebook())
  if (read === undefined) return ''
  if (table === 'areas.geojson') return parseCode(read.text('code')) || plain(read.text('name'))
  return plain(read.text('id')) || read.ownId || plain(read.text('name'))
}

/** Runs the reader of the package over some features; what it says goes to `notebook`, null where nobody asks. */
const readAs = async (
  table: FeatureFile,
  name: string,
  features: readonly unknown[],
  context: Context,
  notebook: Notebook | null,
  pace: Pace,
): Promise<Context> => {
  const book = notebook ?? openNotebook()
  switch (table) {
    case 'areas.geojson':
      try {
        return {
          ...context,
          areas: await atPace(areaSteps(name, { features, crs: null }, book, notebook !== null), pace, name),
        }
      } catch (error) {
        if (error instanceof PackageError) return context
        throw error
      }
    case 'waters.geojson':
      return { ...context, waters: await atPace(waterSteps(name, features, book), pace, name) }
    case 'sites.geojson': {
      const bare = context.sites.map((site) => ({ ...site, geometry: null }))
      await atPace(siteShapeSteps(name, features, bare, book), pace, name)
      return context
    }
  }
}

const presentShapes = (bytes: Uint8Array | undefined): unknown[] =>
  bytes === undefined ? [] : (featuresOf(readJson(bytes).json) ?? [])

const isSame = (a: unknown, b: Shape): boolean => {
  const there = membersOf(membersOf(a).properties)
  return (
    Object.entries(b.properties).every(([name, value]) => String(there[name] ?? '') === String(value)) &&
    JSON.stringify(membersOf(a).geometry) === JSON.stringify(b.geometry)
  )
}

const layerOf = ({ body }: TrayItem): Layer | null => (body.type === 'layer' ? body.layer : null)

/** An area that comes by its name only is the one of that name, if there is just one. */
const withCode = (
  shape: Shape,
  item: TrayItem,
  line: number,
  areaOf: Lookups['area'],
  flag: (notice: Notice) => void,
): Shape => {
  const { code, name } = shape.properties
  if (item.table !== 'areas.geojson' || isFilled(code) || !isFilled(name)) return shape
  const found = areaOf(String(name))
  if (typeof found !== 'string') return shape
  const reason = `没有代码，按名称对应到已有的 ${found}`
  flag({ file: item.name, line, field: 'name', value: String(name), reason })
  return { ...shape, properties: { ...shape.properties, code: found } }
}

/** Boundaries none of which is of an area there is: those of another district. */
export const areOfElsewhere = (item: TrayItem, context: Context): boolean => {
  const names = item.body.type === 'layer' ? item.body.sheet.header.cells : []
  const { area } = lookupsIn(context, false)
  const isKnown = (value: unknown) => isFilled(value) && typeof area(String(value)) === 'string'
  return (layerOf(item)?.features ?? []).every((feature) => {
    const { code, name } = cleanProperties(feature, item, names)
    return !isKnown(code) && !isKnown(name)
  })
}

/** Why a file of shapes is not read at all; null where it can be. */
const tooMuch = (features: readonly unknown[]): string | null => {
  if (features.length > MOST_SHAPES)
    return `有 ${features.length} 个图形，超过上限 ${MOST_SHAPES} 个，整个文件没有读入，请分成几个`
  const points = features.reduce<number>((sum, one) => sum + verticesIn(membersOf(one).geometry), 0)
  return points > 2 * MOST_VERTICES_OF_FILE
    ? `图形共有 ${points} 个以上的点，远超过上限 ${MOST_VERTICES_OF_FILE} 个，整个文件没有读入，请先在 GIS 软件里简化`
    : null
}

/** What boundaries leave outside, in one notice of the file. */
const tellOutside = (item: TrayItem, before: Context, after: Context): Notice[] => {
  const { areasAt } = areaIndexIn(after)
  const placed = before.sites.filter(({ lon, lat }) => lon !== null && lat !== null)
  const outside = placed.filter(({ lon, lat }) => areasAt(lon as number, lat as number).length === 0).length
  const reason = `现有的 ${placed.length} 个有坐标的点位里，有 ${outside} 个不在使用后的边界之内`
  return outside === 0 ? [] : [{ file: item.name, line: 0, field: '', value: '', reason }]
}

/**
 * @param bytes the file there is; undefined = none
 * @param onRejected is told every feature that is not used
 */
export const readFeatureFile = async (
  table: FeatureFile,
  items: readonly TrayItem[],
  bytes: Uint8Array | undefined,
  context: Context,
  pace: Pace,
  onRejected: (item: TrayItem, row: SheetRow, notices: readonly Notice[]) => void,
): Promise<FeaturesRead> => {
  const present = presentShapes(bytes)
  const replacing = items.some(({ mode }) => mode === 'replace')
  const shapes = new Map<string, unknown[]>()
  present.forEach((feature, i) => {
    addTo(shapes, keyOf(table, feature) || `\u0000${i}`, feature)
  })
  const merged = new Map<string, unknown[]>(replacing ? [] : shapes)
  const findings = new Map<TrayItem, Findings>()
  const came = new Set<string>()

  for (const item of items) {
    const found = noFindings()
    findings.set(item, found)
    for (const one of layerOf(item)?.passed ?? [])
      found.passed.push({ ...one, text: maskPeople(one.text).text })
    const features = layerOf(item)?.features ?? []
    const names = item.body.type === 'layer' ? item.body.sheet.header.cells : []
    const notebook = openNotebook()
    const areaOf = lookupsIn(context, false).area
    const cleaned: Shape[] = []
    const why = tooMuch(features)
    for (const [i, feature] of (why === null ? features : []).entries()) {
      if (pace.isDue()) await pace.rest(i, features.length, item.name)
      cleaned.push(withCode(cleanShape(feature, item, names), item, i + 1, areaOf, notebook.flag))
      const fault = layerOf(item)?.faults?.get(i + 1)
      if (fault !== undefined)
        notebook.flag({ file: item.name, line: i + 1, field: '', value: '', reason: fault })
    }
    if (why !== null) notebook.reject({ file: item.name, line: 0, field: '', value: '', reason: why })
    else await readAs(table, item.name, cleaned, context, notebook, pace)
    const { rejected, flagged } = notebook.report
    const refused = groupBy(rejected, ({ line }) => line)
    for (const [line, notices] of refused) onRejected(item, { line, cells: [], fault: null }, notices)
    const own = new Set<string>()
    for (const [i, shape] of cleaned.entries()) {
      if (pace.isDue()) await pace.rest(i, cleaned.length, item.name)
      if (refused.has(i + 1)) continue
      if (found.first.length < 10)
        found.first.push(
          Object.fromEntries(
            Object.entries(shape.properties).map(([field, value]) => [field, String(value)]),
          ),
        )
      const key = keyOf(table, shape)
      const there = shapes.get(key)
      const again = own.has(key)
      const before = came.has(key) && !again
      own.add(key)
      came.add(key)
      const same = there?.length === 1 && isSame(there[0], shape)
      if (again) {
        // Another part of the same thing goes where its first part went.
        if (item.mode === 'add' && there !== undefined && !replacing) found.effect.skipped++
        else {
          // Those of the package are kept apart: what comes in is held against them.
          const parts = merged.get(key)
          if (parts === undefined || parts === there) merged.set(key, [...(parts ?? []), shape])
          else parts.push(shape)
          found.effect[there === undefined ? 'added' : 'updated']++
        }
      } else if ((there === undefined || replacing) && !before) {
        merged.set(key, [shape])
        found.effect[there === undefined ? 'added' : same ? 'unchanged' : 'updated']++
      } else if (item.mode === 'add') {
        found.effect[same ? 'unchanged' : 'skipped']++
        if (!same)
          flagged.push({
            file: item.name,
            line: i + 1,
            field: '',
            value: key,
            reason: '已有这一个而内容不同，只新增时没有改动它',
          })
      } else if (same && !before) found.effect.unchanged++
      else {
        const [kept] = merged.get(key) ?? []
        const properties = { ...membersOf(membersOf(kept).properties), ...shape.properties }
        merged.set(key, [{ ...shape, properties }])
        found.effect.updated++
      }
    }
    found.counts = {
      rows: features.length,
      accepted: cleaned.length === 0 ? 0 : features.length - refused.size,
      rejected: cleaned.length === 0 ? features.length : refused.size,
      flagged: new Set(flagged.map(({ line }) => line)).size,
      masked: flagged.filter(({ reason }) => reason.includes('已隐去')).length,
    }
    found.rejected = openNoticeList(rejected)
    found.flagged = openNoticeList(flagged)
  }
  const replacer = items.find(({ mode }) => mode === 'replace')
  const told = replacer === undefined ? undefined : findings.get(replacer)
  if (told !== undefined)
    told.effect.removed = [...shapes].reduce((sum, [key, list]) => sum + (came.has(key) ? 0 : list.length), 0)
  const all = [...merged.values()].flat()
  const next = await readAs(table, table, all, context, null, pace)
  if (table === 'areas.geojson')
    for (const [item, found] of findings) found.flagged.addFirst(tellOutside(item, context, next))
  return { findings, bytes: await encodePieces(piecesOfFeatures(all), pace, '写入'), context: next }
}
