/** The header of a panel that replaces the ranking: back, close, and the title. */
import { Glyph } from './Glyph.tsx'

interface BackHeadProps {
  title: string
  /** what the button back leads to */
  up: string
  onUp: () => void
  /** name of the button that closes */
  close: string
  onClose: () => void
}

export const BackHead = ({ title, up, onUp, close, onClose }: BackHeadProps) => (
  <header className="back-head">
    <button type="button" className="up unprinted" aria-label={`回到${up}`} onClick={onUp}>
      <Glyph name="back" />
      <span>{up}</span>
    </button>
    <button type="button" className="tool" aria-label={close} title={close} onClick={onClose}>
      <Glyph name="close" />
    </button>
    <h2 title={title}>{title}</h2>
  </header>
)
