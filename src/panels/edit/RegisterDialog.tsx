/** 整改登记 by itself, opened from the 台账 or from what was just said. */
import { useSession } from '../../view/store.ts'
import { Window } from '../kit/Window.tsx'
import { RegisterList } from './RegisterList.tsx'
import './register.css'

export const RegisterDialog = () => {
  const close = () => useSession.setState({ registerOpen: false })
  return (
    <Window title="整改登记" className="register-modal" onClose={close}>
      <div className="register-body scrolls">
        <RegisterList onGo={close} />
      </div>
    </Window>
  )
}
