/** A line of a list: pressed, it leads somewhere; where there is nowhere to go, it only says. */
import type { ReactNode } from 'react'

interface RowProps {
  className: string
  /** null = nowhere */
  onGo: (() => void) | null
  children: ReactNode
}

export const Row = ({ className, onGo, children }: RowProps) =>
  onGo === null ? (
    <div className={`row ${className}`}>{children}</div>
  ) : (
    <button type="button" className={`row ${className}`} onClick={onGo}>
      {children}
    </button>
  )
