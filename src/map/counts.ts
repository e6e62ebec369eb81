/** Places gathered into counts, kept off the labels of areas. Pure. */
import type { Feature, FeatureCollection, Point } from 'geojson'
import type { Board } from '../engine/contract/board.ts'
import type { Overview } from '../engine/contract/package.ts'
import type { SiteFilter } from '../view/kinds.ts'
import { gather } from './gather.ts'
import { shownSites } from './scene.ts'

/** px at type factor 1: a cell that is gathered, and what a label takes up about its point */
const CELL = 74
const LABEL = { half: 16, character: 8, high: 32 }

/**
 * @param zoom the map's zoom that they are gathered for; null = none are shown
 * @param scale type factor
 */
export const countFeatures = (
  overview: Overview,
  overdue: Board['sites']['overdue'],
  filter: SiteFilter,
  zoom: number | null,
  scale: number,
): FeatureCollection<Point> => {
  const { sites, areas } = overview
  const labels = areas.map(({ label: [lon, lat], shortName }) => ({
    lon,
    lat,
    halfWidth: (LABEL.half + LABEL.character * Math.max(3, shortName.length)) * scale,
    halfHeight: LABEL.high * scale,
  }))
  const shown = zoom === null ? [] : shownSites(overview, filter)
  const groups = gather(shown, sites.lon, sites.lat, overdue, zoom ?? 0, CELL * scale, labels)
  return {
    type: 'FeatureCollection',
    features: groups.map(
      ({ lon, lat, count, overdue: late }): Feature<Point> => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [lon, lat] },
        // px across, at type factor 1
        properties: { count, overdue: late, size: 13 + 3.6 * Math.log2(count) },
      }),
    ),
  }
}
