/** Keeps the engine's answers in step with the view state, and the view state in step with the URL. */
import type { Engine, IssueQuery, IssueSort } from '../engine/api.ts'
import { readHash, writeHash } from './hash.ts'
import { ISSUE_SORTS, type ViewState } from './state.ts'
import { type Session, useSession } from './store.ts'

/** The day the screen shows: the one chosen, else the package's own. */
export const dayOf = ({ view, overview }: Pick<Session, 'view' | 'overview'>): number =>
  view.asOf ?? overview?.asOf ?? 0

const sortOf = (sort: string): IssueSort =>
  (ISSUE_SORTS as readonly string[]).includes(sort) ? (sort as IssueSort) : 'late'

/** What the 台账 and the map's problems ask the engine for, given the view. */
export const issueQueryOf = (session: Pick<Session, 'view' | 'overview'>): IssueQuery => {
  const { view, overview } = session
  const shown = (overview?.standard.kinds ?? [])
    .map((kind) => kind.id)
    .filter((id) => !view.hiddenKinds.includes(id))
  return {
    asOf: dayOf(session),
    office: view.office,
    area: view.ledger.area,
    site: null,
    // A problem at no place has no kind: it is left out only when kinds are.
    kinds: view.hiddenKinds.length === 0 ? [] : shown,
    states: view.states,
    severities: view.ledger.severities,
    sources: view.ledger.sources,
    foundFrom: null,
    foundTo: null,
    text: view.ledger.text,
    sort: sortOf(view.ledger.sort),
    descending: view.ledger.descending,
  }
}

/** Runs the newest of a row of questions; an answer that has been overtaken is dropped. */
const latest = <Q, A>(ask: (question: Q) => Promise<A>, take: (answer: A) => void) => {
  let busy = false
  let next: { question: Q } | null = null
  const run = async (question: Q): Promise<void> => {
    busy = true
    try {
      const answer = await ask(question)
      if (next === null) take(answer)
    } finally {
      busy = false
      if (next !== null) {
        const { question: newer } = next
        next = null
        void run(newer)
      }
    }
  }
  return (question: Q): void => {
    if (busy) next = { question }
    else void run(question)
  }
}

/** Changes of these make a new entry in the browser's history, so that Back undoes them; a drag does not. */
const STEPS = ['selection', 'office', 'metric'] as const satisfies readonly (keyof ViewState)[]

const keepHash = (): void => {
  let applying = false
  addEventListener('popstate', () => {
    applying = true
    const camera = useSession.getState().view.camera
    const view = readHash(location.hash)
    useSession.setState({ view: { ...view, camera: view.camera ?? camera } })
    applying = false
  })
  let timer = 0
  useSession.subscribe((now, before) => {
    if (now.view === before.view || applying) return
    const step = STEPS.some((key) => JSON.stringify(now.view[key]) !== JSON.stringify(before.view[key]))
    const write = () => {
      const hash = writeHash(useSession.getState().view)
      const url = `${location.pathname}${location.search}${hash === '' ? '' : `#${hash}`}`
      if (step) history.pushState(null, '', url)
      else history.replaceState(null, '', url)
    }
    clearTimeout(timer)
    // Browsers refuse a flood of history calls: a drag is written when it rests.
    if (step) write()
    else timer = window.setTimeout(write, 200)
  })
}

/**
 * Starts the whole: applies the hash, loads the package at `base` and answers the view from then on. Never throws; a
 * package that cannot be read becomes the `failed` phase with its message.
 */
export const startSession = async (engine: Engine, base: string): Promise<void> => {
  useSession.setState({ view: readHash(location.hash) })
  keepHash()
  try {
    const overview = await engine.load(base, (done, of, what) =>
      useSession.setState({ phase: { type: 'loading', done, of, what } }),
    )
    const { view } = useSession.getState()
    const asOf = view.asOf ?? overview.asOf
    const board = await engine.board(asOf, view.office)
    const shownIssues = await engine.issues(issueQueryOf({ view, overview }))
    useSession.setState({ overview, board, shownIssues, phase: { type: 'ready' } })
    answerFrom(engine)
    useSession.setState({ series: await engine.series() })
  } catch (error) {
    useSession.setState({ phase: { type: 'failed', message: (error as Error).message } })
  }
}

const answerFrom = (engine: Engine): void => {
  const board = latest(
    ([asOf, office]: [number, string | null]) => engine.board(asOf, office),
    (answer) => useSession.setState({ board: answer }),
  )
  const issues = latest(
    (query: IssueQuery) => engine.issues(query),
    (shownIssues) => useSession.setState({ shownIssues }),
  )
  useSession.subscribe((now, before) => {
    if (now.view === before.view) return
    const [day, wasDay] = [dayOf(now), dayOf(before)]
    if (day !== wasDay || now.view.office !== before.view.office) board([day, now.view.office])
    const [query, was] = [issueQueryOf(now), issueQueryOf(before)]
    if (JSON.stringify(query) !== JSON.stringify(was)) issues(query)
  })
}
