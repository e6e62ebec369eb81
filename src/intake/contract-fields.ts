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
  headings: [
    '经纬度（一格）',
    '经纬度',
    '坐标',
    '坐标点',
    '位置坐标',
    '经纬度坐标',
    'GPS',
    'GPS坐标',
    '定位',
    'GPS定位',
    '地理位置',
    '位置(经纬度)',
    'WKT',
    '经纬度定位',
  ],
  required: false,
}

/** How far a problem is, in a word (是, √, 已整改, 整改中): no field of the contract, where states follow from dates. */
export const PROGRESS = 'progress'

const PROGRESS_SPEC: FieldSpec = {
  field: PROGRESS,
  headings: [
    '整改状态',
    '是否整改',
    '完成情况',
    '整改情况',
    '是否完成',
    '状态',
    '办理状态',
    '整改进度',
    '是否销号',
    '落实情况',
  ],
  required: false,
}

/** Minutes and seconds in columns of their own, beside whole degrees in those of the coordinates. */
export const ARC_PARTS = {
  lonMinutes: ['经度分', '东经分'],
  lonSeconds: ['经度秒', '东经秒'],
  latMinutes: ['纬度分', '北纬分'],
  latSeconds: ['纬度秒', '北纬秒'],
} as const

const ARC_SPECS: readonly FieldSpec[] = Object.entries(ARC_PARTS).map(([field, headings]) => ({
  field,
  headings,
  required: false,
}))

/** Fields that only sheets have: cleaning turns them into those of the contract. */
export const SHEET_FIELDS: ReadonlySet<string> = new Set([PAIR, PROGRESS, ...Object.keys(ARC_PARTS)])

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
    const places = 'lon' in columns ? [PAIR_SPEC, ...ARC_SPECS] : []
    return [file, [...specs, ...places, ...(file === 'issues.csv' ? [PROGRESS_SPEC] : [])]] as const
  }),
  ['register', specsOf(REGISTER.columns)],
  // A boundary may go by its code or its name alone: neither is required by itself.
  ['areas.geojson', ofFeatures(AREA_PROPERTIES, [])],
  ['waters.geojson', ofFeatures(WATER_PROPERTIES, [])],
  ['sites.geojson', ofFeatures(SITE_SHAPE_PROPERTIES, ['id'])],
])

/** The fields of a file; none where it is taken as a whole. */
export const fieldsOf = (file: Target): readonly FieldSpec[] => FIELDS.get(file) ?? []
