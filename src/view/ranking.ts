/** The ranking: who stands where, and who is not ranked. */

import type { Board, Figures } from '../engine/contract/board.ts'
import type { Overview } from '../engine/contract/package.ts'
import type { Standard } from '../model/standard.ts'
import { openOf } from '../model/state.ts'
import { rankAmong } from '../scoring/rank.ts'

export type RankingKey = 'score' | 'open' | 'change'

/** How the ranking is sorted; first of each measure what is looked for first. */
export const RANKING_ORDERS = {
  score: { by: 'score', worstFirst: true },
  'score-best': { by: 'score', worstFirst: false },
  open: { by: 'open', worstFirst: true },
  'open-best': { by: 'open', worstFirst: false },
  change: { by: 'change', worstFirst: false },
  'change-worst': { by: 'change', worstFirst: true },
} as const satisfies Readonly<Record<string, { by: RankingKey; worstFirst: boolean }>>

export type RankingOrder = keyof typeof RANKING_ORDERS

/** The order after the heading of a measure was pressed: its first, or turned round where it is sorted by that already. */
export const turnedOrder = (order: RankingOrder, by: RankingKey): RankingOrder => {
  const of = (Object.keys(RANKING_ORDERS) as RankingOrder[]).filter((each) => RANKING_ORDERS[each].by === by)
  return of.find((each) => each !== order && RANKING_ORDERS[order].by === by) ?? by
}

export interface RankingQuery {
  of: 'area' | 'office'
  /** only the areas of this 办事处 */
  office: string | null
  /** only the areas of this group (社区, 城中村 …); null = all */
  group: string | null
  by: RankingKey
  /** worst first */
  worstFirst: boolean
}

export interface RankingRow {
  figures: Figures
  /** place by score among those listed, 1 = best, equal scores share one; null = 数据不足 */
  rank: number | null
  label: string
}

export interface Ranking {
  ranked: RankingRow[]
  /** without a score: apart, never first or last */
  unranked: RankingRow[]
}

/** Larger = better; null = nothing to compare. */
const merit = (figures: Figures, { by, worstFirst }: RankingQuery, { grades }: Standard): number | null => {
  switch (by) {
    case 'score': {
      // Who looks for the worst is to find those that a veto put among them, whatever their number.
      const rank = grades.findIndex(({ id }) => id === figures.grade)
      return figures.score === null || !worstFirst ? figures.score : figures.score - 1000 * rank
    }
    case 'open':
      // Of two with as many problems, the one with more of them overdue is worse.
      return -openOf(figures) - figures.states.逾期 / 1e6
    case 'change':
      return figures.change
  }
}

/** Nothing to compare stands last whichever way it is sorted. */
const compare = (a: number | null, b: number | null, worstFirst: boolean): number => {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return worstFirst ? a - b : b - a
}

export const rankingOf = (overview: Overview, board: Board, query: RankingQuery): Ranking => {
  const { standard } = overview
  const infos = new Map(overview.areas.map((area) => [area.code, area]))
  const offices = new Map(overview.offices.map(({ name, shortName }) => [name, shortName]))
  const all = query.of === 'area' ? board.areas : board.offices
  const listed = all.filter(
    (f) =>
      query.of === 'office' ||
      ((query.office === null || f.office === query.office) &&
        (query.group === null || infos.get(f.id)?.group === query.group)),
  )
  const rows = listed.map((figures): RankingRow => {
    const { score } = figures
    return {
      figures,
      rank: rankAmong(listed, score),
      label: infos.get(figures.id)?.shortName ?? offices.get(figures.id) ?? figures.name,
    }
  })
  const order = (a: RankingRow, b: RankingRow) =>
    compare(merit(a.figures, query, standard), merit(b.figures, query, standard), query.worstFirst) ||
    (a.rank ?? 0) - (b.rank ?? 0)
  return {
    ranked: rows.filter((row) => row.rank !== null).sort(order),
    unranked: rows
      .filter((row) => row.rank === null)
      .sort((a, b) => compare(a.figures.provisional, b.figures.provisional, query.worstFirst)),
  }
}

/** Groups of the standard that some area of the package is in. */
export const groupsIn = ({ standard, areas }: Overview): string[] =>
  standard.areaGroups.filter((group) => areas.some((area) => area.group === group))
