/** 得分把握: between which ends a score lies, and how much it rests on. */

import type { Day } from '../../../model/day.ts'
import { type Interval, intervalsAt } from '../../../scoring/interval.ts'
import { FEW } from '../../../scoring/sureness.ts'
import type { ScoreInterval } from '../../contract/studies/coverage.ts'
import type { Opened } from '../../package/open.ts'

/** Those of the day asked for last; the ranking and the study ask for the same. */
const kept = new WeakMap<Opened, { t: Day; intervals: Interval[] }>()

/** In the order of Overview.areas. */
export const scoreIntervals = (opened: Opened, t: Day): ScoreInterval[] => {
  const { model, standard } = opened
  let made = kept.get(opened)
  if (made?.t !== t) {
    made = { t, intervals: intervalsAt(opened.layout(), t) }
    kept.set(opened, made)
  }
  const { areas } = opened.scores(t)
  return made.intervals.map(({ total, low, high, sites, single }, i) => ({
    code: model.areas[i]?.code ?? '',
    score: areas[i]?.score ?? null,
    total,
    low,
    high,
    sites,
    few: sites < FEW,
    single: single.map((c) => standard.categories[c]?.label ?? ''),
  }))
}
