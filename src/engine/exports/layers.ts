/**
 * The layers of the map as GeoJSON. Properties stand under the Chinese names the package uses, so that a layer is read
 * back as what it was; figures of the day stand beside them.
 */

import type { Feature, FeatureCollection, Geometry, Position } from 'geojson'
import { fromWGS84 } from '../../intake/coordinates/convert.ts'
import { zoneOfDatum } from '../../intake/coordinates/zones.ts'
import { FROM_SITE, PLACE_FROM } from '../../intake/tables/extras.ts'
import { inStandard } from '../../model/by-id.ts'
import type { Datum } from '../../model/datum.ts'
import { type Day, formatDay } from '../../model/day.ts'
import { PERSONAL_HONOURS } from '../../model/records.ts'
import { areasInScope, type Scope } from '../../model/scope.ts'
import { openOf } from '../../model/state.ts'
import { areasOf } from '../../placing/place.ts'
import { boardOf } from '../answers/board.ts'
import { issueLine } from '../answers/issues.ts'
import { areaWords } from '../answers/words.ts'
import type { ExportWhat } from '../contract/data.ts'
import type { Opened } from '../package/open.ts'
import { issueProperties } from './issues.ts'
import { rankHeading } from './ranking.ts'
import { type Properties, propertiesWithoutPeople } from './without-people.ts'

export type LayerName = Extract<ExportWhat, { type: 'layers' }>['layers'][number]

/** A feature collection that says which coordinate system it is in (RFC 7946 knows WGS84 only and no member for it). */
export interface LayerFile {
  /** what the layer is called: in Chinese, so that a folder of them is not taken for a package */
  name: string
  collection: FeatureCollection<Geometry | null, Properties> & { name: string; coordinateSystem: string }
}

type LayerFeature = Feature<Geometry | null, Properties>

const feature = (geometry: Geometry | null, properties: Properties): LayerFeature => ({
  type: 'Feature',
  properties,
  geometry,
})

const pointAt = (lon: number | null, lat: number | null): Geometry | null =>
  lon === null || lat === null || Number.isNaN(lon) || Number.isNaN(lat)
    ? null
    : { type: 'Point', coordinates: [lon, lat] }

const rounded = (value: number | null, decimals = 2): number | null =>
  value === null || Number.isNaN(value) ? null : Number(value.toFixed(decimals))

/** Whether something that lies in these areas (indices) is asked for. */
type IsHere = (areas: readonly number[]) => boolean

const areaFeatures = (opened: Opened, t: Day, isHere: IsHere, of: Scope): LayerFeature[] => {
  const { areas } = boardOf(opened, t, null)
  return opened.model.areas.flatMap((area, i) => {
    if (!isHere([i])) return []
    const figures = areas[i] as (typeof areas)[number]
    return feature(area.geometry, {
      代码: area.code,
      名称: area.name,
      办事处: area.office,
      待拆迁: area.relocation ? '是' : '否',
      人口: area.population,
      分组: area.group,
      [rankHeading(of)]: figures.rank,
      得分: rounded(figures.score),
      等级: figures.grade,
      暂估分: figures.score === null ? rounded(figures.provisional) : null,
      脏: rounded(figures.themes.脏),
      乱: rounded(figures.themes.乱),
      差: rounded(figures.themes.差),
      已查分值: rounded(figures.weightCoverage, 4),
      未销号: openOf(figures),
      逾期: figures.states.逾期,
    })
  })
}

const siteFeatures = (opened: Opened, t: Day, isHere: IsHere): LayerFeature[] => {
  const { model, places, standard } = opened
  const { sites } = boardOf(opened, t, null)
  return model.sites.flatMap((site, i) => {
    if (!isHere(areasOf(places.spots[i]?.placement))) return []
    const { areaName, office } = areaWords(opened, places.spots[i]?.placement.area ?? -1)
    const visit = sites.lastVisit[i] ?? Number.NaN
    return feature(site.geometry ?? pointAt(site.lon, site.lat), {
      编号: site.id,
      类别: standard.kinds[inStandard(standard).kinds.get(site.kind) ?? -1]?.label ?? site.kind,
      名称: site.name,
      居委会: site.areaCode,
      责任单位: site.responsible,
      状态: site.status,
      当前状态: sites.status[i] ?? null,
      居委会名称: areaName,
      办事处: office,
      得分率: rounded(sites.rate[i] ?? null, 4),
      未销号: sites.open[i] ?? 0,
      逾期: sites.overdue[i] ?? 0,
      最近检查: Number.isNaN(visit) ? null : formatDay(visit),
    })
  })
}

