/** PNG without its texts, EXIF, time and whatever programs hide in chunks of their own; the picture keeps its bytes. */
import { orientationIn, orientationOnly } from './orientation.ts'
import { ascii, behind, joined, standsAt, textAt } from './pieces.ts'

const SIGNATURE = '\u0089PNG\r\n\u001a\n'

/** What the picture is made of, its colours, the size of its pixels and its motion. */
const KEPT: ReadonlySet<string> = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs hIST acTL fcTL fdAT'.split(' '),
)

/** CRC-32 as PNG writes it behind each chunk. */
const crc = (bytes: Uint8Array): number => {
  let rest = 0xffffffff
  for (const byte of bytes) {
    rest ^= byte
    for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (0xedb88320 & -(rest & 1))
  }
  return ~rest >>> 0
}

const chunk = (type: string, data: Uint8Array): Uint8Array => {
  const named = joined([ascii(type), data])
  const whole = new Uint8Array(named.length + 8)
  const view = new DataView(whole.buffer)
  view.setUint32(0, data.length)
  whole.set(named, 4)
  view.setUint32(named.length + 4, crc(named))
  return whole
}

/** Null where it is no PNG, or has no picture. */
export const cleanPng = (bytes: Uint8Array): Uint8Array | null => {
  if (!standsAt(bytes, 0, SIGNATURE)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  let coded = false
  let head = 1
  let orientation = 1
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    const type = textAt(bytes, at + 4, 4)
    const end = at + 12 + length
    if (end > bytes.length) break
    if (type === 'eXIf') orientation = orientationIn(behind(bytes.subarray(at + 8, end - 4), 'Exif\0\0'))
    if (KEPT.has(type)) kept.push(bytes.subarray(at, end))
    if (type === 'IHDR') head = kept.length
    if (type === 'IDAT') coded = true
    at = end
    if (type === 'IEND') break
  }
  if (!coded) return null
  if (orientation !== 1) kept.splice(head, 0, chunk('eXIf', orientationOnly(orientation)))
  return joined(kept)
}
