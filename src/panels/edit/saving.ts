/** Makes changes by hand: the engine does them, the screen takes up the new package and confirms it. */

import { useState } from 'react'
import type { Edit } from '../../engine/contract/data.ts'
import type { Overview } from '../../engine/contract/package.ts'
import { adopt } from '../../view/session.ts'
import { useSession } from '../../view/store.ts'
import { NO_TOOL } from '../../view/tool.ts'
import { useEngine } from '../kit/engine.tsx'

interface Saving {
  busy: boolean
  /** why it was not saved, for the user; '' = nothing is wrong */
  fault: string
  /** @returns the package with the change in it, null when it was refused */
  save: (
    edit: Edit | (() => Promise<Edit>),
    words: (overview: Overview) => string,
  ) => Promise<Overview | null>
}

export const useSavingEdit = (): Saving => {
  const engine = useEngine()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState('')
  const save: Saving['save'] = async (edit, words) => {
    setBusy(true)
    setFault('')
    try {
      const overview = await engine.edit([typeof edit === 'function' ? await edit() : edit])
      await adopt(overview)
      useSession.setState({ tool: NO_TOOL, said: { text: words(overview), undo: true } })
      return overview
    } catch (error) {
      setFault(error instanceof Error && error.message !== '' ? error.message : '没有保存，请再试一次。')
      return null
    } finally {
      setBusy(false)
    }
  }
  return { busy, fault, save }
}
