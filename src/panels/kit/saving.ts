/** Asks the engine for a file and hands it to the browser, one at a time. */
import { useState } from 'react'
import type { DataEngine, ExportWhat } from '../../engine/data-api.ts'
import { saveFile } from '../../view/save-file.ts'
import { tellTrouble, useEngine } from './engine.tsx'

export type Form = Parameters<DataEngine['exportFile']>[1]

/** `busy`: a file is being made. */
export const useSaving = (): { busy: boolean; save: (what: ExportWhat, form: Form) => void } => {
  const engine = useEngine()
  const [busy, setBusy] = useState(false)
  const make = async (what: ExportWhat, form: Form) => {
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
