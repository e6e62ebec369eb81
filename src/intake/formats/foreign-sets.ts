/** What other programs keep in several files, told as the one thing it is: geodatabases and MapInfo tables. */
import { groupBy } from '../../model/group.ts'
import type { SourceFile } from './opened.ts'
import { baseName, extensionOf, folderOf } from './paths.ts'

/** One such thing: where it lies, and what to do with it instead. */
export interface ForeignSet {
  path: string
  reason: string
}

const GEODATABASE =
  '这是 ArcGIS 的文件地理数据库（.gdb），请在 ArcGIS 或 QGIS 里把要用的图层导出为 Shapefile 或 GeoJSON 再拖入'
const MAPINFO = '这是 MapInfo 表，请在 MapInfo 或 QGIS 里导出为 Shapefile 或 GeoJSON 再拖入'

const OF_GEODATABASE = /\.(gdbtable|gdbtablx|gdbindexes|freelist|horizon)$/i
const OF_MAPINFO = ['tab', 'dat', 'map', 'id', 'ind', 'mif', 'mid']

/** 「资料/数据.gdb/a0001.spx」 → 「资料/数据.gdb」; of files without such a folder, the folder itself or the first file. */
const geodatabaseOf = (path: string): string | null => /^(?:.*\/)?[^/]*\.gdb(?=\/)/i.exec(path)?.[0] ?? null

const starts = ({ bytes }: SourceFile, mark: RegExp): boolean =>
  mark.test(String.fromCharCode(...bytes.subarray(0, 64)))

/** A .tab may be a table divided by tabs, a .dat anything: the set is told by the file that says so. */
const saysMapInfo = (file: SourceFile): boolean => {
  const extension = extensionOf(file.path)
  return (
    (extension === 'tab' && starts(file, /^\s*!table\b/i)) ||
    (extension === 'mif' && starts(file, /^\s*version\s+\d+/i))
  )
}

const stemOf = (path: string): string => path.slice(0, path.lastIndexOf('.')).toLowerCase()

/** Sets that cannot be read, each told once, and the files that belong to none. */
export const gatherForeignSets = (
  files: readonly SourceFile[],
): { foreign: ForeignSet[]; others: SourceFile[] } => {
  const loose = new Set(
    files.filter(({ path }) => OF_GEODATABASE.test(path)).map(({ path }) => folderOf(path)),
  )
  const isLoose = ({ path }: SourceFile) =>
    loose.has(folderOf(path)) &&
    (OF_GEODATABASE.test(path) || /^(gdb|timestamps|a[0-9a-f]{8}\..*)$/i.test(baseName(path)))
  const mapInfo = new Set(files.filter(saysMapInfo).map(({ path }) => stemOf(path)))
  const setOf = (file: SourceFile): string | null => {
    const { path } = file
    const database = geodatabaseOf(path)
    if (database !== null) return `${database}\n${GEODATABASE}`
    if (isLoose(file)) return `${folderOf(path).slice(0, -1)}\n${GEODATABASE}`
    if (OF_MAPINFO.includes(extensionOf(path)) && mapInfo.has(stemOf(path)))
      return `${stemOf(path)}\n${MAPINFO}`
    return null
  }
  const sets = groupBy(files, setOf)
  const others = sets.get(null) ?? []
  sets.delete(null)
  const foreign = [...sets].map(([key, [first]]): ForeignSet => {
    const [folder, reason] = (key as string).split('\n') as [string, string]
    const path = (first as SourceFile).path
    return { path: reason === GEODATABASE && folder !== '' ? folder : path, reason }
  })
  return { foreign, others }
}
