/**
 * The list at the end of a zip archive (APPNOTE 4.3.12): where each file lies, how it is packed and what it should be.
 * Read here and not by the library that inflates, which trusts every size, reads no check sum and gives the one of two
 * files of a name.
 */
import { MOST_FILES } from '../limits.ts'
import { Refusal } from './refusal.ts'
import { decodeText } from './text.ts'

export interface ArchiveEntry {
  /** as the archive writes it, with slashes */
  name: string
  /** 0 = stored, 8 = deflated */
  method: number
  crc: number
  /** bytes packed, and unpacked as declared */
  packed: number
  size: number
  /** where its bytes begin in the archive */
  start: number
  locked: boolean
  link: boolean
}

const DAMAGED = '压缩包已损坏或没有下载完整，请重新打包或重新下载'

const END = 0x06054b50
const END_64 = 0x06064b50
const END_64_LOCATOR = 0x07064b50
const LISTED = 0x02014b50
const LOCAL = 0x04034b50
/** Stands where a number has its place in the 64-bit part instead. */
const IN_64 = 0xffffffff
const EXTRA_64 = 1
/** Info-ZIP: the name in UTF-8 beside one in some code page. */
const EXTRA_NAME = 0x7075

/** Up to so many bytes of comment may follow the end record. */
const LONGEST_COMMENT = 0xffff

interface Ends {
  /** where the list should begin and how long it is, as declared */
  listed: number
  length: number
  count: number
  /** where what follows the list begins */
  after: number
}

const number64 = (view: DataView, at: number): number => Number(view.getBigUint64(at, true))

const findEnd = (view: DataView): number => {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - LONGEST_COMMENT); at--)
    if (view.getUint32(at, true) === END) return at
  throw new Refusal(DAMAGED)
}

const readEnds = (view: DataView): Ends => {
  const at = findEnd(view)
  if (view.getUint16(at + 4, true) !== 0 && view.getUint16(at + 4, true) !== 0xffff)
    throw new Refusal('这是分卷压缩包的一卷，请解压后再拖入')
  const ends = {
    count: view.getUint16(at + 10, true),
    length: view.getUint32(at + 12, true),
    listed: view.getUint32(at + 16, true),
    after: at,
  }
  if (ends.count !== 0xffff && ends.length !== IN_64 && ends.listed !== IN_64) return ends
  if (at < 20 || view.getUint32(at - 20, true) !== END_64_LOCATOR) return ends
  const at64 = number64(view, at - 12)
  if (at64 + 56 > at || view.getUint32(at64, true) !== END_64) throw new Refusal(DAMAGED)
  return {
    count: number64(view, at64 + 32),
    length: number64(view, at64 + 40),
    listed: number64(view, at64 + 48),
    after: at64,
  }
}

/** The parts of an extra field by their id. */
const extraOf = (bytes: Uint8Array, wanted: number): Uint8Array | null => {
  for (let at = 0; at + 4 <= bytes.length; ) {
    const id = (bytes[at] as number) | ((bytes[at + 1] as number) << 8)
    const length = (bytes[at + 2] as number) | ((bytes[at + 3] as number) << 8)
    if (id === wanted) return bytes.subarray(at + 4, at + 4 + length)
    at += 4 + length
  }
  return null
}

/** Archives of Chinese Windows name their files in GBK without saying so. */
const nameOf = (raw: Uint8Array, isUtf8: boolean, extra: Uint8Array): string => {
  const other = isUtf8 ? null : extraOf(extra, EXTRA_NAME)
  const text =
    other !== null && other.length > 5
      ? new TextDecoder().decode(other.subarray(5))
      : isUtf8
        ? new TextDecoder().decode(raw)
        : decodeText(raw)
  return text.replaceAll('\\', '/').replace(/\p{Cc}/gu, '\ufffd')
}

/** Where the bytes of a file begin, by its own header. */
const startOf = (view: DataView, local: number): number => {
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL) throw new Refusal(DAMAGED)
  return local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
}

/** No two files may lie on the same bytes: what unpacks to terabytes does (“a better zip bomb”). */
const checkApart = (spans: { local: number; end: number; name: string }[], listed: number): void => {
  spans.sort((a, b) => a.local - b.local)
  spans.forEach(({ end, name }, i) => {
    if (end > (spans[i + 1]?.local ?? listed))
      throw new Refusal(`压缩包里“${name.slice(0, 80)}”与别的文件占同一处，是损坏的或有意做坏的，没有读入`)
  })
}

/** Folders left out. Throws Refusal. */
export const readDirectory = (bytes: Uint8Array): ArchiveEntry[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 22) throw new Refusal(DAMAGED)
  const { listed, length, count, after } = readEnds(view)
  if (count > MOST_FILES)
    throw new Refusal(`压缩包有 ${count} 个文件，超过上限 ${MOST_FILES} 个，请分成几个再拖入`)
  // Something may stand before the archive, as what unpacks itself has it: then all places are that much further on.
  const first = after - length
  if (first < 0 || listed > first) throw new Refusal(DAMAGED)
  const shift = first - listed
  const entries: ArchiveEntry[] = []
  const spans: Parameters<typeof checkApart>[0] = []
  let at = first
  for (let n = 0; at + 46 <= after && view.getUint32(at, true) === LISTED; n++) {
    if (n === MOST_FILES) throw new Refusal(`压缩包的文件超过上限 ${MOST_FILES} 个，请分成几个再拖入`)
    const u16 = (offset: number) => view.getUint16(at + offset, true)
    const u32 = (offset: number) => view.getUint32(at + offset, true)
    const [names, extras, comments] = [u16(28), u16(30), u16(32)]
    const extra = bytes.subarray(at + 46 + names, at + 46 + names + extras)
    const flags = u16(8)
    const name = nameOf(bytes.subarray(at + 46, at + 46 + names), (flags & 0x800) !== 0, extra)
    const large = extraOf(extra, EXTRA_64)
    let used = 0
    /** A number of 32 bits, or the next of the 64-bit part. */
    const large32 = (value: number): number => {
      if (value !== IN_64 || large === null) return value
      if (used + 8 > large.length) throw new Refusal(DAMAGED)
      used += 8
      return number64(new DataView(large.buffer, large.byteOffset, large.byteLength), used - 8)
    }
    const size = large32(u32(24))
    const packed = large32(u32(20))
    const local = large32(u32(42)) + shift
    const start = startOf(view, local)
    if (start + packed > first) throw new Refusal(DAMAGED)
    spans.push({ local, end: start + packed, name })
    if (!name.endsWith('/'))
      entries.push({
        name,
        method: u16(10),
        crc: u32(16),
        packed,
        size,
        start,
        locked: (flags & 1) === 1,
        // Made on Unix (high byte 3), a symbolic link has 0xA000 in its mode.
        link: u16(4) >> 8 === 3 && ((u32(38) >>> 16) & 0xf000) === 0xa000,
      })
    at += 46 + names + extras + comments
  }
  if (spans.length < count) throw new Refusal(DAMAGED)
  checkApart(spans, first)
  return entries
}
