/** The tables of the contract, by the list of the model they fill. */
import { ACTIVITIES } from './activities.ts'
import { CHECKS } from './checks.ts'
import { DUTIES } from './duties.ts'
import { HONOURS } from './honours.ts'
import { ISSUES } from './issues.ts'
import { SAMPLES } from './samples.ts'
import { SITES } from './sites.ts'
import { STATUS_CHANGES } from './status.ts'
import { SURVEYS } from './surveys.ts'

export const TABLES = {
  sites: SITES,
  statusChanges: STATUS_CHANGES,
  checks: CHECKS,
  issues: ISSUES,
  samples: SAMPLES,
  surveys: SURVEYS,
  honours: HONOURS,
  duties: DUTIES,
  activities: ACTIVITIES,
} as const
