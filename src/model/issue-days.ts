/** The days of all problems as columns, for what looks at every one of them on every day. */
import type { Day } from './day.ts'
import type { Issue } from './records.ts'
import { oncePer } from './remembered.ts'
import { ISSUE_STATES } from './state.ts'

/** After every day there is: of a problem that has no such day. */
const NEVER = 2 ** 31 - 1

export interface IssueDays {
  foundOn: Int32Array
  /** the others are after every day where there is none */
  dueOn: Int32Array
  fixedOn: Int32Array
  verifiedOn: Int32Array
}

export const issueDaysOf = oncePer(
  (issues: readonly Issue[]): IssueDays => ({
    foundOn: Int32Array.from(issues, ({ foundOn }) => foundOn),
    dueOn: Int32Array.from(issues, ({ dueOn }) => dueOn ?? NEVER),
    fixedOn: Int32Array.from(issues, ({ fixedOn }) => fixedOn ?? NEVER),
    verifiedOn: Int32Array.from(issues, ({ verifiedOn }) => verifiedOn ?? NEVER),
  }),
)

const [PENDING, LATE, FIXED, CLOSED] = [
  ISSUE_STATES.indexOf('待整改'),
  ISSUE_STATES.indexOf('逾期'),
  ISSUE_STATES.indexOf('待复查'),
  ISSUE_STATES.indexOf('已销号'),
] as const

/** `issueStateAt` of a problem (index) as an index of ISSUE_STATES, −1 while it is not yet found. */
export const stateIndexAt = (
  { foundOn, dueOn, fixedOn, verifiedOn }: IssueDays,
  issue: number,
  t: Day,
): number => {
  if ((foundOn[issue] as number) > t) return -1
  if ((verifiedOn[issue] as number) <= t) return CLOSED
  if ((fixedOn[issue] as number) <= t) return FIXED
  return (dueOn[issue] as number) < t ? LATE : PENDING
}
