/** 撤销 in the top strip: there for as long as something can be taken back. */
import { useEffect } from 'react'
import { Glyph } from '../kit/Glyph.tsx'
import { isTyping } from '../kit/typing.ts'
import { useEditable } from './editable.ts'
import { useUndo } from './undo.ts'

export const UndoTool = () => {
  const editable = useEditable()
  const { what, busy, undo } = useUndo()
  const able = editable && what !== null && !busy
  useEffect(() => {
    if (!able) return
    const pressed = (event: KeyboardEvent) => {
      const asked = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z'
      if (!asked || event.defaultPrevented || isTyping(event.target)) return
      // An open dialog has an undo of its own.
      if (document.querySelector('[role="dialog"]') !== null) return
      event.preventDefault()
      void undo()
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  })
  if (!editable || what === null) return null
  return (
    <button
      type="button"
      className="tool"
      disabled={busy}
      aria-label={`撤销：${what}`}
      aria-keyshortcuts="Control+Z"
      onClick={() => void undo()}
    >
      <Glyph name="undo" />
    </button>
  )
}
