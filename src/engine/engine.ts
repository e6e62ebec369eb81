/** The engine: owns one opened package and answers the screen's questions about it. */

import { OvertakenError } from '../model/overtaken.ts'
import { part } from '../model/part.ts'
import { boardOf } from './answers/board.ts'
import { siteCard, waterCard } from './answers/cards.ts'
import { eventDaysOf } from './answers/event-days.ts'
import { explain } from './answers/explain.ts'
import { indexPartsOf } from './answers/index-parts.ts'
import { issueLine, queryIssues } from './answers/issues.ts'
import { categorySeriesOf, seriesOf } from './answers/series.ts'
import { unitsOf } from './answers/units.ts'
import { chinaTime } from './clock.ts'
import type { ImportAnswers } from './contract/data.ts'
import type { Asked, Engine } from './contract/engine.ts'
import { editAnswers } from './editing/edit-answers.ts'
import { exportAnswers } from './exports/export-answers.ts'
import { late } from './late.ts'
import { openFetcher, type PackageFetcher } from './package/fetch.ts'
import { openHost } from './package/host-file.ts'
import type { Opened } from './package/open.ts'
import { openStorage } from './package/storage.ts'
import { openWorkspace, type Workspace } from './package/workspace.ts'
import { workspaceAnswers } from './package/workspace-answers.ts'
import { closureStudy, overdueLines, sourceStudy } from './studies/closure.ts'
import { causeLines, comparisonOf } from './studies/compare.ts'
import { honourDocument } from './studies/honours.ts'
import { bulletinFacts, noticeIssues, noticeUnits } from './studies/notices.ts'
import type { PlaceStudies } from './studies/places.ts'
import { priorities, smallestLists, supposed } from './studies/plan/plan.ts'
import { routeOf } from './studies/route.ts'

/** Two dashboards on one host keep their packages apart by where they lie. */
const storageName = (base: string): string => `chuangwei-map ${new URL(base).pathname}`

const now = (): string => chinaTime(new Date())

export const createEngine = (): Engine => {
  let workspace: Workspace | null = null
  let tellOfOthers = () => {}
  const work = (): Workspace => {
    if (workspace === null) throw new Error('数据尚未读入')
    return workspace
  }
  const opened = (): Opened => work().reading().opened
  let fetcher: PackageFetcher | null = null
  const engine: Engine = {
    load: async (base, onProgress, onWaiting) => {
      const name = storageName(base)
      // Fetched again later (to be shown once more), the host's package no longer holds up the page.
      let starting = true
      const tell: typeof onProgress = (...how) => {
        if (starting) onProgress(...how)
      }
      const others = new BroadcastChannel(name)
      others.onmessage = () => tellOfOthers()
      const askHost = openHost()
      const fetching = openFetcher(base, { onProgress: tell, onWaiting }, askHost)
      fetcher = fetching
      tell(0, 1, '本机保存的数据')
      workspace = openWorkspace({
        fetchHost: async (again) => {
          const brought = await (again ? fetching.again(again.before, again.paths) : fetching.all())
          tell(1, 1, '计算得分')
          return brought
        },
        fetchPhoto: (url) => askHost(new URL(url)),
        hostBase: base,
        storage: await openStorage(name),
        now,
        announce: () => others.postMessage('changed'),
      })
      try {
        return await workspace.start()
      } finally {
        starting = false
      }
    },
    hurry: async (path, how) => fetcher?.hurry(path, how),
    ask: (async (edition: number, name: Asked, ...args: never[]) => {
      const overtaken = () => edition !== work().edition()
      if (overtaken()) throw new OvertakenError()
      const answer = await (engine[name] as (...args: never[]) => Promise<unknown>)(...args)
      if (overtaken()) throw new OvertakenError()
      return answer
    }) as Engine['ask'],
    watch: async (onChange) => {
      tellOfOthers = onChange
    },
    ...workspaceAnswers(work),
    ...editAnswers(work, now),
    ...exportAnswers(work),
    ...late<ImportAnswers>(['inspect', 'choose', 'cancel', 'discard', 'rejectedRows', 'use'], async () =>
      (await part('导入', () => import('./imports/import-answers.ts'))).importAnswers(work),
    ),
    board: async (asOf, scope) => boardOf(opened(), asOf, scope),
    series: async () => seriesOf(opened()),
    categorySeries: async (id) => categorySeriesOf(opened(), id),
    eventDays: async () => eventDaysOf(opened()),
    comparison: async (from, to) => comparisonOf(opened(), from, to),
    causes: async (code, from, to) => causeLines(opened(), code, from, to),
    closure: async (link, office, asOf) => closureStudy(opened(), link, office, asOf),
    sources: async (office, asOf) => sourceStudy(opened(), office, asOf),
    overdue: async (of, office, asOf) => overdueLines(opened(), of, office, asOf),
    whatIf: async (tasks, asOf) => supposed(opened(), tasks, asOf),
    priorities: async (of, asOf) => priorities(opened(), of, asOf),
    smallest: async (code, asOf) => smallestLists(opened(), code, asOf),
    ...late<PlaceStudies>(['coverage', 'intervals', 'clusters', 'rebounds'], async () =>
      (await part('排查覆盖、集聚与反弹', () => import('./studies/places.ts'))).placeStudies(opened),
    ),
    bulletin: async (from, to, office) => bulletinFacts(opened(), from, to, office),
    noticeUnits: async (office, asOf) => noticeUnits(opened(), office, asOf),
    noticeIssues: async (of, office, asOf) => noticeIssues(opened(), of, office, asOf),
    honours: async (asOf) => honourDocument(opened(), asOf),
    route: async (query) => routeOf(opened(), query),
    explain: async (of, asOf) => explain(opened(), of, asOf),
    indexParts: async (of, asOf) => indexPartsOf(opened(), of, asOf),
    site: async (id, asOf) => siteCard(opened(), id, asOf),
    water: async (id, asOf) => waterCard(opened(), id, asOf),
    issue: async (id, asOf) => {
      const index = opened().model.issues.findIndex((issue) => issue.id === id)
      return issueLine(opened(), index, asOf)
    },
    issues: async (query) => queryIssues(opened(), query),
    issueLines: async (indices, asOf) => indices.flatMap((index) => issueLine(opened(), index, asOf) ?? []),
    // Pinyin weighs more than all of scoring, and nobody searches in the first second.
    search: async (text, limit) =>
      (await part('搜索', () => import('./answers/search.ts'))).search(opened(), text, limit),
    units: async (at) => unitsOf(opened(), at),
  }
  return engine
}
