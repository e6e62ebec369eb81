/** 督导路线: the places most worth going to, in an order that makes the way short. */

import type { Day } from '../../../model/day.ts'
import type { Leg } from '../../../model/position.ts'
import type { Scope } from '../../../model/scope.ts'
import type { Urgency } from '../../../scoring/inspections/urgency.ts'
import type { Ref } from '../cards.ts'
import type { IssueLine } from '../issues.ts'

export interface RouteQuery {
  asOf: Day
  scope: Scope
  /** codes; [] = all */
  areas: string[]
  /** ids; [] = all */
  kinds: string[]
  /** how many of the most urgent places */
  count: number
  /** keys of stops that are in it whatever the filters say */
  pinned: string[]
  /** keys of places that are not to be in it */
  removed: string[]
  /** keys of all its stops in an order of one's own; another set of stops = the short order */
  order: string[]
  /** '' anywhere, `office:NAME`, or the key of a stop */
  start: string
}

export interface RouteStop {
  /** `site:ID`, `water:ID`, `issue:ID` */
  key: string
  ref: Ref
  name: string
  /** id of its kind, null for a problem at no place */
  kind: string | null
  areaName: string | null
  responsible: string | null
  lon: number
  lat: number
  urgency: Pick<Urgency, 'points' | 'problems' | 'failed' | 'unseen' | 'status'>
  /** open problems, the latest first */
  issues: IssueLine[]
  /** what counts as 不合格 there, and since when */
  failed: { text: string; result: string; day: Day }[]
  lastVisit: { day: Day; source: string } | null
  /** the way to it from the stop before, or from the start; null for the first where there is no start */
  leg: Leg | null
}

export interface Route {
  stops: RouteStop[]
  start: { name: string; lon: number; lat: number } | null
  metres: number
  /** of it as the crow flies, and on how many legs */
  straight: { metres: number; legs: number }
  /** exact 最短; near 近似最短; given 自排 */
  method: 'exact' | 'near' | 'given'
  /** whether the basemap has roads to go by */
  network: 'roads' | 'straight'
  /** places that pass the filters and have a place on the map */
  candidates: number
}

export interface RouteAnswers {
  /** The places most worth going to, in an order that makes the way short. */
  route(query: RouteQuery): Promise<Route>
}
