/** 专项整治: how each kind of place stands, and how far those that are to be closed down are. */

import type { Day } from '../../../model/day.ts'
import type { Scope } from '../../../model/scope.ts'

/** How many places of a `targetZero` kind are in one state. */
export interface KindState {
  /** null = the package says none that the standard grades */
  state: string | null
  /** 0–10 as the standard grades it; null with the state */
  grade: number | null
  now: number
  /** a month before */
  before: number
}

export interface KindFigures {
  places: number
  /** of them those with a check in the window */
  visited: number
  /** of them those all of whose items are 不适用: neither visited nor unvisited */
  waived: number
  /** 得分率 0–1 of the checks that count, derived ones included, weighted by the points of their items; null where none counts */
  rate: number | null
  /** null = none of them was ever checked */
  lastVisit: Day | null
  /** problems at these places that are not closed, and of them those that are 逾期 */
  open: number
  overdue: number
  /** from 在营 to 已取缔, what is in no state last; [] unless the kind is `targetZero` and its states are graded */
  states: KindState[]
}

/** `kind`: id of a kind of the standard */
export type KindLine = KindFigures & { kind: string }

/** What of a kind lies in one office or area. `id`: name of the office, code of the area */
export type KindPart = KindFigures & { id: string }

/** An item as the places of one kind meet it. */
export interface KindItem {
  item: string
  text: string
  /** 得分率 0–1 */
  rate: number
  /** places it counts at */
  places: number
}

export interface KindStudy {
  /** the day a month before, which the states are compared with */
  since: Day
  whole: KindFigures
  /** those of the scope with such places, in the order of the package */
  offices: KindPart[]
  areas: KindPart[]
  /** the lowest 得分率 first */
  items: KindItem[]
}

export interface KindAnswers {
  /** Every kind that has places in the scope, in the order of the standard; 居委会 and waters are none. */
  kinds(scope: Scope, asOf: Day): Promise<KindLine[]>
  /** One kind: zeros where the scope has no place of it. @param kind its id */
  kind(kind: string, scope: Scope, asOf: Day): Promise<KindStudy>
}
