/** 两日比较: how every area stood on two days, and the records behind the difference. */

import type { Day } from '../../../model/day.ts'
import type { Scope } from '../../../model/scope.ts'
import type { CauseKind } from '../../../scoring/score/causes.ts'
import type { CapFigure } from '../board.ts'
import type { LedgerLine } from '../ledger.ts'

/** What one sort of cause did to a score. */
export interface CauseSum {
  kind: CauseKind
  /** points of T, the sums of an area add up to its change */
  effect: number
  /** records */
  count: number
}

export interface AreaChange {
  code: string
  /** scores on the two days, null where 数据不足 */
  from: number | null
  to: number | null
  /** T on the two days: what the causes are counted in, also where 数据不足 */
  totalFrom: number | null
  totalTo: number | null
  /** as the areas stood: a grade may change without its number, by a veto */
  gradeFrom: string
  gradeTo: string
  /** vetoes that hold on the second day and did not on the first, and the other way round */
  vetoed: CapFigure[]
  lifted: CapFigure[]
  causes: CauseSum[]
}

export interface Comparison {
  from: Day
  to: Day
  /** scores of the scope as a whole */
  whole: { from: number | null; to: number | null }
  /** those of the scope */
  areas: AreaChange[]
}

/** A record behind a change; `points` is what the score changed by. */
export interface CauseLine extends LedgerLine {
  kind: CauseKind
}

export interface CompareAnswers {
  /** How every area stood on two days, and what sorts of records made the difference. */
  comparison(from: Day, to: Day, scope: Scope): Promise<Comparison>
  /** The records behind the change of one area between two days, the weightiest first; null when there is no such area. */
  causes(code: string, from: Day, to: Day): Promise<CauseLine[] | null>
}
