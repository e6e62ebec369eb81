/** What is said once about a package: names, shapes and columns that do not depend on the day. */

import { bbox, featureCollection, feature as featureOf, union } from '@turf/turf'
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import polylabel from 'polylabel'
import { isSurface, linesOf, polygonsOf } from '../../model/geometry.ts'
import type { Bounds, LonLat } from '../../model/position.ts'
import type { Area, Path, Surface } from '../../model/records.ts'
import { shortNames } from '../../model/short-names.ts'
import type {
  ActivityMark,
  AreaInfo,
  HonourMark,
  IssueColumns,
  OfficeInfo,
  Overview,
  SiteColumns,
} from '../contract/package.ts'
import type { Opened } from '../package/open.ts'

const ringSize = (ring: Position[]): number => {
  let sum = 0
  for (let i = 1; i < ring.length; i++) {
    const [x1, y1] = ring[i - 1] as [number, number]
    const [x2, y2] = ring[i] as [number, number]
    sum += x1 * y2 - x2 * y1
  }
  return Math.abs(sum / 2)
}

/** A point well inside the largest part of a surface (pole of inaccessibility). */
export const labelPoint = (surface: Surface): LonLat => {
  const parts = polygonsOf(surface)
  const largest = parts.reduce((a, b) =>
    ringSize(b[0] as Position[]) > ringSize(a[0] as Position[]) ? b : a,
  )
  const [w, s, e, n] = bbox({ type: 'Polygon', coordinates: largest })
  const [x, y] = polylabel(largest as [number, number][][], Math.max(e - w, n - s) / 200)
  return [x as number, y as number]
}

const boundsOf = (shape: Parameters<typeof bbox>[0]): Bounds => bbox(shape) as Bounds

/** The areas of an office as one outline; where the overlay fails, simply all of them together. */
export const dissolve = (areas: readonly Area[]): Polygon | MultiPolygon => {
  const shapes = areas.map((area) => featureOf<Polygon | MultiPolygon>(area.geometry))
  const first = shapes[0] as Feature<Polygon | MultiPolygon>
  if (shapes.length === 1) return first.geometry
  try {
    const one = union(featureCollection(shapes))
    if (one) return one.geometry
  } catch {
    // Broken outlines of a user's own file: drawn as they are.
  }
  return {
    type: 'MultiPolygon',
    coordinates: areas.flatMap(({ geometry }) => polygonsOf(geometry)),
  }
}

const siteColumns = ({ model, places }: Opened): SiteColumns => {
  const count = model.sites.length
  const columns: SiteColumns = {
    count,
    id: model.sites.map((site) => site.id),
    name: model.sites.map((site) => site.name),
    kind: new Uint8Array(count),
    area: new Int32Array(count),
    lon: new Float64Array(count),
    lat: new Float64Array(count),
    shapes: [],
  }
  model.sites.forEach((site, i) => {
    const spot = places.spots[i]
    columns.kind[i] = Math.max(0, spot?.kind ?? 0)
    columns.area[i] = spot?.placement.area ?? -1
    const [lon, lat] = placeOf(site.lon, site.lat, site.geometry)
    columns.lon[i] = lon
    columns.lat[i] = lat
    if (site.geometry !== null)
      columns.shapes.push({ type: 'Feature', geometry: site.geometry, properties: { index: i } })
  })
  return columns
}

/** Where the mark of a site stands: its own coordinates, else the middle of its line or the inside of its polygon. */
export const placeOf = (lon: number | null, lat: number | null, geometry: Path | Surface | null): LonLat => {
  if (lon !== null && lat !== null) return [lon, lat]
  if (geometry === null) return [Number.NaN, Number.NaN]
  if (isSurface(geometry)) return labelPoint(geometry)
  const line = linesOf(geometry)[0] ?? []
  const middle = line[Math.floor(line.length / 2)]
  return middle ? [middle[0] as number, middle[1] as number] : [Number.NaN, Number.NaN]
}

