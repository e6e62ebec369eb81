/** Shapefiles for the tests, written by the rules of ESRI's white paper. */

/** Points as a .shp; null is a null shape. */
export const shpOfPoints = (points: readonly ([number, number] | null)[]): Uint8Array => {
  const records = points.map((point, i) => {
    const record = new DataView(new ArrayBuffer(8 + (point === null ? 4 : 20)))
    record.setInt32(0, i + 1)
    record.setInt32(4, (record.byteLength - 8) / 2)
    record.setInt32(8, point === null ? 0 : 1, true)
    point?.forEach((value, k) => {
      record.setFloat64(12 + 8 * k, value, true)
    })
    return new Uint8Array(record.buffer)
  })
  return withHeader(1, records)
}

/** One polygon of a single ring as a .shp. */
export const shpOfRing = (ring: readonly [number, number][]): Uint8Array => {
  const record = new DataView(new ArrayBuffer(8 + 48 + 16 * ring.length))
  record.setInt32(0, 1)
  record.setInt32(4, (record.byteLength - 8) / 2)
  record.setInt32(8, 5, true)
  record.setInt32(44, 1, true)
  record.setInt32(48, ring.length, true)
  ring.forEach(([x, y], i) => {
    record.setFloat64(56 + 16 * i, x, true)
    record.setFloat64(64 + 16 * i, y, true)
  })
  return withHeader(5, [new Uint8Array(record.buffer)])
}

const withHeader = (type: number, records: readonly Uint8Array[]): Uint8Array => {
  const size = 100 + records.reduce((sum, record) => sum + record.length, 0)
  const bytes = new Uint8Array(size)
  const header = new DataView(bytes.buffer)
  header.setInt32(0, 9994)
  header.setInt32(24, size / 2)
  header.setInt32(28, 1000, true)
  header.setInt32(32, type, true)
  let at = 100
  for (const record of records) {
    bytes.set(record, at)
    at += record.length
  }
  return bytes
}

export interface DbfColumn {
  name: string
  type: 'C' | 'N' | 'D' | 'L'
  length: number
}

/** A .dbf; `encode` writes names and texts. */
export const dbfOf = (
  columns: readonly DbfColumn[],
  rows: readonly string[][],
  encode: (text: string) => Uint8Array,
  driver = 0,
): Uint8Array => {
  const start = 32 + 32 * columns.length + 1
  const length = 1 + columns.reduce((sum, column) => sum + column.length, 0)
  const bytes = new Uint8Array(start + length * rows.length + 1).fill(0x20, start)
  const view = new DataView(bytes.buffer)
  bytes[0] = 3
  view.setUint32(4, rows.length, true)
  view.setUint16(8, start, true)
  view.setUint16(10, length, true)
  bytes[29] = driver
  columns.forEach((column, i) => {
    const at = 32 + 32 * i
    // What stands behind the end of a name is left from before.
    bytes.set(encode(column.name), at)
    if (encode(column.name).length < 9) bytes.set([0, 0x41], at + encode(column.name).length)
    bytes[at + 11] = column.type.charCodeAt(0)
    bytes[at + 16] = column.length
  })
  bytes[start - 1] = 0x0d
  rows.forEach((row, r) => {
    let at = start + r * length + 1
    columns.forEach((column, c) => {
      const text = encode(row[c] as string)
      bytes.set(text, column.type === 'N' ? at + column.length - text.length : at)
      at += column.length
    })
  })
  bytes[bytes.length - 1] = 0x1a
  return bytes
}
