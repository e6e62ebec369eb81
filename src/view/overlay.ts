/** What a study draws on the map, beside or in place of what is there. Plain features: the map knows how, not why. */
import type { FeatureCollection, LineString, MultiLineString, MultiPolygon, Point, Polygon } from 'geojson'
import type { AreaInfo } from '../engine/contract/package.ts'
import type { Legend } from './legend.ts'

/** null colour = no data, hatched */
export interface AreaShown {
  colour: string | null
  figure: string
  /** as of `Shown` */
  demoted?: boolean
}

export interface Overlay {
  /** surfaces above the areas, below their edges; `hatched` draws lines instead of a tint */
  fills?: FeatureCollection<Polygon | MultiPolygon, { colour: string; opacity?: number; hatched?: boolean }>
  /** width in px at the desk */
  lines?: FeatureCollection<
    LineString | MultiLineString,
    { colour: string; width?: number; dashed?: boolean }
  >
  /** round marks with a short text in them (a number) and perhaps a name beside; above the points */
  marks?: FeatureCollection<Point, { colour: string; text?: string; name?: string; size?: number }>
  /** another colour and figure for each area (in the order of Overview.areas); null = nothing is said of it */
  areas?: readonly (AreaShown | null)[]
  /** what the areas' own colours mean, in place of the legend of the metric */
  legend?: Legend
  /** places and counts are left out, so that the overlay can be read */
  quiet?: boolean
  /** id of a kind: its places are drawn, whatever the layers say, and nothing else that could be taken for them */
  kind?: string
}

/** Whether problems, counts and the places of the layers are left out. */
export const isQuiet = (overlay: Overlay | null): boolean =>
  overlay?.quiet === true || overlay?.kind !== undefined

type Mark = NonNullable<Overlay['marks']>['features'][number]['properties'] & { at: readonly number[] }

/** Marks at their places, `at` in degrees; what has no place (NaN) has no mark. */
export const marksOf = (marks: readonly Mark[]): Overlay['marks'] => ({
  type: 'FeatureCollection',
  features: marks
    .filter(({ at }) => at.every(Number.isFinite))
    .map(({ at, ...properties }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [...at] },
      properties,
    })),
})

/** Whether the areas have colours of the study, not of the metric chosen. */
export const coloursAreas = (overlay: Overlay | null): boolean =>
  overlay?.areas !== undefined || overlay?.legend !== undefined

/** What an answer says of some areas, by their code, in the order of Overview.areas. */
export const inOrder = <Row extends { code: string }>(
  areas: readonly AreaInfo[],
  rows: readonly Row[],
  shown: (row: Row) => AreaShown,
): (AreaShown | null)[] => {
  const byCode = new Map(rows.map((row) => [row.code, row]))
  return areas.map(({ code }) => {
    const row = byCode.get(code)
    return row === undefined ? null : shown(row)
  })
}
