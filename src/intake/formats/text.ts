/** Bytes into text: what staff save from Excel and WPS is UTF-8 with or without a BOM, GB18030, or UTF-16. */

import { finish, type Steps } from '../pace.ts'
import type { Encoding } from './opened.ts'

/** What stands where bytes could not be read. */
export const UNREADABLE = '\ufffd'

/** Bytes looked at a time, and sequences that are evidence enough. */
const SLICE = 65_536
const ENOUGH = 2000

/** Whether bytes that are not UTF-8 are so but for a few, rather than of another encoding. */
function* isSpoiltUtf8(bytes: Uint8Array): Steps<boolean> {
  const decoder = new TextDecoder('utf-8')
  let [spoilt, long] = [0, 0]
  for (let at = 0; at < bytes.length; at += SLICE) {
    const text = decoder.decode(bytes.subarray(at, at + SLICE), { stream: true })
    spoilt += text.match(/\ufffd+/g)?.length ?? 0
    // GB18030 makes two-byte sequences of UTF-8 by chance, but hardly ever those of three and four.
    long += text.match(/[\u{800}-\u{fffc}\u{10000}-\u{10ffff}]/gu)?.length ?? 0
    if (spoilt + long > ENOUGH) break
    yield
  }
  return long > 2 * spoilt
}

/** How many bytes at the beginning are looked at for zeros. */
const HEAD = 4096

/**
 * UTF-16 without a mark: its commas, digits and line ends have a zero beside them, always on the same side. No other text
 * has zero bytes at all.
 */
const unmarkedUtf16 = (bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | null => {
  const zeros = [0, 0]
  const end = Math.min(bytes.length, HEAD)
  for (let i = 0; i < end; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] as number) + 1
  const [even, odd] = zeros as [number, number]
  // A block of zeros, as binary files have it, falls on both sides alike.
  const label = odd > 20 * even ? 'UTF-16LE' : even > 20 * odd ? 'UTF-16BE' : null
  if (even + odd < 2 || label === null) return null
  const head = new TextDecoder(label).decode(bytes.subarray(0, end - (end % 2)))
  return /[^\P{Cc}\t\n\r]/u.test(head) ? null : label
}

/** The text of a file and how it was written. */
export interface Decoded {
  /** without its byte order mark */
  text: string
  encoding: Encoding
}

/** Bytes decoded at a time. */
const PIECE = 4 * 1024 ** 2

/** Throws TypeError where bytes do not fit and `fatal` is asked for. */
function* decode(bytes: Uint8Array, label: string, fatal: boolean): Steps<string> {
  const decoder = new TextDecoder(label, { fatal })
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += PIECE) {
    pieces.push(decoder.decode(bytes.subarray(at, at + PIECE), { stream: at + PIECE < bytes.length }))
    yield
  }
  return pieces.length === 1 ? (pieces[0] as string) : pieces.join('')
}

/** `decodeBytes` in steps. */
export function* decodeSteps(bytes: Uint8Array): Steps<Decoded> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: yield* decode(bytes, 'utf-16le', false), encoding: 'UTF-16LE' }
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: yield* decode(bytes, 'utf-16be', false), encoding: 'UTF-16BE' }
  const unmarked = unmarkedUtf16(bytes)
  if (unmarked !== null) return { text: yield* decode(bytes, unmarked, false), encoding: unmarked }
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const encoding = marked ? 'UTF-8 BOM' : 'UTF-8'
  try {
    return { text: yield* decode(bytes, 'utf-8', true), encoding }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  if (marked || (yield* isSpoiltUtf8(bytes))) return { text: yield* decode(bytes, 'utf-8', false), encoding }
  return { text: yield* decode(bytes, 'gb18030', false), encoding: 'GB18030' }
}

/**
 * The byte order mark decides; else the zero bytes of UTF-16; else strict UTF-8; else GB18030, unless the bytes are UTF-8
 * but for a few: one spoilt byte must not turn the whole file into nonsense. What cannot be read becomes `UNREADABLE`.
 */
export const decodeBytes = (bytes: Uint8Array): Decoded => finish(decodeSteps(bytes))

/** The text alone: see `decodeBytes`. */
export const decodeText = (bytes: Uint8Array): string => decodeBytes(bytes).text

/** The line, the first = 1, in which a place of the text is. */
export const lineAt = (text: string, position: number): number => {
  let line = 1
  for (let i = text.indexOf('\n'); i >= 0 && i < position; i = text.indexOf('\n', i + 1)) line++
  return line
}

/** Bytes looked at for the beginning of a page. */
const HEAD_OF_PAGE = 512

/** Whether the bytes are a web page or other markup, which no file of a package is, whatever it is called. */
export const isMarkup = (bytes: Uint8Array): boolean =>
  /^[\ufeff\s]*<[!?a-z]/i.test(new TextDecoder().decode(bytes.subarray(0, HEAD_OF_PAGE)))

/** What is wrong with a file that is a page; null where it is none. */
export const markupOf = (bytes: Uint8Array): string | null =>
  isMarkup(bytes) ? '是一个网页，不是数据文件' : null

/** Whether the bytes are an Excel workbook (.xlsx or .xls), whatever the file is called. */
export const isWorkbook = (bytes: Uint8Array): boolean => {
  const begins = (...mark: number[]) => mark.every((byte, i) => bytes[i] === byte)
  return begins(0x50, 0x4b, 0x03, 0x04) || begins(0xd0, 0xcf, 0x11, 0xe0)
}
