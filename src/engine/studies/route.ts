/** 督导路线: the places most worth going to, in an order that makes the way short, with what to look at in each. */

import type { Position } from 'geojson'
import type { Day } from '../../model/day.ts'
import { linesOf } from '../../model/geometry.ts'
import type { LonLat } from '../../model/position.ts'
import { oncePer } from '../../model/remembered.ts'
import { isInScope } from '../../model/scope.ts'
import { buildRoads, type RoadGraph } from '../../placing/roads/graph.ts'
import { legsBetween } from '../../placing/roads/legs.ts'
import { openTour } from '../../placing/roads/tour.ts'
import { type Urgency, urgencies } from '../../scoring/inspections/urgency.ts'
import { isFailing } from '../../scoring/rows/grade.ts'
import type { FromPackage } from '../answering.ts'
import { siteCard, waterCard } from '../answers/cards.ts'
import { issueLine } from '../answers/issues.ts'
import { dissolve, labelPoint, placeOf } from '../answers/overview.ts'
import { areaWords } from '../answers/words.ts'
import type { Ref } from '../contract/cards.ts'
import type { Route, RouteAnswers, RouteQuery, RouteStop } from '../contract/studies/route.ts'
import type { Opened } from '../package/open.ts'

/** The most stops of a route. */
export const MOST_STOPS = 30

/** The roads of the basemap (classes `road…`), made when first asked for. */
const roadsOf = oncePer(({ intake }: Opened): RoadGraph | null => {
  const lines = (intake.basemap?.features ?? []).flatMap(({ properties, geometry }): Position[][] => {
    return String(properties?.class ?? '').startsWith('road') ? linesOf(geometry) : []
  })
  return buildRoads(lines)
})

interface Candidate {
  key: string
  ref: Ref
  urgency: Urgency
  area: number
  kind: string | null
  at: LonLat
}

const candidateOf = (opened: Opened, urgency: Urgency): Candidate | null => {
  const { model, places, standard } = opened
  const issue = model.issues[urgency.issue]
  if (issue !== undefined) {
    const at: LonLat = [issue.lon ?? Number.NaN, issue.lat ?? Number.NaN]
    const area = places.issues[urgency.issue]?.area ?? -1
    return { key: `issue:${issue.id}`, ref: { type: 'issue', id: issue.id }, urgency, area, kind: null, at }
  }
  const spot = places.spots[urgency.spot]
  if (spot === undefined || spot.of === 'area') return null
  const record = spot.of === 'site' ? model.sites[spot.index] : undefined
  const at = placeOf(
    record?.lon ?? null,
    record?.lat ?? null,
    (record ?? model.waters[spot.index])?.geometry ?? null,
  )
  const kind = standard.kinds[spot.kind]?.id ?? null
  const ref: Ref = { type: spot.of, id: spot.id }
  return { key: `${spot.of}:${spot.id}`, ref, urgency, area: spot.placement.area, kind, at }
}

/** Places that can be gone to: on the map, in some area. */
const candidatesOf = (opened: Opened, t: Day): Candidate[] =>
  urgencies(opened.prepared, opened.scores(t).counted, t).flatMap((urgency) => {
    const found = candidateOf(opened, urgency)
    return found !== null && found.area >= 0 && found.at.every(Number.isFinite) ? [found] : []
  })

/** The pinned ones, and the most urgent of those that pass the filters. */
const choose = (opened: Opened, query: RouteQuery): { chosen: Candidate[]; candidates: number } => {
  const all = candidatesOf(opened, query.asOf)
  const pinned = all.filter(({ key }) => query.pinned.includes(key))
  const passing = all.filter(({ key, area, kind, urgency }) => {
    const at = opened.model.areas[area]
    return (
      urgency.points > 0 &&
      !query.removed.includes(key) &&
      isInScope(query.scope, at) &&
      (query.areas.length === 0 || query.areas.includes(at?.code ?? '')) &&
      (query.kinds.length === 0 || query.kinds.includes(kind ?? ''))
    )
  })
  const rest = passing.filter((one) => !pinned.includes(one))
  rest.sort((a, b) => b.urgency.points - a.urgency.points)
  const count = Math.min(MOST_STOPS, query.count)
  const chosen = [...pinned.slice(0, MOST_STOPS), ...rest.slice(0, Math.max(0, count - pinned.length))]
  return { chosen, candidates: passing.length }
}

/** The centre of an office's areas: the package does not say where its building is. */
const startOf = ({ model }: Opened, start: string): Route['start'] => {
  const name = start.startsWith('office:') ? start.slice('office:'.length) : ''
  const areas = model.areas.filter(({ office }) => office === name)
  if (areas.length === 0) return null
  const [lon, lat] = labelPoint(dissolve(areas))
  return { name, lon, lat }
}

