/** Asks the engine for a file and hands it to the browser, one at a time. */

import { useState } from 'react'
import type { ExportForm, ExportWhat } from '../../engine/contract/data.ts'
import { saveFile } from '../../view/save-file.ts'
import { tellTrouble, useEngine } from './engine.tsx'

/** `busy`: a file is being made. */
export const useSaving = (): { busy: boolean; save: (what: ExportWhat, form: ExportForm) => void } => {
  const engine = useEngine()
  const [busy, setBusy] = useState(false)
  const make = async (what: ExportWhat, form: ExportForm) => {
    setBusy(true)
    try {
      const file = await engine.exportFile(what, form)
      saveFile(file)
      if (file.lacks !== undefined) tellTrouble(new Error(file.lacks))
    } catch (error) {
      tellTrouble(error)
    } finally {
      setBusy(false)
    }
  }
  return { busy, save: (what, form) => void make(what, form) }
}
