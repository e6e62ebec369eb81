/** Coordinate systems a file may be in. Inside the product everything is WGS84 degrees (CGCS2000 is the same at this scale). */

/** `swapped` = latitude stands where longitude should. */
export type Datum =
  | 'WGS84'
  | 'GCJ-02'
  | 'BD-09'
  | 'WGS84-swapped'
  | 'GCJ-02-swapped'
  | 'BD-09-swapped'
  /** CGCS2000 Gauss-Krüger, metres, the 3° zone (25–45) or 6° zone (13–23) of that number; x east, y north */
  | `CGCS2000-GK-${number}`
  /** the same with northing first, as Chinese survey sheets have it */
  | `CGCS2000-GK-${number}-swapped`

/** How a datum fits: of `of` places, how many fall in the 居委会 they declare and in any 居委会 at all. */
export interface DatumEvidence {
  datum: Datum
  of: number
  /** null where nothing declares an 居委会 */
  inDeclared: number | null
  inDistrict: number
}
