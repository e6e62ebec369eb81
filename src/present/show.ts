/** What is going on on the stage beside the scene itself, and what a command does to it. */
import { create } from 'zustand'
import { backToScript, leavePresenting, turn, turnTo, turnToNumber } from '../view/briefing/present.ts'
import { useSession } from '../view/store.ts'
import type { Command } from './keys.ts'

export interface Show {
  blank: 'black' | 'white' | null
  notes: boolean
  help: boolean
  laser: boolean
  lens: boolean
  playing: boolean
  /** typed so far of the number of a scene; '' = none */
  digits: string
  /** when the presentation began, ms since 1970 */
  since: number
}

const AT_FIRST = {
  blank: null,
  notes: false,
  help: false,
  laser: false,
  lens: false,
  playing: false,
  digits: '',
} as const

export const useShow = create<Show>()(() => ({ ...AT_FIRST, since: Date.now() }))

/** Another presentation begins: nothing of the one before is left. */
export const beginShow = (): void => useShow.setState({ ...AT_FIRST, since: Date.now() })

const turnFull = (): void => {
  const turned =
    document.fullscreenElement === null
      ? document.documentElement.requestFullscreen?.()
      : document.exitFullscreen()
  void turned?.catch(() => useSession.setState({ trouble: '浏览器没有切换全屏，请按 F11。' }))
}

export const obey = (command: Command): void => {
  const show = useShow.getState()
  const set = (patch: Partial<Show>) => useShow.setState(patch)
  const { blank } = show
  set({ digits: command.type === 'digits' ? command.digits : '' })
  switch (command.type) {
    case 'digits':
      return
    case 'scene':
      set({ blank: null, lens: false })
      turnToNumber(command.number)
      return
    case 'next':
    case 'back':
      // What blanks the screen hides a scene: the key that goes on brings it back first.
      if (blank !== null) set({ blank: null })
      else {
        set({ lens: false })
        turn(command.type === 'next' ? 1 : -1)
      }
      return
    case 'first':
    case 'last':
      set({ blank: null, lens: false })
      turnTo(command.type)
      return
    case 'black':
    case 'white':
      set({ blank: blank === command.type ? null : command.type })
      return
    case 'notes':
      set({ notes: !show.notes })
      return
    case 'play':
      set({ playing: !show.playing })
      return
    case 'full':
      turnFull()
      return
    case 'help':
      set({ help: !show.help })
      return
    case 'script':
      backToScript()
      return
    case 'laser':
      set({ laser: !show.laser, lens: false })
      return
    case 'lens':
      set({ lens: !show.lens, laser: false })
      return
    case 'leave':
      if (show.help) set({ help: false })
      else if (blank !== null) set({ blank: null })
      else leavePresenting()
      return
  }
}
