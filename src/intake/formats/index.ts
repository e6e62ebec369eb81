/**
 * From dropped bytes to tables and layers. What a file is, is told by its bytes and not by its name; the readers of the
 * heavier formats are loaded when a file of theirs arrives.
 */
import { isPartMissing, part } from '../../model/part.ts'
import { decodeBytes } from '../text.ts'
import { findBundle } from './bundle.ts'
import { isDivided, openDelimited } from './delimited.ts'
import { openGeojson } from './geojson.ts'
import type { Opened, SourceFile } from './opened.ts'
import { baseName, extensionOf, groupFiles, isLitter } from './paths.ts'
import { Refusal } from './refusal.ts'
import { gatherShapefiles } from './shapefile-parts.ts'
import { foreignArchiveReason, READABLE, unreadableReason } from './unreadable.ts'
import type { Budget } from './zip.ts'

export interface Answer {
  /** path as dropped; for a file in an archive, the archive's and its own */
  name: string
  opened: Opened
}

/** Archives within archives that are opened: one, for the zip of a folder that holds zipped shapefiles. */
const DEPTH = 2

const unreadable = (name: string, reason: string): Answer => ({
  name,
  opened: { type: 'unreadable', reason },
})

/** Whatever goes wrong with a file is its answer. */
const answered = async (name: string, open: () => Promise<Answer[]>): Promise<Answer[]> => {
  try {
    return await open()
  } catch (error) {
    // What reads it is missing: the file is not at fault.
    if (error instanceof Refusal || isPartMissing(error)) return [unreadable(name, error.message)]
    // Strings and buffers have a longest length.
    const tooBig =
      error instanceof RangeError || (error instanceof Error && /too (long|large)/i.test(error.message))
    return [
      unreadable(
        name,
        tooBig ? '文件太大或已损坏，读不进来，请分成几个再拖入' : '文件已损坏，读不出来，请重新导出',
      ),
    ]
  }
}

/** JSON files of a package that are no layers, dropped by themselves. */
const isSetting = (path: string): boolean =>
  ['district.json', 'standard.json', 'scenes.json'].includes(baseName(path))

const openText = async ({ path, bytes }: SourceFile): Promise<Opened> => {
  const { text, encoding } = decodeBytes(bytes)
  const extension = extensionOf(path)
  const start = text.slice(0, 4096).trimStart()
  if (start === '' && text.trim() === '') throw new Refusal('文件是空的')
  if (start.startsWith('<')) {
    if (/<(\w+:)?kml\b/i.test(start))
      return (await part('读取 KML', () => import('./kml.ts'))).openKml(text, encoding)
    return (await part('读取网页表格', () => import('./markup.ts'))).openMarkup(text, encoding)
  }
  if ('[{\u001e'.includes(start[0] as string) && !['csv', 'tsv', 'txt'].includes(extension)) {
    if (isSetting(path)) return { type: 'package', files: new Map([[baseName(path), bytes]]) }
    return openGeojson(text, encoding)
  }
  if (!['csv', 'tsv'].includes(extension) && !isDivided(text))
    throw new Refusal(`这是没有分栏的文字，不是表格；${READABLE}`)
  const opened = openDelimited(text, encoding)
  if (opened === null) throw new Refusal('文件里没有数据')
  return opened
}

const openArchive = async (file: SourceFile, budget: Budget, depth: number): Promise<Answer[]> => {
  const { path, bytes } = file
  const { listZip, unzip } = await part('读取压缩包', () => import('./zip.ts'))
  const names = listZip(bytes)
  const foreign = foreignArchiveReason(names)
  if (foreign !== null) throw new Refusal(foreign)
  if (names.some((name) => /^xl\/workbook\d*\.xml$/i.test(name)))
    return [
      {
        name: path,
        opened: (await part('读取 Excel', () => import('./xlsx/open.ts'))).openXlsx(bytes, budget),
      },
    ]
  if (extensionOf(path) === 'kmz' || names.includes('doc.kml')) {
    const main = names.find((name) => !name.includes('/') && extensionOf(name) === 'kml')
    const kml = main ?? names.find((name) => extensionOf(name) === 'kml')
    if (kml === undefined) throw new Refusal('KMZ 里没有 KML，请重新导出')
    const content = unzip(bytes, budget, (name) => name === kml).get(kml)
    return [{ name: path, opened: await openText({ path: kml, bytes: content as Uint8Array }) }]
  }
  if (depth >= DEPTH) throw new Refusal('压缩包里套了多层压缩包，请解压后再拖入')
  const inside = [...unzip(bytes, budget)].map(([name, content]) => ({
    path: `${path}/${name}`,
    bytes: content,
  }))
  if (inside.length === 0) throw new Refusal('压缩包是空的')
  return openTogether(inside, budget, depth + 1)
}

const isArchive = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)

const openOne = (file: SourceFile, budget: Budget | null, depth: number): Promise<Answer[]> =>
  answered(file.path, async () => {
    const { path, bytes } = file
    if (bytes.length === 0) throw new Refusal('文件是空的')
    if (isArchive(bytes))
      return openArchive(
        file,
        budget ?? (await part('读取压缩包', () => import('./zip.ts'))).openBudget(),
        depth,
      )
    const { encoding } = decodeBytes(bytes.subarray(0, 4096))
    const reason = encoding.startsWith('UTF-16') ? null : unreadableReason(bytes)
    if (reason !== null) throw new Refusal(reason)
    return [{ name: path, opened: await openText(file) }]
  })

/** Files that have nothing to do with each other, but for the parts of a shapefile. */
const openEach = async (
  files: readonly SourceFile[],
  budget: Budget | null,
  depth: number,
): Promise<Answer[]> => {
  const { shapefiles, others, orphans } = gatherShapefiles(files)
  const answers = orphans.map(({ path }) =>
    unreadable(path, `缺少同名的 .shp，请把 Shapefile 的几个文件（.shp .dbf .prj）一起拖入`),
  )
  for (const { path, name, parts } of shapefiles)
    answers.push(
      ...(await answered(path, async () => {
        const { openShapefile } = await part('读取 Shapefile', () => import('./shapefile.ts'))
        return [{ name: path, opened: openShapefile(name, parts) }]
      })),
    )
  for (const file of others) answers.push(...(await openOne(file, budget, depth)))
  return answers
}

/** Files of one folder or archive: a package, if they are one, and what is left. */
const openTogether = async (
  files: readonly SourceFile[],
  budget: Budget | null,
  depth: number,
): Promise<Answer[]> => {
  const bundle = findBundle(files)
  if (bundle === null) return openEach(files, budget, depth)
  const name = bundle.root.replace(/\/$/, '')
  return [
    { name, opened: { type: 'package', files: bundle.files } },
    ...(await openEach(bundle.others, budget, depth)),
  ]
}

/**
 * Opens what was dropped: one answer a file, but one for all parts of a shapefile, one for a package (a folder or zip
 * with files of the contract), and one for each file of any other zip or folder. Never throws: a file that cannot be read
 * has that as its answer.
 */
export const openFiles = async (files: readonly SourceFile[]): Promise<Answer[]> => {
  const kept = files.filter(({ path }) => !isLitter(path))
  const groups = groupFiles(kept, (path) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : ''))
  const answers: Answer[] = []
  for (const [folder, group] of groups)
    answers.push(...(await (folder === '' ? openEach(group, null, 0) : openTogether(group, null, 0))))
  return answers
}
