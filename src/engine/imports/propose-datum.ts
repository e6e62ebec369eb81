/** In which coordinate system an incoming sheet or layer is, as far as its places tell. */
import { centroid } from '@turf/turf'
import type { Feature, Geometry } from 'geojson'
import { placeIn, positionsOf } from '../../intake/clean-row.ts'
import { datumOfCrs } from '../../intake/coordinates/crs.ts'
import { membersOf } from '../../intake/features.ts'
import { familyOf } from '../../intake/layer-family.ts'
import { datumFit } from '../../placing/fit.ts'
import { areaIndexIn, type Context, lookupsIn } from './context.ts'
import { positionsIn } from './geometry-datum.ts'
import { type Item, isTable, tellsPlaces } from './item.ts'

/** Rows looked at: the first of a long file. */
const LOOKED_AT = 20_000

type Place = { x: number; y: number; declared: number }

const indexByCode = ({ areas }: Context): Map<string, number> =>
  new Map(areas.map(({ code }, i) => [code, i]))

const placesOfRows = (item: Item, context: Context): Place[] => {
  if (item.body.type === 'file') return []
  const at = positionsOf(item.mapping)
  const codes = indexByCode(context)
  const { area } = lookupsIn(context, false)
  const places: Place[] = []
  let looked = 0
  for (const { cells } of item.body.sheet.rows()) {
    if (++looked > LOOKED_AT) break
    const place = placeIn(cells, at)
    if (place === null) continue
    const declared = area((cells[at.get('areaCode') ?? -1] ?? '').trim())
    places.push({
      ...place,
      declared: (typeof declared === 'string' ? codes.get(declared) : undefined) ?? -1,
    })
  }
  return places
}

/** The middle of a surface is far from its border, which a shift of some hundred metres would carry across. */
const middleOf = (geometry: unknown): { x: number; y: number } | null => {
  try {
    const [x, y] = centroid({ type: 'Feature', properties: {}, geometry: geometry as Geometry } as Feature)
      .geometry.coordinates
    return Number.isFinite(x) && Number.isFinite(y) ? { x: x as number, y: y as number } : null
  } catch {
    return null
  }
}

const placesOfShapes = (features: readonly unknown[]): Place[] => {
  const surfaces = familyOf(features) === 'surface'
  return features.flatMap((feature): Place[] => {
    const { geometry } = membersOf(feature)
    if (!surfaces) return [...positionsIn(geometry)].map(([x, y]) => ({ x, y, declared: -1 }))
    const middle = middleOf(geometry)
    return middle === null ? [] : [{ ...middle, declared: -1 }]
  })
}

/** What is proposed, with its evidence; null where the item tells no place. */
export const proposeDatum = (item: Item, context: Context): Item['datum'] => {
  const { body } = item
  if (body.type === 'file' || (isTable(item) && !tellsPlaces(item))) return null
  const hint = body.type === 'layer' ? datumOfCrs(body.layer.crs) : null
  const places =
    body.type === 'layer' && !isTable(item)
      ? placesOfShapes(body.layer.features)
      : placesOfRows(item, context)
  if (places.length === 0) return null
  const fit = datumFit(areaIndexIn(context), places, hint)
  return { ...fit, chosen: fit.proposed }
}
