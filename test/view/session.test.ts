/** The session takes up another state of the package: what still is stays as it was, what is shown is of one package. */

import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Board } from '../../src/engine/contract/board.ts'
import type { Engine } from '../../src/engine/contract/engine.ts'
import type { IssueQuery } from '../../src/engine/contract/issues.ts'
import type { Overview, PackageState } from '../../src/engine/contract/package.ts'
import { OvertakenError } from '../../src/model/overtaken.ts'
import { DEFAULT_VIEW } from '../../src/view/link/state.ts'
import { adopt, startSession, takeUp, undoNewest } from '../../src/view/session.ts'
import { useSession } from '../../src/view/store.ts'
import { OVERVIEW } from './fixture.ts'

const overview = (more: Partial<Overview> = {}): Overview => ({
  ...OVERVIEW,
  edition: 1,
  bounds: [0, 0, 2, 2],
  own: null,
  ...more,
})

/** An engine that tells which package each answer is of, and lets a test act while it is asked. */
const openEngine = () => {
  const state = { edition: 1, whileAsked: () => {}, asked: [] as number[], undone: 0, other: () => {} }
  const engine: Record<string, unknown> = {
    ask: async (edition: number, name: string, ...args: unknown[]) => {
      if (edition !== state.edition) throw new OvertakenError()
      const answer = await (engine[name] as (...args: unknown[]) => Promise<unknown>)(...args)
      if (edition !== state.edition) throw new OvertakenError()
      return answer
    },
    load: async () => overview(),
    watch: async (onChange: () => void) => {
      state.other = onChange
    },
    packageState: async () => ({ broken: null, unkept: null }),
    series: async () => ({ days: [state.edition], district: [], areas: {}, offices: {} }),
    board: async (asOf: number, scope: string | null) => {
      state.asked.push(asOf)
      state.whileAsked()
      return { asOf, scope, edition: state.edition } as unknown as Board
    },
    issues: async (query: IssueQuery) => Uint32Array.of(state.edition, query.asOf),
    undo: async () => {
      state.undone++
      return overview({ edition: state.edition })
    },
    renew: async () => {
      state.edition++
      return overview({ asOf: 18007, edition: state.edition })
    },
  }
  return { engine: engine as unknown as Engine, state }
}

type Open = ReturnType<typeof openEngine>
let open: Open
const editionShown = () => (useSession.getState().board as unknown as { edition: number }).edition

beforeEach(async () => {
  vi.stubGlobal('window', globalThis)
  vi.stubGlobal('location', { hash: '', pathname: '/', search: '' })
  vi.stubGlobal('history', { replaceState: () => {}, pushState: () => {} })
  vi.stubGlobal('addEventListener', () => {})
  useSession.setState({ view: DEFAULT_VIEW, trouble: null, elsewhere: false, edition: 0 })
  open = openEngine()
  await startSession(open.engine, 'https://site/data/')
})

