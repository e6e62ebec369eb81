/** 对策: what actions are worth to an area, an office or the district, and the smallest lists that lift an area. */

import type { Day } from '../../../model/day.ts'
import type { Scope } from '../../../model/scope.ts'
import { toInspect } from '../../../scoring/what-if/inspect.ts'
import { liftsOf } from '../../../scoring/what-if/smallest.ts'
import type { FromPackage } from '../../answering.ts'
import type { PlanAnswers, Priorities, SmallestLists } from '../../contract/studies/plan.ts'
import type { Opened } from '../../package/open.ts'
import { MOST, ranked } from './gains.ts'
import { actionLine } from './lines.ts'
import { namedAt } from './present.ts'
import { supposed } from './supposition.ts'

export const priorities = (opened: Opened, scope: Scope, asOf: Day): Priorities => {
  const list = ranked(opened, scope, asOf)
  const present = namedAt(opened, asOf)
  return {
    count: list.length,
    // Of one area all: its smallest lists are told by them.
    lines: list
      .slice(0, scope?.type === 'area' ? list.length : MOST)
      .map((one) => actionLine(opened, present, one, asOf)),
    sequenced: list.filter(({ step }) => step !== null).length,
  }
}

/** Null when there is no such area. */
export const smallestLists = (opened: Opened, code: string, asOf: Day): SmallestLists | null => {
  const { model, standard } = opened
  const area = model.areas.findIndex((candidate) => candidate.code === code)
  if (area < 0) return null
  const present = namedAt(opened, asOf)
  return {
    code,
    lifts: liftsOf(present, area).map((lift) => ({
      ...lift,
      actions: lift.actions?.map((action) => present.keys[action] as string) ?? null,
    })),
    inspect: toInspect(present, area).map(({ category, weight }) => {
      const { id, label } = standard.categories[category] as (typeof standard.categories)[number]
      return { category: id, label, weight }
    }),
  }
}

export const planAnswers: FromPackage<PlanAnswers> = { whatIf: supposed, priorities, smallest: smallestLists }
