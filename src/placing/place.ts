/**
 * Puts every record of the model into its area, by the rules of the product (own coordinates, then its site's place,
 * then its declared area), and tells what does not fit.
 */
import { inModel, inStandard } from '../model/by-id.ts'
import { isPath } from '../model/geometry.ts'
import type { Activity, Area, Honour, Issue, Model, Path, Site, Surface } from '../model/records.ts'
import { oncePer } from '../model/remembered.ts'
import type { Notice } from '../model/report.ts'
import type { Standard } from '../model/standard.ts'
import { type AreaIndex, indexAreas } from './areas.ts'
import { lineShares, type Share } from './shares/line.ts'
import { surfaceShares } from './shares/surface.ts'

/** How a record came to its area. */
export type Rule = 'inside' | 'border-declared' | 'border-lowest' | 'near' | 'site' | 'declared' | 'outside'

export interface Placement {
  rule: Rule
  /** index of the area (of the largest share, ties by lowest code), -1 outside */
  area: number
  /** the shares that are scored: one area with share 1 for a point */
  shares: Share[]
  /** shares under the standard's `minShare`: listed, never scored */
  small: Share[]
}

/** The areas (indices) that something lies in, its own among them whatever its share; -1 outside; none of nothing. */
export const areasOf = (placement: Placement | undefined): number[] =>
  placement === undefined ? [] : [placement.area, ...placement.shares.map(({ area }) => area)]

/** The area (index) of each of some placements, −1 outside, as a column: what goes through all of them on every day. */
export const areaColumn = oncePer((placements: readonly Placement[]) =>
  Int32Array.from(placements, ({ area }) => area),
)

/**
 * Something a check or a problem can be at: a row of sites.csv, an 居委会 (id = its code) or a water body. `kind` is an
 * index into the standard's kinds, -1 where the standard has no kind for it.
 */
export interface Spot {
  id: string
  of: 'site' | 'area' | 'water'
  /** index in the model's list of that sort */
  index: number
  kind: number
  name: string
  placement: Placement
}

export interface Places {
  index: AreaIndex
  /** sites first, in their order, then areas, then waters */
  spots: Spot[]
  /** id → index into spots; the first of equal ids */
  spotOf: Map<string, number>
  /** code of an area → index into spots, whatever else bears that id */
  spotOfArea: Map<string, number>
  /** id of a water body → index into spots, whatever else bears that id */
  spotOfWater: Map<string, number>
  issues: Placement[]
  honours: Placement[]
  activities: Placement[]
  flagged: Notice[]
}

const OUTSIDE: Placement = { rule: 'outside', area: -1, shares: [], small: [] }

const single = (rule: Rule, area: number): Placement => ({
  rule,
  area,
  shares: [{ area, share: 1 }],
  small: [],
})

/** Shares closer than this are equal. */
const EVEN = 1e-9

/** Where a point (degrees) belongs; `declared` is an index of an area or -1. */
export const placePoint = (
  index: AreaIndex,
  lon: number,
  lat: number,
  declared: number,
  tolerance: number,
): Placement => {
  const at = index.areasAt(lon, lat)
  const first = at[0]
  if (first === undefined) {
    const near = index.nearest(lon, lat, tolerance)
    return near === null ? OUTSIDE : single('near', near.area)
  }
  if (at.length === 1) return single('inside', first)
  return at.includes(declared) ? single('border-declared', declared) : single('border-lowest', first)
}

/** Where a line or polygon belongs. */
export const placeShape = (index: AreaIndex, shape: Path | Surface, minShare: number): Placement => {
  const all = isPath(shape) ? lineShares(shape, index) : surfaceShares(shape, index)
  let main: Share | null = null
  for (const share of all) {
    const ahead = main === null ? 1 : share.share - main.share
    const lower = main !== null && code(index, share.area) < code(index, main.area)
    if (ahead > EVEN || (ahead >= -EVEN && lower)) main = share
  }
  if (main === null) return OUTSIDE
  // A share that is the limit on paper (0.05) may come out slightly under it.
  const enough = (share: Share) => share.share >= minShare - 1e-12
  return { rule: 'inside', area: main.area, shares: all.filter(enough), small: all.filter((s) => !enough(s)) }
}

/** Whether some part of it lies in the area. */
const holds = (placement: Placement, area: number): boolean =>
  [...placement.shares, ...placement.small].some((share) => share.area === area)

const code = (index: AreaIndex, area: number): string => (index.areas[area] as Area).code

