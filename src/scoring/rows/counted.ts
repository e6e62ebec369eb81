/**
 * Which row counts for a site and item at a day: the latest of the highest source rank within the window; the state of a
 * `targetZero` site and the grade of a water body enter like rows.
 */
import { inStandard } from '../../model/by-id.ts'
import type { Day } from '../../model/day.ts'
import type { Standard } from '../../model/standard.ts'
import type { WaterGrade } from '../water.ts'
import type { Entry, Origin, Prepared } from './prepare.ts'

type StatusRule = NonNullable<Standard['derived']['status']>[number]

/** The row that counts for a site–item at the day. */
export interface Counted {
  spot: number
  item: number
  entry: Entry
  grade: number
}

/** Whether `a` counts over `b`: higher source rank, then later day, then later line. */
export const isOver = (a: Entry, b: Entry): boolean =>
  a.rank !== b.rank ? a.rank > b.rank : a.day !== b.day ? a.day > b.day : a.line >= b.line

/** State at `t`: the latest change by then, else the site's first. */
export const statusAt = (
  changes: readonly { day: Day; status: string }[] | undefined,
  first: string | null,
  t: Day,
): string | null => {
  let status = first
  for (const change of changes ?? []) if (change.day <= t) status = change.status
  return status
}

/** The state of a spot at `t` as a row, after all rows of its day; null where it has none that is graded. */
export const statusEntry = (prepared: Prepared, spot: number, rule: StatusRule, t: Day): Entry | null => {
  const { model, places, statusOf, rankOf } = prepared
  const first = model.sites[places.spots[spot]?.index ?? -1]?.status ?? null
  const status = statusAt(statusOf.get(spot), first, t)
  const grade = status === null ? undefined : rule.grades[status]
  if (status === null || grade === undefined) return null
  const origin: Origin = { type: 'status', spot, status }
  return { day: t, line: Infinity, rank: rankOf(rule.source), grade, origin }
}

/** The grade of a water body as a row of the day of its latest sample; null without a grade. */
export const waterEntry = (prepared: Prepared, water: WaterGrade, index: number): Entry | null => {
  const rule = prepared.standard.derived.water
  const grade = rule === undefined || water.grade === null ? undefined : rule.grades[water.grade]
  if (rule === undefined || grade === undefined || water.latest === null) return null
  const origin: Origin = { type: 'water', index }
  return { day: water.latest, line: Infinity, rank: prepared.rankOf(rule.source), grade, origin }
}

/** Site–items that have derived rows: those of each status rule, and that of each water body. */
export interface DerivedSiteItems {
  status: { spot: number; item: number; rule: StatusRule }[]
  waters: { spot: number; item: number; index: number }[]
}

export const derivedSiteItems = ({ standard, places, model }: Prepared): DerivedSiteItems => {
  const { items, kinds: kindAt } = inStandard(standard)
  const itemAt = (id: string) => items.get(id) ?? -1
  const status = (standard.derived.status ?? []).flatMap((rule) => {
    const kinds = new Set(rule.kinds.map((id) => kindAt.get(id)))
    const item = itemAt(rule.item)
    return places.spots.flatMap((spot, i) =>
      spot.of === 'site' && kinds.has(spot.kind) ? [{ spot: i, item, rule }] : [],
    )
  })
  const { water } = standard.derived
  const waters = water
    ? model.waters.flatMap(({ id }, index) => {
        const spot = places.spotOfWater.get(id)
        return spot === undefined ? [] : [{ spot, item: itemAt(water.item), index }]
      })
    : []
  return { status, waters }
}

/** The row of `entries` (by day, then line) that counts at `t`, or `derived` where none counts over it. */
export const bestOf = (
  entries: readonly Entry[],
  derived: Entry | null,
  t: Day,
  window: number,
): Entry | null => {
  let best = derived
  for (const entry of entries) {
    if (entry.day > t) break
    if (entry.day > t - window && (best === null || isOver(entry, best))) best = entry
  }
  return best
}
