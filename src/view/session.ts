/** Keeps the engine's answers in step with the view state. */

import type { Engine } from '../engine/contract/engine.ts'
import type { IssueQuery } from '../engine/contract/issues.ts'
import type { Overview } from '../engine/contract/package.ts'
import { isOvertaken } from '../model/overtaken.ts'
import { officeScope } from '../model/scope.ts'
import { faultText, prepare } from './asking.ts'
import { dayOf, issueQueryOf } from './issue-query.ts'
import { latest } from './latest.ts'
import { readHash } from './link/hash.ts'
import { keepHistory } from './link/history.ts'
import { VIEW, type ViewState } from './link/state.ts'
import { useSession } from './store.ts'

const asked = (engine: Engine, edition: number, query: IssueQuery | null): Promise<Uint32Array> =>
  query === null ? Promise.resolve(new Uint32Array()) : engine.ask(edition, 'issues', query)

const messageOf = (error: unknown): string =>
  error instanceof Error && error.message !== '' ? error.message : '发生了意外错误，请刷新页面重试。'

/** An answer overtaken by another package is no fault: that package brings its own answers. */
const complain = (error: unknown): void => {
  if (!isOvertaken(error)) useSession.setState({ trouble: messageOf(error) })
}

/** The engine the session was started with. */
let answering: Engine | null = null

/** Asks all that the view shows of a package, and puts it on screen in one step. */
const present = async (engine: Engine, overview: Overview, settled: (view: ViewState) => ViewState) => {
  for (;;) {
    const before = settled(useSession.getState().view)
    const query = issueQueryOf({ view: before, overview })
    const [board, shownIssues] = await Promise.all([
      engine.ask(overview.edition, 'board', dayOf({ view: before, overview }), officeScope(before.office)),
      asked(engine, overview.edition, query),
      prepare(engine, overview.edition),
    ])
    const view = settled(useSession.getState().view)
    // The view may have moved on while the answers were made.
    const same =
      view.office === before.office &&
      view.asOf === before.asOf &&
      JSON.stringify(issueQueryOf({ view, overview })) === JSON.stringify(query)
    if (!same) continue
    useSession.setState({ view, overview, board, shownIssues, edition: overview.edition })
    return
  }
}

/** The scores of every week, unless the package is another one again by then. Never throws. */
const renewSeries = async (engine: Engine): Promise<void> => {
  const { edition } = useSession.getState()
  try {
    const series = await engine.ask(edition, 'series')
    if (useSession.getState().edition === edition) useSession.setState({ series })
  } catch (error) {
    complain(error)
  }
}

/** Asks the browser not to clear away what it keeps for this page when storage is short; a refusal changes nothing. */
const askToKeep = ({ own }: Overview): void => {
  if (own?.kept) void globalThis.navigator?.storage?.persist?.().catch(() => false)
}

/**
 * Takes up another state of the package (after use, edit, undo, show, clear, renew) without a new start: the camera, the
 * selection and the filters stay as far as it still has them. Never throws; what goes wrong becomes `trouble`.
 */
export const adopt = async (overview: Overview): Promise<void> => {
  if (answering === null) return
  const engine = answering
  try {
    await present(engine, overview, (view) => VIEW.carry(view, overview))
    useSession.setState({ elsewhere: false })
    askToKeep(overview)
    // The series takes longer: whoever has changed something need not wait for it.
    void renewSeries(engine)
  } catch (error) {
    complain(error)
  }
}

/** Asks the host again for what could not be read, and shows the package with it; the view stays. Never throws. */
export const retryUnread = async (): Promise<void> => {
  try {
    if (answering !== null) await adopt(await answering.retry())
  } catch (error) {
    complain(error)
  }
}

/** Loads what another window has made of the package. Never throws. */
export const takeUp = async (): Promise<void> => {
  try {
    if (answering !== null) await adopt(await answering.renew())
  } catch (error) {
    complain(error)
  }
}

/**
 * Takes the newest change of the data back and says so; nothing happens while another undo is under way. Never throws.
 * @param what the change, as the user knows it
 */
export const undoNewest = async (what: string): Promise<void> => {
  if (answering === null || useSession.getState().undoing) return
  useSession.setState({ undoing: true })
  try {
    await adopt(await answering.undo())
    useSession.setState({ said: { text: `已撤销：${what}`, undo: false } })
  } catch (error) {
    useSession.setState({ trouble: faultText(error) })
  } finally {
    useSession.setState({ undoing: false })
  }
}

/**
 * Starts the whole: applies the hash, loads the package shown last (else the one at `base`) and answers the view from
 * then on. Never throws; a package that cannot be read becomes the `failed` phase with its message.
 */
export const startSession = async (engine: Engine, base: string): Promise<void> => {
  answering = engine
  useSession.setState({ view: readHash(location.hash) })
  keepHistory()
  // Progress comes by a channel of its own, and may arrive after the end.
  const loading = () => useSession.getState().phase.type === 'loading'
  try {
    const overview = await engine.load(
      base,
      (done, of, what) => {
        if (loading()) useSession.setState({ phase: { type: 'loading', done, of, what } })
      },
      (waiting) => useSession.setState({ waiting }),
    )
    await present(engine, overview, (view) => VIEW.settle(view, overview))
    useSession.setState({ phase: { type: 'ready' } })
    answerFrom(engine)
    await engine.watch(() => useSession.setState({ elsewhere: true }))
    const { broken, unkept } = await engine.packageState()
    const kept = [unkept, broken].filter((text) => text !== null)
    if (kept.length > 0) useSession.setState({ trouble: kept.join(' ') })
    await renewSeries(engine)
  } catch (error) {
    const message = messageOf(error)
    if (useSession.getState().phase.type === 'ready') useSession.setState({ trouble: message })
    else useSession.setState({ phase: { type: 'failed', message } })
  }
}

const answerFrom = (engine: Engine): void => {
  const edition = () => useSession.getState().edition
  /** An answer about another edition than is shown is dropped: `present` has set the right one. */
  const board = latest(
    async ([asOf, office]: [number, string | null]) => {
      const of = edition()
      return { of, board: await engine.ask(of, 'board', asOf, officeScope(office)) }
    },
    ({ of, board }) => {
      if (of === edition()) useSession.setState({ board })
    },
    complain,
  )
  const issues = latest(
    async (query: IssueQuery | null) => {
      const of = edition()
      return { of, shownIssues: await asked(engine, of, query) }
    },
    ({ of, shownIssues }) => {
      if (of === edition()) useSession.setState({ shownIssues })
    },
    complain,
  )
  useSession.subscribe((now, before) => {
    if (now.view === before.view) return
    const [day, wasDay] = [dayOf(now), dayOf(before)]
    if (day !== wasDay || now.view.office !== before.view.office) board([day, now.view.office])
    const [query, was] = [issueQueryOf(now), issueQueryOf(before)]
    if (JSON.stringify(query) !== JSON.stringify(was)) issues(query)
  })
}
