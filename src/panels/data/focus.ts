/** Keeps the keyboard focus in the part of the screen that is in use. */
import { type RefObject, useEffect } from 'react'

/** Takes the focus when what held it went away with the part of the screen that this one replaces. */
export const useFocusWhenLost = (ref: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const { activeElement } = document
    const lost =
      activeElement === null ||
      activeElement === document.body ||
      activeElement.getAttribute('role') === 'dialog'
    if (lost) ref.current?.focus({ preventScroll: true })
  }, [ref])
}
