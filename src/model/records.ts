/**
 * The words of the district: what each row of the package becomes. Every record keeps `line`, its line in the file (a
 * feature's ordinal in GeoJSON), so that whatever is said about it can name where it came from. Days are `Day`s,
 * coordinates WGS84 degrees, `null` an empty cell.
 */
import type { LineString, MultiLineString, MultiPolygon, Polygon } from 'geojson'
import type { Day } from './day.ts'

export type Surface = Polygon | MultiPolygon
export type Path = LineString | MultiLineString

/** `district.json`. */
export interface District {
  title: string
  /** The day the package speaks of; null = the latest record's. */
  asOf: Day | null
  centre: [lon: number, lat: number] | null
  attribution: string | null
  /** 审图号. */
  mapNumber: string | null
  /** Made-up data: the screen says 示例数据. */
  synthetic: boolean
  /** Only to be looked at (a wall nobody watches over): the screen offers neither editing nor import. */
  readOnly: boolean
}

/** A 居委会. `code` is the 12-digit 统计用区划代码, as text. */
export interface Area {
  code: string
  name: string
  office: string | null
  relocation: boolean
  population: number | null
  /** The group it is ranked in (社区, 城中村, 集聚区, 待拆迁). */
  group: string | null
  geometry: Surface
  line: number
}

/** A water body. */
export interface Water {
  id: string
  name: string
  responsible: string | null
  geometry: Path | Surface
  line: number
}

interface Located {
  lon: number | null
  lat: number | null
  /** The declared 居委会, as its code. */
  areaCode: string | null
}

/** A place that is inspected. `geometry` is the line or polygon `sites.geojson` gives it. */
export interface Site extends Located {
  id: string
  /** id of a kind of the standard. */
  kind: string
  name: string
  /** Where it is, in words. */
  address: string | null
  /** 定位方式: how its place was found; null = not said */
  located: string | null
  responsible: string | null
  status: string | null
  geometry: Path | Surface | null
  line: number
}

export interface StatusChange {
  siteId: string
  day: Day
  status: string
  basis: string | null
  line: number
}

/** One item checked at one site on one visit. Exactly one of: `grade` given, `result` a band, `result` = 不适用. */
export interface Check {
  visit: string
  siteId: string
  day: Day
  source: string
  /** id of an item of the standard. */
  item: string
  result: string | null
  /** 0–10 when the sheet gives the grade itself. */
  grade: number | null
  defects: number | null
  note: string | null
  line: number
}

/** One problem found (问题台账). Dates are as mended by intake: none is before `foundOn`. */
export interface Issue extends Located {
  id: string
  siteId: string | null
  /** id of an item of the standard; null = the default item of its site's kind. */
  item: string | null
  /** Where it is, in words. */
  address: string | null
  /** 定位方式: how its place was found; null = not said */
  located: string | null
  foundOn: Day
  source: string | null
  severity: string
  description: string
  responsible: string | null
  dueOn: Day | null
  fixedOn: Day | null
  verifiedOn: Day | null
  /** Days of failed re-checks. */
  reworks: Day[]
  photoBefore: string | null
  photoAfter: string | null
  line: number
}

/**
 * A measurement as it stands on the sheet: a number, a censored value (「＜0.025」 is an interval, 「≤0.2」 one that holds
 * its limit), 清澈见底, or nothing.
 * `ND` (未检出) is an interval from 0 to an unknown limit.
 */
export type Reading =
  | { type: 'value'; value: number }
  | { type: 'below' | 'atMost' | 'above' | 'atLeast'; limit: number }
  | { type: 'notDetected' }
  | { type: 'clearToBottom' }
  | { type: 'none' }

/** A depth of water: a number, a censored value that stands for many, or something that cannot be read. */
export type Depth = number | Extract<Reading, { limit: number }> | 'unreadable'

export interface WaterSample {
  waterId: string
  station: string
  lon: number | null
  lat: number | null
  day: Day
  /** cm; null = not given, which is taken as deep water */
  depth: Depth | null
  /** cm */
  transparency: Reading
  /** mg/L */
  dissolvedOxygen: Reading
  /** mV */
  orp: Reading
  /** mg/L */
  ammonia: Reading
  line: number
}

/** A 群众满意度 survey of an area or a water body (exactly one of the two is set). */
export interface Survey {
  areaCode: string | null
  waterId: string | null
  day: Day
  valid: number
  satisfied: number
  line: number
}

export interface Honour extends Located {
  kind: string
  name: string | null
  day: Day | null
  count: number
  basis: string | null
  line: number
}

/** One link of the 责任链条: units, never persons. */
export interface Duty {
  areaCode: string | null
  siteId: string | null
  lead: string | null
  support: string | null
  grid: string | null
  line: number
}

export interface Activity extends Located {
  kind: string
  title: string
  day: Day
  photo: string | null
  line: number
}

/** The whole district as read: what intake hands on. Lists keep the order of their files. */
export interface Model {
  district: District
  areas: Area[]
  waters: Water[]
  sites: Site[]
  statusChanges: StatusChange[]
  checks: Check[]
  issues: Issue[]
  samples: WaterSample[]
  surveys: Survey[]
  honours: Honour[]
  duties: Duty[]
  activities: Activity[]
}

/** Awards that go to people: area, date and count only. */
export const PERSONAL_HONOURS: readonly string[] = ['卫生家庭', '创卫之星', '示范户']
