/** GIF without comments, texts and what programs hide in blocks of their own; the pictures keep their bytes. */
import { joined, standsAt, textAt } from './pieces.ts'

const [EXTENSION, IMAGE, TRAILER] = [0x21, 0x2c, 0x3b]
const [CONTROL, APPLICATION] = [0xf9, 0xff]

/** How often it plays, and its colours. */
const KEPT = /^(?:NETSCAPE2\.0|ANIMEXTS1\.0|ICCRGBG1012)$/

/** Bytes of the table of colours that a byte of flags announces. */
const tableSize = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

/** Behind the blocks that begin at `at`, each led by its length, the last of length 0. */
const blocksEnd = (bytes: Uint8Array, at: number): number => {
  let end = at
  while (end < bytes.length && bytes[end] !== 0) end += (bytes[end] as number) + 1
  return Math.min(end + 1, bytes.length)
}

/** Null where it is no GIF, or has no picture. */
export const cleanGif = (bytes: Uint8Array): Uint8Array | null => {
  if (!standsAt(bytes, 0, 'GIF87a') && !standsAt(bytes, 0, 'GIF89a')) return null
  let at = 13 + tableSize(bytes[10] ?? 0)
  const kept: Uint8Array[] = [bytes.subarray(0, at)]
  let coded = false
  while (at < bytes.length) {
    const start = at
    if (bytes[at] === IMAGE) {
      coded = true
      at = blocksEnd(bytes, at + 11 + tableSize(bytes[at + 9] ?? 0))
      kept.push(bytes.subarray(start, at))
    } else if (bytes[at] === EXTENSION) {
      at = blocksEnd(bytes, at + 2)
      const label = bytes[start + 1]
      const known = label === APPLICATION && KEPT.test(textAt(bytes, start + 3, 11))
      if (label === CONTROL || known) kept.push(bytes.subarray(start, at))
    } else break
  }
  return coded ? joined([...kept, Uint8Array.of(TRAILER)]) : null
}
