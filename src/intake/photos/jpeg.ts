/**
 * JPEG without what was written beside the picture: EXIF (place, time, camera, the maker's notes, a small picture of it),
 * XMP, IPTC, comments, further pictures and films behind its end. The coded picture keeps its bytes.
 */
import { orientationIn, orientationOnly } from './orientation.ts'
import { ascii, behind, joined, standsAt } from './pieces.ts'

const [SOI, EOI, SOS, APP0, APP1, APP2, APP14, COM] = [0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xee, 0xfe]

const isApp = (marker: number): boolean => marker >= APP0 && marker <= 0xef

const EXIF = 'Exif\0\0'

/** Colours need the profile and Adobe's word about them; JFIF tells the shape of a pixel, its small picture goes. */
const colourPart = (marker: number, segment: Uint8Array): Uint8Array | null => {
  if (marker === APP2) return standsAt(segment, 4, 'ICC_PROFILE\0') ? segment : null
  if (marker === APP14) return standsAt(segment, 4, 'Adobe') ? segment : null
  if (marker !== APP0 || !standsAt(segment, 4, 'JFIF\0') || segment.length < 18) return null
  return Uint8Array.of(0xff, APP0, 0, 16, ...segment.subarray(4, 16), 0, 0)
}

const orientationPart = (tiff: Uint8Array): Uint8Array => {
  const only = orientationOnly(orientationIn(tiff))
  const length = 2 + EXIF.length + only.length
  return joined([Uint8Array.of(0xff, APP1, length >> 8, length & 0xff), ascii(EXIF), only])
}

/** Where the coded picture that begins at `from` ends: at the next mark that is none of its own. */
const codedEnd = (bytes: Uint8Array, from: number): number => {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    const own = next === undefined || next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7)
    if (!own) return at
  }
  return bytes.length
}

/** Null where it is no JPEG, or broken before its picture begins. */
export const cleanJpeg = (bytes: Uint8Array): Uint8Array | null => {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return null
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let held: Uint8Array | null = null
  let coded = false
  let at = 2
  while (at < bytes.length) {
    // What is no mark between two parts is nothing of the picture.
    if (bytes[at] !== 0xff || bytes[at + 1] === 0xff || bytes[at + 1] === 0) {
      at++
      continue
    }
    const marker = bytes[at + 1]
    if (marker === undefined) break
    if (marker === EOI) {
      kept.push(bytes.subarray(at, at + 2))
      break
    }
    if (marker === SOI || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      at += 2
      continue
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    const end = at + 2 + length
    if (length < 2 || end > bytes.length) break
    const segment = bytes.subarray(at, end)
    if (marker === APP1 && standsAt(segment, 4, EXIF)) held ??= behind(segment.subarray(4), EXIF)
    if (isApp(marker)) kept.push(...[colourPart(marker, segment) ?? []].flat())
    else if (marker !== COM) kept.push(segment)
    at = end
    if (marker === SOS) {
      coded = true
      at = codedEnd(bytes, end)
      kept.push(bytes.subarray(end, at))
    }
  }
  if (!coded) return null
  if (held !== null && orientationIn(held) !== 1) {
    // The JFIF segment has to be the first.
    const first = kept[1]?.[1] === APP0 ? 2 : 1
    kept.splice(first, 0, orientationPart(held))
  }
  return joined(kept)
}
