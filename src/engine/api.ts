/**
 * What the screen may ask. The engine owns the data in a worker; panels and map hold answers, never rows. Every answer
 * about a moment names its day. Indices (`site`, `issue`, `area`) are positions in the model's lists and stay the same
 * as long as the package does; -1 stands for none.
 */
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import type { Briefing } from '../model/briefing.ts'
import type { Day } from '../model/day.ts'
import type { District, Path, Surface } from '../model/records.ts'
import type { Report } from '../model/report.ts'
import type { IndicatorId, Standard } from '../model/standard.ts'
import type { IssueState } from '../model/state.ts'
import type { Theme } from '../model/themes.ts'
import type { Link } from '../scoring/duties.ts'
import type { StationGrade } from '../scoring/water.ts'
import type { EventDay } from './answers/event-days.ts'
import type { IndexParts } from './answers/index-parts.ts'
import type { DataEngine } from './data-api.ts'
import type { ClosureStudy, OverdueLine, SourceStudy } from './studies/closure.ts'
import type { ClusterQuery, Clusters } from './studies/clusters/clusters.ts'
import type { Rebounds } from './studies/clusters/rebounds.ts'
import type { CauseLine, Comparison } from './studies/compare.ts'
import type { Coverage } from './studies/coverage/coverage.ts'
import type { ScoreInterval } from './studies/coverage/intervals.ts'
import type { HonourDocument } from './studies/honours.ts'
import type { BulletinFacts, NoticeIssue, NoticeUnit } from './studies/notices.ts'
import type { PlanScope, Priorities, SmallestLists, Supposition, Task } from './studies/plan/plan.ts'
import type { Route, RouteQuery } from './studies/route.ts'

export type LonLat = [lon: number, lat: number]
/** west, south, east, north, in degrees */
export type Bounds = [number, number, number, number]

export interface AreaInfo {
  code: string
  name: string
  /** The name without 居委会/社区…, as a map label wants it. */
  shortName: string
  office: string | null
  relocation: boolean
  population: number | null
  group: string | null
  /** A point well inside, for the label. */
  label: LonLat
  bounds: Bounds
}

export interface OfficeInfo {
  name: string
  bounds: Bounds
  /** codes of its areas */
  areas: string[]
}

/** Everything about the package that does not depend on the day. */
export interface Overview {
  /** tells one state of the package from another: goes up whenever the engine holds another one */
  edition: number
  district: District
  /** The package's own as-of day. */
  asOf: Day
  /** First and last day any record speaks of. */
  firstDay: Day
  lastDay: Day
  standard: Standard
  areas: AreaInfo[]
  offices: OfficeInfo[]
  bounds: Bounds
  /** properties: code, index */
  areaShapes: FeatureCollection<Surface, { code: string; index: number }>
  /** 办事处 dissolved. properties: name */
  officeShapes: FeatureCollection<Polygon | MultiPolygon, { name: string }>
  /** properties: id, name */
  waterShapes: FeatureCollection<Path | Surface, { id: string; name: string }>
  basemap: FeatureCollection | null
  sites: SiteColumns
  issues: IssueColumns
  honours: HonourMark[]
  activities: ActivityMark[]
  /** Number of sites of each kind id. */
  kindCounts: Record<string, number>
  report: Report
  /** the prepared presentations */
  briefings: Briefing[]
  /** Where photos of the package are fetched from, ending in a slash; '' = only the package itself has them. */
  base: string
  /** null = the package beside the page; else the user's own, when it was changed last (ISO time) and whether it outlives the page */
  own: { changedAt: string; kept: boolean } | null
}

/** The sites of `sites.csv`, in its order, as columns. NaN = no place on the map. */
export interface SiteColumns {
  count: number
  id: string[]
  name: string[]
  /** index into standard.kinds */
  kind: Uint8Array
  /** index into areas (largest share), -1 outside */
  area: Int32Array
  lon: Float64Array
  lat: Float64Array
  /** Lines and polygons. properties: index (of the site) */
  shapes: Feature<Path | Surface, { index: number }>[]
}

/** The problems, in the order of the file. NaN = no place on the map. */
export interface IssueColumns {
  count: number
  id: string[]
  /** index into sites, -1 none */
  site: Int32Array
  area: Int32Array
  /** index into standard.kinds, -1 none */
  kind: Int16Array
  lon: Float64Array
  lat: Float64Array
}

export interface HonourMark {
  kind: string
  name: string | null
  area: number
  lon: number
  lat: number
  day: Day | null
  count: number
  basis: string | null
}

