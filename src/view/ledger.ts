/** 失分记录: which lines of an explanation the map's colour speaks of. */
import type { CheckRef } from '../engine/contract/cards.ts'
import type { LedgerLine } from '../engine/contract/ledger.ts'
import type { Metric } from './link/state.ts'

/** The row of a check behind a line, to be found among the visits of its place; a problem has a card of its own. */
export const checkOf = ({ type, item, record }: LedgerLine): CheckRef | null =>
  type === 'issue' ? null : { item, visit: record }

/** The lines behind what colours the map: of a theme, of a category, else all. Largest loss first, as they come. */
export const linesOf = (ledger: readonly LedgerLine[], metric: Metric): readonly LedgerLine[] => {
  switch (metric.type) {
    case 'theme':
      return ledger.filter((line) => line.theme === metric.id)
    case 'category':
      return ledger.filter((line) => line.category === metric.id)
    case 'score':
    case 'coverage':
    case 'open':
    case 'overdue':
    case 'change':
      return ledger
  }
}

export const pointsOf = (lines: readonly Pick<LedgerLine, 'points'>[]): number =>
  lines.reduce((sum, line) => sum + line.points, 0)