describe('another state of the package', () => {
  it('is shown whole: overview, board, problems and series of one edition', async () => {
    open.state.edition = 7
    const next = overview({ asOf: 18007, lastDay: 18007, edition: 7 })
    await adopt(next)
    await vi.waitFor(() => expect(useSession.getState().series?.days).toEqual([7]))
    const { overview: shown, board, shownIssues, edition } = useSession.getState()
    expect(shown).toBe(next)
    expect([board?.asOf, ...(shownIssues ?? [])]).toEqual([18007, 7, 18007])
    expect(edition).toBe(7)
  })

  it('leaves camera, filters and selection as far as it has them', async () => {
    const camera = { lon: 1, lat: 1, zoom: 13, bearing: 0, pitch: 0 }
    const { change, select } = useSession.getState()
    change({ camera, office: '东办', asOf: 17900 })
    select({ type: 'site', id: 'S1' })
    await adopt(overview())
    expect(useSession.getState().view).toMatchObject({
      camera,
      office: '东办',
      asOf: 17900,
      selection: { type: 'site', id: 'S1' },
    })
    const { sites } = OVERVIEW
    await adopt(
      overview({ bounds: [50, 20, 51, 21], offices: [], sites: { ...sites, id: ['X'] }, firstDay: 17950 }),
    )
    expect(useSession.getState().view).toMatchObject({
      camera: null,
      office: null,
      asOf: 17950,
      selection: null,
    })
  })

  it('is asked about again when the view moves on meanwhile', async () => {
    open.state.edition = 2
    let once = true
    open.state.asked.length = 0
    open.state.whileAsked = () => {
      if (once) {
        once = false
        useSession.getState().change({ asOf: 17950 })
      }
    }
    await adopt(overview({ edition: 2 }))
    expect(useSession.getState().board?.asOf).toBe(17950)
    expect(open.state.asked.filter((asOf) => asOf === 17950).length).toBeGreaterThan(0)
    expect(editionShown()).toBe(2)
  })

  it('that the engine cannot answer for becomes a word to the user; the one before stays', async () => {
    const before = useSession.getState().overview
    open.state.whileAsked = () => {
      throw new Error('算不出来')
    }
    await adopt(overview())
    expect(useSession.getState().trouble).toBe('算不出来')
    expect(useSession.getState().overview).toBe(before)
  })
})

it('another window’s change is told, and taken up when asked for', async () => {
  expect(useSession.getState().elsewhere).toBe(false)
  open.state.other()
  expect(useSession.getState().elsewhere).toBe(true)
  await takeUp()
  expect(useSession.getState().elsewhere).toBe(false)
  expect([useSession.getState().overview?.asOf, editionShown()]).toEqual([18007, 2])
})

it('an answer about the package before that comes late changes nothing', async () => {
  let late: (board: Board) => void = () => {}
  const { board } = open.engine
  let first = true
  open.engine.board = async (asOf, scope) => {
    if (!first) return board(asOf, scope)
    first = false
    return new Promise<Board>((resolve) => {
      late = resolve
    })
  }
  useSession.getState().change({ asOf: 17900 })
  open.state.edition = 2
  await adopt(overview({ edition: 2 }))
  expect(editionShown()).toBe(2)
  late({ asOf: 17900, edition: 1 } as unknown as Board)
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(editionShown()).toBe(2)
})

describe('the start', () => {
  it('that fails stays failed, whatever is told of the way there afterwards', async () => {
    let tell: (done: number, of: number, what: string) => void = () => {}
    open.engine.load = async (_, onProgress) => {
      tell = onProgress
      onProgress(1, 2, 'district.json')
      throw new Error('areas.geojson 没有读到（服务器回答 500），无法知道有哪些居委会。')
    }
    useSession.setState({ phase: { type: 'loading', done: 0, of: 1, what: '' } })
    await startSession(open.engine, 'https://site/data/')
    tell(2, 2, 'scenes.json')
    expect(useSession.getState().phase).toEqual({
      type: 'failed',
      message: 'areas.geojson 没有读到（服务器回答 500），无法知道有哪些居委会。',
    })
  })

  it('says that what was kept could not be read, and shows the host’s', async () => {
    open.engine.packageState = async () =>
      ({ broken: null, unkept: '本机保存的数据读不出来' }) as PackageState
    useSession.setState({ phase: { type: 'loading', done: 0, of: 1, what: '' } })
    await startSession(open.engine, 'https://site/data/')
    expect(useSession.getState()).toMatchObject({
      phase: { type: 'ready' },
      trouble: '本机保存的数据读不出来',
    })
  })
})

it('takes one change back at a time, wherever it is asked for', async () => {
  const first = undoNewest('改派 1 个问题')
  await undoNewest('改派 1 个问题')
  expect([open.state.undone, useSession.getState().undoing]).toEqual([1, true])
  await first
  expect(useSession.getState()).toMatchObject({
    undoing: false,
    said: { text: '已撤销：改派 1 个问题', undo: false },
  })
})
