/** A whole district package, from bytes to the model. */
import type { Feature, FeatureCollection } from 'geojson'
import type { Briefing } from '../model/briefing.ts'
import type { Day } from '../model/day.ts'
import type { Model } from '../model/records.ts'
import type { Notice, Report } from '../model/report.ts'
import type { Standard } from '../model/standard.ts'
import { areaSteps, areasIn } from './boundaries/areas.ts'
import { optionalFeatures } from './boundaries/features.ts'
import { siteShapeSteps } from './boundaries/site-shapes.ts'
import { waterSteps } from './boundaries/waters.ts'
import { isScored, PACKAGE_FILES, type PackageFile } from './contract.ts'
import { readDistrict, renamedFiles } from './district.ts'
import { PackageError } from './error.ts'
import { readJson } from './formats/json.ts'
import { type Notebook, openNotebook } from './notebook.ts'
import { finish, type Steps } from './pace.ts'
import { maskJson } from './people/mask.ts'
import { maskedNotices } from './people/notices.ts'
import { readScenes } from './scenes.ts'
import { daySpan, firstDayOf } from './span.ts'
import { readStandard } from './standard.ts'
import { TABLES } from './tables/index.ts'
import { openLookups } from './tables/lookups.ts'
import { type Table, tableSteps } from './tables/table.ts'

export { PACKAGE_FILES } from './contract.ts'
export { renamedFiles } from './district.ts'
export { PackageError } from './error.ts'

/** path inside the package → bytes */
export type PackageFiles = ReadonlyMap<string, Uint8Array>

export interface Intake {
  model: Model
  standard: Standard
  /** the day the package speaks of: district.json's, else the latest record's */
  asOf: Day
  /** the first day any record speaks of, at most three years before `asOf` */
  firstDay: Day
  /** where the time line ends: `asOf` */
  lastDay: Day
  basemap: FeatureCollection | null
  briefings: Briefing[]
  report: Report
}

/** The features of a file that is drawn as it stands, without what leads to a person. */
function* maskedProperties(
  file: string,
  bytes: Uint8Array | undefined,
  notebook: Notebook,
): Steps<Feature[] | null> {
  const features = optionalFeatures(file, bytes, notebook)
  if (features === null) return null
  const masked: Feature[] = []
  for (const [i, feature] of features.entries()) {
    masked.push(maskJson(feature, maskedNotices(file, notebook, i + 1)) as Feature)
    yield
  }
  return masked
}

/** Why a file did not arrive; null where it did, or is absent. */
const unreadOf = (file: string, { report }: Notebook): string | null =>
  report.unread.find((unread) => unread.file === file)?.reason ?? null

const rubricOf = (
  file: string,
  bytes: Uint8Array | undefined,
  given: unknown,
  fallback: () => unknown,
  notebook: Notebook,
): Standard => {
  const masked = (json: unknown, name: string) => maskJson(json, maskedNotices(name, notebook))
  if (given !== null && given !== undefined)
    return readStandard(masked(given, '（--standard）'), '（--standard）')
  const unread = unreadOf(file, notebook)
  // Another rubric in its place would score by rules that are not the district's.
  if (unread !== null) throw new PackageError(`评分标准 ${file} 没有读到（${unread}），不能评分。`)
  if (bytes === undefined) {
    notebook.absent(file)
    return readStandard(fallback(), '（示例）')
  }
  const { json, fault } = readJson(bytes)
  if (fault !== null) throw new PackageError(`评分标准 ${file} ${fault}。`)
  return readStandard(masked(json, file), file)
}

interface ReadingOptions {
  /** the day asked for: what counts as the future where district.json names no day */
  asOf?: Day | null
  /** a rubric (parsed JSON) that comes before the package's own */
  standard?: unknown
  /** path → why a file could not be had, of those that are not known to be absent */
  unread?: ReadonlyMap<string, string>
  /** what else there is to tell about how the files were had */
  notes?: readonly Notice[]
}

/**
 * `readPackage` in steps. Throws PackageError when no score could ever be made of it: no areas, or a wrong rubric. Any other
 * file that cannot be read is told in the report as `unread`.
 * @param fallbackStandard the rubric (parsed JSON) of a package that brings none
 */
export function* packageSteps(
  files: PackageFiles,
  fallbackStandard: () => unknown,
  options: ReadingOptions = {},
): Steps<Intake> {
  const renamed = renamedFiles(files.get('district.json'))
  const scored = new Set(PACKAGE_FILES.filter(isScored).map((file) => renamed[file] ?? file))
  const notebook = openNotebook((path) => scored.has(path))
  for (const [path, reason] of options.unread ?? []) notebook.unreadable(path, reason)
  /** Where the file stands, and its bytes. */
  const at = (file: PackageFile) => {
    const name = renamed[file] ?? file
    return [name, files.get(name)] as const
  }

  for (const note of options.notes ?? []) notebook.flag(note)

  const district = readDistrict(...at('district.json'), notebook)
  const standard = rubricOf(...at('standard.json'), options.standard, fallbackStandard, notebook)
  const [boundaries, boundaryBytes] = at('areas.geojson')
  const unread = unreadOf(boundaries, notebook)
  if (unread !== null) throw new PackageError(`${boundaries} 没有读到（${unread}），无法知道有哪些居委会。`)
  const areas = yield* areaSteps(boundaries, areasIn(boundaries, boundaryBytes), notebook)
  const [waterFile, waterBytes] = at('waters.geojson')
  const waters = yield* waterSteps(
    waterFile,
    optionalFeatures(waterFile, waterBytes, notebook) ?? [],
    notebook,
  )
  const lookups = openLookups(standard, areas, waters, district.asOf ?? options.asOf ?? null)
  const rows = <Field extends string, Entry>(table: Table<Field, Entry>): Steps<Entry[]> =>
    tableSteps(...at(table.file), table, lookups, notebook)

  const sites = yield* rows(TABLES.sites)
  const [shapeFile, shapeBytes] = at('sites.geojson')
  const shapes = optionalFeatures(shapeFile, shapeBytes, notebook) ?? []
  yield* siteShapeSteps(shapeFile, shapes, sites, notebook)
  lookups.addSites(sites)
  const model: Model = {
    district,
    areas,
    waters,
    sites,
    statusChanges: yield* rows(TABLES.statusChanges),
    checks: yield* rows(TABLES.checks),
    issues: yield* rows(TABLES.issues),
    samples: yield* rows(TABLES.samples),
    surveys: yield* rows(TABLES.surveys),
    honours: yield* rows(TABLES.honours),
    duties: yield* rows(TABLES.duties),
    activities: yield* rows(TABLES.activities),
  }

  const basemap = yield* maskedProperties(...at('basemap.geojson'), notebook)
  const span = daySpan(model)
  const known = district.asOf ?? span?.last ?? options.asOf ?? null
  if (known === null)
    notebook.flag({
      file: 'district.json',
      line: 0,
      field: 'asOf',
      value: '',
      reason: '没有数据日期，也没有任何带日期的记录',
    })
  const asOf = known ?? 0
  return {
    model,
    standard,
    asOf,
    firstDay: firstDayOf(span?.first ?? null, asOf),
    lastDay: asOf,
    basemap: basemap === null ? null : { type: 'FeatureCollection', features: basemap },
    briefings: readScenes(...at('scenes.json'), standard, notebook),
    report: notebook.report,
  }
}

/** Reads a package: see `packageSteps`. */
export const readPackage = (
  files: PackageFiles,
  fallbackStandard: () => unknown,
  options: ReadingOptions = {},
): Intake => finish(packageSteps(files, fallbackStandard, options))
