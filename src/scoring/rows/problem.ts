/** What one open problem costs at a day, in item points, and whether it makes its category 仅据台账. */
import { inStandard } from '../../model/by-id.ts'
import type { Day } from '../../model/day.ts'
import type { Issue } from '../../model/records.ts'
import { mildestOf } from '../../model/severity.ts'
import type { Standard } from '../../model/standard.ts'
import { lateDaysAt } from '../../model/state.ts'

type Dates = Pick<Issue, 'foundOn' | 'dueOn' | 'fixedOn' | 'verifiedOn' | 'severity'>

/** foundOn ≤ t and not (verifiedOn ≤ t). */
export const openAt = (issue: Dates, t: Day): boolean =>
  issue.foundOn <= t && !(issue.verifiedOn !== null && issue.verifiedOn <= t)

/**
 * Open at any moment of (t − window, t], closed by now or not. A problem closed the day it was found counts as well:
 * closing a problem must never change which categories are scored.
 */
export const openWithin = (issue: Dates, t: Day, window: number): boolean =>
  issue.foundOn <= t && !(issue.verifiedOn !== null && issue.verifiedOn <= t - window)

/** severity · (pending) · (1 + overdue), in item points; 0 when it is not open. */
export const costAt = (issue: Dates, standard: Standard, t: Day): number => {
  if (!openAt(issue, t)) return 0
  const level =
    standard.severity.levels[inStandard(standard).severities.get(issue.severity) ?? -1] ?? mildestOf(standard)
  const pending = issue.fixedOn !== null && issue.fixedOn <= t ? standard.severity.pending : 1
  const weeks = Math.ceil(lateDaysAt(issue, t) / 7)
  const overdue = Math.min(standard.overdue.cap, standard.overdue.rate * weeks)
  return level.points * pending * (1 + overdue)
}
