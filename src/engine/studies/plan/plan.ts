/** 对策: what actions are worth to an area, an office or the district, and the smallest lists that lift an area. */

import type { Day } from '../../../model/day.ts'
import type { LonLat } from '../../../model/position.ts'
import { latestPer } from '../../../model/remembered.ts'
import { areasInScope, type Scope } from '../../../model/scope.ts'
import { type Gains, gainsByArea } from '../../../scoring/accounts.ts'
import type { Action, Halves, Recheck } from '../../../scoring/actions.ts'
import { gradeText, isFailing } from '../../../scoring/grade.ts'
import { toInspect } from '../../../scoring/inspect.ts'
import { type Priority, prioritiesOf, type Weights } from '../../../scoring/priorities.ts'
import type { Scores } from '../../../scoring/score.ts'
import { type Lift, liftsOf } from '../../../scoring/smallest.ts'
import type { RecheckLine } from '../../../scoring/task-sheets.ts'
import { type Done, type Present, presentAt, type Supposed, whatIf } from '../../../scoring/what-if.ts'
import type { FromPackage } from '../../answering.ts'
import { weightsOf } from '../../answers/figures.ts'
import { issueLine, placeOfSite } from '../../answers/issues.ts'
import { areaWords } from '../../answers/words.ts'
import type { Ref } from '../../contract/cards.ts'
import type {
  ActionLine,
  Place,
  PlanAnswers,
  Priorities,
  SmallestLists,
  Supposition,
  Task,
  TaskLine,
} from '../../contract/studies/plan.ts'
import type { Opened } from '../../package/open.ts'

/** Lines told of several areas: what a meeting goes through, not the whole 台账. */
const MOST = 300

/** The present of a day with the names of its actions. */
interface Named extends Present {
  keys: string[]
  /** key → index of the action */
  at: Map<string, number>
}

