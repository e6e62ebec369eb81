/** Text into bytes, in any encoding a file may have come in: browsers themselves write UTF-8 only. */
import type { Encoding } from './opened.ts'
import { UNREADABLE } from './text.ts'

/** Code of the basic plane → its bytes in GB18030 as one number, the first byte highest. 0 = there is none. */
let reverse: Uint32Array | null = null

/** The linear count of four-byte codes: the last byte has 10 values, the third 126, the second 10. */
const fourBytes = (linear: number): number => {
  const fourth = 0x30 + (linear % 10)
  const third = 0x81 + (Math.floor(linear / 10) % 126)
  const second = 0x30 + (Math.floor(linear / 1260) % 10)
  const first = 0x81 + Math.floor(linear / 12600)
  return ((first << 24) | (second << 16) | (third << 8) | fourth) >>> 0
}

/** Four-byte codes of the basic plane: 0x81308130–0x8431A439. */
const BASIC_FOURS = 39_420
/** Linear count of U+10000, which is 0x90308130; from there on both count alike. */
const SUPPLEMENTARY = 189_000

const bytesOf = (code: number): number[] =>
  code > 0xffff
    ? [code >>> 24, (code >>> 16) & 0xff, (code >>> 8) & 0xff, code & 0xff]
    : code > 0xff
      ? [code >>> 8, code & 0xff]
      : [code]

/** The platform's own decoder, turned round: what it reads as a character is how that character is written. */
const reverseTable = (): Uint32Array => {
  if (reverse !== null) return reverse
  const codes: number[] = []
  for (let linear = 0; linear < BASIC_FOURS; linear++) codes.push(fourBytes(linear))
  // Two bytes come after four, so that they win where a character has both.
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) codes.push((lead << 8) | trail)
  const written = Uint8Array.from(codes.flatMap((code) => [...bytesOf(code), 0x0a]))
  const read = new TextDecoder('gb18030').decode(written).split('\n')
  const table = new Uint32Array(0x10000)
  codes.forEach((code, i) => {
    const text = read[i] as string
    if (text.length === 1 && text !== UNREADABLE) table[text.charCodeAt(0)] = code
  })
  for (let ascii = 0; ascii < 0x80; ascii++) table[ascii] = ascii
  table[UNREADABLE.charCodeAt(0)] = 0x8431a437
  reverse = table
  return table
}

const encodeGb18030 = (text: string): Uint8Array => {
  const table = reverseTable()
  const bytes = new Uint8Array(text.length * 4)
  let end = 0
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) as number
    const code = point > 0xffff ? fourBytes(SUPPLEMENTARY + point - 0x10000) : (table[point] as number)
    if (point > 0xffff) i++
    // Half a surrogate pair, and the odd private code: there is no writing them.
    const known = code === 0 && point !== 0 ? 0x8431a437 : code
    if (known > 0xffff) {
      bytes[end++] = known >>> 24
      bytes[end++] = (known >>> 16) & 0xff
    }
    if (known > 0xff) bytes[end++] = (known >>> 8) & 0xff
    bytes[end++] = known & 0xff
  }
  return bytes.slice(0, end)
}

const encodeUtf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const bytes = new Uint8Array(2 + text.length * 2)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 0xfeff, littleEndian)
  for (let i = 0; i < text.length; i++) view.setUint16(2 + i * 2, text.charCodeAt(i), littleEndian)
  return bytes
}

/**
 * The bytes of a text file. UTF-16 gets its byte order mark, without which no spreadsheet opens it. What an encoding cannot
 * hold (half a surrogate pair) is written as `UNREADABLE`; nothing is left out.
 */
export const encodeText = (text: string, encoding: Encoding): Uint8Array => {
  switch (encoding) {
    case 'UTF-8':
      return new TextEncoder().encode(text)
    case 'UTF-8 BOM':
      return new TextEncoder().encode(`\ufeff${text}`)
    case 'GB18030':
      return encodeGb18030(text)
    case 'UTF-16LE':
    case 'UTF-16BE':
      return encodeUtf16(text, encoding === 'UTF-16LE')
  }
}
