/**
 * 整改闭环 in the terms of digital city management (GB/T 30428, 数字城管): shares, overdue, days a stage takes, and the
 * 整改 index (its 部门综合指标), beside the score, never in it. "In the window" is always (t − window, t]; nothing dated
 * after t is seen; days are calendar days.
 */
import type { Day } from '../../model/day.ts'
import { issueDaysOf } from '../../model/issue-days.ts'
import type { Issue } from '../../model/records.ts'
import type { Standard } from '../../model/standard.ts'
import type { Prepared } from '../rows/prepare.ts'
import { openAt } from '../rows/problem.ts'
import { type Link, linkOf } from './duties.ts'

export interface Closure {
  /** 应结案: problems due in the window */
  due: number
  /** 按期处置: of them, fixed by their due day */
  onTime: number
  /** 已结案: of them, verified by t */
  closed: number
  /** 按期结案: of them, verified by t and fixed by their due day — what the re-check takes is not the unit's delay */
  closedOnTime: number
  /** problems fixed in the window */
  fixed: number
  /** of them, with a failed re-check by t */
  reworked: number
  /** 超期未结 at t, whenever due: not verified and past the due day */
  overdue: number
  /** of them, not fixed either */
  overdueUnfixed: number
  /** onTime·按期处置率 + closed·结案率 + noRework·(1 − 返工率), 0–100; null where nothing was due */
  index: number | null
}

/** Days a stage takes, as a mean over `count` problems; null where there is none. */
export interface Stage {
  days: number | null
  count: number
}

export interface ClosureFigures extends Closure {
  /** 按期处置率 = onTime / due (intime_dispose_num / need_dispose_num), 0–1; null where nothing was due */
  onTimeRate: number | null
  /** 结案率 = closed / due (archive_num / need_archive_num), 0–1 */
  closedRate: number | null
  /** 按期结案率 = closedOnTime / due (intime_archive_num / need_archive_num), 0–1 */
  closedOnTimeRate: number | null
  /** 返工率 = reworked / fixed (rework_num / through_dispose_num), 0–1; null where nothing was fixed */
  reworkRate: number | null
  /** 发现 → 整改: fixedOn − foundOn of those fixed in the window */
  fixing: Stage
  /** 整改 → 销号: verifiedOn − fixedOn of those verified in the window */
  verifying: Stage
  /** 发现 → 销号: verifiedOn − foundOn of those verified in the window */
  closing: Stage
}

/** Past its due day and not verified at t: 超期未结. */
export const isOverdueAt = (issue: Issue, t: Day): boolean =>
  issue.dueOn !== null && issue.dueOn < t && openAt(issue, t)

/** Sums over some problems. */
export interface ClosureTally extends Omit<Closure, 'index'> {
  fixingDays: number
  verified: number
  verifyingDays: number
  closingDays: number
}

const emptyTally = (): ClosureTally => ({
  due: 0,
  onTime: 0,
  closed: 0,
  closedOnTime: 0,
  fixed: 0,
  reworked: 0,
  overdue: 0,
  overdueUnfixed: 0,
  fixingDays: 0,
  verified: 0,
  verifyingDays: 0,
  closingDays: 0,
})

