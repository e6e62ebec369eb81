/** A window over the screen: its title, what stands beside it, and the way out. */
import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Glyph } from './Glyph.tsx'

interface WindowProps {
  title: ReactNode
  /** what can be done with the whole of it */
  tools?: ReactNode
  className?: string
  /** a press beside it closes it: not where words would be lost */
  dismissable?: boolean
  onClose: () => void
  children: ReactNode
}

export const Window = ({
  title,
  tools,
  className = '',
  dismissable = true,
  onClose,
  children,
}: WindowProps) => (
  <ModalOverlay
    className="overlay"
    isOpen
    onOpenChange={(open) => !open && onClose()}
    isDismissable={dismissable}
  >
    <Modal className={`search-modal ${className}`}>
      <Dialog className="search-dialog">
        <header className="window-head">
          <Heading slot="title">{title}</Heading>
          {tools}
          <button type="button" className="tool" onClick={onClose} aria-label="关闭">
            <Glyph name="close" />
          </button>
        </header>
        {children}
      </Dialog>
    </Modal>
  </ModalOverlay>
)