/** What parts a key, and a link that holds keys, stands apart from what parts an id. */
const escaped = (id: string): string =>
  id.replace(/[%/;!=]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

const keyOf = ({ model, standard, places }: Opened, { spot, item, issues }: Action): string => {
  const site = places.spots[spot]
  return site === undefined
    ? `/${escaped(model.issues[issues[0] as number]?.id ?? '')}`
    : `${escaped(site.id)}/${escaped(standard.items[item]?.id ?? '')}`
}

const namedAt = latestPer((opened: Opened, t: Day): Named => {
  const present = presentAt(opened.layout(), opened.scores(t))
  const at = new Map<string, number>()
  const keys = present.actions.list.map((action, i) => {
    const key = keyOf(opened, action)
    // Two rows of sites.csv may bear one id, and each a state of its own.
    const own = at.has(key) ? `${key}!${i}` : key
    at.set(own, i)
    return own
  })
  return { ...present, keys, at }
})

const rankIn = (all: readonly { score: number | null }[], score: number | null): number | null =>
  score === null ? null : 1 + all.filter((other) => other.score !== null && other.score > score).length

const doneOf = ({ at }: Named, tasks: readonly Task[]): Done =>
  new Map(
    tasks.flatMap(({ key, halves }): [number, Halves][] => {
      const action = at.get(key)
      return action === undefined ? [] : [[action, halves]]
    }),
  )

/** @param tasks what is taken as done; a key that names no action of the day is none */
export const supposed = (opened: Opened, tasks: readonly Task[], asOf: Day): Supposition => {
  const present = namedAt(opened, asOf)
  const after = whatIf(present, doneOf(present, tasks))
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
const weighed = (opened: Opened, scope: Scope, t: Day): Weights | null => {
  const members = areasInScope(scope, opened.model.areas)
  if (members.length === 0) return null
  return scope?.type === 'area'
    ? new Map(members.map((i) => [i, 1]))
    : weightsOf(opened, opened.scores(t), members)
}

const scoreOf = ({ district, offices }: Supposed | Scores, scope: Scope): number | null =>
  (scope === null ? district : offices.find(({ name }) => name === scope.id))?.score ?? null

/** What the score of a scope gains when these areas gain: `worst` is not a mean. */
const gainTogether = (
  opened: Opened,
  scope: Scope,
  scores: Scores,
): ((gains: ReadonlyMap<number, Gains>) => Gains) => {
  const { standard, model } = opened
  const weights = weighed(opened, scope, scores.t) ?? new Map<number, number>()
  const sum = (gains: ReadonlyMap<number, Gains>, half: keyof Gains) => {
    let total = 0
    for (const [area, gain] of gains) total += (weights.get(area) ?? 0) * gain[half]
    return total
  }
  const members = areasInScope(scope, model.areas).flatMap((i) => {
    const score = scores.areas[i]?.score ?? null
    return score === null ? [] : [{ score, i }]
  })
  const now = scoreOf(scores, scope) ?? 0
  // The worst area may stop being the worst: then an action gains less than in its own area.
  const worst = (gains: ReadonlyMap<number, Gains>, half: keyof Gains) =>
    members.reduce((least, { score, i }) => Math.min(least, score + (gains.get(i)?.[half] ?? 0)), Infinity) -
    now
  const gain =
    standard.officeAggregate === 'worst' && scope?.type !== 'area' && members.length > 0 ? worst : sum
  return (gains) => ({
    close: gain(gains, 'close'),
    recheck: gain(gains, 'recheck'),
    both: gain(gains, 'both'),
  })
}

/** The actions of a scope and what they gain it; none when there is no such area or office. */
const ranked = (opened: Opened, scope: Scope, t: Day): Priority[] => {
  const weights = weighed(opened, scope, t)
  if (weights === null) return []
  const present = namedAt(opened, t)
  const list = prioritiesOf(present, weights, MOST)
  if (opened.standard.officeAggregate !== 'worst' || scope?.type === 'area') return list
  const [gains, together] = [gainsByArea(present), gainTogether(opened, scope, present.scores)]
  return list.map((one) => ({ ...one, gains: together(gains[one.action] ?? new Map()) }))
}

const recheckLine = (opened: Opened, { item, recheck }: Action & { recheck: Recheck }): RecheckLine => {
  const { standard, model } = opened
  const { type, from, to, entry } = recheck
  const { origin } = entry
  const states = standard.derived.status?.find((rule) => rule.item === standard.items[item]?.id)?.grades ?? {}
  const full = Object.keys(states).filter((state) => states[state] === to)
  const goal =
    type === '取缔' ? full.join('或') || type : `${standard.bands.at(-2)?.result ?? ''} ${gradeText(to)} 分`
  const about = { type, from, to, goal }
  if (origin.type === 'status') return { ...about, now: origin.status, day: null, source: null }
  const check = origin.type === 'check' ? model.checks[origin.index] : undefined
  const worst = standard.bands.at(-1)?.result ?? ''
  // A grade of its own has no result beside it.
  const now = isFailing(from, standard) ? worst : (check?.result ?? '')
  return { ...about, now, day: entry.day, source: check?.source ?? null }
}

const refOf = ({ model, places }: Opened, { spot, issues }: Action): Ref => {
  const site = places.spots[spot]
  return site === undefined
    ? { type: 'issue', id: model.issues[issues[0] as number]?.id ?? '' }
    : { type: site.of, id: site.id }
}

const actionLine = (opened: Opened, present: Named, priority: Priority, t: Day): ActionLine => {
  const { model, standard, places } = opened
  const { action, gains, worth, step } = priority
  const found = present.actions.list[action] as Action
  const site = places.spots[found.spot]
  const item = standard.items[found.item]
  const problems = found.issues.flatMap((index) => issueLine(opened, index, t) ?? [])
  const own =
    site?.of === 'site'
      ? model.sites[site.index]?.responsible
      : site?.of === 'water'
        ? model.waters[site.index]?.responsible
        : null
  const [lon, lat]: LonLat = placeOfSite(opened, site?.of === 'site' ? site.index : -1)
  const placed = Number.isFinite(lon) ? null : problems.find((line) => Number.isFinite(line.lon))
  return {
    key: present.keys[action] as string,
    ref: refOf(opened, found),
    siteId: site?.id ?? null,
    siteName: site?.name ?? null,
    areaName: areaWords(opened, site?.placement.area ?? -1).areaName ?? problems[0]?.areaName ?? null,
    item: item?.id ?? '',
    itemText: item?.text ?? '',
    clause: item?.clause ?? '',
    responsible: own ?? problems.find(({ responsible }) => responsible !== null)?.responsible ?? null,
    problems,
    recheck: found.recheck === null ? null : recheckLine(opened, { ...found, recheck: found.recheck }),
    gains,
    worth,
    step,
    lon: placed?.lon ?? lon,
    lat: placed?.lat ?? lat,
  }
}

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

/** The lines of what is to be done, in the order in which the scope would do them first. */
export const taskLines = (opened: Opened, scope: Scope, tasks: readonly Task[], asOf: Day): TaskLine[] => {
  const present = namedAt(opened, asOf)
  const done = doneOf(present, tasks)
  return ranked(opened, scope, asOf).flatMap((one) => {
    const halves = done.get(one.action)
    return halves === undefined ? [] : [{ ...actionLine(opened, present, one, asOf), halves }]
  })
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

/** An action by its records: ids of the site (null = none), the item and the open problems. */
interface ActionName {
  site: string | null
  item: string
  problems: string[]
}

/** The smallest list to a grade. */
interface ListDocument {
  grade: string
  /** T it takes */
  target: number
  /** whether it is proved that no smaller list does, or that none does at all */
  exact: boolean
  /** whole actions; null where no list lifts the area so far */
  actions: ActionName[] | null
  /** T with the list done, with every action done where there is none */
  total: number
  /** caps in the way that no action lifts */
  blocked: string[]
}

/** What `npm run score -- --plan` prints. Gains are points of the score when nothing else is done. */
export interface PlanDocument {
  /**
   * In file order. `close` is 销号, `recheck` the other half (复查合格 or 取缔: `recheck.type`; 0 where it has none), `both`
   * the whole action.
   */
  actions: (ActionName & {
    recheck: Pick<Recheck, 'type' | 'from' | 'to'> | null
    areas: ({ code: string } & Gains)[]
    offices: ({ name: string } & Gains)[]
    district: Gains
  })[]
  areas: {
    code: string
    /** the next better grade, null at the best one and without a score */
    next: string | null
    /** the list to the next grade, as in `lists` */
    target: number | null
    exact: boolean
    actions: ActionName[] | null
    total: number | null
    blocked: string[]
    /** categories to inspect where 数据不足 */
    inspect: string[]
    /** one for every better grade, the next first */
    lists: ListDocument[]
  }[]
  /** `sequence`: the greedy order */
  offices: { name: string; sequence: ActionName[] }[]
  district: { sequence: ActionName[] }
}

const actionName = ({ model, standard, places }: Opened, { spot, item, issues }: Action): ActionName => ({
  site: places.spots[spot]?.id ?? null,
  item: standard.items[item]?.id ?? '',
  problems: issues.map((index) => model.issues[index]?.id ?? ''),
})

const listDocument = (
  { grade, min, exact, actions, total, blocked }: Lift,
  name: (action: number) => ActionName,
): ListDocument => ({
  grade,
  target: min,
  exact,
  actions: actions?.map(name) ?? null,
  total,
  blocked: blocked.map(({ reason }) => reason),
})

export const planDocument = (opened: Opened, asOf: Day): PlanDocument => {
  const present = namedAt(opened, asOf)
  const { actions, scores } = present
  const name = (action: number) => actionName(opened, actions.list[action] as Action)
  const officeScope = (office: string): Scope => ({ type: 'office', id: office })
  const sequence = (scope: Scope) =>
    ranked(opened, scope, asOf)
      .filter(({ step }) => step !== null)
      .map(({ action }) => name(action))
  const gains = gainsByArea(present)
  const offices = scores.offices.map((office) => ({
    name: office.name,
    together: gainTogether(opened, officeScope(office.name), scores),
  }))
  const district = gainTogether(opened, null, scores)
  const officesOf = (own: ReadonlyMap<number, Gains>) =>
    new Set([...own.keys()].map((area) => opened.model.areas[area]?.office))
  return {
    actions: actions.list.map(({ recheck }, action) => {
      const own = gains[action] ?? new Map<number, Gains>()
      const touched = officesOf(own)
      return {
        ...name(action),
        recheck: recheck === null ? null : { type: recheck.type, from: recheck.from, to: recheck.to },
        areas: [...own].map(([area, gain]) => ({ code: opened.model.areas[area]?.code ?? '', ...gain })),
        offices: offices.flatMap((office) =>
          touched.has(office.name) ? [{ name: office.name, ...office.together(own) }] : [],
        ),
        district: district(own),
      }
    }),
    areas: opened.model.areas.map(({ code }, area) => {
      const lists = liftsOf(present, area).map((lift) => listDocument(lift, name))
      const [next] = lists
      return {
        code,
        next: next?.grade ?? null,
        target: next?.target ?? null,
        exact: next?.exact ?? true,
        actions: next?.actions ?? null,
        total: next?.total ?? null,
        blocked: next?.blocked ?? [],
        inspect: toInspect(present, area).map(
          ({ category }) => opened.standard.categories[category]?.id ?? '',
        ),
        lists,
      }
    }),
    offices: scores.offices.map((office) => ({
      name: office.name,
      sequence: sequence(officeScope(office.name)),
    })),
    district: { sequence: sequence(null) },
  }
}

export const planAnswers: FromPackage<PlanAnswers> = { whatIf: supposed, priorities, smallest: smallestLists }
