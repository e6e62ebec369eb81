/** 集聚与反弹: where problems gather, and which came back after 销号. */

import type { Polygon } from 'geojson'
import type { Day } from '../../../model/day.ts'
import type { Bounds, LonLat } from '../../../model/position.ts'
import type { Scope } from '../../../model/scope.ts'
import type { IssueState } from '../../../model/state.ts'
import type { Theme } from '../../../model/themes.ts'
import type { Ref } from '../cards.ts'

export interface ClusterQuery {
  asOf: Day
  scope: Scope
  /** open: not 销号 at the day; found: found in the window, closed by now or not */
  of: 'open' | 'found'
  /** metres between neighbours, and how many within them make a gathering */
  metres: number
  least: number
}

export interface Cluster {
  /** 「太昊路与五一路一带」, '' where no named street is near */
  street: string
  /** the area most of its problems are in */
  areaCode: string | null
  areaName: string | null
  /** problems (indices), the costliest first */
  issues: number[]
  /** what they cost in item points: as open at the day, or by severity alone where closed ones count too */
  weight: number
  states: Record<IssueState, number>
  themes: Record<Theme, number>
  /** kinds of place with most problems first; label, count */
  kinds: [label: string, count: number][]
  at: LonLat
  bounds: Bounds
  outline: Polygon
}

export interface Clusters {
  /** the heaviest first */
  clusters: Cluster[]
  /** problems looked at: where, in what state, and in which area (index, -1 outside) */
  points: { at: LonLat; state: IssueState | null; area: number }[]
  /** of them, in a gathering; besides them, without a place on the map */
  gathered: number
  placeless: number
}

export interface ReboundEvent {
  itemText: string
  /** the problem whose 销号 did not hold */
  closed: string
  closedOn: Day
  day: Day
  /** days between */
  after: number
  /** what failed: a problem (description) or a check (source and result) */
  what: string
  /** the problem found again, null for a check */
  issue: string | null
}

/** A place with its 反弹, the newest first. */
export interface ReboundSite {
  /** what to select: the place, 居委会 or water body */
  ref: Ref
  name: string
  kind: string
  /** the 居委会 that its problems are counted for, and its office */
  areaCode: string | null
  areaName: string | null
  office: string | null
  at: LonLat
  events: ReboundEvent[]
}

export interface ReboundRate {
  name: string
  /** problems closed that could come back, and how many did */
  closed: number
  rebounds: number
}

export interface Rebounds {
  asOf: Day
  within: number
  /** most 反弹 first */
  sites: ReboundSite[]
  total: ReboundRate
  offices: ReboundRate[]
  /** most 反弹 first */
  units: ReboundRate[]
}

export interface ClusterAnswers {
  clusters(query: ClusterQuery): Promise<Clusters>
  /** @param within days after the 销号 that count */
  rebounds(asOf: Day, within: number, scope: Scope): Promise<Rebounds>
}
