/** A toast about the newest change of the data, with undo. */
import { useEffect, useState } from 'react'
import { useSession } from '../../view/store.ts'
import { useUndo } from '../edit/undo.ts'
import { Toast } from '../kit/Toast.tsx'

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
  // The button that had the focus is removed with the message: no blur event comes.
  const back = () => void undo().finally(() => setHeld(false))
  return (
    // Always there: a screen reader announces only what is added to a live region that exists.
    <div role="status">
      {said !== null && (
        // It does not go while it is looked at.
        <Toast
          text={said.text}
          onClose={close}
          onMouseEnter={() => setHeld(true)}
          onMouseLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
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
        </Toast>
      )}
    </div>
  )
}
