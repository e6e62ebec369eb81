/** Shapefiles: geometry, attributes, projection and encoding lie in files of one stem. */
import { parseShp } from 'shpjs'
import { MOST_FEATURES, MOST_RINGS, MOST_VERTICES, MOST_VERTICES_OF_FILE } from '../limits.ts'
import { atPace, type Pace, type Steps } from '../pace.ts'
import { type Dbf, readDbf } from './dbf.ts'
import type { OpenedFile } from './opened.ts'
import { Refusal } from './refusal.ts'
import { decodeText } from './text.ts'

/** What a shapefile consists of, as far as it is there. */
export interface ShapefileParts {
  shp: Uint8Array
  dbf?: Uint8Array
  prj?: Uint8Array
  cpg?: Uint8Array
}

const MULTIPATCH = 31

const BROKEN = '.shp 已损坏或不完整，请重新导出'

const HEADER = 100
/** A projection is said in a few hundred bytes. */
const LONGEST_PRJ = 65_536
/** Bytes of records handed to the library at a time. */
const BATCH = 4 * 1024 ** 2

/** Types with parts (lines and polygons, with Z or M or without), and those with points only (multipoints). */
const OF_PARTS = [3, 5, 13, 15, 23, 25]
const OF_POINTS = [8, 18, 28]

/** The points of a record. Throws Refusal where it says of itself what cannot be, or has more than is read. */
const pointsOf = (content: DataView, ordinal: number): number => {
  const type = content.getInt32(0, true)
  const parted = OF_PARTS.includes(type)
  if (!parted && !OF_POINTS.includes(type)) return 1
  const at = parted ? 44 : 40
  if (content.byteLength < at) throw new Refusal(`.shp 第 ${ordinal} 个图形不完整，请重新导出`)
  const parts = parted ? content.getInt32(36, true) : 0
  const points = content.getInt32(at - 4, true)
  if (parts < 0 || points < 0 || at + 4 * parts + 16 * points > content.byteLength)
    throw new Refusal(
      `.shp 第 ${ordinal} 个图形写着有 ${parts} 段、${points} 个点，实际放不下，文件已损坏，请重新导出`,
    )
  if (parts > MOST_RINGS || points > MOST_VERTICES)
    throw new Refusal(
      `.shp 第 ${ordinal} 个图形有 ${parts} 段、${points} 个点，超过上限（${MOST_RINGS} 段、${MOST_VERTICES} 个点），请先简化再导出`,
    )
  return points
}

/** Where batches of records begin, and where the last one ends. Throws Refusal. */
function* surveyRecords(view: DataView): Steps<number[]> {
  const cuts = [HEADER]
  let at = HEADER
  let points = 0
  for (let ordinal = 1; at + 8 <= view.byteLength; ordinal++) {
    const length = view.getInt32(at + 4) * 2
    if (length < 0) throw new Refusal(`.shp 第 ${ordinal} 个图形的长度是 ${length}，文件已损坏，请重新导出`)
    // Cut off here: what is missing is told by the table beside it.
    if (at + 8 + length > view.byteLength) break
    if (ordinal > MOST_FEATURES)
      throw new Refusal(`.shp 里的图形超过上限 ${MOST_FEATURES} 个，请分成几个再导出`)
    if (length >= 4) points += pointsOf(new DataView(view.buffer, view.byteOffset + at + 8, length), ordinal)
    else if (length > 0) throw new Refusal(`.shp 第 ${ordinal} 个图形不完整，请重新导出`)
    if (points > Math.max(MOST_VERTICES_OF_FILE, ordinal))
      throw new Refusal(`.shp 里的点超过上限 ${MOST_VERTICES_OF_FILE} 个，请先简化再导出`)
    at += 8 + length
    if (at - (cuts.at(-1) as number) > BATCH) {
      cuts.push(at)
      yield
    }
  }
  return [...cuts, at]
}

/** @param counted whether a table beside it tells how many shapes there should be */
function* readShapes(bytes: Uint8Array, counted: boolean): Steps<unknown[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < HEADER || view.getInt32(0) !== 9994) throw new Refusal(BROKEN)
  // Shapes cut off would be missed by nobody.
  if (!counted && view.getInt32(24) * 2 > bytes.length) throw new Refusal(BROKEN)
  if (view.getInt32(32, true) === MULTIPATCH) throw new Refusal('这是三维模型（MultiPatch），请转成面再导出')
  const cuts = yield* surveyRecords(view)
  const shapes: unknown[] = []
  for (let i = 1; i < cuts.length; i++) {
    const batch = new Uint8Array(HEADER + (cuts[i] as number) - (cuts[i - 1] as number))
    batch.set(bytes.subarray(0, HEADER))
    batch.set(bytes.subarray(cuts[i - 1], cuts[i]), HEADER)
    try {
      for (const shape of parseShp(new DataView(batch.buffer))) shapes.push(shape)
    } catch {
      throw new Refusal(BROKEN)
    }
    yield
  }
  return shapes
}

/** One layer under `name`, its coordinates as they stand. Throws Refusal. */
export const openShapefile = async (
  name: string,
  { shp, dbf, prj, cpg }: ShapefileParts,
  pace: Pace,
): Promise<OpenedFile> => {
  const shapes = await atPace(readShapes(shp, dbf !== undefined), pace, name)
  const table: Dbf =
    dbf === undefined
      ? { encoding: 'UTF-8', renamed: [], records: [] }
      : await atPace(readDbf(dbf, cpg === undefined ? '' : decodeText(cpg)), pace, name)
  // A record without a shape, and a shape without a record, are told by who reads them; neither is dropped here.
  const count = Math.max(shapes.length, table.records.length)
  const features = Array.from({ length: count }, (_, i) => ({
    type: 'Feature',
    properties: table.records[i] ?? {},
    geometry: shapes[i] ?? null,
  }))
  const crs = prj === undefined ? '' : decodeText(prj.subarray(0, LONGEST_PRJ)).trim()
  const encoding = dbf === undefined ? null : table.encoding
  return {
    type: 'layers',
    format: 'Shapefile',
    encoding,
    layers: [
      {
        name,
        features,
        crs: crs === '' ? null : crs,
        passed: table.renamed.map(({ from, to, reason }) => ({ line: 0, text: `${from} → ${to}`, reason })),
      },
    ],
  }
}
