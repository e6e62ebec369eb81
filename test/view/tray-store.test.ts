/** The order of questions and answers between screen and engine, with an engine whose answers come when told. */

import { beforeEach, describe, expect, test } from 'vitest'
import type { ImportChoice, Tray } from '../../src/engine/contract/data.ts'
import { bringIn, discardTray, type IntakeEngine, settleFile, useTray } from '../../src/view/tray-store.ts'
import { incoming } from './incoming-file.ts'

const tray: Tray = { incoming: [incoming(), incoming({ id: 2 })], refused: [] }
const file = { path: 'a.csv', blob: new Blob(['a']) }

interface Open<A> {
  promise: Promise<A>
  resolve: (answer: A) => void
  reject: (error: Error) => void
}
const open = <A>(): Open<A> => {
  const parts = {} as Omit<Open<A>, 'promise'>
  const promise = new Promise<A>((resolve, reject) => Object.assign(parts, { resolve, reject }))
  return { promise, ...parts }
}

const scripted = () => {
  const asked: [number, ImportChoice][] = []
  const answers: Open<Tray>[] = []
  const next = () => {
    const answer = open<Tray>()
    answers.push(answer)
    return answer.promise
  }
  const never = () => Promise.reject(new Error('not asked for'))
  const engine: IntakeEngine = {
    inspect: next,
    choose: (id, choice) => {
      asked.push([id, choice])
      return next()
    },
    cancel: async () => answers.at(-1)?.reject(new Error('已取消')),
    discard: async () => {},
    use: never,
    undo: never,
  }
  return { engine, asked, answers }
}

/** Lets all that is settled be taken up. */
const turn = () => new Promise((done) => setTimeout(done))

beforeEach(() => useTray.setState({ phase: { type: 'idle' }, picked: null, trouble: null, told: '' }))

describe('bringing in', () => {
  test('a second drop while the first is read is told, and asks nothing', async () => {
    const { engine, answers } = scripted()
    const first = bringIn(engine, [file])
    await bringIn(engine, [file])
    expect(answers).toHaveLength(1)
    expect(useTray.getState().trouble).toContain('正在读入')
    answers[0]?.resolve(tray)
    await first
    expect(useTray.getState().phase).toEqual({ type: 'ready', tray })
    expect(useTray.getState().told).toContain('8 行可用')
  })
  test('a cancel is no trouble; a failure is', async () => {
    const { engine, answers } = scripted()
    const first = bringIn(engine, [file])
    await engine.cancel()
    await first
    expect(useTray.getState()).toMatchObject({ phase: { type: 'idle' }, trouble: null })
    expect(useTray.getState().told).toContain('已取消')
    const second = bringIn(engine, [file])
    answers[1]?.reject(new Error('磁盘读不了'))
    await second
    expect(useTray.getState()).toMatchObject({ phase: { type: 'idle' }, trouble: '磁盘读不了' })
  })
  test('nothing chosen is nothing begun', async () => {
    await bringIn(scripted().engine, [])
    expect(useTray.getState().phase).toEqual({ type: 'idle' })
  })
})

describe('settling', () => {
  const ready = () => useTray.setState({ phase: { type: 'ready', tray } })
  test('choices made meanwhile are carried out together, one question at a time', async () => {
    ready()
    const { engine, asked, answers } = scripted()
    const all = settleFile(engine, 1, { mode: 'add' })
    void settleFile(engine, 1, { datum: 'WGS84' })
    void settleFile(engine, 1, { mode: 'replace' })
    void settleFile(engine, 2, { skip: true })
    expect(asked).toEqual([[1, { mode: 'add' }]])
    answers[0]?.resolve(tray)
    await turn()
    expect(asked.slice(1)).toEqual([[1, { datum: 'WGS84', mode: 'replace' }]])
    // What an overtaken answer says is not shown: the screen keeps what was chosen last.
    const { phase } = useTray.getState()
    expect(phase.type === 'settling' && phase.tray.incoming.map(({ skip }) => skip)).toEqual([false, true])
    answers[1]?.resolve(tray)
    await turn()
    expect(asked.slice(2)).toEqual([[2, { skip: true }]])
    const last = { ...tray, incoming: [incoming({ mode: 'replace' }), incoming({ id: 2, skip: true })] }
    answers[2]?.resolve(last)
    await all
    expect(useTray.getState().phase).toEqual({ type: 'ready', tray: last })
  })
  test('two headings mapped meanwhile are both mapped', async () => {
    ready()
    const { engine, asked, answers } = scripted()
    const all = settleFile(engine, 1, { mode: 'add' })
    void settleFile(engine, 1, { mapping: { 编号: '' } })
    void settleFile(engine, 1, { mapping: { 备注: 'id' } })
    answers[0]?.resolve(tray)
    await turn()
    expect(asked.slice(1)).toEqual([[1, { mapping: { 编号: '', 备注: 'id' } }]])
    answers[1]?.resolve(tray)
    await all
  })
  test('cancelled, the choices that waited are dropped', async () => {
    ready()
    const { engine, asked } = scripted()
    const all = settleFile(engine, 1, { mode: 'add' })
    void settleFile(engine, 2, { skip: true })
    await engine.cancel()
    await all
    expect(asked).toHaveLength(1)
    expect(useTray.getState().phase).toEqual({ type: 'ready', tray })
  })
})

test('given up, the tray is empty', async () => {
  useTray.setState({ phase: { type: 'ready', tray }, picked: 2 })
  await discardTray(scripted().engine)
  expect(useTray.getState()).toMatchObject({ phase: { type: 'idle' }, picked: null })
})