/** Places the whole model. Pure; the notices say what was placed with a doubt. */
export const placeModel = (model: Model, standard: Standard): Places => {
  const index = indexAreas(model.areas)
  const { areas: areaOf } = inModel(model)
  const { kinds: kindOf } = inStandard(standard)
  const entityKind = (entity: 'area' | 'water') => standard.kinds.findIndex((kind) => kind.entity === entity)
  const flagged: Notice[] = []
  const nameOf = (area: number) => (model.areas[area] as Area).name

  const declaredOf = (record: { areaCode: string | null }) =>
    record.areaCode === null ? -1 : (areaOf.get(record.areaCode) ?? -1)

  /** Tells of a doubt about a record that was placed by its own place. */
  const tell = (file: string, line: number, placement: Placement, declared: number, at: string) => {
    if (placement.rule === 'outside')
      flagged.push({
        file,
        line,
        field: '经度/纬度',
        value: at,
        reason: '位置在所有居委会之外，已列出但不计分，请核对坐标',
      })
    if (placement.rule === 'near')
      flagged.push({
        file,
        line,
        field: '经度/纬度',
        value: at,
        reason: `位置在边界外 ${standard.tolerance} 米以内，按最近的${nameOf(placement.area)}计`,
      })
    if (placement.area < 0 || declared < 0) return
    if (!holds(placement, declared))
      flagged.push({
        file,
        line,
        field: '居委会',
        value: nameOf(declared),
        reason: `所填居委会与坐标不符：坐标在${nameOf(placement.area)}，按坐标计`,
      })
  }

  const own = (file: string, record: Site | Issue | Honour | Activity): Placement | null => {
    const declared = declaredOf(record)
    const geometry = 'geometry' in record ? record.geometry : null
    if (geometry !== null) {
      const placement = placeShape(index, geometry, standard.minShare)
      tell(file, record.line, placement, declared, '线/面')
      return placement
    }
    if (record.lon === null || record.lat === null) return null
    const placement = placePoint(index, record.lon, record.lat, declared, standard.tolerance)
    tell(file, record.line, placement, declared, `${record.lon}, ${record.lat}`)
    return placement
  }

  const declaredPlacement = (file: string, record: { areaCode: string | null; line: number }): Placement => {
    const declared = declaredOf(record)
    if (declared >= 0) return single('declared', declared)
    flagged.push({
      file,
      line: record.line,
      field: '居委会',
      value: record.areaCode ?? '',
      reason: '没有坐标，也没有可用的居委会，无法落到任何居委会，不计分',
    })
    return OUTSIDE
  }

  const spots: Spot[] = model.sites.map((site, i) => ({
    id: site.id,
    of: 'site',
    index: i,
    kind: kindOf.get(site.kind) ?? -1,
    name: site.name,
    placement: own('sites.csv', site) ?? declaredPlacement('sites.csv', site),
  }))
  const areaKind = entityKind('area')
  model.areas.forEach((area, i) => {
    spots.push({
      id: area.code,
      of: 'area',
      index: i,
      kind: areaKind,
      name: area.name,
      placement: single('inside', i),
    })
  })
  const waterKind = entityKind('water')
  model.waters.forEach((water, i) => {
    const placement = placeShape(index, water.geometry, standard.minShare)
    tell('waters.geojson', water.line, placement, -1, water.name)
    spots.push({ id: water.id, of: 'water', index: i, kind: waterKind, name: water.name, placement })
  })
  const spotOf = new Map<string, number>()
  const spotOfArea = new Map<string, number>()
  const spotOfWater = new Map<string, number>()
  spots.forEach((spot, i) => {
    if (!spotOf.has(spot.id)) spotOf.set(spot.id, i)
    if (spot.of === 'area') spotOfArea.set(spot.id, i)
    if (spot.of === 'water') spotOfWater.set(spot.id, i)
  })

  /** Whether a site has no place at all: neither a shape nor coordinates nor a declared area. */
  const isNowhere = ({ of, index: at, placement }: Spot): boolean => {
    const site = of === 'site' ? model.sites[at] : undefined
    return placement.rule === 'outside' && site !== undefined && site.geometry === null && site.lon === null
  }

  /** By the place of its site; null where it has no site, or one that is nowhere itself. */
  const bySite = (issue: Issue): Placement | null => {
    const spot = issue.siteId === null ? undefined : spots[spotOf.get(issue.siteId) ?? -1]
    if (spot === undefined || isNowhere(spot)) return null
    const tellOf = (field: string, value: string, reason: string) =>
      flagged.push({ file: 'issues.csv', line: issue.line, field, value, reason })
    if (spot.placement.rule === 'outside') {
      tellOf('点位编号', spot.id, '点位在所有居委会之外，问题已列出但不计分')
      return OUTSIDE
    }
    const declared = declaredOf(issue)
    if (declared >= 0 && !holds(spot.placement, declared))
      tellOf(
        '居委会',
        nameOf(declared),
        `所填居委会与点位不符：点位在${nameOf(spot.placement.area)}，按点位计`,
      )
    return { ...spot.placement, rule: 'site' }
  }

  return {
    index,
    spots,
    spotOf,
    spotOfArea,
    spotOfWater,
    issues: model.issues.map(
      (issue) => own('issues.csv', issue) ?? bySite(issue) ?? declaredPlacement('issues.csv', issue),
    ),
    honours: model.honours.map(
      (honour) => own('honours.csv', honour) ?? declaredPlacement('honours.csv', honour),
    ),
    activities: model.activities.map(
      (activity) => own('activities.csv', activity) ?? declaredPlacement('activities.csv', activity),
    ),
    flagged,
  }
}