/** What counts as 不合格 at a spot: the items, and what was said of each. */
const failedAt = ({ scores, standard, model }: Opened, spot: number, t: Day): RouteStop['failed'] => {
  const { counted, waters } = scores(t)
  return counted.flatMap((row) => {
    const { origin } = row.entry
    if (row.spot !== spot || origin.type === 'status' || !isFailing(row.grade, standard)) return []
    const check = origin.type === 'check' ? model.checks[origin.index] : undefined
    // A row that says 合格 beside too many defects fails: its grade then says why, its word would not.
    const named = check?.result === standard.bands.at(-1)?.result ? check?.result : undefined
    const said = origin.type === 'water' ? waters[origin.index]?.grade : named
    const text = standard.items[row.item]?.text ?? ''
    return [{ text, result: said ?? `${Number(row.grade.toFixed(1))} 分`, day: row.entry.day }]
  })
}

/** What is to be looked at. */
const lookOf = (
  opened: Opened,
  { ref, urgency }: Candidate,
  t: Day,
): Pick<RouteStop, 'name' | 'responsible' | 'issues' | 'failed' | 'lastVisit'> => {
  if (ref.type === 'issue') {
    const line = issueLine(opened, urgency.issue, t)
    const issues = line ? [line] : []
    const name = line?.description ?? ref.id
    return { name, responsible: line?.responsible ?? null, issues, failed: [], lastVisit: null }
  }
  const card = ref.type === 'site' ? siteCard(opened, ref.id, t) : waterCard(opened, ref.id, t)
  const visit = card?.visits[0]
  return {
    name: card?.name ?? ref.id,
    responsible: card?.responsible ?? null,
    issues: (card?.issues ?? []).filter(({ state }) => state !== '已销号'),
    failed: failedAt(opened, urgency.spot, t),
    lastVisit: visit ? { day: visit.day, source: visit.source } : null,
  }
}

/** An order of one's own holds as long as it names exactly the stops there are. */
const givenOrder = (chosen: readonly Candidate[], order: readonly string[]): number[] | null => {
  if (order.length !== chosen.length || order.length === 0) return null
  const at = order.map((key) => chosen.findIndex((one) => one.key === key))
  return at.every((i) => i >= 0) && new Set(at).size === at.length ? at : null
}

export const routeOf = (opened: Opened, query: RouteQuery): Route => {
  const found = choose(opened, query)
  const { candidates } = found
  let { chosen } = found
  const start = startOf(opened, query.start)
  const first = chosen.find(({ key }) => key === query.start)
  if (first) chosen = [first, ...chosen.filter((one) => one !== first)]
  const roads = roadsOf(opened)
  // Where there is a start, it is place 0.
  const from = start === null ? 0 : 1
  const places = chosen.map(({ at }) => at)
  const legs = legsBetween(roads, start === null ? places : [[start.lon, start.lat], ...places])
  const given = givenOrder(chosen, query.order)
  const tour = openTour(legs.metres, legs.count, start !== null || first !== undefined)
  const order = given === null ? tour.order.filter((place) => place >= from) : given.map((i) => i + from)
  const stops = order.map((place, i): RouteStop => {
    const one = chosen[place - from] as Candidate
    const { points, problems, failed, unseen, status } = one.urgency
    const before = i > 0 ? (order[i - 1] as number) : start === null ? -1 : 0
    return {
      key: one.key,
      ref: one.ref,
      kind: one.kind,
      areaName: areaWords(opened, one.area).areaName,
      lon: one.at[0],
      lat: one.at[1],
      urgency: { points, problems, failed, unseen, status },
      ...lookOf(opened, one, query.asOf),
      leg: before < 0 ? null : legs.leg(before, place),
    }
  })
  const straight = stops.flatMap(({ leg }) => (leg !== null && !leg.byRoad ? [leg.metres] : []))
  return {
    stops,
    start,
    metres: stops.reduce((sum, { leg }) => sum + (leg?.metres ?? 0), 0),
    straight: { metres: straight.reduce((sum, metres) => sum + metres, 0), legs: straight.length },
    method: given !== null ? 'given' : tour.exact ? 'exact' : 'near',
    network: roads === null ? 'straight' : 'roads',
    candidates,
  }
}

/** What `npm run score` prints of a route through the `count` most urgent places of the district. */
export interface RouteDocument {
  stops: { id: string; urgency: number; metres: number | null }[]
  metres: number
  straightMetres: number
  method: Route['method']
  network: Route['network']
}

export const routeDocument = (opened: Opened, asOf: Day, count: number): RouteDocument => {
  const { stops, metres, straight, method, network } = routeOf(opened, {
    asOf,
    scope: null,
    areas: [],
    kinds: [],
    count,
    pinned: [],
    removed: [],
    order: [],
    start: '',
  })
  return {
    stops: stops.map(({ ref, urgency, leg }) => ({
      id: ref.id,
      urgency: urgency.points,
      metres: leg?.metres ?? null,
    })),
    metres,
    straightMetres: straight.metres,
    method,
    network,
  }
}

export const routeAnswers: FromPackage<RouteAnswers> = { route: routeOf }
