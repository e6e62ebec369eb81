/** 对策 as the score document has it: every action with what it gains whom, the smallest lists, the sequences. */
import type { Day } from '../../../model/day.ts'
import type { Scope } from '../../../model/scope.ts'
import { officeScope } from '../../../model/scope.ts'
import type { Action, Recheck } from '../../../scoring/what-if/actions.ts'
import { type Gains, gainsByArea } from '../../../scoring/what-if/effects.ts'
import { toInspect } from '../../../scoring/what-if/inspect.ts'
import { type Lift, liftsOf } from '../../../scoring/what-if/smallest.ts'
import type { Opened } from '../../package/open.ts'
import { gainTogether, ranked } from './gains.ts'
import { namedAt } from './present.ts'

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
