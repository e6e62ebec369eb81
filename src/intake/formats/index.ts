/**
 * From dropped bytes to tables and layers. What a file is, is told by its bytes and not by its name; the readers of the
 * heavier formats are loaded when a file of theirs arrives.
 */

import { groupBy } from '../../model/group.ts'
import { isPartMissing, part } from '../../model/part.ts'
import { MOST_FILE_BYTES, MOST_FILES, MOST_TEXT_BYTES, MOST_WHOLE_BYTES, megabytes } from '../limits.ts'
import { atPace, CancelledError, type Pace, UNPACED } from '../pace.ts'
import { findBundle } from './bundle.ts'
import { isDivided, openDelimited } from './delimited.ts'
import { gatherForeignSets } from './foreign-sets.ts'
import { openGeojson } from './geojson.ts'
import type { OpenedFile, SourceFile } from './opened.ts'
import { baseName, extensionOf, isLitter } from './paths.ts'
import { Refusal } from './refusal.ts'
import { gatherShapefiles } from './shapefile-parts.ts'
import { decodeBytes, decodeSteps } from './text.ts'
import {
  binaryReason,
  foreignArchiveReason,
  foreignTextReason,
  isOldWorkbook,
  READABLE,
  unreadableReason,
} from './unreadable.ts'
import type { Archive, Budget } from './zip.ts'

export interface FileAnswer {
  /** path as dropped; for a file in an archive, the archive's and its own */
  name: string
  opened: OpenedFile
}

/** Archives within archives that are opened: one, for the zip of a folder that holds zipped shapefiles. */
const DEPTH = 2

const unreadable = (name: string, reason: string): FileAnswer => ({
  name,
  opened: { type: 'unreadable', reason },
})

