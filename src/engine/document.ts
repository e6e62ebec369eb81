/** The score document: what `npm run score` prints. One JSON value, made by the code the screen runs. */

import type { Day } from '../model/day.ts'
import { formatDay } from '../model/day.ts'
import { lacks, type Report } from '../model/report.ts'
import type { Theme } from '../model/themes.ts'
import { recordOf } from '../scoring/score/caps.ts'
import type { CategoryScore } from '../scoring/score/category.ts'
import type { Loss } from '../scoring/score/score.ts'
import { type SectionMembers, sectionsOf, type Wanted } from './document-sections.ts'
import type { Opened } from './package/open.ts'

export interface ScoreDocument extends Partial<SectionMembers> {
  asOf: string
  /** version of the standard */
  standard: string
  /** files without which the scores are not complete; absent where all were read */
  incomplete?: string[]
  areas: {
    code: string
    name: string
    office: string | null
    score: number | null
    provisional: number | null
    grade: string
    caps: { rule: string; record: string; reason: string }[]
    weightCoverage: number
    themes: Record<Theme, number | null>
    categories: Record<string, CategoryScore>
    ledger: LedgerRow[]
  }[]
  offices: { name: string; score: number | null; areas: number; leftOut: number }[]
  waters: { id: string; grade: string | null; rule: string; insufficient: boolean; reasons: string[] }[]
  report: Pick<Report, 'rows' | 'absent' | 'rejected' | 'flagged'> & Partial<Pick<Report, 'unread'>>
}

interface LedgerRow {
  category: string
  record: string
  points: number
  raw?: number
  type: 'check' | 'issue' | 'survey' | 'status' | 'water'
  item: string
  /** id of the site, area or water body; null for a problem at none */
  site: string | null
}

const ledgerRow = (opened: Opened, loss: Loss): LedgerRow => {
  const { standard, model, places, prepared } = opened
  const { origin } = loss
  const record = origin.type === 'issue' ? (model.issues[origin.index]?.id ?? '') : recordOf(prepared, origin)
  return {
    category: standard.categories[loss.category]?.id ?? '',
    record,
    points: loss.points,
    ...(loss.raw === null ? {} : { raw: loss.raw }),
    type: origin.type,
    item: standard.items[loss.item]?.id ?? '',
    site: places.spots[loss.spot]?.id ?? null,
  }
}

export const scoreDocument = (opened: Opened, asOf: Day, wanted: Wanted = {}): ScoreDocument => {
  const { model, standard, report } = opened
  const scores = opened.explained(asOf)
  const lacking = report.unread.filter(({ scored }) => scored).map(({ file }) => file)
  return {
    asOf: formatDay(asOf),
    standard: standard.version,
    ...(lacking.length === 0 ? {} : { incomplete: lacking }),
    areas: model.areas.map((area, i) => {
      const score = scores.areas[i] as (typeof scores.areas)[number]
      return {
        code: area.code,
        name: area.name,
        office: area.office,
        score: score.score,
        // As on the screen: without one check there is nothing it could be of.
        provisional: lacks(report, 'inspections.csv') ? null : score.provisional,
        grade: score.grade,
        caps: score.caps.map(({ rule, record, reason }) => ({ rule, record, reason })),
        weightCoverage: score.weightCoverage,
        themes: score.themes,
        categories: Object.fromEntries(
          standard.categories.map((category, c) => [category.id, score.categories[c] as CategoryScore]),
        ),
        ledger: score.ledger.map((loss) => ledgerRow(opened, loss)),
      }
    }),
    offices: scores.offices.map(({ name, score, areas, leftOut }) => ({ name, score, areas, leftOut })),
    waters: scores.waters.map(({ id, grade, rule, insufficient }) => ({
      id,
      grade,
      rule,
      insufficient: insufficient.length > 0,
      reasons: insufficient,
    })),
    report: {
      rows: report.rows,
      absent: report.absent,
      ...(report.unread.length === 0 ? {} : { unread: report.unread }),
      rejected: report.rejected,
      flagged: report.flagged,
    },
    ...sectionsOf(opened, asOf, wanted),
  }
}
