/** A whole district package, from bytes to the model. */
import type { FeatureCollection } from 'geojson'
import type { Day } from '../model/day.ts'
import type { Model } from '../model/records.ts'
import type { Report } from '../model/report.ts'
import type { Standard } from '../model/standard.ts'
import { readDistrict, renamedFiles } from './district.ts'
import { PackageError } from './error.ts'
import { openLookups } from './lookups.ts'
import { type Notebook, openNotebook } from './notebook.ts'
import { readAreas, readSiteShapes, readWaters } from './shapes.ts'
import { readStandard } from './standard.ts'
import { readActivities } from './tables/activities.ts'
import { readChecks } from './tables/checks.ts'
import { readDuties } from './tables/duties.ts'
import { readHonours } from './tables/honours.ts'
import { readIssues } from './tables/issues.ts'
import { readSamples } from './tables/samples.ts'
import { readSites } from './tables/sites.ts'
import { readStatusChanges } from './tables/status.ts'
import { readSurveys } from './tables/surveys.ts'
import { decodeJson } from './text.ts'

export { renamedFiles } from './district.ts'
export { PackageError } from './error.ts'

/** path inside the package → bytes */
export type PackageFiles = ReadonlyMap<string, Uint8Array>

/** The files of the contract, but for photos. */
export const PACKAGE_FILES = [
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
  'standard.json',
  'basemap.geojson',
  'scenes.json',
] as const

type PackageFile = (typeof PACKAGE_FILES)[number]

export interface Intake {
  model: Model
  standard: Standard
  /** the day the package speaks of: district.json's, else the latest record's */
  asOf: Day
  /** the first day any record speaks of, at most `LONGEST` days before `asOf` */
  firstDay: Day
  lastDay: Day
  basemap: FeatureCollection | null
  scenes: unknown
  report: Report
}

/** Days: a mistyped year must not stretch the time line over centuries. */
const LONGEST = 3 * 366

const optionalJson = (file: string, bytes: Uint8Array | undefined, notebook: Notebook): unknown => {
  if (bytes === undefined) {
    notebook.absent(file)
    return null
  }
  try {
    return decodeJson(bytes)
  } catch {
    notebook.reject({ file, line: 0, field: '', value: '', reason: '不是有效的 JSON，整个文件没有读入' })
    return null
  }
}

const rubricOf = (
  file: string,
  bytes: Uint8Array | undefined,
  given: unknown,
  fallback: () => unknown,
  notebook: Notebook,
): Standard => {
  if (given !== null && given !== undefined) return readStandard(given, '（--standard）')
  if (bytes === undefined) {
    notebook.absent(file)
    return readStandard(fallback(), '（示例）')
  }
  let json: unknown
  try {
    json = decodeJson(bytes)
  } catch {
    throw new PackageError(`评分标准 ${file} 不是有效的 JSON。`)
  }
  return readStandard(json, file)
}

/**
 * Reads a package. Throws PackageError when no score could ever be made of it: no areas, or a wrong rubric.
 * @param fallbackStandard the rubric (parsed JSON) of a package that brings none
 * @param options.asOf the day asked for: what counts as the future where district.json names no day
 * @param options.standard a rubric (parsed JSON) that comes before the package's own
 */
export const readPackage = (
  files: PackageFiles,
  fallbackStandard: () => unknown,
  options: { asOf?: Day | null; standard?: unknown } = {},
): Intake => {
  const notebook = openNotebook()
  const renamed = renamedFiles(files.get('district.json'))
  const nameOf = (file: PackageFile): string => renamed[file] ?? file
  const bytesOf = (file: PackageFile) => files.get(nameOf(file))

  const district = readDistrict('district.json', files.get('district.json'), notebook)
  const standard = rubricOf(
    nameOf('standard.json'),
    bytesOf('standard.json'),
    options.standard,
    fallbackStandard,
    notebook,
  )
  const areas = readAreas(nameOf('areas.geojson'), bytesOf('areas.geojson'), notebook)
  const waters = readWaters(nameOf('waters.geojson'), bytesOf('waters.geojson'), notebook)
  const lookups = openLookups(standard, areas, waters, district.asOf ?? options.asOf ?? null)

  const { shapes, unused } = readSiteShapes(nameOf('sites.geojson'), bytesOf('sites.geojson'), notebook)
  const sites = readSites(nameOf('sites.csv'), bytesOf('sites.csv'), lookups, shapes, notebook)
  unused(new Set(sites.map((site) => site.id)))
  lookups.addSites(sites)

  const args = (file: PackageFile) => [nameOf(file), bytesOf(file)] as const
  const model: Model = {
    district,
    areas,
    waters,
    sites,
    statusChanges: readStatusChanges(...args('site-status.csv'), lookups, notebook),
    checks: readChecks(...args('inspections.csv'), standard, lookups, notebook),
    issues: readIssues(...args('issues.csv'), standard, lookups, notebook),
    samples: readSamples(...args('water-samples.csv'), waters, lookups, notebook),
    surveys: readSurveys(...args('surveys.csv'), waters, lookups, notebook),
    honours: readHonours(...args('honours.csv'), lookups, notebook),
    duties: readDuties(...args('responsibility.csv'), lookups, notebook),
    activities: readActivities(...args('activities.csv'), lookups, notebook),
  }

  const basemap = optionalJson(
    nameOf('basemap.geojson'),
    bytesOf('basemap.geojson'),
    notebook,
  ) as FeatureCollection | null
  const days = lookups.days()
  const asOf = district.asOf ?? days?.last ?? options.asOf ?? null
  if (asOf === null)
    notebook.flag({
      file: 'district.json',
      line: 0,
      field: 'asOf',
      value: '',
      reason: '没有数据日期，也没有任何带日期的记录',
    })
  const day = asOf ?? 0
  return {
    model,
    standard,
    asOf: day,
    firstDay: Math.max(day - LONGEST, Math.min(days?.first ?? day, day)),
    lastDay: day,
    basemap: basemap !== null && basemap.type === 'FeatureCollection' ? basemap : null,
    scenes: optionalJson(nameOf('scenes.json'), bytesOf('scenes.json'), notebook),
    report: notebook.report,
  }
}
