/** Prints a paper, or saves it as a Word file. While the buttons are there, the browser prints the paper. */
import { useState } from 'react'
import type { Paper } from '../../view/documents/blocks.ts'
import { DOCX_MIME, paperDocx } from '../../view/documents/docx.ts'
import { saveFile } from '../../view/save-file.ts'
import { tellTrouble } from '../kit/engine.tsx'
import { bitmapOf } from './bitmap.ts'
import { PaperPage } from './PaperPage.tsx'
import { PrintSheet } from './PrintSheet.tsx'

interface PaperButtonsProps {
  /** null = not ready yet */
  paper: Paper | null
  onTaken?: () => void
}

const saveDocx = async (paper: Paper): Promise<void> => {
  const bytes = await paperDocx(paper, bitmapOf)
  saveFile({ name: `${paper.title.replace(/[\\/:*?"<>|]/g, '_')}.docx`, mime: DOCX_MIME, bytes })
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
      <button type="button" className="text-button" disabled={paper === null} onClick={() => print()}>
        打印
      </button>
      <button type="button" className="main-button" disabled={paper === null || busy} onClick={save}>
        {busy ? '正在导出…' : '导出 DOCX'}
      </button>
      {paper !== null && (
        <PrintSheet>
          <PaperPage paper={paper} />
        </PrintSheet>
      )}
    </span>
  )
}
