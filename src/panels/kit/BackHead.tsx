/** The head of what took the place of the ranking: the way back, the way out, and what this is. */
import { Glyph } from './Glyph.tsx'

interface BackHeadProps {
  title: string
  /** where the way back leads */
  up: string
  onUp: () => void
  /** what the way out is called */
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
