/** Shapefiles: geometry, attributes, projection and encoding lie in files of one stem. */
import { parseShp } from 'shpjs'
import { decodeText } from '../text.ts'
import { type Dbf, readDbf } from './dbf.ts'
import type { Opened } from './opened.ts'
import { Refusal } from './refusal.ts'

/** What a shapefile consists of, as far as it is there. */
export interface ShapefileParts {
  shp: Uint8Array
  dbf?: Uint8Array
  prj?: Uint8Array
  cpg?: Uint8Array
}

const MULTIPATCH = 31

const BROKEN = '.shp 已损坏或不完整，请重新导出'

/** @param counted whether a table beside it tells how many shapes there should be */
const readShapes = (bytes: Uint8Array, counted: boolean) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 100 || view.getInt32(0) !== 9994) throw new Refusal(BROKEN)
  // Shapes cut off would be missed by nobody.
  if (!counted && view.getInt32(24) * 2 > bytes.length) throw new Refusal(BROKEN)
  if (view.getInt32(32, true) === MULTIPATCH) throw new Refusal('这是三维模型（MultiPatch），请转成面再导出')
  try {
    return parseShp(view)
  } catch {
    throw new Refusal(BROKEN)
  }
}

/** One layer under `name`, its coordinates as they stand. Throws Refusal. */
export const openShapefile = (name: string, { shp, dbf, prj, cpg }: ShapefileParts): Opened => {
  const shapes = readShapes(shp, dbf !== undefined)
  const table: Dbf =
    dbf === undefined
      ? { encoding: 'UTF-8', records: [] }
      : readDbf(dbf, cpg === undefined ? '' : decodeText(cpg))
  // A record without a shape, and a shape without a record, are told by who reads them; neither is dropped here.
  const count = Math.max(shapes.length, table.records.length)
  const features = Array.from({ length: count }, (_, i) => ({
    type: 'Feature',
    properties: table.records[i] ?? {},
    geometry: shapes[i] ?? null,
  }))
  const crs = prj === undefined ? '' : decodeText(prj).trim()
  const encoding = dbf === undefined ? null : table.encoding
  return {
    type: 'layers',
    format: 'Shapefile',
    encoding,
    layers: [{ name, features, crs: crs === '' ? null : crs }],
  }
}
