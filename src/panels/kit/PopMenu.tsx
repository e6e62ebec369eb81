/** A button of the top strip that opens a box under it; a press elsewhere or Esc closes it. */
import { type ReactNode, useId } from 'react'
import { Glyph, type GlyphName } from './Glyph.tsx'
import { usePopup } from './popup.ts'

interface PopMenuProps {
  /** what it is, for a screen reader and as a hint */
  label: string
  glyph: GlyphName
  /** shown beside the icon */
  word?: string
  /** @param close to be called when a choice has been made */
  children: (close: () => void) => ReactNode
}

export const PopMenu = ({ label, glyph, word, children }: PopMenuProps) => {
  const { open, setOpen, box, button } = usePopup()
  const id = useId()
  return (
    <div className="menu" ref={box}>
      <button
        ref={button}
        type="button"
        className={word === undefined ? 'tool' : 'tool tool-word'}
        aria-expanded={open}
        aria-controls={id}
        aria-label={label}
        onClick={() => setOpen(!open)}
      >
        <Glyph name={glyph} />
        {word !== undefined && <span>{word}</span>}
      </button>
      {open && (
        <div className="menu-box" id={id}>
          {children(() => setOpen(false))}
        </div>
      )}
    </div>
  )
}
