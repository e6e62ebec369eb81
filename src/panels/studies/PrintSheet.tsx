/** What the browser prints in place of the screen, however printing was asked for: the sheet that was put there last. */
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import './print-sheet.css'

export const PrintSheet = ({ children }: { children: ReactNode }) =>
  createPortal(
    <div className="print-sheet" aria-hidden="true">
      {children}
    </div>,
    document.body,
  )
