/** 通报 and 整改通知单: what the records of a period have to say, and the problems a unit is to be told of. */

import type { Day } from '../../../model/day.ts'
import type { Scope } from '../../../model/scope.ts'
import type { ClosureFigures } from '../../../scoring/closure/closure.ts'
import type { DutyUnits } from '../../../scoring/closure/duties.ts'
import type { CapFigure } from '../board.ts'
import type { AreaWords } from '../cards.ts'
import type { IssueLine } from '../issues.ts'
import type { OverdueLine } from './closure.ts'

/** A place and who answers for it. */
export interface PlaceWords extends AreaWords {
  place: string
  responsible: string | null
}

export interface GoodPlace extends PlaceWords {
  items: number
  /** 得分率 of the period, 0–1 */
  rate: number
}

/** A place with problems found in the period and still open at its end, all of one unit. */
export interface BadPlace extends PlaceWords {
  /** the gravest first */
  issues: IssueLine[]
}

/** An area under 一票否决 at the end of the period. */
export interface VetoedArea extends AreaWords {
  score: number | null
  grade: string
  caps: CapFigure[]
  /** who answers for what brought it */
  units: string[]
  /** the first deadline of the open problems about it, null where there are none */
  dueOn: Day | null
}

export interface BulletinFacts {
  from: Day
  to: Day
  scope: Scope
  /** places looked at in the period, and items graded at them */
  seen: number
  items: number
  /** problems found, fixed and verified in the period */
  found: number
  fixed: number
  verified: number
  /** problems open at its end */
  open: number
  /** in the window of the standard, to the end of the period */
  closure: ClosureFigures
  /** scores the day before the period and at its end, null where 数据不足 */
  before: number | null
  after: number | null
  /** the worst grade first */
  vetoed: VetoedArea[]
  /** the best first; none of an area under 一票否决 */
  good: GoodPlace[]
  /** the gravest first */
  bad: BadPlace[]
  /** 超期未结 at the end and not fixed, the longest first */
  overdue: OverdueLine[]
}

/** A problem with what its 整改通知单 says besides. */
export interface NoticeIssue extends IssueLine {
  /** 标准条款 */
  clause: string | null
  duty: DutyUnits | null
}

/** A unit and what it still has to put right at t. */
export interface NoticeUnit {
  /** null = no record names one */
  unit: string | null
  issues: number
  overdue: number
  /** days of the one that is overdue longest, 0 where none is */
  late: number
  /** the nearest day by which something is due that is not overdue; null where nothing is */
  nextDue: Day | null
}

/** Who answers for an area or an office. */
export interface Responsibility {
  /** of an area, where the package names it */
  duty: DutyUnits | null
  /** units with anything to put right */
  units: NoticeUnit[]
}

export interface NoticeAnswers {
  /** What the records of a period have to say, for a 通报. */
  bulletin(from: Day, to: Day, scope: Scope): Promise<BulletinFacts>
  /** Units with anything to put right. */
  noticeUnits(scope: Scope, asOf: Day): Promise<NoticeUnit[]>
  responsibility(of: Scope, asOf: Day): Promise<Responsibility>
  /** The problems to write 整改通知单 of: one by its id, or all a unit still has to put right. */
  noticeIssues(of: { id: string } | { unit: string | null }, scope: Scope, asOf: Day): Promise<NoticeIssue[]>
}
