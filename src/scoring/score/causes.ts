/**
 * Why an area's T is another than it was: every record that counts otherwise at the later day, in a fixed order, with what
 * T changed by when it was put in place of what counted before. The effects sum to the change exactly; how much of it
 * falls to one record of several in the same category depends on the order, which is said where they are shown.
 */
import type { Day } from '../../model/day.ts'
import type { Issue } from '../../model/records.ts'
import type { Entry } from '../rows/prepare.ts'
import { gradesOfWaters } from '../water.ts'
import { categoryScore } from './category.ts'
import {
  type CategoryIndex,
  categoryTotals,
  type DayState,
  dayStateOf,
  gradeIn,
  rowsAt,
  type SiteItem,
  totalOf,
} from './category-index.ts'
import type { LossOrigin } from './score.ts'

/**
 * fresh: a visit of the days between. derived: a state, a water grade or a survey. found, fixed, closed: problems found,
 * put right and closed between. late: problems that got later. expired: visits that left the window, and what counts
 * again without them. aged: closed problems that left the window.
 */
export const CAUSES = ['fresh', 'derived', 'found', 'late', 'fixed', 'closed', 'expired', 'aged'] as const
export type CauseKind = (typeof CAUSES)[number]

export interface Cause {
  kind: CauseKind
  /** index into the standard's categories */
  category: number
  item: number
  /** index into spots, -1 none */
  spot: number
  origin: LossOrigin
  /** what T changed by, points */
  effect: number
}

export interface Change {
  /** T at the two days; null where nothing is known */
  from: number | null
  to: number | null
  causes: Cause[]
}

/** The row that counts for each site–item at a day. */
type Rows = (Entry | null)[]

/** One thing to be put in place. */
interface Step extends Omit<Cause, 'effect'> {
  /** order within its kind */
  day: Day
  apply: (state: DayState) => void
}

const kindOfRow = (before: Entry | null, after: Entry | null, from: Day): CauseKind => {
  const shown = after ?? before
  if (shown?.origin.type !== 'check') return 'derived'
  return after !== null && after.day > from ? 'fresh' : 'expired'
}

const kindOfIssue = (issue: Issue, from: Day, to: Day): CauseKind => {
  const between = (day: Day | null) => day !== null && day > from && day <= to
  if (between(issue.verifiedOn)) return 'closed'
  if (between(issue.foundOn)) return 'found'
  if (between(issue.fixedOn)) return 'fixed'
  return issue.verifiedOn !== null && issue.verifiedOn <= from ? 'aged' : 'late'
}

/**
 * What made the difference between two days, of any area asked for; the two days are worked out once.
 * @param from, to days, either may be the later
 * @returns the change of the area of an index
 */
export const causesBetween = (
  categoryIndex: CategoryIndex,
  from: Day,
  to: Day,
): ((area: number) => Change) => {
  const { prepared, siteItems, parts, problemGroups } = categoryIndex
  const { model, standard, categoryOf, issueItem, issueSpot } = prepared
  const C = standard.categories.length
  const [then, now] = [from, to].map((t) => rowsAt(categoryIndex, gradesOfWaters(prepared, t), t)) as [
    Rows,
    Rows,
  ]
  const stateOf = (rows: Rows, t: Day) => dayStateOf(categoryIndex, Float64Array.from(rows, gradeIn), t)
  const [start, target] = [stateOf(then, from), stateOf(now, to)]

  return (area) => {
    const state: DayState = {
      grades: start.grades.slice(),
      costs: start.costs.slice(),
      within: start.within.slice(),
    }
    const touchedSiteItems = new Set<number>()
    const touchedIssues = new Set<number>()
    for (let c = 0; c < C; c++) {
      for (const { siteItem } of parts[area * C + c] ?? []) if (siteItem >= 0) touchedSiteItems.add(siteItem)
      for (const { issues } of problemGroups[area * C + c] ?? [])
        for (const { index } of issues) touchedIssues.add(index)
    }

    const steps: Step[] = []
    for (const at of touchedSiteItems) {
      if (Object.is(state.grades[at], target.grades[at])) continue
      const siteItem = siteItems[at] as SiteItem
      const [before = null, after = null] = [then[at], now[at]]
      const shown = after ?? before
      if (shown === null) continue
      steps.push({
        kind: kindOfRow(before, after, from),
        category: categoryOf[siteItem.item] as number,
        item: siteItem.item,
        spot: siteItem.spot,
        origin: shown.origin,
        day: shown.day,
        apply: (s) => {
          s.grades[at] = target.grades[at] as number
        },
      })
    }
    for (const index of touchedIssues) {
      if (state.costs[index] === target.costs[index] && state.within[index] === target.within[index]) continue
      const issue = model.issues[index] as Issue
      const item = issueItem[index] as number
      steps.push({
        kind: kindOfIssue(issue, from, to),
        category: categoryOf[item] as number,
        item,
        spot: issueSpot[index] as number,
        origin: { type: 'issue', index },
        day: issue.foundOn,
        apply: (s) => {
          s.costs[index] = target.costs[index] as number
          s.within[index] = target.within[index] as number
        },
      })
    }
    steps.sort((a, b) => CAUSES.indexOf(a.kind) - CAUSES.indexOf(b.kind) || a.day - b.day)

    const figures = standard.categories.map((_, c) =>
      categoryScore(categoryTotals(categoryIndex, state, area * C + c), standard),
    )
    const first = totalOf(categoryIndex, figures).total
    let total = first
    const causes = steps.map(({ apply, day: _, ...step }): Cause => {
      apply(state)
      figures[step.category] = categoryScore(
        categoryTotals(categoryIndex, state, area * C + step.category),
        standard,
      )
      const next = totalOf(categoryIndex, figures).total
      const effect = total === null || next === null ? 0 : next - total
      // A moment at which nothing is known changes nothing: what comes after it is counted from before it.
      if (next !== null) total = next
      return { ...step, effect }
    })
    return { from: first, to: totalOf(categoryIndex, figures).total, causes }
  }
}

/** The same of one area alone. */
export const causesOf = (categoryIndex: CategoryIndex, area: number, from: Day, to: Day): Change =>
  causesBetween(categoryIndex, from, to)(area)
