/** The files of one shapefile, found among others by their stem. */
import { groupBy } from '../../model/group.ts'
import type { SourceFile } from './opened.ts'
import { baseName, extensionOf } from './paths.ts'
import type { ShapefileParts } from './shapefile.ts'

/** What may stand beside a .shp; the first four are read. */
const PARTS = [
  'dbf',
  'prj',
  'cpg',
  'shp',
  'shx',
  'sbn',
  'sbx',
  'qix',
  'qpj',
  'qmd',
  'cst',
  'fbn',
  'fbx',
  'ain',
  'aih',
  'atx',
]

/** 数据/水体.shp.xml belongs to 数据/水体 as well. */
const stemOf = (path: string): string => path.replace(/(\.shp)?\.[^./]+$/i, '').toLowerCase()

const isPart = (path: string): boolean => PARTS.includes(extensionOf(path)) || /\.shp\.xml$/i.test(path)

export interface Shapefile {
  path: string
  name: string
  parts: ShapefileParts
}

/**
 * Shapefiles, the files that are no part of one, parts whose .shp is not there, and parts of which there is one already
 * that differs in case.
 */
export const gatherShapefiles = (
  files: readonly SourceFile[],
): { shapefiles: Shapefile[]; others: SourceFile[]; orphans: SourceFile[]; doubles: SourceFile[] } => {
  const byStem = groupBy(
    files.filter(({ path }) => isPart(path)),
    ({ path }) => stemOf(path),
  )
  const shapefiles: Shapefile[] = []
  const orphans: SourceFile[] = []
  const doubles: SourceFile[] = []
  for (const group of byStem.values()) {
    const bytesOf = (extension: string) => group.find(({ path }) => extensionOf(path) === extension)?.bytes
    const shp = group.find(({ path }) => extensionOf(path) === 'shp')
    if (shp === undefined) orphans.push(...group)
    else {
      const names = group.map(({ path }) => path.toLowerCase())
      doubles.push(...group.filter((_, i) => names.indexOf(names[i] as string) < i))
      shapefiles.push({
        path: shp.path,
        name: baseName(shp.path).slice(0, -'.shp'.length),
        parts: { shp: shp.bytes, dbf: bytesOf('dbf'), prj: bytesOf('prj'), cpg: bytesOf('cpg') },
      })
    }
  }
  return { shapefiles, others: files.filter(({ path }) => !isPart(path)), orphans, doubles }
}
