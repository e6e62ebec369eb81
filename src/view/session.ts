/** Keeps the engine's answers in step with the view state. */
import type { Engine, IssueQuery } from '../engine/api.ts'
import { readHash } from './hash.ts'
import { keepHistory } from './history.ts'
import { dayOf, issueQueryOf } from './issue-query.ts'
import { latest } from './latest.ts'
import { settle } from './settle.ts'
import { useSession } from './store.ts'

const asked = (engine: Engine, query: IssueQuery | null): Promise<Uint32Array> =>
  query === null ? Promise.resolve(new Uint32Array()) : engine.issues(query)

const messageOf = (error: unknown): string =>
  error instanceof Error && error.message !== '' ? error.message : '发生了意外错误，请刷新页面重试。'

/**
 * Starts the whole: applies the hash, loads the package at `base` and answers the view from then on. Never throws; a
 * package that cannot be read becomes the `failed` phase with its message.
 */
export const startSession = async (engine: Engine, base: string): Promise<void> => {
  useSession.setState({ view: readHash(location.hash) })
  keepHistory()
  try {
    const overview = await engine.load(base, (done, of, what) =>
      useSession.setState({ phase: { type: 'loading', done, of, what } }),
    )
    const view = settle(useSession.getState().view, overview)
    const asOf = dayOf({ view, overview })
    const board = await engine.board(asOf, view.office)
    const shownIssues = await asked(engine, issueQueryOf({ view, overview }))
    useSession.setState({ view, overview, board, shownIssues, phase: { type: 'ready' } })
    answerFrom(engine)
    useSession.setState({ series: await engine.series() })
  } catch (error) {
    const message = messageOf(error)
    if (useSession.getState().phase.type === 'ready') useSession.setState({ trouble: message })
    else useSession.setState({ phase: { type: 'failed', message } })
  }
}

const answerFrom = (engine: Engine): void => {
  const fail = (error: unknown) => useSession.setState({ trouble: messageOf(error) })
  const board = latest(
    ([asOf, office]: [number, string | null]) => engine.board(asOf, office),
    (answer) => useSession.setState({ board: answer }),
    fail,
  )
  const issues = latest(
    (query: IssueQuery | null) => asked(engine, query),
    (shownIssues) => useSession.setState({ shownIssues }),
    fail,
  )
  useSession.subscribe((now, before) => {
    if (now.view === before.view) return
    const [day, wasDay] = [dayOf(now), dayOf(before)]
    if (day !== wasDay || now.view.office !== before.view.office) board([day, now.view.office])
    const [query, was] = [issueQueryOf(now), issueQueryOf(before)]
    if (JSON.stringify(query) !== JSON.stringify(was)) issues(query)
  })
}
