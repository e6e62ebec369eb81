/** What can be done with a paper: printed, or taken out as a Word file. */
import { useState } from 'react'
import type { Paper } from '../../view/documents/blocks.ts'
import { tellTrouble } from '../kit/engine.tsx'
import { printPaper, saveDocx } from './take-out.ts'

interface PaperButtonsProps {
  /** null = not ready yet */
  paper: Paper | null
  onTaken?: () => void
}

export const PaperButtons = ({ paper, onTaken }: PaperButtonsProps) => {
  const [busy, setBusy] = useState(false)
  const save = async () => {
    if (paper === null) return
    setBusy(true)
    try {
      await saveDocx(paper)
      onTaken?.()
    } catch (error) {
      tellTrouble(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <span className="paper-buttons">
      <button
        type="button"
        className="text-button"
        disabled={paper === null}
        onClick={() => paper && printPaper(paper)}
      >
        打印
      </button>
      <button type="button" className="main-button" disabled={paper === null || busy} onClick={save}>
        {busy ? '正在导出…' : '导出 DOCX'}
      </button>
    </span>
  )
}
