/** What has just been done to the data, for a while, with the way back. */
import { useEffect, useState } from 'react'
import { useSession } from '../../view/store.ts'
import { useUndo } from '../edit/undo.ts'
import { Glyph } from '../kit/Glyph.tsx'

/** ms it stays, unless somebody is about to press it */
const STAY = 15_000

export const Notice = () => {
  const said = useSession((s) => s.said)
  const [held, setHeld] = useState(false)
  const { busy, undo } = useUndo()
  useEffect(() => {
    if (said === null || held || busy) return
    const timer = setTimeout(() => useSession.setState({ said: null }), STAY)
    return () => clearTimeout(timer)
  }, [said, held, busy])
  const close = () => {
    setHeld(false)
    useSession.setState({ said: null })
  }
  // The button that held it goes with what it said, and tells nobody that it lost the focus.
  const back = () => void undo().finally(() => setHeld(false))
  return (
    // Always there, so that a screen reader hears what comes into it.
    <div role="status">
      {said !== null && (
        // biome-ignore lint/a11y/noStaticElementInteractions: only keeps it from going while it is looked at
        <div
          className="toast"
          onMouseEnter={() => setHeld(true)}
          onMouseLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <span>{said.text}</span>
          {said.undo && (
            <>
              <button type="button" className="toast-button" disabled={busy} onClick={back}>
                撤销
              </button>
              <button
                type="button"
                className="toast-button"
                onClick={() => {
                  close()
                  useSession.setState({ registerOpen: true })
                }}
              >
                登记
              </button>
            </>
          )}
          <button type="button" className="tool" aria-label="知道了" onClick={close}>
            <Glyph name="close" />
          </button>
        </div>
      )}
    </div>
  )
}
