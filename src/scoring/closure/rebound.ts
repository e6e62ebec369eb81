/**
 * 反弹: the same item failing again at the same site after every problem known there had been 销号. A failure is a problem
 * found, or a check that fails.
 */
import type { Day } from '../../model/day.ts'
import { addTo } from '../../model/group.ts'
import type { Issue } from '../../model/records.ts'
import { isFailing } from '../rows/grade.ts'
import type { Prepared } from '../rows/prepare.ts'

export interface Rebound {
  spot: number
  item: number
  /** the problem (index) whose 销号 did not hold: the last one closed there */
  closed: number
  closedOn: Day
  /** what failed again */
  by: { type: 'issue'; index: number } | { type: 'check'; index: number }
  day: Day
}

/** Problems (indices) by the site and item they are at; those at no site or of no item are left out. */
const problemsBySiteItem = ({ model, standard, issueItem, issueSpot }: Prepared): Map<number, number[]> => {
  const found = new Map<number, number[]>()
  model.issues.forEach((_, index) => {
    const [spot, item] = [issueSpot[index] as number, issueItem[index] as number]
    if (spot < 0 || item < 0) return
    const key = spot * standard.items.length + item
    addTo(found, key, index)
  })
  return found
}

/** @returns the problem was closed, and could come back: it is at a site and has an item */
export const couldRebound = ({ model, issueItem, issueSpot }: Prepared, index: number, t: Day): boolean => {
  const { foundOn = Infinity, verifiedOn = null } = model.issues[index] ?? {}
  const closed = foundOn <= t && verifiedOn !== null && verifiedOn <= t
  return closed && (issueSpot[index] as number) >= 0 && (issueItem[index] as number) >= 0
}

/**
 * Every 反弹 up to `t`, the newest first. A 销号 comes back once at most: what fails later, before the next 销号, is the same
 * one. What fails on the day of a 销号 is not counted: which came first is not known.
 * @param within days after the 销号
 */
export const reboundsAt = (prepared: Prepared, t: Day, within: number): Rebound[] => {
  const { model, standard, siteItemRows } = prepared
  const found: Rebound[] = []
  for (const [key, issues] of problemsBySiteItem(prepared)) {
    const item = key % standard.items.length
    const spot = (key - item) / standard.items.length
    const at = (index: number) => model.issues[index] as Issue
    const failures: { day: Day; by: Rebound['by'] }[] = [
      ...issues.map((index) => ({ day: at(index).foundOn, by: { type: 'issue' as const, index } })),
      // On one day the problem stands for the check that found it.
      ...(siteItemRows.get(key)?.entries ?? []).flatMap(({ day, grade, origin }) =>
        origin.type === 'check' && grade !== null && isFailing(grade, standard)
          ? [{ day, by: { type: 'check' as const, index: origin.index } }]
          : [],
      ),
    ]
      .filter(({ day }) => day <= t)
      .sort(
        (a, b) =>
          a.day - b.day ||
          (a.by.type === b.by.type ? a.by.index - b.by.index : a.by.type === 'issue' ? -1 : 1),
      )
    const spent = new Set<number>()
    for (const { day, by } of failures) {
      const before = issues.filter((index) => at(index).foundOn < day)
      const closings = before.map((index) => ({ index, on: at(index).verifiedOn ?? Infinity }))
      const last = closings.reduce<(typeof closings)[number] | null>(
        (latest, closing) => (latest === null || closing.on > latest.on ? closing : latest),
        null,
      )
      if (last === null || last.on >= day || day - last.on > within || spent.has(last.index)) continue
      spent.add(last.index)
      found.push({ spot, item, closed: last.index, closedOn: last.on, by, day })
    }
  }
  return found.sort((a, b) => b.day - a.day || a.spot - b.spot || a.item - b.item)
}
