/** The fields of every file of the contract that is made of rows or features, with the headings they may stand under. */
import { AREA_PROPERTIES } from './boundaries/areas.ts'
import { SITE_SHAPE_PROPERTIES } from './boundaries/site-shapes.ts'
import { WATER_PROPERTIES } from './boundaries/waters.ts'
import type { PackageFile } from './contract.ts'
import { TABLES } from './tables/index.ts'
import type { FieldSpec } from './tables/mapping.ts'
import { REGISTER } from './tables/register.ts'
import type { Columns, Table } from './tables/table.ts'

/** Both coordinates in one cell: no field of the contract, but of many a sheet. */
export const PAIR = 'lonlat'

const PAIR_SPEC: FieldSpec = {
  field: PAIR,
  headings: ['经纬度（一格）', '经纬度', '坐标', '坐标点', '位置坐标', '经纬度坐标', 'GPS', 'GPS坐标'],
  required: false,
}

/** What a file may be taken for: one of the contract, or changes made by hand in another copy. */
export type Target = PackageFile | 'register'

/** The tables by the file they stand in. */
export const TABLE_FILES: ReadonlyMap<PackageFile, Table<string, unknown>> = new Map(
  Object.values(TABLES).map((table) => [table.file, table as unknown as Table<string, unknown>]),
)

const specsOf = (columns: Columns<string>): FieldSpec[] =>
  Object.entries(columns).map(([field, { headings, required = false }]) => ({ field, headings, required }))

const ofFeatures = (aliases: Record<string, readonly string[]>, required: readonly string[]): FieldSpec[] =>
  Object.entries(aliases).map(([field, headings]) => ({
    field,
    headings,
    required: required.includes(field),
  }))

const FIELDS: ReadonlyMap<Target, readonly FieldSpec[]> = new Map<Target, readonly FieldSpec[]>([
  ...[...TABLE_FILES].map(([file, { columns }]) => {
    const specs = specsOf(columns)
    return [file, 'lon' in columns ? [...specs, PAIR_SPEC] : specs] as const
  }),
  ['register', specsOf(REGISTER.columns)],
  // A boundary may go by its code or its name alone: neither is required by itself.
  ['areas.geojson', ofFeatures(AREA_PROPERTIES, [])],
  ['waters.geojson', ofFeatures(WATER_PROPERTIES, [])],
  ['sites.geojson', ofFeatures(SITE_SHAPE_PROPERTIES, ['id'])],
])

/** The fields of a file; none where it is taken as a whole. */
export const fieldsOf = (file: Target): readonly FieldSpec[] => FIELDS.get(file) ?? []