export interface ActivityMark {
  kind: string
  title: string
  area: number
  lon: number
  lat: number
  day: Day
  photo: string | null
}

export type CategoryState = 'scored' | 'ledgerOnly' | 'unvisited' | 'notApplicable'

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
  /** for `scope` null the district, else the office the KPIs speak of */
  scope: string | null
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

/** A thing on the map or in a list that can be selected. */
export type Ref =
  | { type: 'area'; id: string }
  | { type: 'office'; id: string }
  | { type: 'site'; id: string }
  | { type: 'issue'; id: string }
  | { type: 'water'; id: string }

/** One line of the ledger, in words. `points` are of the 100 of the score it explains. */
export interface LedgerLine {
  /** issue id, visit id, or the id of a derived record */
  record: string
  type: 'check' | 'issue' | 'derived'
  points: number
  raw: number | null
  category: string
  categoryLabel: string
  theme: Theme
  item: string
  itemText: string
  clause: string
  day: Day
  /** what happened, one clause: 「不合格，5 处缺陷」「逾期 12 天，未整改」 */
  what: string
  where: string
  responsible: string | null
  /** what to select and fly to; null when it has no place */
  ref: Ref | null
}

export interface Explanation {
  of: Ref | null
  title: string
  figures: Figures
  /** largest loss first */
  ledger: LedgerLine[]
  /** the categories in words, with weight and loss: Σ loss = 100 − T */
  losses: {
    category: string
    label: string
    theme: Theme
    weight: number
    loss: number
    score: number | null
    state: CategoryState
  }[]
}

export interface VisitLine {
  visit: string
  day: Day
  source: string
  items: {
    text: string
    result: string
    grade: number | null
    defects: number | null
    note: string | null
    counts: boolean
  }[]
}

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

/** What is known of a place on a day. */
export interface SiteCard {
  type: 'site'
  index: number
  id: string
  name: string
  kind: string
  areaCode: string | null
  areaName: string | null
  office: string | null
  /** how it came to its area, in words, and the areas it is shared between */
  placing: string
  shares: { code: string; name: string; share: number }[]
  responsible: string | null
  duty: { lead: string | null; support: string | null; grid: string | null } | null
  status: string | null
  statusHistory: { day: Day; status: string; basis: string | null }[]
  /** 得分率 0–1, null when not visited in the window */
  rate: number | null
  visits: VisitLine[]
  issues: IssueLine[]
  lon: number
  lat: number
  bounds: Bounds | null
}

/** One indicator of one sample. */
export interface SampleReading {
  /** as it stands on the sheet */
  text: string
  /** the number, or the limit of a censored one; null where there is none to plot */
  value: number | null
  /** exact, or known only to be below, at most, above or at least `value` */
  bound: 'exact' | 'below' | 'atMost' | 'above' | 'atLeast'
  /** 0 clean, 1 轻度, 2 重度; null = counts as no measurement */
  cls: 0 | 1 | 2 | null
  /** replaces both limits of the indicator for this sample */
  limit: number | null
}

