/** Another window has changed the data: what stands here is no longer the newest. */
import { useState } from 'react'
import { takeUp } from '../../view/session.ts'
import { useSession } from '../../view/store.ts'
import { Toast } from '../kit/Toast.tsx'

export const Elsewhere = () => {
  const elsewhere = useSession((s) => s.elsewhere)
  const [busy, setBusy] = useState(false)
  const load = async () => {
    setBusy(true)
    await takeUp()
    setBusy(false)
  }
  return (
    <div role="status">
      {elsewhere && (
        <Toast
          text="另一个窗口改动了数据，这里显示的还是改动之前的。"
          onClose={() => useSession.setState({ elsewhere: false })}
        >
          <button type="button" className="toast-button" disabled={busy} onClick={() => void load()}>
            载入最新数据
          </button>
        </Toast>
      )}
    </div>
  )
}
