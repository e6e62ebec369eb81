/** Zip archives byte by byte, so that they can say what is not so. */
import { deflateSync } from 'fflate'
import { crc32 } from '../../../src/intake/formats/crc32.ts'

/** A file in an archive; what is given beside its name and bytes is said of it instead of the truth. */
export interface ZipEntry {
  name: string | Uint8Array
  bytes: Uint8Array
  stored?: boolean
  size?: number
  crc?: number
  flags?: number
  method?: number
  /** sizes and place stand in the 64-bit extra field */
  wide?: boolean
  /** lies on the bytes of the first entry */
  onFirst?: boolean
  /** made by Unix with these attributes */
  mode?: number
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const record = (length: number, write: (view: DataView) => void): Uint8Array => {
  const bytes = new Uint8Array(length)
  write(new DataView(bytes.buffer))
  return bytes
}

const extra64 = (size: number, packed: number, local: number): Uint8Array =>
  record(28, (view) => {
    view.setUint16(0, 1, true)
    view.setUint16(2, 24, true)
    view.setBigUint64(4, BigInt(size), true)
    view.setBigUint64(12, BigInt(packed), true)
    view.setBigUint64(20, BigInt(local), true)
  })

/** The end of an archive with 64-bit numbers, to stand before its usual end. */
const ends64 = (count: number, length: number, listed: number): Uint8Array[] => [
  record(56, (view) => {
    view.setUint32(0, 0x06064b50, true)
    view.setBigUint64(4, 44n, true)
    view.setBigUint64(24, BigInt(count), true)
    view.setBigUint64(32, BigInt(count), true)
    view.setBigUint64(40, BigInt(length), true)
    view.setBigUint64(48, BigInt(listed), true)
  }),
  record(20, (view) => {
    view.setUint32(0, 0x07064b50, true)
    view.setBigUint64(8, BigInt(listed + length), true)
    view.setUint32(16, 1, true)
  }),
]

export const zipOf = (entries: readonly ZipEntry[]): Uint8Array => {
  const files: Uint8Array[] = []
  const list: Uint8Array[] = []
  let place = 0
  const packedBy = new Map<Uint8Array, Uint8Array>()
  for (const entry of entries) {
    const name = typeof entry.name === 'string' ? new TextEncoder().encode(entry.name) : entry.name
    const flags = (entry.flags ?? 0) | (typeof entry.name === 'string' ? 0x800 : 0)
    const packed = entry.stored ? entry.bytes : (packedBy.get(entry.bytes) ?? deflateSync(entry.bytes))
    if (!entry.stored) packedBy.set(entry.bytes, packed)
    const method = entry.method ?? (entry.stored ? 0 : 8)
    const [size, crc] = [entry.size ?? entry.bytes.length, entry.crc ?? crc32(entry.bytes)]
    const local = entry.onFirst ? 0 : place
    if (!entry.onFirst) {
      const head = record(30, (view) => {
        view.setUint32(0, 0x04034b50, true)
        view.setUint16(6, flags, true)
        view.setUint16(8, method, true)
        view.setUint32(14, crc, true)
        view.setUint32(18, packed.length, true)
        view.setUint32(22, size, true)
        view.setUint16(26, name.length, true)
      })
      files.push(head, name, packed)
      place += head.length + name.length + packed.length
    }
    const extra = entry.wide ? extra64(size, packed.length, local) : new Uint8Array()
    const narrow = (value: number) => (entry.wide ? 0xffffffff : value)
    list.push(
      record(46, (view) => {
        view.setUint32(0, 0x02014b50, true)
        view.setUint16(4, entry.mode === undefined ? 20 : (3 << 8) | 20, true)
        view.setUint16(8, flags, true)
        view.setUint16(10, method, true)
        view.setUint32(16, crc, true)
        view.setUint32(20, narrow(packed.length), true)
        view.setUint32(24, narrow(size), true)
        view.setUint16(28, name.length, true)
        view.setUint16(30, extra.length, true)
        view.setUint32(38, ((entry.mode ?? 0) << 16) >>> 0, true)
        view.setUint32(42, narrow(local), true)
      }),
      name,
      extra,
    )
  }
  const length = list.reduce((sum, part) => sum + part.length, 0)
  const wide = entries.some((entry) => entry.wide) || entries.length > 0xffff
  const end = record(22, (view) => {
    view.setUint32(0, 0x06054b50, true)
    view.setUint16(8, Math.min(entries.length, 0xffff), true)
    view.setUint16(10, Math.min(entries.length, 0xffff), true)
    view.setUint32(12, wide ? 0xffffffff : length, true)
    view.setUint32(16, wide ? 0xffffffff : place, true)
  })
  return joined([...files, ...list, ...(wide ? ends64(entries.length, length, place) : []), end])
}
