/** 对策: what actions are worth to an area, an office or the district, and the smallest lists that lift an area. */

import type { Day } from '../../../model/day.ts'
import type { Scope } from '../../../model/scope.ts'
import type { RecheckLine } from '../../../scoring/task-sheets.ts'
import type { Halves } from '../../../scoring/what-if/actions.ts'
import type { Gains } from '../../../scoring/what-if/effects.ts'
import type { Lift } from '../../../scoring/what-if/smallest.ts'
import type { Ref } from '../cards.ts'
import type { IssueLine } from '../issues.ts'

/** An action, or a half of it, that is to be done. */
export interface Task {
  /** of an ActionLine */
  key: string
  halves: Halves
}

/** Where something stands among those of its sort. */
export interface RankedScore {
  score: number | null
  /** T where 数据不足 */
  provisional: number | null
  grade: string
  /** 1 = best, equal scores share one; null without a score */
  rank: number | null
}

export interface Supposition {
  /** in the order of Overview.areas */
  areas: { code: string; before: RankedScore; after: RankedScore }[]
  offices: { name: string; before: number | null; after: number | null }[]
  district: { before: number | null; after: number | null }
}

/** An action in words, and what doing it gains the scope. */
export interface ActionLine {
  /** the same on every day: site and item, or the problem at no site */
  key: string
  /** what a click leads to */
  ref: Ref
  /** null for a problem at no site */
  siteId: string | null
  siteName: string | null
  areaName: string | null
  item: string
  itemText: string
  clause: string
  /** unit of the place, else of the first problem that names one */
  responsible: string | null
  /** the open problems that 销号 closes, in the order of the file */
  problems: IssueLine[]
  recheck: RecheckLine | null
  gains: Gains
  /** 0 = done or not, the score is the same, whatever else is done */
  worth: number
  /** null = beyond the sequence */
  step: number | null
  lon: number
  lat: number
}

/** An action and which halves of it are to be done. */
export type TaskLine = ActionLine & { halves: Halves }

export interface Priorities {
  /** actions that touch the scope; `lines` has the first of them */
  count: number
  lines: ActionLine[]
  /** actions of the sequence, which stand first in `lines` */
  sequenced: number
}

export interface LiftAnswer extends Omit<Lift, 'actions'> {
  /** keys of the actions; null = no list */
  actions: string[] | null
}

export interface SmallestLists {
  code: string
  /** one for each better grade, the next first */
  lifts: LiftAnswer[]
  /** 数据不足: what to inspect first */
  inspect: { category: string; label: string; weight: number }[]
}

export interface PlanAnswers {
  /** How everything would stand with these actions, or halves of them, done; a key that names no action of the day is none. */
  whatIf(tasks: readonly Task[], asOf: Day): Promise<Supposition>
  /** The actions of a scope, in the order in which they are first to be done. */
  priorities(of: Scope, asOf: Day): Promise<Priorities>
  /** The fewest actions that lift an area to each better grade; null when there is no such area. */
  smallest(code: string, asOf: Day): Promise<SmallestLists | null>
}
