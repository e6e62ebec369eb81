/** The newest change of the data, as long as it can be taken back. */
import { undoNewest } from '../../view/session.ts'
import { useSession } from '../../view/store.ts'
import { useAnswer } from '../kit/engine.tsx'

interface Undo {
  /** what it did; null = there is nothing to take back */
  what: string | null
  busy: boolean
  undo: () => Promise<void>
}

export const useUndo = (): Undo => {
  const own = useSession((s) => s.overview?.own != null)
  const state = useAnswer(own ? ['packageState'] : null).value
  const busy = useSession((s) => s.undoing)
  const what = (state?.source === 'own' ? state.revisions[0]?.what : undefined) ?? null
  return { what, busy, undo: () => undoNewest(what ?? '最近一次改动') }
}
