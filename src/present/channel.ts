/**
 * Stage and console are two windows of one address: the stage tells how it stands, the console asks and commands. Each may
 * be loaded anew at any time and finds the other again.
 */
import type { Command } from './keys.ts'

/** How the stage stands. */
export interface StageState {
  briefing: string
  /** place of the scene shown in the list */
  scene: number
  /** figures filled in */
  title: string
  points: string[]
  blank: 'black' | 'white' | null
  playing: boolean
  /** false = something was pressed since */
  scripted: boolean
  /** day of the data, as it is read */
  day: string
  /** when the presentation began, ms since 1970 */
  since: number
  /** picture of the map as it is on the stage; null where none was taken yet */
  now: string | null
  /** picture of the scene that comes next, from when it was shown last */
  next: string | null
}

export type Message =
  | { type: 'standing'; standing: StageState }
  /** the stage is closed, or shows the desk again */
  | { type: 'gone' }
  /** the console asks how things stand */
  | { type: 'hello' }
  | { type: 'command'; command: Command }

export interface Channel {
  tell: (message: Message) => void
  close: () => void
}

/** ms between two words of the stage: a console that hears none for longer says that the windows are out of step */
export const BEAT = 2000

/** @param hear called with what the other window says */
export const openChannel = (hear: (message: Message) => void): Channel => {
  // Two dashboards on one host keep apart by where they lie.
  const channel = new BroadcastChannel(`chuangwei-present ${location.pathname}`)
  channel.onmessage = ({ data }) => hear(data as Message)
  return {
    tell: (message) => channel.postMessage(message),
    close: () => channel.close(),
  }
}
