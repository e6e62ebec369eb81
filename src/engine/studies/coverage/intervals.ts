/** 得分把握: between which ends a score lies, and how much it rests on. */

import type { Day } from '../../../model/day.ts'
import { categoryIndexOf } from '../../../scoring/score/category-index.ts'
import { FEW, type Interval } from '../../../scoring/score/confidence.ts'
import { intervalsAt } from '../../../scoring/score/interval.ts'
import type { Opened } from '../../package/open.ts'

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

/** Those of the day asked for last; the ranking and the study ask for the same. */
const kept = new WeakMap<Opened, { t: Day; intervals: Interval[] }>()

/** In the order of Overview.areas. */
export const scoreIntervals = (opened: Opened, t: Day): ScoreInterval[] => {
  const { model, standard } = opened
  let made = kept.get(opened)
  if (made?.t !== t) {
    made = { t, intervals: intervalsAt(categoryIndexOf(opened.prepared), t) }
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
