/** A button that opens a box under it; a press elsewhere or Esc closes it. */
import { type ComponentProps, type ReactNode, useId } from 'react'
import { Glyph, type GlyphName } from './Glyph.tsx'
import { usePopup } from './popup.ts'

interface PopMenuProps extends Omit<ComponentProps<'button'>, 'children'> {
  glyph: GlyphName
  /** shown beside the icon */
  word?: string
  /** @param close to be called when a choice has been made */
  children: (close: () => void) => ReactNode
}

export const PopMenu = ({ glyph, word, children, ...rest }: PopMenuProps) => {
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
        onClick={() => setOpen(!open)}
        {...rest}
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
