/** The state of a problem with how long it has lasted, where that is what somebody has to act on. */
import type { IssueLine } from '../engine/contract/issues.ts'
import type { Day } from '../model/day.ts'

/** Days that a problem has waited for its re-check; null where it does not wait. */
const waitedDays = ({ state, fixedOn }: Pick<IssueLine, 'state' | 'fixedOn'>, asOf: Day): number | null =>
  state === '待复查' && fixedOn !== null ? asOf - fixedOn : null

/** 「逾期 12 天」 since the due day, not put right; 「待复查 5 天」 since it was; else the state alone. */
export const stateText = (issue: Pick<IssueLine, 'state' | 'fixedOn' | 'lateDays'>, asOf: Day): string => {
  if (issue.state === '逾期') return `逾期 ${issue.lateDays} 天`
  const waited = waitedDays(issue, asOf)
  return waited === null ? issue.state : `待复查 ${waited} 天`
}
