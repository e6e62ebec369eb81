/** Brings files in: keeps the tray on screen in step with the engine's. It goes on when its window is closed. */

import { create } from 'zustand'
import type { ImportChoice, Tray } from '../engine/contract/data.ts'
import type { Engine } from '../engine/contract/engine.ts'
import { trayText } from './incoming.ts'
import { adopt } from './session.ts'
import { step, type TrayEvent, type TrayPhase } from './tray.ts'

/** What of the engine brings files in. */
export type IntakeEngine = Pick<Engine, 'inspect' | 'choose' | 'cancel' | 'discard' | 'use' | 'undo'>

interface TrayStore {
  phase: TrayPhase
  /** id of the file looked at; null = the one that needs it most */
  picked: number | null
  /** what went wrong, for the user */
  trouble: string | null
  /** what has just been done, said to all */
  told: string
}

export const useTray = create<TrayStore>()(() => ({
  phase: { type: 'idle' },
  picked: null,
  trouble: null,
  told: '',
}))

const happen = (event: TrayEvent): void => useTray.setState(({ phase }) => ({ phase: step(phase, event) }))

const onProgress = (done: number, of: number, what: string): void =>
  happen({ type: 'progress', progress: { done, of, what } })

const stopped = (error: unknown): void => {
  happen({ type: 'stopped' })
  const message = error instanceof Error && error.message !== '' ? error.message : '没有完成，请再试一次。'
  // A cancel that was asked for is no trouble.
  if (message.includes('已取消')) useTray.setState({ told: '已取消，原数据没有改动' })
  else useTray.setState({ trouble: message })
}

const answered = (tray: Tray): void => {
  happen({ type: 'answered', tray })
  useTray.setState({ told: trayText(tray) })
}

/** Reads files into the tray, unless something is being read already. */
export const bringIn = async (engine: IntakeEngine, files: { path: string; blob: Blob }[]): Promise<void> => {
  if (files.length === 0) return
  const { phase } = useTray.getState()
  happen({ type: 'read' })
  if (useTray.getState().phase === phase) {
    useTray.setState({ trouble: '正在读入，请等它完成后再放入其他文件' })
    return
  }
  useTray.setState({ trouble: null, picked: null })
  try {
    answered(await engine.inspect(files, onProgress))
  } catch (error) {
    stopped(error)
  }
}

/** Choices made while an earlier one is still being carried out; of one file they are carried out together. */
const waiting = new Map<number, ImportChoice>()
let settling = false

const together = (earlier: ImportChoice | undefined, later: ImportChoice): ImportChoice => {
  const both = { ...earlier, ...later }
  if (earlier === undefined) return both
  const { mapping, values, words } = earlier
  if (mapping !== undefined) both.mapping = { ...mapping, ...later.mapping }
  if (values !== undefined) both.values = { ...values, ...later.values }
  if (words !== undefined) {
    both.words = { ...words, ...later.words }
    for (const [field, own] of Object.entries(words)) both.words[field] = { ...own, ...later.words?.[field] }
  }
  return both
}

const nextChoice = (): [number, ImportChoice] | null => {
  const [next] = waiting
  if (next === undefined) return null
  waiting.delete(next[0])
  return next
}

/** Settles something about one incoming file. */
export const settleFile = async (engine: IntakeEngine, id: number, choice: ImportChoice): Promise<void> => {
  happen({ type: 'choose', id, choice })
  // It stays the one looked at, though it may no longer be the one that needs a hand.
  useTray.setState({ trouble: null, picked: id })
  waiting.set(id, together(waiting.get(id), choice))
  if (settling) return
  settling = true
  try {
    for (let next = nextChoice(); next !== null; next = nextChoice()) {
      const tray = await engine.choose(...next, onProgress)
      if (waiting.size === 0) answered(tray)
    }
  } catch (error) {
    waiting.clear()
    stopped(error)
  } finally {
    settling = false
  }
}

/** Stops the reading under way; what it began ends by its own promise. */
export const cancelWork = async (engine: IntakeEngine): Promise<void> => {
  await engine.cancel().catch((error: unknown) => useTray.setState({ trouble: String(error) }))
}

/** Empties the tray; nothing in the package changes. */
export const discardTray = async (engine: IntakeEngine): Promise<void> => {
  try {
    await engine.discard()
    happen({ type: 'emptied' })
    useTray.setState({ told: '已放弃，原数据没有改动', trouble: null, picked: null })
  } catch (error) {
    stopped(error)
  }
}

/** Uses what lies in the tray. */
export const putToUse = async (engine: IntakeEngine): Promise<void> => {
  happen({ type: 'use' })
  useTray.setState({ trouble: null })
  try {
    const overview = await engine.use(onProgress)
    await adopt(overview)
    happen({ type: 'used' })
    useTray.setState({ told: '已使用这些数据', picked: null })
  } catch (error) {
    stopped(error)
  }
}

/** Puts what was used out of sight. */
export const putAway = (): void => {
  happen({ type: 'emptied' })
  useTray.setState({ trouble: null })
}

/** Takes the newest revision back. */
export const takeBack = async (engine: IntakeEngine): Promise<void> => {
  try {
    await adopt(await engine.undo())
    happen({ type: 'emptied' })
    useTray.setState({ told: '已撤销，数据回到使用之前', trouble: null })
  } catch (error) {
    stopped(error)
  }
}
