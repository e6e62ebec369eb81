/** A button of the top strip that opens a box under it; a press elsewhere or Esc closes it. */
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Glyph, type GlyphName } from './Glyph.tsx'

interface PopMenuProps {
  /** what it is, for a screen reader and as a hint */
  label: string
  glyph: GlyphName
  /** @param close to be called when a choice has been made */
  children: (close: () => void) => ReactNode
}

export const PopMenu = ({ label, glyph, children }: PopMenuProps) => {
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  useEffect(() => {
    if (!open) return
    const away = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false)
    }
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      setOpen(false)
      button.current?.focus()
    }
    addEventListener('pointerdown', away)
    // Before the screen's own Esc, which would undo the selection behind the menu.
    addEventListener('keydown', close, true)
    return () => {
      removeEventListener('pointerdown', away)
      removeEventListener('keydown', close, true)
    }
  }, [open])
  return (
    <div className="menu" ref={box}>
      <button
        ref={button}
        type="button"
        className="tool"
        aria-expanded={open}
        aria-controls={id}
        aria-label={label}
        title={label}
        onClick={() => setOpen(!open)}
      >
        <Glyph name={glyph} />
      </button>
      {open && (
        <div className="menu-box" id={id}>
          {children(() => setOpen(false))}
        </div>
      )}
    </div>
  )
}
