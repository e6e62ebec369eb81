/** 整改 index (the 部门综合指标 of digital city management): beside the score, never in it. */
import type { Day } from '../model/day.ts'
import type { Issue } from '../model/records.ts'
import type { Standard } from '../model/standard.ts'

export interface Closure {
  /** problems due in (t − window, t] */
  due: number
  /** of them, fixed by their due day */
  onTime: number
  /** of them, verified by t */
  closed: number
  /** problems fixed in the window */
  fixed: number
  /** of them, with a failed re-check by t */
  reworked: number
  /** onTime·按期处置率 + closed·结案率 + noRework·(1 − 返工率), 0–100; null where nothing was due */
  index: number | null
}

export const closureAt = (issues: Iterable<Issue>, standard: Standard, t: Day): Closure => {
  const inWindow = (day: Day | null): boolean => day !== null && day > t - standard.window && day <= t
  const count = { due: 0, onTime: 0, closed: 0, fixed: 0, reworked: 0 }
  for (const issue of issues) {
    if (issue.foundOn > t) continue
    if (inWindow(issue.dueOn)) {
      count.due++
      if (issue.fixedOn !== null && issue.fixedOn <= (issue.dueOn as Day)) count.onTime++
      if (issue.verifiedOn !== null && issue.verifiedOn <= t) count.closed++
    }
    if (inWindow(issue.fixedOn)) {
      count.fixed++
      if (issue.reworks.some((day) => day <= t)) count.reworked++
    }
  }
  const { onTime, closed, noRework } = standard.index
  const index =
    count.due === 0
      ? null
      : (onTime * count.onTime) / count.due +
        (closed * count.closed) / count.due +
        noRework * (1 - (count.fixed === 0 ? 0 : count.reworked / count.fixed))
  return { ...count, index }
}
