/** 得分把握: between which ends a score lies, and how much it rests on. */

import type { Day } from '../../../model/day.ts'
import { latestPer } from '../../../model/remembered.ts'
import { areasInScope, type Scope } from '../../../model/scope.ts'
import { categoryIndexOf } from '../../../scoring/score/category-index.ts'
import { FEW } from '../../../scoring/score/confidence.ts'
import { intervalsAt } from '../../../scoring/score/interval.ts'
import type { ScoreInterval } from '../../contract/studies/coverage.ts'
import type { Opened } from '../../package/open.ts'

/** Those of the day asked for last; the ranking and the study ask for the same. */
const intervalsOf = latestPer((opened: Opened, t: Day) => intervalsAt(categoryIndexOf(opened.prepared), t))

/** In the order of Overview.areas. */
export const scoreIntervals = (opened: Opened, t: Day, scope: Scope = null): ScoreInterval[] => {
  const { model, standard } = opened
  const { areas } = opened.scores(t)
  const all = intervalsOf(opened, t)
  return areasInScope(scope, model.areas).map((i) => {
    const { total, low, high, sites, single } = all[i] as (typeof all)[number]
    return {
      code: model.areas[i]?.code ?? '',
      score: areas[i]?.score ?? null,
      total,
      low,
      high,
      sites,
      few: sites < FEW,
      single: single.map((c) => standard.categories[c]?.label ?? ''),
    }
  })
}