const issueColumns = ({ model, places, prepared }: Opened, sites: SiteColumns): IssueColumns => {
  const count = model.issues.length
  const columns: IssueColumns = {
    count,
    id: model.issues.map((issue) => issue.id),
    site: new Int32Array(count),
    area: new Int32Array(count),
    kind: new Int16Array(count),
    lon: new Float64Array(count),
    lat: new Float64Array(count),
  }
  model.issues.forEach((issue, i) => {
    const at = prepared.issueSpot[i] as number
    const spot = places.spots[at]
    columns.site[i] = spot?.of === 'site' ? spot.index : -1
    columns.kind[i] = spot?.kind ?? -1
    columns.area[i] = places.issues[i]?.area ?? -1
    const ofSite = spot?.of === 'site'
    columns.lon[i] = issue.lon ?? (ofSite ? (sites.lon[spot.index] as number) : Number.NaN)
    columns.lat[i] = issue.lat ?? (ofSite ? (sites.lat[spot.index] as number) : Number.NaN)
  })
  return columns
}

/**
 * @param base where photos of the package are fetched from, ending in a slash
 * @param own null for the package beside the page
 * @param edition see Overview
 */
export const overviewOf = (
  opened: Opened,
  base: string,
  own: Overview['own'] = null,
  edition = 0,
): Overview => {
  const { intake, model, standard, places, report } = opened
  const short = shortNames(model.areas.map(({ name }) => name))
  const areas: AreaInfo[] = model.areas.map((area, i) => ({
    code: area.code,
    name: area.name,
    shortName: short[i] as string,
    office: area.office,
    relocation: area.relocation,
    population: area.population,
    group: area.group,
    label: labelPoint(area.geometry),
    bounds: boundsOf(area.geometry),
  }))
  const officeNames = [...new Set(model.areas.flatMap((area) => area.office ?? []))]
  const officeShapes: FeatureCollection<Polygon | MultiPolygon, { name: string }> = featureCollection(
    officeNames.map((name) =>
      featureOf(dissolve(model.areas.filter((area) => area.office === name)), { name }),
    ),
  )
  const officeShort = shortNames(officeNames)
  const offices: OfficeInfo[] = officeNames.map((name, i) => ({
    name,
    shortName: officeShort[i] as string,
    bounds: boundsOf(officeShapes.features[i] as Feature),
    areas: model.areas.filter((area) => area.office === name).map((area) => area.code),
  }))
  const areaShapes = featureCollection(
    model.areas.map((area, index) => featureOf(area.geometry, { code: area.code, index })),
  )
  const sites = siteColumns(opened)
  const honours: HonourMark[] = model.honours.map((honour, i) => ({
    kind: honour.kind,
    name: honour.name,
    area: places.honours[i]?.area ?? -1,
    lon: honour.lon ?? Number.NaN,
    lat: honour.lat ?? Number.NaN,
    day: honour.day,
    count: honour.count,
    basis: honour.basis,
  }))
  const activities: ActivityMark[] = model.activities.map((activity, i) => ({
    kind: activity.kind,
    title: activity.title,
    area: places.activities[i]?.area ?? -1,
    lon: activity.lon ?? Number.NaN,
    lat: activity.lat ?? Number.NaN,
    day: activity.day,
    photo: activity.photo,
  }))
  return {
    edition,
    district: model.district,
    asOf: intake.asOf,
    firstDay: intake.firstDay,
    lastDay: intake.lastDay,
    standard,
    areas,
    offices,
    bounds: boundsOf(areaShapes),
    areaShapes,
    officeShapes,
    waterShapes: featureCollection(
      model.waters.map((water) => featureOf(water.geometry, { id: water.id, name: water.name })),
    ),
    basemap: intake.basemap,
    sites,
    issues: issueColumns(opened, sites),
    honours,
    activities,
    report,
    briefings: intake.briefings,
    base,
    own,
  }
}
