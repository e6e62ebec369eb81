/** 对策: what closing problems is worth, to an area, an office or the district, and the smallest lists that lift an area. */
import type { Day } from '../model/day.ts'
import { standingAt } from '../scoring/layout.ts'
import { type Priority, prioritiesOf } from '../scoring/priorities.ts'
import { type Lift, liftsOf, toInspect } from '../scoring/smallest.ts'
import { type Present, whatIf } from '../scoring/what-if.ts'
import type { IssueLine } from './api.ts'
import { weightsOf } from './figures.ts'
import { issueLine } from './issues.ts'
import type { Opened } from './open.ts'

/** null = the district */
export type PlanScope = { type: 'area' | 'office'; id: string } | null

/** Where something stands among those of its sort. */
export interface Place {
  score: number | null
  /** T where 数据不足 */
  provisional: number | null
  grade: string
  /** 1 = best, equal scores share one; null without a score */
  rank: number | null
}

export interface Supposition {
  /** in the order of Overview.areas */
  areas: { code: string; before: Place; after: Place }[]
  offices: { name: string; before: number | null; after: number | null }[]
  district: { before: number | null; after: number | null }
}

/** An open problem and what closing it gains the scope. */
export interface PriorityLine extends IssueLine {
  clause: string
  alone: number
  cost: number
  step: number | null
}

export interface Priorities {
  /** open problems charged to the scope; `lines` has the first of them */
  count: number
  lines: PriorityLine[]
  /** problems of the sequence, which stand first in `lines` */
  sequenced: number
}

export interface LiftAnswer extends Lift {
  /** ids of `problems` */
  ids: string[]
}

export interface SmallestLists {
  code: string
  /** one for each better grade, the next first */
  lifts: LiftAnswer[]
  /** 数据不足: what to inspect first */
  inspect: { category: string; label: string; weight: number }[]
}

/** Lines told of several areas: what a meeting goes through, not the whole 台账. */
const MOST = 300

const presents = new WeakMap<Opened, Present>()
const presentAt = (opened: Opened, t: Day): Present => {
  const known = presents.get(opened)
  if (known?.scores.t === t) return known
  const layout = opened.layout()
  const made = { layout, standing: standingAt(layout, t), scores: opened.scores(t) }
  presents.set(opened, made)
  return made
}

const rankIn = (all: readonly { score: number | null }[], score: number | null): number | null =>
  score === null ? null : 1 + all.filter((other) => other.score !== null && other.score > score).length

/** @param closed indices of the problems taken as closed */
export const supposed = (opened: Opened, closed: readonly number[], asOf: Day): Supposition => {
  const present = presentAt(opened, asOf)
  const after = whatIf(present, new Set(closed))
  const before = present.scores
  const place = (
    all: readonly { score: number | null; total: number | null; grade: string }[],
    i: number,
  ): Place => {
    const { score, total, grade } = all[i] as (typeof all)[number]
    return { score, provisional: score === null ? total : null, grade, rank: rankIn(all, score) }
  }
  return {
    areas: opened.model.areas.map(({ code }, i) => ({
      code,
      before: place(before.areas, i),
      after: place(after.areas, i),
    })),
    offices: before.offices.map(({ name, score }, i) => ({
      name,
      before: score,
      after: after.offices[i]?.score ?? null,
    })),
    district: { before: before.district.score, after: after.district.score },
  }
}

/** The areas of a scope and how much each counts in its score; null when there is no such area or office. */
const weighed = (opened: Opened, scope: PlanScope, t: Day): Map<number, number> | null => {
  const members = opened.model.areas.flatMap((area, i) =>
    scope === null || (scope.type === 'area' ? area.code === scope.id : area.office === scope.id) ? [i] : [],
  )
  if (members.length === 0) return null
  return scope?.type === 'area'
    ? new Map(members.map((i) => [i, 1]))
    : weightsOf(opened, opened.scores(t), members)
}

const scoreOf = (supposition: ReturnType<typeof whatIf>, scope: PlanScope): number | null =>
  (scope === null ? supposition.district : supposition.offices.find(({ name }) => name === scope.id))
    ?.score ?? null

