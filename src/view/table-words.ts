/** What the screen calls the files of a package. */
import type { PackageFile } from '../intake/contract.ts'
import type { Format } from '../intake/formats/opened.ts'

export type TableName = PackageFile | 'register'

const TABLE_WORDS: Readonly<Record<TableName, string>> = {
  'issues.csv': '问题台账',
  'inspections.csv': '检查记录',
  'sites.csv': '点位',
  'site-status.csv': '点位状态变化',
  'water-samples.csv': '水质监测',
  'surveys.csv': '满意度调查',
  'honours.csv': '荣誉',
  'responsibility.csv': '责任链条',
  'activities.csv': '宣传活动',
  'areas.geojson': '居委会边界',
  'waters.geojson': '水体',
  'sites.geojson': '点位的线和面',
  'basemap.geojson': '底图',
  'district.json': '本区说明',
  'standard.json': '评分标准',
  'scenes.json': '汇报场景',
  register: '整改登记',
}

/** 「问题台账」; of a file that is no part of the contract its own name. */
export const tableWord = (table: string): string => (TABLE_WORDS as Record<string, string>)[table] ?? table

const SHEETS = Object.keys(TABLE_WORDS).filter((name) => !/json$/.test(name)) as TableName[]
const SHAPES = ['areas.geojson', 'waters.geojson', 'sites.geojson', 'basemap.geojson'] as const
const SETTINGS = ['district.json', 'standard.json', 'scenes.json'] as const
const PLACES = ['sites.csv', 'issues.csv', 'honours.csv', 'activities.csv', 'water-samples.csv'] as const

/** What a file of that format can be taken for by hand. */
export const tablesFor = (format: Format): readonly TableName[] => {
  switch (format) {
    case 'CSV':
    case 'TSV':
    case 'XLSX':
      return SHEETS
    case 'GeoJSON':
    case 'Shapefile':
    case 'KML':
      return [...SHAPES, ...PLACES]
    case 'GPX':
      return PLACES
    case 'JSON':
      return SETTINGS
  }
}
