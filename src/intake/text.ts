/** Bytes into text: what staff save from Excel and WPS is UTF-8 with or without a BOM, GB18030, or UTF-16. */

/** What stands where bytes could not be read. */
export const UNREADABLE = '\ufffd'

/** Whether text read leniently as UTF-8 is UTF-8 with a few spoilt bytes, rather than another encoding. */
const isSpoiltUtf8 = (lenient: string): boolean => {
  const spoilt = lenient.match(/\ufffd+/g)?.length ?? 0
  // GB18030 makes two-byte sequences of UTF-8 by chance, but hardly ever those of three and four.
  const long = lenient.match(/[\u{800}-\u{fffc}\u{10000}-\u{10ffff}]/gu)?.length ?? 0
  return long > 2 * spoilt
}

/**
 * The byte order mark decides; else strict UTF-8; else GB18030, unless the bytes are UTF-8 but for a few: one spoilt byte
 * must not turn the whole file into nonsense. What cannot be read becomes `UNREADABLE`.
 */
export const decodeText = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const lenient = new TextDecoder('utf-8').decode(bytes)
    const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
    return marked || isSpoiltUtf8(lenient) ? lenient : new TextDecoder('gb18030').decode(bytes)
  }
}

/** JSON of a file, its BOM dropped. Throws SyntaxError as JSON.parse does. */
export const decodeJson = (bytes: Uint8Array): unknown => JSON.parse(decodeText(bytes).replace(/^\ufeff/, ''))

/** Whether the bytes are an Excel workbook (.xlsx or .xls), whatever the file is called. */
export const isWorkbook = (bytes: Uint8Array): boolean => {
  const begins = (...mark: number[]) => mark.every((byte, i) => bytes[i] === byte)
  return begins(0x50, 0x4b, 0x03, 0x04) || begins(0xd0, 0xcf, 0x11, 0xe0)
}
