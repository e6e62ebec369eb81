/** 台账: which problems, in which order, and each in words. */
import type { Day } from '../../model/day.ts'
import type { IssueState } from '../../model/state.ts'
import type { Link } from '../../scoring/closure/duties.ts'

export interface IssueLine {
  index: number
  id: string
  state: IssueState
  severity: string
  description: string
  item: string | null
  itemText: string | null
  categoryLabel: string | null
  siteId: string | null
  siteName: string | null
  kind: string | null
  areaCode: string | null
  areaName: string | null
  office: string | null
  responsible: string | null
  source: string | null
  foundOn: Day
  dueOn: Day | null
  fixedOn: Day | null
  verifiedOn: Day | null
  lateDays: number
  reworks: number
  photoBefore: string | null
  photoAfter: string | null
  lon: number
  lat: number
}

export type IssueSort = 'foundOn' | 'dueOn' | 'late' | 'severity' | 'state' | 'area' | 'kind' | 'id'

/** Which problems, in which order. Empty or null = no such condition. */
export interface IssueQuery {
  asOf: Day
  office: string | null
  area: string | null
  site: string | null
  /** one link of the 责任链条; '' = those whose records name none */
  link?: { type: Link; id: string } | null
  kinds: string[]
  states: IssueState[]
  severities: string[]
  sources: string[]
  foundFrom: Day | null
  foundTo: Day | null
  dueFrom: Day | null
  dueTo: Day | null
  text: string
  sort: IssueSort
  descending: boolean
}

/** Responsible units, to be chosen from. */
export interface ResponsibleUnits {
  /** the one that answers for the place asked about, and how that is known; null = nobody is named */
  proposed: { unit: string; why: string } | null
  /** the ones with most problems first */
  all: string[]
}

export interface IssueAnswers {
  issue(id: string, asOf: Day): Promise<IssueLine | null>
  /** Indices of the problems asked for, in order. One answer feeds both table and map. */
  issues(query: IssueQuery): Promise<Uint32Array>
  issueLines(indices: number[], asOf: Day): Promise<IssueLine[]>
  /** @param at id of a site or water, and code of a 居委会 */
  units(at: { site: string | null; area: string | null }): Promise<ResponsibleUnits>
}
