/** Bytes into text: what staff save from Excel and WPS is UTF-8 with or without a BOM, GB18030, or UTF-16. */
import type { Encoding } from './formats/opened.ts'

/** What stands where bytes could not be read. */
export const UNREADABLE = '\ufffd'

/** Bytes looked at a time, and sequences that are evidence enough. */
const SLICE = 65_536
const ENOUGH = 2000

/** Whether bytes that are not UTF-8 are so but for a few, rather than of another encoding. */
const isSpoiltUtf8 = (bytes: Uint8Array): boolean => {
  const decoder = new TextDecoder('utf-8')
  let [spoilt, long] = [0, 0]
  for (let at = bytes.findIndex((byte) => byte > 0x7f); at < bytes.length; at += SLICE) {
    const text = decoder.decode(bytes.subarray(at, at + SLICE), { stream: true })
    spoilt += text.match(/\ufffd+/g)?.length ?? 0
    // GB18030 makes two-byte sequences of UTF-8 by chance, but hardly ever those of three and four.
    long += text.match(/[\u{800}-\u{fffc}\u{10000}-\u{10ffff}]/gu)?.length ?? 0
    if (spoilt + long > ENOUGH) break
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

/**
 * The byte order mark decides; else the zero bytes of UTF-16; else strict UTF-8; else GB18030, unless the bytes are UTF-8
 * but for a few: one spoilt byte must not turn the whole file into nonsense. What cannot be read becomes `UNREADABLE`.
 */
export const decodeBytes = (bytes: Uint8Array): Decoded => {
  const as = (encoding: Encoding, label: string): Decoded => ({
    text: new TextDecoder(label).decode(bytes),
    encoding,
  })
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return as('UTF-16LE', 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return as('UTF-16BE', 'utf-16be')
  const unmarked = unmarkedUtf16(bytes)
  if (unmarked !== null) return as(unmarked, unmarked)
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const utf8 = marked ? 'UTF-8 BOM' : 'UTF-8'
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: utf8 }
  } catch {
    return marked || isSpoiltUtf8(bytes) ? as(utf8, 'utf-8') : as('GB18030', 'gb18030')
  }
}

/** The text alone: see `decodeBytes`. */
export const decodeText = (bytes: Uint8Array): string => decodeBytes(bytes).text

/** JSON of a file, its BOM dropped. Throws SyntaxError as JSON.parse does. */
export const decodeJson = (bytes: Uint8Array): unknown => JSON.parse(decodeText(bytes).replace(/^\ufeff/, ''))

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
