/** In which coordinate system an incoming sheet or layer is, as far as its places tell. */

import { membersOf } from '../../intake/boundaries/features.ts'
import { placeIn, positionsOf } from '../../intake/cleaning/clean-row.ts'
import { PAIR } from '../../intake/contract-fields.ts'
import { datumOfCrs } from '../../intake/coordinates/crs.ts'
import { MOST_SHAPES } from '../../intake/limits.ts'
import type { Pace } from '../../intake/pace.ts'
import { isOwnLedger } from '../../intake/tables/extras.ts'
import type { Datum } from '../../model/datum.ts'
import { boundaryFit } from '../../placing/datum/boundary.ts'
import type { DatumFit } from '../../placing/datum/choice.ts'
import { datumFit } from '../../placing/datum/table.ts'
import { areaIndexIn, type Context, lookupsIn } from './context.ts'
import { positionsIn } from './geometry-datum.ts'
import { isTable, type TrayItem, tellsPlaces } from './item.ts'

/** Whether a layer has the members of DataV’s outlines of provinces, cities and counties. */
export const isDataV = (headings: readonly string[]): boolean =>
  headings.includes('adcode') &&
  ['childrenNum', 'acroutes', 'subFeatureIndex'].some((name) => headings.includes(name))

/** Rows looked at: the first of a long file. */
const LOOKED_AT = 20_000

type Place = { x: number; y: number; declared: number }

const indexByCode = ({ areas }: Context): Map<string, number> =>
  new Map(areas.map(({ code }, i) => [code, i]))

const placesOfRows = async (item: TrayItem, context: Context, pace: Pace): Promise<Place[]> => {
  if (item.body.type === 'file') return []
  const at = positionsOf(item.mapping)
  const codes = indexByCode(context)
  const { area } = lookupsIn(context, false)
  // A station is sampled every week: its place counts as evidence once, not fifty times.
  const places = new Map<string, Place>()
  let looked = 0
  for (const row of item.body.sheet.walk()) {
    if (pace.isDue()) await pace.rest(looked, LOOKED_AT, item.name)
    if (row === null) continue
    const { cells } = row
    if (++looked > LOOKED_AT) break
    const place = placeIn(cells, at)
    if (place === null) continue
    const declared = area((cells[at.get('areaCode') ?? -1] ?? '').trim())
    const index = (typeof declared === 'string' ? codes.get(declared) : undefined) ?? -1
    places.set(`${place.x} ${place.y} ${index}`, { ...place, declared: index })
  }
  return [...places.values()]
}

/** Of each of many shapes so many positions are enough. */
const OF_ONE_SHAPE = 1000

const placesOfShapes = (features: readonly unknown[]): Place[] => {
  const places: Place[] = []
  const step = Math.ceil(features.length / LOOKED_AT)
  for (let i = 0; i < features.length && places.length < LOOKED_AT; i += step) {
    let own = 0
    for (const [x, y] of positionsIn(membersOf(features[i]).geometry)) {
      places.push({ x, y, declared: -1 })
      if (++own === OF_ONE_SHAPE) break
    }
  }
  return places
}

/** Boundaries are held against the places that are known. */
const boundaryDatum = (
  item: TrayItem,
  features: readonly unknown[],
  hint: Datum | null,
  context: Context,
): DatumFit => {
  const names = item.headings
  const told = (feature: unknown, field: string): string => {
    const value = membersOf(membersOf(feature).properties)[names[item.mapping.indexOf(field)] ?? '']
    return value === undefined || value === null ? '' : String(value).trim()
  }
  const { area } = lookupsIn(context, false)
  const byCode = new Map<string, number>()
  features.forEach((feature, i) => {
    for (const word of [told(feature, 'code'), told(feature, 'name')]) {
      const found = word === '' ? '' : area(word)
      if (typeof found === 'string' && found !== '' && !byCode.has(found)) byCode.set(found, i)
    }
  })
  const sites = context.sites.flatMap(({ lon, lat, areaCode }) =>
    lon === null || lat === null ? [] : [{ lon, lat, declared: byCode.get(areaCode ?? '') ?? -1 }],
  )
  return boundaryFit(
    features.map((feature) => membersOf(feature).geometry),
    sites,
    hint,
  )
}

/** Whose coordinates a heading says they are. */
const SAID: readonly (readonly [RegExp, Datum])[] = [
  [/高德|腾讯|gcj-?_?02|火星/i, 'GCJ-02'],
  [/百度|bd-?_?09/i, 'BD-09'],
  [/gps|wgs-?_?84|cgcs|天地图/i, 'WGS84'],
]

/** DataV hands out AMap’s outlines, whose members tell them. */
const datumOfSource = ({ headings }: TrayItem): Datum | null => (isDataV(headings) ? 'GCJ-02' : null)

const datumOfHeadings = ({ headings, mapping }: TrayItem): Datum | null => {
  const named = headings.filter((_, i) => ['lon', 'lat', PAIR].includes(mapping[i] ?? ''))
  return SAID.find(([pattern]) => named.some((heading) => pattern.test(heading)))?.[1] ?? null
}

/** What is proposed, with its evidence; null where the item tells no place. */
const proposeDatum = async (item: TrayItem, context: Context, pace: Pace): Promise<DatumFit | null> => {
  const { body } = item
  if (body.type === 'file' || (isTable(item) && !tellsPlaces(item))) return null
  const hint =
    body.type === 'layer' ? (datumOfCrs(body.layer.crs) ?? datumOfSource(item)) : datumOfHeadings(item)
  if (body.type === 'layer' && item.table === 'areas.geojson')
    // A file of more is refused, which needs no coordinate system.
    return boundaryDatum(item, body.layer.features.slice(0, MOST_SHAPES), hint, context)
  const places =
    body.type === 'layer' && !isTable(item)
      ? placesOfShapes(body.layer.features)
      : await placesOfRows(item, context, pace)
  if (places.length === 0) return null
  const fit = datumFit(areaIndexIn(context), places, hint)
  // What we wrote ourselves is known, however few its rows and wherever they lie.
  if (item.table === 'issues.csv' && body.type !== 'layer' && isOwnLedger(item.headings))
    return { ...fit, proposed: 'WGS84', sentence: '由本系统导出的台账，坐标是 WGS84' }
  return fit
}

/** Settles in which coordinate system an item is taken to be, unless that was done against these very areas. */
export const settleDatum = async (item: TrayItem, context: Context, pace: Pace): Promise<void> => {
  if (item.datumIn !== context.version) {
    const fit = await proposeDatum(item, context, pace)
    item.datumIn = context.version
    item.datum = fit === null ? null : { ...fit, chosen: fit.proposed }
  }
  if (item.datum !== null) item.datum = { ...item.datum, chosen: item.datumByHand ?? item.datum.proposed }
}
