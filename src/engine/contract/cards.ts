/** What can be selected, and what is known of a place or a water body on a day. */

import type { Day } from '../../model/day.ts'
import type { IndicatorId } from '../../model/standard.ts'
import type { WaterFigure } from './board.ts'
import type { IssueLine } from './issues.ts'

/** A thing on the map or in a list that can be selected. */
export type Ref =
  | { type: 'area'; id: string }
  | { type: 'office'; id: string }
  | { type: 'site'; id: string }
  | { type: 'issue'; id: string }
  | { type: 'water'; id: string }

export interface AreaWords {
  areaCode: string | null
  areaName: string | null
  office: string | null
}

/** One row of the checks of a place. */
export interface CheckRef {
  /** id of the item */
  item: string
  /** id of the visit, or of the record in place of one */
  visit: string
}

/** A visit with what was checked, or a survey. */
export interface VisitLine {
  visit: string
  day: Day
  source: string
  items: {
    /** id of the item */
    item: string
    text: string
    result: string
    grade: number | null
    defects: number | null
    note: string | null
    counts: boolean
  }[]
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
}

export interface CardAnswers {
  /** The visits to an area as a whole, newest first; null where there is no such area. */
  areaVisits(code: string, asOf: Day): Promise<VisitLine[] | null>
  site(id: string, asOf: Day): Promise<SiteCard | null>
  water(id: string, asOf: Day): Promise<WaterCard | null>
}
