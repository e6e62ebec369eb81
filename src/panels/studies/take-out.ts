/** A paper to the printer, or as a Word file to the downloads. */
import type { Paper } from '../../view/documents/blocks.ts'
import { DOCX_MIME, paperDocx } from '../../view/documents/docx.ts'
import { paperHtml } from '../../view/documents/html.ts'
import sheet from '../../view/documents/paper.css?url'
import { saveFile } from '../../view/save-file.ts'
import { bitmapOf } from './bitmap.ts'
import './print-frame.css'

/** Prints from a frame of its own: nothing of the screen is on the paper. */
export const printPaper = (paper: Paper): void => {
  const frame = document.createElement('iframe')
  frame.className = 'print-frame'
  frame.setAttribute('aria-hidden', 'true')
  frame.srcdoc = paperHtml(paper, sheet)
  frame.onload = () => {
    const { contentWindow } = frame
    if (contentWindow === null) return
    contentWindow.addEventListener('afterprint', () => frame.remove())
    contentWindow.focus()
    contentWindow.print()
  }
  for (const old of document.querySelectorAll('.print-frame')) old.remove()
  document.body.append(frame)
}

export const saveDocx = async (paper: Paper): Promise<void> => {
  const bytes = await paperDocx(paper, bitmapOf)
  saveFile({ name: `${paper.title.replace(/[\\/:*?"<>|]/g, '_')}.docx`, mime: DOCX_MIME, bytes })
}
