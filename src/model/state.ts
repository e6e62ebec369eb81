/** The state of a problem: derived from its dates, never stored. */
import type { Day } from './day.ts'
import type { Issue } from './records.ts'

export const ISSUE_STATES = ['待整改', '逾期', '待复查', '已销号'] as const
export type IssueState = (typeof ISSUE_STATES)[number]

/** 未销号: problems that are found and not closed, whatever they wait for. */
export const openOf = ({ states }: { states: Readonly<Record<IssueState, number>> }): number =>
  states.待整改 + states.逾期 + states.待复查

/** State at the end of day `t`, or null while it is not yet found. Nothing dated after `t` is seen. */
export const issueStateAt = (
  issue: Pick<Issue, 'foundOn' | 'dueOn' | 'fixedOn' | 'verifiedOn'>,
  t: Day,
): IssueState | null => {
  if (issue.foundOn > t) return null
  if (issue.verifiedOn !== null && issue.verifiedOn <= t) return '已销号'
  if (issue.fixedOn !== null && issue.fixedOn <= t) return '待复查'
  return issue.dueOn !== null && issue.dueOn < t ? '逾期' : '待整改'
}

/** Calendar days late at `t`: min(t, fixedOn) − dueOn, the due day itself not late; 0 without a due day. */
export const lateDaysAt = (issue: Pick<Issue, 'dueOn' | 'fixedOn'>, t: Day): number =>
  issue.dueOn === null ? 0 : Math.max(0, Math.min(t, issue.fixedOn ?? t) - issue.dueOn)
