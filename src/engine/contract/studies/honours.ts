/** 评选: honours beside problems, and candidates for more. */

import type { Day } from '../../../model/day.ts'
import type { Scope } from '../../../model/scope.ts'

export interface HonourBalance {
  code: string
  score: number | null
  /** by kind of honour; people are counted, never named */
  honours: Record<string, number>
  open: number
  overdue: number
  /** problems told by the public and found in the standard's window */
  complaints: number
  /** per 100 places; null where there are none */
  honoursPer100: number | null
  problemsPer100: number | null
  /** 荣誉与问题不相称: why; [] = none */
  doubts: string[]
}

export interface HonourCandidate {
  id: string
  name: string
  areaCode: string
  kind: string
  rate: number
  rank: number
  daysClean: number | null
  visits: { day: string; source: string; worst: number }[]
}

export interface HonourDocument {
  areas: HonourBalance[]
  candidates: {
    note: string
    streets: HonourCandidate[]
    shops: HonourCandidate[]
    families: { areaCode: string; seen: number; good: number; suggested: number | null }[]
  }
}

export interface HonourAnswers {
  /** Honours beside problems, and candidates for more. */
  honours(asOf: Day, scope: Scope): Promise<HonourDocument>
}
