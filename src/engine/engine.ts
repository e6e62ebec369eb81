/** The engine: owns one opened package and answers the screen's questions about it. */

import { OvertakenError } from '../model/overtaken.ts'
import { part } from '../model/part.ts'
import { answering, type FromPackage } from './answering.ts'
import { boardAnswers } from './answers/board.ts'
import { cardAnswers } from './answers/cards.ts'
import { ledgerAnswers } from './answers/explain.ts'
import { issueAnswers } from './answers/issues.ts'
import { chinaTime } from './clock.ts'
import type { ImportAnswers } from './contract/data.ts'
import type { Engine, PackageQuestions, QuestionName } from './contract/engine.ts'
import { editAnswers } from './editing/edit-answers.ts'
import { exportAnswers } from './exports/export-answers.ts'
import { late } from './late.ts'
import { openFetcher, type PackageFetcher } from './package/fetch.ts'
import { openHost } from './package/host-file.ts'
import type { Opened } from './package/open.ts'
import { openStorage } from './package/storage.ts'
import { openWorkspace, type Workspace } from './package/workspace.ts'
import { workspaceAnswers } from './package/workspace-answers.ts'
import { studyAnswers } from './studies/studies.ts'

/** Two dashboards on one host keep their packages apart by where they lie. */
const storageName = (base: string): string => `chuangwei-map ${new URL(base).pathname}`

const packageAnswers: FromPackage<PackageQuestions> = {
  ...boardAnswers,
  ...ledgerAnswers,
  ...cardAnswers,
  ...issueAnswers,
  // The pinyin table is larger than all of scoring, and nobody searches in the first second: it is loaded late.
  ...late(
    { search: true },
    async () => (await part('搜索', () => import('./answers/search.ts'))).searchAnswers,
  ),
  ...studyAnswers,
}

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
    ask: (async (edition: number, name: QuestionName, ...args: never[]) => {
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
    ...late<ImportAnswers>(
      {
        inspect: true,
        choose: true,
        cancel: true,
        discard: true,
        rejectedRows: true,
        preview: true,
        use: true,
      },
      async () => (await part('导入', () => import('./imports/import-answers.ts'))).importAnswers(work),
    ),
    ...answering(packageAnswers, opened),
  }
  return engine
}
