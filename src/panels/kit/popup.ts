/** A box that opens from a button, and closes on Esc or a press elsewhere. */
import { type RefObject, useEffect, useRef, useState } from 'react'

interface Popup {
  open: boolean
  setOpen: (open: boolean) => void
  /** around the button and what it opens */
  box: RefObject<HTMLDivElement | null>
  button: RefObject<HTMLButtonElement | null>
}

export const usePopup = (): Popup => {
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!open) return
    const away = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false)
    }
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      setOpen(false)
      button.current?.focus()
    }
    addEventListener('pointerdown', away)
    // Before the screen's own Esc, which would undo the selection behind the box.
    addEventListener('keydown', close, true)
    return () => {
      removeEventListener('pointerdown', away)
      removeEventListener('keydown', close, true)
    }
  }, [open])
  return { open, setOpen, box, button }
}
