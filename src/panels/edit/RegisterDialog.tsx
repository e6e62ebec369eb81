/** 整改登记 by itself, opened from the 台账 or from what was just said. */
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useSession } from '../../view/store.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { RegisterList } from './RegisterList.tsx'
import './register.css'

export const RegisterDialog = () => {
  const close = () => useSession.setState({ registerOpen: false })
  return (
    <ModalOverlay className="overlay" isOpen onOpenChange={(open) => !open && close()} isDismissable>
      <Modal className="search-modal register-modal">
        <Dialog className="search-dialog">
          <header className="window-head">
            <Heading slot="title">整改登记</Heading>
            <button type="button" className="tool" onClick={close} aria-label="关闭">
              <Glyph name="close" />
            </button>
          </header>
          <div className="register-body scrolls">
            <RegisterList onGo={close} />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