/** Whatever goes wrong with a file is its answer. */
const answered = async (name: string, open: () => Promise<FileAnswer[]>): Promise<FileAnswer[]> => {
  try {
    return await open()
  } catch (error) {
    if (error instanceof CancelledError) throw error
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

const openText = async ({ path, bytes }: SourceFile, pace: Pace): Promise<OpenedFile> => {
  if (bytes.length > MOST_TEXT_BYTES)
    throw new Refusal(
      `文件有 ${megabytes(bytes.length)}，超过文字文件的上限 ${megabytes(MOST_TEXT_BYTES)}，请分成几个再拖入`,
    )
  const { text, encoding } = await atPace(decodeSteps(bytes), pace, path)
  const extension = extensionOf(path)
  const start = text.slice(0, 4096).trimStart()
  if (start === '' && text.trim() === '') throw new Refusal('文件是空的')
  const foreign = foreignTextReason(start)
  if (foreign !== null) throw new Refusal(foreign)
  if (start.startsWith('<')) {
    if (/<(\w+:)?kml\b/i.test(start))
      return (await part('读取 KML', () => import('./kml.ts'))).openKml(text, encoding, pace, path)
    if (/<(\w+:)?gpx\b/i.test(start))
      return (await part('读取 GPX', () => import('./gpx.ts'))).openGpx(text, encoding, pace, path)
    return (await part('读取网页表格', () => import('./markup.ts'))).openMarkup(text, encoding, pace)
  }
  if ('[{\u001e'.includes(start[0] as string) && !['csv', 'tsv', 'txt'].includes(extension)) {
    if (!isSetting(path)) return openGeojson(text, encoding, pace, path)
    if (bytes.length > MOST_WHOLE_BYTES)
      throw new Refusal(
        `文件有 ${megabytes(bytes.length)}，超过设置文件的上限 ${megabytes(MOST_WHOLE_BYTES)}`,
      )
    return { type: 'package', files: new Map([[baseName(path), bytes]]) }
  }
  if (!['csv', 'tsv'].includes(extension) && !isDivided(text))
    throw new Refusal(`这是没有分栏的文字，不是表格；${READABLE}`)
  const opened = await openDelimited(text, encoding, pace, path)
  if (opened === null) throw new Refusal('文件里没有数据')
  return opened
}

const SHOWN = 5

/** What was passed over, one answer a reason. */
const skippedIn = (name: string, skipped: Archive['skipped']): FileAnswer[] =>
  [...new Set(skipped.map(({ reason }) => reason))].map((reason) => {
    const paths = skipped.filter((one) => one.reason === reason).map(({ path }) => path)
    const shown = paths
      .slice(0, SHOWN)
      .map((path) => (path.length > 80 ? `${path.slice(0, 80)}…` : path))
      .join('、')
    const which = paths.length > SHOWN ? `${shown}等 ${paths.length} 个文件` : shown
    return unreadable(name, `跳过 ${which}：${reason}，没有读入`)
  })

const openArchive = async (
  file: SourceFile,
  budget: Budget,
  depth: number,
  pace: Pace,
): Promise<FileAnswer[]> => {
  const { path, bytes } = file
  const { openZip, spend, unpack } = await part('读取压缩包', () => import('./zip.ts'))
  const archive = openZip(bytes)
  const names = archive.files.map((packed) => packed.path)
  const foreign = foreignArchiveReason(names)
  if (foreign !== null) throw new Refusal(foreign)
  if (names.some((name) => /^xl\/workbook\d*\.xml$/i.test(name))) {
    const { openXlsx } = await part('读取 Excel', () => import('./xlsx/open.ts'))
    return [{ name: path, opened: await openXlsx(archive, budget, pace) }]
  }
  if (extensionOf(path) === 'kmz' || names.includes('doc.kml')) {
    const main = names.find((name) => !name.includes('/') && extensionOf(name) === 'kml')
    const kml = main ?? names.find((name) => extensionOf(name) === 'kml')
    const packed = archive.files.find((one) => one.path === kml)
    if (packed === undefined) throw new Refusal('KMZ 里没有 KML，请重新导出')
    spend(budget, [packed])
    return [{ name: path, opened: await openText({ path, bytes: await unpack(packed, pace) }, pace) }]
  }
  if (depth >= DEPTH) throw new Refusal('压缩包里套了多层压缩包，请解压后再拖入')
  if (names.length === 0 && archive.skipped.length === 0) throw new Refusal('压缩包是空的')
  spend(budget, archive.files)
  const inside: SourceFile[] = []
  const answers = skippedIn(path, archive.skipped)
  for (const packed of archive.files) {
    const name = `${path}/${packed.path}`
    const opened = async (): Promise<FileAnswer[]> => {
      if (packed.size > MOST_FILE_BYTES)
        throw new Refusal(
          `解压后有 ${megabytes(packed.size)}，超过一个文件的上限 ${megabytes(MOST_FILE_BYTES)}，请分成几个再拖入`,
        )
      inside.push({ path: name, bytes: await unpack(packed, pace) })
      return []
    }
    answers.push(...(await answered(name, opened)))
  }
  return [...(await openTogether(inside, budget, depth + 1, pace)), ...answers]
}

const isArchive = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)

const openOne = (file: SourceFile, budget: Budget | null, depth: number, pace: Pace): Promise<FileAnswer[]> =>
  answered(file.path, async () => {
    const { path, bytes } = file
    await pace.rest(0, 1, path)
    if (bytes.length === 0) throw new Refusal('文件是空的')
    if (isArchive(bytes))
      return openArchive(
        file,
        budget ?? (await part('读取压缩包', () => import('./zip.ts'))).openBudget(),
        depth,
        pace,
      )
    if (isOldWorkbook(bytes)) {
      const { modernised } = await part('读取旧版 Excel', () => import('./old-workbook.ts'))
      return openOne({ path, bytes: modernised(bytes) }, budget, depth, pace)
    }
    const { encoding } = decodeBytes(bytes.subarray(0, 4096))
    const reason = unreadableReason(bytes) ?? (encoding.startsWith('UTF-16') ? null : binaryReason(bytes))
    if (reason !== null) throw new Refusal(reason)
    return [{ name: path, opened: await openText(file, pace) }]
  })

/** Files that have nothing to do with each other, but for the parts of a shapefile. */
const openEach = async (
  files: readonly SourceFile[],
  budget: Budget | null,
  depth: number,
  pace: Pace,
): Promise<FileAnswer[]> => {
  const sets = gatherForeignSets(files)
  const { shapefiles, others, orphans, doubles } = gatherShapefiles(sets.others)
  const answers = [
    ...sets.foreign.map(({ path, reason }) => unreadable(path, reason)),
    ...orphans.map(({ path }) =>
      unreadable(path, '缺少同名的 .shp，请把 Shapefile 的几个文件（.shp .dbf .prj）一起拖入'),
    ),
    ...doubles.map(({ path }) => unreadable(path, '与另一个文件只有大小写不同，只用了前一个')),
  ]
  for (const { path, name, parts } of shapefiles)
    answers.push(
      ...(await answered(path, async () => {
        const { openShapefile } = await part('读取 Shapefile', () => import('./shapefile.ts'))
        return [{ name: path, opened: await openShapefile(name, parts, pace) }]
      })),
    )
  for (const file of others) answers.push(...(await openOne(file, budget, depth, pace)))
  return answers
}

/** Files of one folder or archive: a package, if they are one, and what is left. */
const openTogether = async (
  files: readonly SourceFile[],
  budget: Budget | null,
  depth: number,
  pace: Pace,
): Promise<FileAnswer[]> => {
  const bundle = findBundle(files)
  if (bundle === null) return openEach(files, budget, depth, pace)
  const name = bundle.root.replace(/\/$/, '')
  return [
    { name, opened: { type: 'package', files: bundle.files } },
    ...(await openEach(bundle.others, budget, depth, pace)),
  ]
}

/**
 * Opens what was dropped: one answer a file, but one for all parts of a shapefile, one for a package (a folder or zip
 * with files of the contract), and one for each file of any other zip or folder. A file that cannot be read, or is passed
 * over, has that as its answer: nothing throws but what `pace` throws when the work is cancelled.
 */
export const openFiles = async (
  files: readonly SourceFile[],
  pace: Pace = UNPACED,
): Promise<FileAnswer[]> => {
  if (files.length > MOST_FILES)
    return [unreadable('', `一次拖入了 ${files.length} 个文件，超过上限 ${MOST_FILES} 个，请分几次拖入`)]
  const kept = files.filter(({ path }) => !isLitter(path))
  const groups = groupBy(kept, ({ path }) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : ''))
  const litter = files.filter(({ path }) => isLitter(path))
  const answers: FileAnswer[] = []
  for (const [folder, group] of groups)
    answers.push(
      ...(await (folder === '' ? openEach(group, null, 0, pace) : openTogether(group, null, 0, pace))),
    )
  const reason = '是系统自带的文件，不是数据'
  return [
    ...answers,
    ...skippedIn(
      '拖入的文件夹',
      litter.map(({ path }) => ({ path, reason })),
    ),
  ]
}
