/** The newest change of the data, as long as it can be taken back. */
import { useState } from 'react'
import { adopt } from '../../view/session.ts'
import { useSession } from '../../view/store.ts'
import { tellTrouble, useAnswer, useEngine } from '../kit/engine.tsx'

interface Undo {
  /** what it did; null = there is nothing to take back */
  what: string | null
  busy: boolean
  undo: () => Promise<void>
}

export const useUndo = (): Undo => {
  const engine = useEngine()
  const own = useSession((s) => s.overview?.own != null)
  const state = useAnswer(own ? ['packageState'] : null).value
  const [busy, setBusy] = useState(false)
  const what = (state?.source === 'own' ? state.revisions[0]?.what : undefined) ?? null
  const undo = async () => {
    setBusy(true)
    try {
      await adopt(await engine.undo())
      useSession.setState({ said: { text: `已撤销：${what ?? '最近一次改动'}`, undo: false } })
    } catch (error) {
      tellTrouble(error)
    } finally {
      setBusy(false)
    }
  }
  return { what, busy, undo }
}
