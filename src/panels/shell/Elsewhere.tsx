/** Another window has changed the data: what stands here is no longer the newest. */
import { useState } from 'react'
import { takeUp } from '../../view/session.ts'
import { useSession } from '../../view/store.ts'
import { Glyph } from '../kit/Glyph.tsx'

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
        <div className="toast">
          <span>另一个窗口改动了数据，这里显示的还是改动之前的。</span>
          <button type="button" className="toast-button" disabled={busy} onClick={() => void load()}>
            载入最新数据
          </button>
          <button
            type="button"
            className="tool"
            aria-label="知道了"
            onClick={() => useSession.setState({ elsewhere: false })}
          >
            <Glyph name="close" />
          </button>
        </div>
      )}
    </div>
  )
}