/** What the problems of a scope gain; none when there is no such area or office. */
const rankedProblems = (opened: Opened, scope: PlanScope, t: Day): Priority[] => {
  const weights = weighed(opened, scope, t)
  if (weights === null) return []
  const present = presentAt(opened, t)
  const list = prioritiesOf(present, weights, MOST)
  if (opened.standard.officeAggregate !== 'worst' || scope?.type === 'area') return list
  // The worst area may stop being the worst: then a problem gains less than in its own area.
  const now = scoreOf(whatIf(present, new Set()), scope) ?? 0
  return list.map((one) => {
    const then = scoreOf(whatIf(present, new Set([one.index])), scope) ?? now
    return { ...one, alone: Math.max(0, then - now) }
  })
}

export const priorities = (opened: Opened, scope: PlanScope, asOf: Day): Priorities => {
  const list = rankedProblems(opened, scope, asOf)
  const { prepared, standard } = opened
  return {
    count: list.length,
    // Of one area all: its smallest lists are told by them.
    lines: list
      .slice(0, scope?.type === 'area' ? list.length : MOST)
      .flatMap(({ index, alone, cost, step }) => {
        const line = issueLine(opened, index, asOf)
        const clause = standard.items[prepared.issueItem[index] as number]?.clause ?? ''
        return line ? [{ ...line, clause, alone, cost, step }] : []
      }),
    sequenced: list.filter(({ step }) => step !== null).length,
  }
}

/** Null when there is no such area. */
export const smallestLists = (opened: Opened, code: string, asOf: Day): SmallestLists | null => {
  const { model, standard } = opened
  const area = model.areas.findIndex((candidate) => candidate.code === code)
  if (area < 0) return null
  const present = presentAt(opened, asOf)
  return {
    code,
    lifts: liftsOf(present, area).map((lift) => ({
      ...lift,
      ids: (lift.problems ?? []).map((index) => model.issues[index]?.id ?? ''),
    })),
    inspect: toInspect(present, area).map(({ category, weight }) => {
      const { id, label } = standard.categories[category] as (typeof standard.categories)[number]
      return { category: id, label, weight }
    }),
  }
}

interface Gain {
  id: string
  points: number
}

/** What `npm run score -- --plan` prints. `gains`: what each open problem gains when it alone closes, in points. */
export interface PlanDocument {
  areas: {
    code: string
    /** the next better grade, null at the best one and without a score */
    next: string | null
    /** T it takes */
    target: number | null
    exact: boolean
    /** a smallest list that lifts the area to it; null where none does */
    problems: string[] | null
    /** T with the list closed, with all closed where there is none */
    total: number | null
    /** caps in the way that no closing lifts */
    blocked: string[]
    /** categories to inspect where 数据不足 */
    inspect: string[]
    gains: Gain[]
  }[]
  /** `sequence`: the greedy order, ids */
  offices: { name: string; gains: Gain[]; sequence: string[] }[]
  district: { gains: Gain[]; sequence: string[] }
}

export const planDocument = (opened: Opened, asOf: Day): PlanDocument => {
  const idOf = (index: number) => opened.model.issues[index]?.id ?? ''
  const told = (scope: PlanScope) => {
    const list = rankedProblems(opened, scope, asOf)
    return {
      gains: list.map(({ index, alone }) => ({ id: idOf(index), points: alone })),
      sequence: list.filter(({ step }) => step !== null).map(({ index }) => idOf(index)),
    }
  }
  return {
    areas: opened.model.areas.map(({ code }) => {
      const { lifts, inspect } = smallestLists(opened, code, asOf) as SmallestLists
      const [next] = lifts
      return {
        code,
        next: next?.grade ?? null,
        target: next?.min ?? null,
        exact: next?.exact ?? true,
        problems: next === undefined || next.problems === null ? null : next.ids,
        total: next?.total ?? null,
        blocked: (next?.blocked ?? []).map(({ reason }) => reason),
        inspect: inspect.map(({ category }) => category),
        gains: told({ type: 'area', id: code }).gains,
      }
    }),
    offices: opened.scores(asOf).offices.map(({ name }) => ({ name, ...told({ type: 'office', id: name }) })),
    district: told(null),
  }
}
