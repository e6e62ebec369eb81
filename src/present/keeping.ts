/** Keeps the presentations with the package; every change of them can be taken back. */
import { useState } from 'react'
import type { Briefing } from '../model/briefing.ts'
import { useEngine } from '../panels/kit/engine.tsx'
import { adopt } from '../view/session.ts'
import { useSession } from '../view/store.ts'

export interface Keeping {
  busy: boolean
  /**
   * @param what one line for the list of revisions, and for the message
   * @returns whether it was kept; why not is said
   */
  keep: (briefings: Briefing[], what: string) => Promise<boolean>
}

export const useKeeping = (): Keeping => {
  const engine = useEngine()
  const [busy, setBusy] = useState(false)
  const keep: Keeping['keep'] = async (briefings, what) => {
    setBusy(true)
    try {
      await adopt(await engine.keepBriefings(briefings, what))
      useSession.setState({ said: { text: what, undo: true } })
      return true
    } catch (error) {
      useSession.setState({ trouble: error instanceof Error ? error.message : '没有保存，请再试一次。' })
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, keep }
}
