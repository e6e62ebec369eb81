/** What can be done on a day, and how each action is named in a link: by its site and item. */
import type { Day } from '../../../model/day.ts'
import { latestPer } from '../../../model/remembered.ts'
import { categoryIndexOf } from '../../../scoring/score/category-index.ts'
import type { Action, Halves } from '../../../scoring/what-if/actions.ts'
import { type Baseline, baselineAt, type Done } from '../../../scoring/what-if/what-if.ts'
import type { Task } from '../../contract/studies/plan.ts'
import type { Opened } from '../../package/open.ts'

/** The baseline of a day with the names of its actions. */
export interface Named extends Baseline {
  keys: string[]
  /** key → index of the action */
  at: Map<string, number>
}

/** Escapes in an id the separators of keys, and of links that hold keys. */
const escaped = (id: string): string =>
  id.replace(/[%/;!=]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

const keyOf = ({ model, standard, places }: Opened, { spot, item, issues }: Action): string => {
  const site = places.spots[spot]
  return site === undefined
    ? `/${escaped(model.issues[issues[0] as number]?.id ?? '')}`
    : `${escaped(site.id)}/${escaped(standard.items[item]?.id ?? '')}`
}

export const namedAt = latestPer((opened: Opened, t: Day): Named => {
  const present = baselineAt(categoryIndexOf(opened.prepared), opened.scores(t))
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

/** What of the day's actions is done; a task whose key names none is none. */
export const doneOf = ({ at }: Named, tasks: readonly Task[]): Done =>
  new Map(
    tasks.flatMap(({ key, halves }): [number, Halves][] => {
      const action = at.get(key)
      return action === undefined ? [] : [[action, halves]]
    }),
  )
