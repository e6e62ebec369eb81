/** What is used of shpjs, which brings no types. */
declare module 'shpjs' {
  import type { Geometry } from 'geojson'
  /** The geometries of a .shp, in order, in its own coordinates; null for a null shape. Throws on broken bytes. */
  export const parseShp: (shp: DataView) => (Geometry | null)[]
}
