/** 排查覆盖: how much of the built-up land somebody was near in the window, where nobody was, and which places were visited. */

import type { Polygon } from 'geojson'
import type { Day } from '../../../model/day.ts'
import type { Bounds } from '../../../model/position.ts'
import { oncePer } from '../../../model/remembered.ts'
import { blindSpots, coveredOutlines, coverOf } from '../../../placing/ground/coverage.ts'
import { cellsWithin, landRasterOf, type Seen, toDegrees } from '../../../placing/ground/raster.ts'
import type { Spot } from '../../../placing/place.ts'
import { besideStreet } from '../../../placing/roads/streets.ts'
import type { FromPackage } from '../../answering.ts'
import { streetsOf } from '../../answers/streets.ts'
import { type Visited, visitedAt } from '../../answers/visited.ts'
import type { BlindSpot, Coverage, CoverageAnswers } from '../../contract/studies/coverage.ts'
import type { Opened } from '../../package/open.ts'
import { scoreIntervals } from './intervals.ts'

/** Smaller blind spots (m²) are told together: a tenth of a hectare is a yard at the edge of somebody's round. */
const LEAST = 1000

/** The ground does not depend on the day: kept with the package. */
const groundFor = oncePer(({ model, intake }: Opened) => landRasterOf(model.areas, intake.basemap))

/** Where a visitor of a spot was; null where it has no place. An 居委会 as a whole is nowhere in particular. */
const seenAt = ({ model }: Opened, spot: Spot): Seen | null => {
  if (spot.of === 'water') return model.waters[spot.index]?.geometry ?? null
  const site = spot.of === 'site' ? model.sites[spot.index] : undefined
  if (site === undefined) return null
  if (site.geometry !== null) return site.geometry
  return site.lon === null || site.lat === null ? null : { lon: site.lon, lat: site.lat }
}

const boundsOf = ({ coordinates }: Polygon): Bounds => {
  const [xs, ys] = [0, 1].map((k) => (coordinates[0] ?? []).map((at) => at[k] as number)) as [
    number[],
    number[],
  ]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

const kindsOf = ({ model, places, standard }: Opened, { visited, waived }: Visited): Coverage['kinds'] => {
  const kinds = standard.kinds.map(({ id, label }) => ({
    id,
    label,
    areas: model.areas.map(() => ({ sites: 0, visited: 0 })),
  }))
  places.spots.forEach(({ of, kind, placement }, at) => {
    const count = of === 'site' ? kinds[kind]?.areas[placement.area] : undefined
    if (count === undefined || waived.has(at)) return
    count.sites++
    if (visited.has(at)) count.visited++
  })
  return kinds.filter(({ areas }) => areas.some(({ sites }) => sites > 0))
}

const HECTARE = 10_000

export const coverageOf = (opened: Opened, t: Day): Coverage => {
  const { model, standard, places } = opened
  const ground = groundFor(opened)
  const streets = streetsOf(opened)
  const counted = visitedAt(opened, t)
  const looked = [...counted.visited].map((at) => places.spots[at] as Spot).filter(({ of }) => of !== 'area')
  const seen = looked.flatMap((spot) => seenAt(opened, spot) ?? [])
  const within = cellsWithin(ground.grid, seen, standard.radius)
  const small = model.areas.map(() => ({ count: 0, hectares: 0 }))
  const blind = blindSpots(ground, within).flatMap((spot): BlindSpot[] => {
    const area = model.areas[spot.area] as (typeof model.areas)[number]
    const hectares = spot.size / HECTARE
    if (spot.size < LEAST) {
      const rest = small[spot.area] as (typeof small)[number]
      rest.count++
      rest.hectares += hectares
      return []
    }
    const outline = spot.outline()
    const at = toDegrees(ground.grid, ...spot.at)
    return [
      {
        street: besideStreet(streets, ...at),
        areaCode: area.code,
        areaName: area.name,
        office: area.office,
        hectares,
        at,
        bounds: boundsOf(outline),
        outline,
      },
    ]
  })
  return {
    asOf: t,
    radius: standard.radius,
    window: standard.window,
    cell: ground.grid.cell,
    whole: ground.whole,
    visited: looked.length,
    placeless: looked.length - seen.length,
    areas: coverOf(ground, within, model.areas.length).map(({ land, covered }, i) => ({
      code: model.areas[i]?.code ?? '',
      land: land / HECTARE,
      covered: covered / HECTARE,
      share: land > 0 ? covered / land : null,
    })),
    blind,
    small,
    covered: coveredOutlines(ground, within, LEAST),
    kinds: kindsOf(opened, counted),
  }
}

export const coverageAnswers: FromPackage<CoverageAnswers> = {
  coverage: coverageOf,
  intervals: scoreIntervals,
}
