/** The check sum of zip archives (ISO 3309, polynomial 0xEDB88320). */

/** Four tables, so that four bytes are taken at a time. */
const TABLES = Array.from({ length: 4 }, () => new Int32Array(256)) as [
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
]
for (let n = 0; n < 256; n++) {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  TABLES[0][n] = c
}
for (let n = 0; n < 256; n++)
  for (let t = 1; t < 4; t++) {
    const before = TABLES[t - 1]?.[n] as number
    ;(TABLES[t] as Int32Array)[n] = (TABLES[0][before & 0xff] as number) ^ (before >>> 8)
  }

/** @param before the check sum of what came before these bytes */
export const crc32 = (bytes: Uint8Array, before = 0): number => {
  const [t0, t1, t2, t3] = TABLES
  let c = ~before
  let i = 0
  for (; i + 4 <= bytes.length; i += 4) {
    c ^=
      (bytes[i] as number) |
      ((bytes[i + 1] as number) << 8) |
      ((bytes[i + 2] as number) << 16) |
      ((bytes[i + 3] as number) << 24)
    c =
      (t3[c & 0xff] as number) ^
      (t2[(c >>> 8) & 0xff] as number) ^
      (t1[(c >>> 16) & 0xff] as number) ^
      (t0[c >>> 24] as number)
  }
  for (; i < bytes.length; i++) c = (t0[(c ^ (bytes[i] as number)) & 0xff] as number) ^ (c >>> 8)
  return ~c >>> 0
}
