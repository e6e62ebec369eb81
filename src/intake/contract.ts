/** The files of a district package. */

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

export type PackageFile = (typeof PACKAGE_FILES)[number]

/** Files that no score rests on. District.json is none of them: it says which day is meant and where the others are. */
const BESIDE_THE_SCORE: ReadonlySet<string> = new Set<PackageFile>([
  'honours.csv',
  'responsibility.csv',
  'activities.csv',
  'basemap.geojson',
  'scenes.json',
])

/** Whether scores are made from a file. */
export const isScored = (file: PackageFile): boolean => !BESIDE_THE_SCORE.has(file)

/** 整改登记: what was changed by hand. It travels with the package; no record is read from it. */
export const REGISTER_FILE = 'register.csv'

/** 导入对照: what forms of files were taken for. It travels with the package like 整改登记. */
export const MAPPINGS_FILE = 'mappings.json'

/** Files that travel with a package, which no record is read from. */
export const BESIDE_FILES = [REGISTER_FILE, MAPPINGS_FILE] as const

/** The files that are tables have columns by heading. */
export type TableFile = PackageFile | typeof REGISTER_FILE
