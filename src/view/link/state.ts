/** The whole view as one value: what a link reproduces. `null` stands for "the default of the package". */
import type { IssueSort, Ref } from '../../engine/api.ts'
import type { Day } from '../../model/day.ts'
import { ISSUE_STATES, type IssueState } from '../../model/state.ts'
import type { Link } from '../../scoring/duties.ts'
import type { StudyView } from '../studies/registry.ts'

/** What colours the 居委会. */
export type Metric =
  | { type: 'score' }
  | { type: 'theme'; id: '脏' | '乱' | '差' }
  | { type: 'category'; id: string }
  | { type: 'coverage' }
  | { type: 'open' }
  | { type: 'overdue' }
  | { type: 'change' }

export interface Camera {
  lon: number
  lat: number
  zoom: number
  bearing: number
  pitch: number
}

export type Selection = Ref | null

/** What the 台账 can be sorted by. */
export const ISSUE_SORTS = [
  'foundOn',
  'dueOn',
  'late',
  'severity',
  'state',
  'area',
  'kind',
  'id',
] as const satisfies readonly IssueSort[]

export interface ViewState {
  /** null = the whole district fitted into the free part of the window */
  camera: Camera | null
  asOf: Day | null
  metric: Metric
  /** 办事处 filter */
  office: string | null
  /** kinds of place that are not drawn */
  hiddenKinds: string[]
  /** problems drawn on the map; 已销号 are off until asked for */
  states: IssueState[]
  sitesShown: boolean
  issuesShown: boolean
  heat: boolean
  watersShown: boolean
  honoursShown: boolean
  activitiesShown: boolean
  selection: Selection
  /** what stands at the right while nothing is selected and no study is open */
  standing: 'area' | 'office' | 'why'
  /** the study that is open, null = none */
  study: StudyView | null
  /** 台账 sheet */
  ledger: {
    open: boolean
    text: string
    area: string | null
    /** one link of the 责任链条; id '' = those whose records name none */
    link: { type: Link; id: string } | null
    /** kinds of place; [] = all that are drawn */
    kinds: string[]
    severities: string[]
    sources: string[]
    foundFrom: Day | null
    foundTo: Day | null
    dueFrom: Day | null
    dueTo: Day | null
    sort: IssueSort
    descending: boolean
  }
  theme: 'auto' | 'light' | 'dark'
  /** viewing distance: one factor for all type, through rem */
  display: 'auto' | 'desk' | 'room' | 'wall'
}

export const DEFAULT_VIEW: ViewState = {
  camera: null,
  asOf: null,
  metric: { type: 'score' },
  office: null,
  hiddenKinds: [],
  states: ISSUE_STATES.filter((state) => state !== '已销号'),
  sitesShown: true,
  issuesShown: true,
  heat: false,
  watersShown: true,
  honoursShown: false,
  activitiesShown: false,
  selection: null,
  standing: 'area',
  study: null,
  ledger: {
    open: false,
    text: '',
    area: null,
    link: null,
    kinds: [],
    severities: [],
    sources: [],
    foundFrom: null,
    foundTo: null,
    dueFrom: null,
    dueTo: null,
    sort: 'late',
    descending: true,
  },
  theme: 'auto',
  display: 'auto',
}
