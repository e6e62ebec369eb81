/** The engine: owns one opened package and answers the screen's questions about it. */
import { readPackage } from '../intake/package.ts'
import type { Engine } from './api.ts'
import { boardOf } from './board.ts'
import { siteCard, waterCard } from './cards.ts'
import { explain } from './explain.ts'
import { fetchPackage } from './fetch.ts'
import { issueLine, queryIssues } from './issues.ts'
import { type Opened, openIntake } from './open.ts'
import { overviewOf } from './overview.ts'
import { sampleStandard } from './sample-standard.ts'
import { search } from './search.ts'
import { seriesOf } from './series.ts'

export const createEngine = (): Engine => {
  let current: Opened | null = null
  const opened = (): Opened => {
    if (current === null) throw new Error('数据尚未读入')
    return current
  }
  return {
    load: async (base, onProgress) => {
      const files = await fetchPackage(base, onProgress)
      onProgress(1, 1, '计算得分')
      current = openIntake(readPackage(files, sampleStandard))
      return overviewOf(current, base)
    },
    board: async (asOf, scope) => boardOf(opened(), asOf, scope),
    series: async () => seriesOf(opened()),
    explain: async (of, asOf) => explain(opened(), of, asOf),
    site: async (id, asOf) => siteCard(opened(), id, asOf),
    water: async (id, asOf) => waterCard(opened(), id, asOf),
    issue: async (id, asOf) => {
      const index = opened().model.issues.findIndex((issue) => issue.id === id)
      return issueLine(opened(), index, asOf)
    },
    issues: async (query) => queryIssues(opened(), query),
    issueLines: async (indices, asOf) => indices.flatMap((index) => issueLine(opened(), index, asOf) ?? []),
    search: async (text, limit) => search(opened(), text, limit),
  }
}