export interface WaterCard {
  type: 'water'
  id: string
  name: string
  responsible: string | null
  figure: WaterFigure
  samples: {
    station: string
    day: Day
    /** cm; null where it is not given as one number */
    depth: number | null
    readings: Record<IndicatorId, SampleReading>
  }[]
  issues: IssueLine[]
  visits: VisitLine[]
  bounds: Bounds
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

export interface SearchHit {
  ref: Ref | { type: 'responsible'; id: string }
  title: string
  subtitle: string
  kind: string | null
  lon: number
  lat: number
  bounds: Bounds | null
}

/** Responsible units, to be chosen from. */
export interface Units {
  /** the one that answers for the place asked about, and how that is known; null = nobody is named */
  proposed: { unit: string; why: string } | null
  /** the ones with most problems first */
  all: string[]
}

/** A file of the host's package of which nothing, or hardly anything, has come for so long. */
export interface WaitingFor {
  path: string
  seconds: number
  /** bytes that have come in those seconds, too slowly; null where it has stood still for them */
  received: number | null
}

export interface Engine extends DataEngine {
  /**
   * Reads the package shown last: the user's own, else the one at `base` (a URL ending in a slash). Throws an Error whose
   * message is for the user.
   * @param onWaiting called from then on, for as long as the page lives, with the files that are waited for in vain
   */
  load(
    base: string,
    onProgress: (done: number, of: number, what: string) => void,
    onWaiting: (files: WaitingFor[]) => void,
  ): Promise<Overview>
  /** Asks anew for a file that is waited for, or goes on without it, as one that could not be read. */
  hurry(path: string, how: 'again' | 'without'): Promise<void>
  /** Asks the host again for the files that could not be read. */
  retry(): Promise<Overview>
  /**
   * Answers a question about that edition of the package (`Overview.edition`), never about another one: an answer that
   * would be of another is an OvertakenError.
   */
  ask<N extends Asked>(edition: number, ...question: Question<N>): ReturnType<Engine[N]>
  board(asOf: Day, scope: string | null): Promise<Board>
  series(): Promise<Series>
  /** The score of one category on every day of the series, by area code; null when there is no such category. */
  categorySeries(id: string): Promise<Record<string, (number | null)[]> | null>
  /** What the timeline can mark. */
  eventDays(): Promise<EventDay[]>
  /** How every area stood on two days, and what sorts of records made the difference. */
  comparison(from: Day, to: Day): Promise<Comparison>
  /** The records behind the change of one area between two days. */
  causes(code: string, from: Day, to: Day): Promise<CauseLine[] | null>
  /** 整改闭环 by a link of the 责任链条, in the window to the day; of one office or all. */
  closure(link: Link, office: string | null, asOf: Day): Promise<ClosureStudy>
  /** 检查来源 beside each other. */
  sources(office: string | null, asOf: Day): Promise<SourceStudy>
  /** What is 超期未结, of one link or of all. */
  overdue(
    of: { link: Link; id: string | null } | null,
    office: string | null,
    asOf: Day,
  ): Promise<OverdueLine[]>
  /** How everything would stand with these actions, or halves of them, done. */
  whatIf(tasks: readonly Task[], asOf: Day): Promise<Supposition>
  /** The actions of a scope, in the order in which they are first to be done. */
  priorities(of: PlanScope, asOf: Day): Promise<Priorities>
  /** The fewest actions that lift an area to each better grade; null when there is no such area. */
  smallest(code: string, asOf: Day): Promise<SmallestLists | null>
  /** How much of the built-up land somebody was near, and where nobody was. */
  coverage(asOf: Day): Promise<Coverage>
  /** How sure the scores are, in the order of Overview.areas. */
  intervals(asOf: Day): Promise<ScoreInterval[]>
  clusters(query: ClusterQuery): Promise<Clusters>
  /** @param within days after the 销号 that count */
  rebounds(asOf: Day, within: number, office: string | null): Promise<Rebounds>
  /** What the records of a period have to say, for a 通报. */
  bulletin(from: Day, to: Day, office: string | null): Promise<BulletinFacts>
  /** Units with anything to put right. */
  noticeUnits(office: string | null, asOf: Day): Promise<NoticeUnit[]>
  /** The problems to write 整改通知单 of. */
  noticeIssues(
    of: { id: string } | { unit: string | null },
    office: string | null,
    asOf: Day,
  ): Promise<NoticeIssue[]>
  /** Honours beside problems, and candidates for more. */
  honours(asOf: Day): Promise<HonourDocument>
  /** The places most worth going to, in an order that makes the way short. */
  route(query: RouteQuery): Promise<Route>
  /** null = the district */
  explain(of: { type: 'area' | 'office'; id: string } | null, asOf: Day): Promise<Explanation | null>
  site(id: string, asOf: Day): Promise<SiteCard | null>
  water(id: string, asOf: Day): Promise<WaterCard | null>
  issue(id: string, asOf: Day): Promise<IssueLine | null>
  /** What the 整改指数 is made of; null = the district. */
  indexParts(of: { type: 'area' | 'office'; id: string } | null, asOf: Day): Promise<IndexParts>
  /** Indices of the problems asked for, in order. One answer feeds both table and map. */
  issues(query: IssueQuery): Promise<Uint32Array>
  issueLines(indices: number[], asOf: Day): Promise<IssueLine[]>
  search(text: string, limit: number): Promise<SearchHit[]>
  /** @param at id of a site or water, and code of a 居委会 */
  units(at: { site: string | null; area: string | null }): Promise<Units>
}

/** What is asked of a package and changes nothing. */
export type Asked = Exclude<
  keyof Engine,
  | ('load' | 'hurry' | 'retry' | 'ask' | 'watch' | 'exportFile' | 'edit' | 'use')
  | ('inspect' | 'choose' | 'cancel' | 'discard' | 'rejectedRows' | 'show' | 'undo' | 'clear' | 'renew')
>

/** A question as a value: the name of the method and what it is called with. */
export type Question<N extends Asked = Asked> = N extends Asked
  ? readonly [name: N, ...args: Parameters<Engine[N]>]
  : never