/** What a problem that has no place of its own is drawn at: 坐标来源 says so. */
const issueFeatures = (opened: Opened, t: Day, isHere: IsHere): LayerFeature[] =>
  opened.model.issues.flatMap((issue, i) => {
    const line = issueLine(opened, i, t)
    if (line === null || !isHere([opened.places.issues[i]?.area ?? -1])) return []
    const own = issue.lon !== null && issue.lat !== null
    const geometry = pointAt(line.lon, line.lat)
    const from = geometry === null ? null : own ? '问题' : FROM_SITE
    return [feature(geometry, { ...issueProperties(opened, line), [PLACE_FROM]: from })]
  })

const waterFeatures = (opened: Opened, t: Day, isHere: IsHere): LayerFeature[] => {
  const grades = opened.scores(t).waters
  const { spots, spotOfWater } = opened.places
  return opened.model.waters.flatMap((water, i) => {
    if (!isHere(areasOf(spots[spotOfWater.get(water.id) ?? -1]?.placement))) return []
    return feature(water.geometry, {
      编号: water.id,
      名称: water.name,
      责任单位: water.responsible,
      水质: grades[i]?.grade ?? null,
      判定: grades[i]?.rule || null,
    })
  })
}

/** People have no name and no place here, whatever the package says. */
const honourFeatures = (opened: Opened, t: Day, isHere: IsHere): LayerFeature[] =>
  opened.model.honours.flatMap((honour, i) => {
    if (honour.day !== null && honour.day > t) return []
    if (!isHere([opened.places.honours[i]?.area ?? -1])) return []
    const personal = PERSONAL_HONOURS.some((kind) => honour.kind.includes(kind))
    const { areaName, office } = areaWords(opened, opened.places.honours[i]?.area ?? -1)
    return [
      feature(personal ? null : pointAt(honour.lon, honour.lat), {
        评选类别: honour.kind,
        名称: personal ? null : honour.name,
        居委会: honour.areaCode,
        日期: honour.day === null ? null : formatDay(honour.day),
        数量: honour.count,
        依据: honour.basis,
        居委会名称: areaName,
        办事处: office,
      }),
    ]
  })

const LAYERS: Readonly<
  Record<
    LayerName,
    { name: string; features: (opened: Opened, t: Day, isHere: IsHere, of: Scope) => LayerFeature[] }
  >
> = {
  areas: { name: '居委会', features: areaFeatures },
  waters: { name: '水体', features: waterFeatures },
  sites: { name: '点位', features: siteFeatures },
  issues: { name: '问题', features: issueFeatures },
  honours: { name: '荣誉', features: honourFeatures },
}

/** How GIS programs call it: the code of a Gauss-Krüger zone whose eastings begin with its number. */
const systemName = (datum: Datum): string => {
  const zone = zoneOfDatum(datum)
  if (zone === null) return datum
  return `EPSG:${zone.number < 25 ? 4491 + zone.number - 13 : 4513 + zone.number - 25}`
}

const inDatum = (geometry: Geometry | null, datum: Datum): Geometry | null => {
  if (geometry === null || datum === 'WGS84') return geometry
  const moved = (value: unknown): unknown =>
    Array.isArray(value) && typeof value[0] === 'number'
      ? fromWGS84(datum, value[0], (value as Position)[1] as number)
      : Array.isArray(value)
        ? value.map(moved)
        : value
  if (geometry.type === 'GeometryCollection') return geometry
  return { ...geometry, coordinates: moved(geometry.coordinates) } as Geometry
}

/** One file a layer, as the day `t` shows it. @param of what lies there, wholly or in part */
export const layerFiles = (
  opened: Opened,
  t: Day,
  layers: readonly LayerName[],
  datum: Datum,
  of: Scope = null,
): LayerFile[] => {
  const listed = new Set(areasInScope(of, opened.model.areas))
  const isHere: IsHere = (areas) => of === null || areas.some((area) => listed.has(area))
  return [...new Set(layers)].map((layer) => {
    const { name, features } = LAYERS[layer]
    return {
      name,
      collection: {
        type: 'FeatureCollection',
        name,
        coordinateSystem: systemName(datum),
        features: features(opened, t, isHere, of).map((f) => ({
          ...f,
          properties: propertiesWithoutPeople(f.properties),
          geometry: inDatum(f.geometry, datum),
        })),
      },
    }
  })
}
