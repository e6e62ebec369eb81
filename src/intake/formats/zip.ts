/** Zip archives, unpacked within bounds: what a district's package may weigh, not what a zip bomb would. */
import { Inflate } from 'fflate'
import { MOST_FILES, MOST_UNPACKED_BYTES } from '../limits.ts'
import type { Pace } from '../pace.ts'
import { crc32 } from './crc32.ts'
import { isLitter } from './paths.ts'
import { Refusal } from './refusal.ts'
import { type ArchiveEntry, readDirectory } from './zip-directory.ts'

/** What may still be unpacked for one dropped file, archives inside it included. */
export interface Budget {
  bytes: number
  files: number
}

export const openBudget = (): Budget => ({ bytes: MOST_UNPACKED_BYTES, files: MOST_FILES })

/** A file in an archive, still packed. */
export interface PackedFile {
  path: string
  /** bytes unpacked, as declared */
  size: number
  /** bytes packed */
  packed: number
  /** the checksum the archive gives for it */
  crc: number
  /** its bytes where they lie in the archive as they are, unchecked; null where they are packed */
  stored: Uint8Array | null
  /** its bytes, some at a time; throws a Refusal where they are not what the archive declares */
  pieces: () => Generator<Uint8Array, void, void>
}

export interface Archive {
  files: PackedFile[]
  /** what is not looked at, and why */
  skipped: { path: string; reason: string }[]
}

/** Packed bytes inflated at a time: at most a thousand times as many come out. Of stored ones so many are checked. */
const PIECE = 32_768
const STORED_PIECE = 4 * 1024 ** 2
/** Deflate never packs tighter (zlib's technical notes). */
const TIGHTEST = 1032

const LONGEST_PATH = 1000

const shown = (path: string): string => (path.length > 80 ? `${path.slice(0, 80)}…` : path)

function* inflate(bytes: Uint8Array): Generator<Uint8Array, void, void> {
  let out: Uint8Array[] = []
  const stream = new Inflate((piece) => {
    if (piece.length > 0) out.push(piece)
  })
  for (let at = 0; at < bytes.length || at === 0; at += PIECE) {
    stream.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length)
    const ready = out
    out = []
    yield* ready
  }
}

function* slices(bytes: Uint8Array): Generator<Uint8Array, void, void> {
  for (let at = 0; at < bytes.length; at += STORED_PIECE) yield bytes.subarray(at, at + STORED_PIECE)
}

/**
 * Checked while they come: no more than declared, and at the end neither less nor other.
 * @param known whether they have come to their end before, so that their check sum is known to be right
 */
function* piecesOf(
  archive: Uint8Array,
  entry: ArchiveEntry,
  path: string,
  known: { sum: boolean },
): Generator<Uint8Array, void, void> {
  const { method, packed, size, start, crc } = entry
  if (method !== 0 && method !== 8)
    throw new Refusal(`“${shown(path)}”的压缩方式不支持，请用系统自带的压缩功能重新打包成 zip`)
  const lies = () =>
    new Refusal(
      `“${shown(path)}”解压后的大小与压缩包里写的（${size} 字节）不符，压缩包已损坏或被改动，请重新打包`,
    )
  if (method === 0 ? size !== packed : size > packed * TIGHTEST + TIGHTEST) throw lies()
  const raw = archive.subarray(start, start + packed)
  let [length, sum] = [0, 0]
  try {
    for (const piece of method === 0 ? slices(raw) : inflate(raw)) {
      length += piece.length
      if (length > size) throw lies()
      if (!known.sum) sum = crc32(piece, sum)
      yield piece
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(`压缩包里的“${shown(path)}”已损坏，请重新打包或重新下载`)
  }
  if (length !== size) throw lies()
  if (!known.sum && sum !== crc)
    throw new Refusal(`“${shown(path)}”的校验码（CRC）不符，文件已损坏，请重新打包或重新下载`)
  known.sum = true
}

/** Why a file is not looked at; null where nothing speaks against it. */
const whyNot = ({ link }: ArchiveEntry, path: string): string | null => {
  if (path.split('/').includes('..') || /^[a-z]:/i.test(path)) return '路径指到压缩包之外'
  if (path.length > LONGEST_PATH) return `路径超过 ${LONGEST_PATH} 个字符`
  if (link) return '只是一个链接，不是文件'
  return isLitter(path) ? '是系统自带的文件，不是数据' : null
}

/** Throws Refusal where the archive is damaged, locked, or its files lie on each other. */
export const openZip = (bytes: Uint8Array): Archive => {
  const skipped: Archive['skipped'] = []
  const byPath = new Map<string, PackedFile>()
  for (const entry of readDirectory(bytes)) {
    if (entry.locked) throw new Refusal('压缩包有密码，请解压后再拖入')
    const path = entry.name.replace(/^(\.?\/)+/, '')
    const why = whyNot(entry, path)
    if (why !== null) skipped.push({ path, reason: why })
    else {
      if (byPath.has(path)) skipped.push({ path, reason: '与后面的一个同名，以后面的为准' })
      const { size, packed, start, method, crc } = entry
      const stored = method === 0 ? bytes.subarray(start, start + packed) : null
      const known = { sum: false }
      byPath.set(path, { path, size, packed, crc, stored, pieces: () => piecesOf(bytes, entry, path, known) })
    }
  }
  return { files: [...byPath.values()], skipped }
}

/** The bytes of a file. Throws Refusal. */
export const unpack = async (file: PackedFile, pace: Pace): Promise<Uint8Array> => {
  const { size, path, stored } = file
  let whole = stored
  let at = 0
  for (const piece of file.pieces()) {
    // Allocated once the first piece has come: until then the declared size may be false.
    whole ??= new Uint8Array(size)
    if (stored === null) whole.set(piece, at)
    at += piece.length
    if (pace.isDue()) await pace.rest(at, size, path)
  }
  return whole ?? new Uint8Array()
}

/**
 * Takes what the files need off the budget. Throws Refusal, before anything is unpacked, when it would be more than is
 * left.
 */
export const spend = (budget: Budget, files: readonly PackedFile[]): void => {
  const size = files.reduce((sum, file) => sum + Math.max(file.size, file.packed), 0)
  const count = files.length
  if (size > budget.bytes || count > budget.files) {
    const much = count > budget.files ? `有 ${count} 个文件` : `解压后有 ${Math.round(size / 1024 ** 2)} MB`
    throw new Refusal(
      `压缩包${much}，超过上限（${MOST_FILES} 个文件、${MOST_UNPACKED_BYTES / 1024 ** 2} MB），请分成几个再拖入`,
    )
  }
  budget.bytes -= size
  budget.files -= count
}
