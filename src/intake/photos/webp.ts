/** WebP without EXIF, XMP and chunks it does not know; the picture keeps its bytes. */
import { orientationIn, orientationOnly } from './orientation.ts'
import { ascii, behind, joined, standsAt, textAt } from './pieces.ts'

const KEPT: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])

/** Flags of VP8X. */
const [HAS_EXIF, HAS_XMP] = [0x08, 0x04]

const chunk = (type: string, data: Uint8Array): Uint8Array => {
  const size = new Uint8Array(4)
  new DataView(size.buffer).setUint32(0, data.length, true)
  return joined([ascii(type), size, data, new Uint8Array(data.length % 2)])
}

/** Null where it is no WebP, or has no picture. */
export const cleanWebp = (bytes: Uint8Array): Uint8Array | null => {
  if (!standsAt(bytes, 0, 'RIFF') || !standsAt(bytes, 8, 'WEBP')) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const last = Math.min(bytes.length, 8 + view.getUint32(4, true))
  const kept: Uint8Array[] = []
  let orientation = 1
  let coded = false
  let canSay = false
  for (let at = 12; at + 8 <= last; ) {
    const type = textAt(bytes, at, 4)
    const length = view.getUint32(at + 4, true)
    const end = at + 8 + length + (length % 2)
    if (at + 8 + length > bytes.length) break
    const data = bytes.subarray(at + 8, at + 8 + length)
    if (type === 'EXIF') orientation = orientationIn(behind(data, 'Exif\0\0'))
    if (/^VP8[ L]$|^ANMF$/.test(type)) coded = true
    if (type === 'VP8X') canSay = true
    if (KEPT.has(type)) kept.push(bytes.slice(at, Math.min(end, bytes.length)))
    at = end
  }
  if (!coded) return null
  const says = canSay && orientation !== 1
  for (const piece of kept)
    if (standsAt(piece, 0, 'VP8X'))
      piece[8] = ((piece[8] as number) & ~(HAS_EXIF | HAS_XMP)) | (says ? HAS_EXIF : 0)
  if (says) kept.push(chunk('EXIF', orientationOnly(orientation)))
  const body = joined([ascii('WEBP'), ...kept])
  return chunk('RIFF', body).subarray(0, 8 + body.length)
}
