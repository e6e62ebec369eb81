/** 闭环与督办: how far what was found is put right, and what is overdue and whose. */

import type { Day } from '../../../model/day.ts'
import type { Scope } from '../../../model/scope.ts'
import type { ClosureFigures } from '../../../scoring/closure/closure.ts'
import type { Link } from '../../../scoring/closure/duties.ts'
import type { SourceFigures } from '../../../scoring/inspections/sources.ts'
import type { IssueLine } from '../issues.ts'

export interface ClosureGroup extends ClosureFigures {
  /** code of a 居委会, else the name; null = the records name none */
  id: string | null
}

export interface ClosureStudy {
  /** first and last day of the window */
  from: Day
  to: Day
  /** the district, or the office asked for */
  whole: ClosureFigures
  groups: ClosureGroup[]
}

export interface SourceStudy {
  /** the source the others are measured against */
  reference: string
  sources: SourceFigures[]
}

/** A problem that is 超期未结, the longest first. */
export interface OverdueLine extends IssueLine {
  /** days past the due day at t, whether or not it is fixed by now */
  pastDue: number
}

export interface ClosureAnswers {
  /** 整改闭环 by a link of the 责任链条, in the window to the day. */
  closure(link: Link, scope: Scope, asOf: Day): Promise<ClosureStudy>
  /** 检查来源 beside each other. */
  sources(scope: Scope, asOf: Day): Promise<SourceStudy>
  /** What is 超期未结, of one link or of all. */
  overdue(of: { link: Link; id: string | null } | null, scope: Scope, asOf: Day): Promise<OverdueLine[]>
}
