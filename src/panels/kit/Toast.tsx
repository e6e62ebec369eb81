/** A short message above the screen, with what can be done about it. */
import type { ComponentProps } from 'react'
import { Glyph } from './Glyph.tsx'

interface ToastProps extends ComponentProps<'div'> {
  text: string
  /** puts the message away; absent where it stays or goes by itself */
  onClose?: () => void
}

export const Toast = ({ text, onClose, children, ...rest }: ToastProps) => (
  <div className="toast" {...rest}>
    <span>{text}</span>
    {children}
    {onClose && (
      <button
        type="button"
        className="tool"
        aria-label="知道了"
        // The focus stays where it is: an open window would lose it when the button is removed.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onClose}
      >
        <Glyph name="close" />
      </button>
    )}
  </div>
)
