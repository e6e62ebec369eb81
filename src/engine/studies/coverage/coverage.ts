/** 排查覆盖: how much of the built-up land somebody was near in the window, where nobody was, and which places were visited. */

import type { Polygon } from 'geojson'
import type { Day } from '../../../model/day.ts'
import type { Bounds } from '../../../model/position.ts'
import { oncePer } from '../../../model/remembered.ts'
import { areasInScope, type Scope } from '../../../model/scope.ts'
import { blindSpots, coverOf } from '../../../placing/ground/coverage.ts'
import { cellsWithin, landRasterOf, type Seen, toDegrees } from '../../../placing/ground/raster.ts'
import { areasOf, type Spot } from '../../../placing/place.ts'
import { besideStreet } from '../../../placing/roads/streets.ts'
import type { FromPackage } from '../../answering.ts'
import { streetsOf } from '../../answers/streets.ts'
import { type Visited, visitedAt } from '../../answers/visited.ts'
import type { BlindSpot, Coverage, CoverageAnswers } from '../../contract/studies/coverage.ts'
import type { Opened } from '../../package/open.ts'
import { scoreIntervals } from './intervals.ts'

/** Smaller blind spots (m²) are summed up, not listed: a tenth of a hectare is no more than a yard. */
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

/** @param listed indices of the areas counted */
const kindsOf = (
  { places, standard }: Opened,
  { visited, waived }: Visited,
  listed: readonly number[],
): Coverage['kinds'] => {
  const at = new Map(listed.map((area, i) => [area, i]))
  const kinds = standard.kinds.map(({ id, label }) => ({
    id,
    label,
    areas: listed.map(() => ({ sites: 0, visited: 0 })),
  }))
  places.spots.forEach(({ of, kind, placement }, spot) => {
    const count = of === 'site' ? kinds[kind]?.areas[at.get(placement.area) ?? -1] : undefined
    if (count === undefined || waived.has(spot)) return
    count.sites++
    if (visited.has(spot)) count.visited++
  })
  return kinds.filter(({ areas }) => areas.some(({ sites }) => sites > 0))
}

const HECTARE = 10_000

export const coverageOf = (opened: Opened, t: Day, scope: Scope = null): Coverage => {
  const { model, standard, places } = opened
  const listed = areasInScope(scope, model.areas)
  const inScope = new Set(listed)
  const ground = groundFor(opened)
  const streets = streetsOf(opened)
  const counted = visitedAt(opened, t)
  const looked = [...counted.visited].map((at) => places.spots[at] as Spot).filter(({ of }) => of !== 'area')
  const seen = looked.flatMap((spot) => seenAt(opened, spot) ?? [])
  // A visit near a border covers land beyond it as well: coverage is counted for the district, and reported for the
  // scope.
  const within = cellsWithin(ground.grid, seen, standard.radius)
  const own =
    scope === null
      ? looked
      : looked.filter(({ placement }) => areasOf(placement).some((area) => inScope.has(area)))
  const cover = coverOf(ground, within, model.areas.length)
  const small = model.areas.map(() => ({ count: 0, hectares: 0 }))
  const blind = blindSpots(ground, within).flatMap((spot): BlindSpot[] => {
    if (!inScope.has(spot.area)) return []
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
    visited: own.length,
    placeless: own.filter((spot) => seenAt(opened, spot) === null).length,
    areas: listed.map((i) => {
      const { land, covered } = cover[i] ?? { land: 0, covered: 0 }
      return {
        code: model.areas[i]?.code ?? '',
        land: land / HECTARE,
        covered: covered / HECTARE,
        share: land > 0 ? covered / land : null,
      }
    }),
    blind,
    small: listed.map((i) => small[i] as (typeof small)[number]),
    kinds: kindsOf(opened, counted, listed),
  }
}

export const coverageAnswers: FromPackage<CoverageAnswers> = {
  coverage: coverageOf,
  intervals: scoreIntervals,
}
