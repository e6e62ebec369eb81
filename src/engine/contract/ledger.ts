/** From a score to the records behind every lost point. */

import type { Day } from '../../model/day.ts'
import type { Scope } from '../../model/scope.ts'
import type { Theme } from '../../model/themes.ts'
import type { Closure } from '../../scoring/closure/closure.ts'
import type { CategoryState } from '../../scoring/score/category.ts'
import type { Figures } from './board.ts'
import type { Ref } from './cards.ts'

/** One line of the ledger, in words. `points` are of the 100 of the score it explains. */
export interface LedgerLine {
  /** issue id, visit id, or the id of a derived record */
  record: string
  type: 'check' | 'issue' | 'derived'
  points: number
  raw: number | null
  category: string
  categoryLabel: string
  theme: Theme
  item: string
  itemText: string
  clause: string
  day: Day
  /** what happened, one clause: 「不合格，5 处缺陷」「逾期 12 天，未整改」 */
  what: string
  where: string
  responsible: string | null
  /** what to select and fly to; null when it has no place */
  ref: Ref | null
}

export interface Explanation {
  of: Scope
  title: string
  figures: Figures
  /** largest loss first */
  ledger: LedgerLine[]
  /** the categories in words, with weight and loss: Σ loss = 100 − T */
  losses: {
    category: string
    label: string
    theme: Theme
    weight: number
    loss: number
    score: number | null
    state: CategoryState
  }[]
}

export interface IndexParts extends Closure {
  /** problems due in the window that lie in no area: listed, never counted; 0 for an area or an office */
  outside: number
  /** problems are due, and fixed, in (from − 1, asOf] */
  from: Day
  asOf: Day
}

export interface LedgerAnswers {
  /** null where the scope names nothing there is */
  explain(of: Scope, asOf: Day): Promise<Explanation | null>
  /** What the 整改指数 is made of. */
  indexParts(of: Scope, asOf: Day): Promise<IndexParts>
}