const count = (tally: ClosureTally, issue: Issue, window: number, t: Day): void => {
  const { foundOn, dueOn, fixedOn, verifiedOn } = issue
  if (foundOn > t) return
  const inWindow = (day: Day | null): day is Day => day !== null && day > t - window && day <= t
  if (inWindow(dueOn)) {
    const closed = verifiedOn !== null && verifiedOn <= t
    const onTime = fixedOn !== null && fixedOn <= dueOn
    tally.due++
    if (onTime) tally.onTime++
    if (closed) tally.closed++
    if (closed && onTime) tally.closedOnTime++
  }
  if (inWindow(fixedOn)) {
    tally.fixed++
    tally.fixingDays += fixedOn - foundOn
    if (issue.reworks.some((day) => day <= t)) tally.reworked++
  }
  if (inWindow(verifiedOn)) {
    tally.verified++
    tally.verifyingDays += verifiedOn - (fixedOn ?? verifiedOn)
    tally.closingDays += verifiedOn - foundOn
  }
  if (isOverdueAt(issue, t)) {
    tally.overdue++
    if (fixedOn === null || fixedOn > t) tally.overdueUnfixed++
  }
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

/** The 整改 index of some problems. */
export const closureIndex = (
  { due, onTime, closed, fixed, reworked }: ClosureTally,
  { index }: Standard,
): number | null =>
  due === 0
    ? null
    : index.onTime * (onTime / due) +
      index.closed * (closed / due) +
      index.noRework * (1 - (share(reworked, fixed) ?? 0))

const closureOf = (tally: ClosureTally, standard: Standard): ClosureFigures => {
  const { fixingDays, verified, verifyingDays, closingDays, ...counts } = tally
  return {
    ...counts,
    onTimeRate: share(counts.onTime, counts.due),
    closedRate: share(counts.closed, counts.due),
    closedOnTimeRate: share(counts.closedOnTime, counts.due),
    reworkRate: share(counts.reworked, counts.fixed),
    index: closureIndex(tally, standard),
    fixing: { days: share(fixingDays, counts.fixed), count: counts.fixed },
    verifying: { days: share(verifyingDays, verified), count: verified },
    closing: { days: share(closingDays, verified), count: verified },
  }
}

/** The figures of some problems together. */
export const closureAt = (issues: Iterable<Issue>, standard: Standard, t: Day): ClosureFigures => {
  const tally = emptyTally()
  for (const issue of issues) count(tally, issue, standard.window, t)
  return closureOf(tally, standard)
}

/** Sums of the problems of each group, in one pass. @param groupOf the group of a problem (index), from 0; -1 none */
export const closureTallies = (
  issues: readonly Issue[],
  { window }: Standard,
  t: Day,
  groups: number,
  groupOf: (index: number) => number,
): ClosureTally[] => {
  const tallies = Array.from({ length: groups }, emptyTally)
  const days = issueDaysOf(issues)
  const inWindow = (day: number) => day > t - window && day <= t
  for (let i = 0; i < issues.length; i++) {
    const dueOn = days.dueOn[i] as number
    const verifiedOn = days.verifiedOn[i] as number
    // Most problems of a year neither began nor ended in the window, and are not late: they count nowhere.
    const counts =
      inWindow(dueOn) ||
      inWindow(days.fixedOn[i] as number) ||
      inWindow(verifiedOn) ||
      (dueOn < t && verifiedOn > t)
    const tally = counts ? tallies[groupOf(i)] : undefined
    if (tally !== undefined) count(tally, issues[i] as Issue, window, t)
  }
  return tallies
}

/** Sums of several groups together. */
export const sumClosures = (tallies: Iterable<ClosureTally>): ClosureTally => {
  const sum = emptyTally()
  const names = Object.keys(sum) as (keyof ClosureTally)[]
  for (const tally of tallies) for (const name of names) sum[name] += tally[name]
  return sum
}

/** The figures of every link of one sort that has any problem by t; `null` gathers those whose records name none. */
export const closureByLink = (
  prepared: Prepared,
  link: Link,
  t: Day,
  wanted: (index: number) => boolean = () => true,
): Map<string | null, ClosureFigures> => {
  const { model, standard } = prepared
  const tallies = new Map<string | null, ClosureTally>()
  model.issues.forEach((issue, i) => {
    if (issue.foundOn > t || !wanted(i)) return
    const key = linkOf(prepared, i, link)
    const tally = tallies.get(key) ?? emptyTally()
    tallies.set(key, tally)
    count(tally, issue, standard.window, t)
  })
  return new Map([...tallies].map(([key, tally]) => [key, closureOf(tally, standard)]))
}
