/** How everything stands on a day, and how it came there: figures, the states of places and problems, the timeline. */

import type { Day } from '../../model/day.ts'
import type { LonLat } from '../../model/position.ts'
import type { Scope } from '../../model/scope.ts'
import type { IssueState } from '../../model/state.ts'
import type { Theme } from '../../model/themes.ts'
import type { CategoryState } from '../../scoring/score/category.ts'
import type { StationGrade } from '../../scoring/water.ts'

export interface CategoryFigure {
  id: string
  /** null unless scored or ledgerOnly */
  score: number | null
  state: CategoryState
  base: number | null
  deduction: number | null
}

export interface CapFigure {
  rule: string
  record: string
  /** where that record is to be seen; null where nothing on the map shows it */
  ref: { type: 'site' | 'issue' | 'water'; id: string } | null
  reason: string
  maxGrade: string
}

/** The figures of an area, an office or the whole district at one day. */
export interface Figures {
  /** area code, office name, or '' for the district */
  id: string
  name: string
  office: string | null
  score: number | null
  /** T where the area is 数据不足 */
  provisional: number | null
  /** id of a grade of the standard, or its `insufficient` */
  grade: string
  caps: CapFigure[]
  /** weight scored / weight applicable; null for offices and the district */
  weightCoverage: number | null
  themes: Record<Theme, number | null>
  categories: CategoryFigure[]
  /** 1 = best among those with a score of the same sort (areas among areas) */
  rank: number | null
  /** sites applicable and how many of them were visited in the window */
  sites: number
  visited: number
  /** problems by state at the day */
  states: Record<IssueState, number>
  /** found, and closed, in the seven days to the day */
  foundThisWeek: number
  closedThisWeek: number
  /** 0–100, null where nothing was due */
  index: number | null
  /** score − score `compareTo` days; null where either is missing */
  change: number | null
  /** areas without a score, left out of an aggregate; 0 for an area */
  leftOut: number
  honours: number
  activities: number
}

export interface Kpi {
  id: 'score' | 'passing' | 'open' | 'overdue' | 'closedRate' | 'index' | 'coverage' | 'water'
  label: string
  value: number | null
  /** '分', '%', '个' … */
  unit: string
  digits: 0 | 1
  /** value − value a week before; null where either is missing */
  change: number | null
  better: 'up' | 'down'
  /** a short clause under the figure: 「21 个中的」 */
  note: string
}

export interface WaterFigure {
  id: string
  name: string
  /** 重度 | 轻度 | 未检出黑臭 (the standard's own words), null without samples */
  grade: string | null
  rule: string
  /** indices of the areas it has a share in */
  areas: number[]
  insufficient: string[]
  /** stations without coordinates, whose distance could not be checked */
  unlocated: number
  /** `counts`: data of each indicator, of them 轻度 or worse, and 重度 */
  stations: (Omit<StationGrade, 'lon' | 'lat'> & { lon: number; lat: number })[]
  /** reaches of consecutive 重度 stations, along the body's own line */
  reaches: LonLat[][]
}

/** How the whole district stands on a day. Columns are parallel to `Overview.sites` / `.issues`. */
export interface Board {
  asOf: Day
  /** the day changes are counted from */
  compareTo: Day
  /** what the KPIs speak of */
  scope: Scope
  kpis: Kpi[]
  district: Figures
  /** in the order of Overview.areas */
  areas: Figures[]
  /** in the order of Overview.offices */
  offices: Figures[]
  sites: {
    /** 得分率 0–1 of counted checks, NaN when not visited in the window */
    rate: Float32Array
    open: Uint16Array
    overdue: Uint16Array
    /** day of the last visit at all, NaN never */
    lastVisit: Float64Array
    /** 1 = all its items are 不适用: neither visited nor unvisited */
    waived: Uint8Array
    status: (string | null)[]
  }
  issues: {
    /** index into ISSUE_STATES, 255 = not found yet */
    state: Uint8Array
    /** index into standard.severity.levels */
    severity: Uint8Array
  }
  waters: WaterFigure[]
}

/** Scores at the end of each day of the data, newest last. */
export interface Series {
  days: Day[]
  district: (number | null)[]
  /** by area code and by office name */
  areas: Record<string, (number | null)[]>
  offices: Record<string, (number | null)[]>
}

export interface EventDay {
  day: Day
  /** 动员 a meeting, 测评 a survey, 活动 actions of one sort on one day, 暗访 visits of the highest source */
  kind: '动员' | '测评' | '活动' | '暗访'
  title: string
  /** meetings, surveys, actions; places visited */
  count: number
}

export interface BoardAnswers {
  board(asOf: Day, scope: Scope): Promise<Board>
  series(): Promise<Series>
  /** What the timeline can mark. @param scope null = the district */
  eventDays(scope: Scope): Promise<EventDay[]>
}
