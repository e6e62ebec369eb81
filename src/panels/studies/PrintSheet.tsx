/** What the browser prints in place of the screen: a sheet of paper, there for as long as the panel that has it. */
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
