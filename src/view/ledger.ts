/** 失分记录: which lines of an explanation the map's colour speaks of. */
import type { LedgerLine } from '../engine/contract/ledger.ts'
import type { Metric } from './link/state.ts'

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
