/**
 * A file opened, before it is known what it means: the one shape that every format gives. `intake/formats/` holds one
 * file a format behind the index; the heavy ones are loaded when a file of theirs arrives.
 */

/** How the text of a file was written, or is to be. */
export type Encoding = 'UTF-8' | 'UTF-8 BOM' | 'GB18030' | 'UTF-16LE' | 'UTF-16BE'

/** The formats a file may turn out to have, as the screen names them. */
export type Format = 'CSV' | 'TSV' | 'XLSX' | 'GeoJSON' | 'Shapefile' | 'KML' | 'GPX' | 'JSON'

/** One row of a table as it stands, cells as text. */
export interface SheetRow {
  /** line (CSV), row (XLSX) or, of a table lying on its side, column on which it begins, the first of the file = 1 */
  line: number
  cells: string[]
  /** what is wrong with its quotes, if anything */
  fault: string | null
  /** it does not show in the program it was made with: hidden by hand or filtered away */
  hidden?: true
}

/** A picture in a file, unread. */
export interface SheetPicture {
  /** where it lies in the file */
  name: string
  /** bytes */
  size: number
  /** a checksum of it: the same picture has the same in every file */
  crc: number
  bytes: () => Promise<Uint8Array>
}

export interface SheetPictures {
  /** those that lie over a cell: its line, and its column from 0 */
  floating: { line: number; column: number; picture: SheetPicture }[]
  /** those that cells name (`=DISPIMG("ID_…",1)`), by that name */
  named: ReadonlyMap<string, SheetPicture>
}

/** A table: the heading found under any title rows, the data rows without trailing totals. */
export interface Sheet {
  /** name of the worksheet, '' for a text file */
  name: string
  header: SheetRow
  /**
   * The data rows, in order, to be walked once or again. A big file is read while it is walked: nothing is held but
   * its text.
   */
  rows: () => Iterable<SheetRow>
  /** The same for callers that yield in between: null = there is no row yet, but work has been done. */
  walk: () => Iterable<SheetRow | null>
  /** data rows, as far as it is known without walking them (an estimate for progress) */
  about: number
  /**
   * What was passed over because it is no data: titles above the heading, totals below, hidden worksheets (line 0), each
   * with the reason. What stands among the rows is known when they have been walked to their end once.
   */
  passed: { line: number; text: string; reason: string }[]
  /** absent where the format has none */
  pictures?: SheetPictures
  /** the worksheet does not show in its workbook */
  hidden?: true
}

/** The rows of a walk, without its yield points. */
export function* unpaused<T>(walk: Iterable<T | null>): Generator<T> {
  for (const one of walk) if (one !== null) yield one
}

/** Features of one layer, unread. */
export interface Layer {
  name: string
  features: unknown[]
  /** WKT, PROJ string or EPSG code the file itself declares (.prj, `crs` member); null = it says nothing */
  crs: string | null
  /** what was cut off its features, by their ordinals, the first = 1 */
  faults?: ReadonlyMap<number, string>
  /** what is to be told of its properties, as of a sheet */
  passed?: Sheet['passed']
  /** its lines and polygons stand in a layer of their own, too */
  shapesApart?: boolean
}

export type OpenedFile =
  | { type: 'sheets'; format: Format; encoding: Encoding | null; sheets: Sheet[] }
  | { type: 'layers'; format: Format; encoding: Encoding | null; layers: Layer[] }
  /** a package (zip or folder): path inside it → bytes */
  | { type: 'package'; files: Map<string, Uint8Array> }
  /** one sentence for the user: what it is and what to do instead */
  | { type: 'unreadable'; reason: string }

/** A file as it was dropped: `path` has folders where a folder was dropped. */
export interface SourceFile {
  path: string
  bytes: Uint8Array
}
