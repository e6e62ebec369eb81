/** 排查覆盖: how much of the built-up land somebody was near, where nobody was, and how sure the scores are. */

import type { Polygon } from 'geojson'
import type { Day } from '../../../model/day.ts'
import type { Bounds, LonLat } from '../../../model/position.ts'
import type { Scope } from '../../../model/scope.ts'

export interface AreaCoverage {
  code: string
  /** hectares that count, and of them near a visit */
  land: number
  covered: number
  /** covered / land, null where there is no such land */
  share: number | null
}

export interface BlindSpot {
  /** 「新民路以南」, '' where no named street is near */
  street: string
  areaCode: string
  areaName: string
  office: string | null
  hectares: number
  /** a place inside */
  at: LonLat
  bounds: Bounds
  outline: Polygon
}

export interface Coverage {
  asOf: Day
  /** metres about a visit; days of the window; metres of a cell of the count */
  radius: number
  window: number
  cell: number
  /** the package names no built-up land: all of every area counts */
  whole: boolean
  /** places visited in the window; of them, without any place on the map, and so left out */
  visited: number
  placeless: number
  /** those of the scope, in the order of Overview.areas */
  areas: AreaCoverage[]
  /** the largest first */
  blind: BlindSpot[]
  /** blind spots under LEAST, by area in the order of `areas` */
  small: { count: number; hectares: number }[]
  /** by kind in the order of the standard, only those the package has; counts in the order of `areas` */
  kinds: { id: string; label: string; areas: { sites: number; visited: number }[] }[]
}

export interface ScoreInterval {
  code: string
  /** null where 数据不足: its interval is of the provisional figure, and it holds no place */
  score: number | null
  /** T with its ends, null where nothing is known */
  total: number | null
  low: number | null
  high: number | null
  /** sites with a counted check, and whether they are few */
  sites: number
  few: boolean
  /** labels of the categories that rest on one site */
  single: string[]
}

export interface CoverageAnswers {
  /** How much of the built-up land somebody was near, and where nobody was. */
  coverage(asOf: Day, scope: Scope): Promise<Coverage>
  /** How sure the scores of the scope are, in the order of Overview.areas. */
  intervals(asOf: Day, scope: Scope): Promise<ScoreInterval[]>
}
