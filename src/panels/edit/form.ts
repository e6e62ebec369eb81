/** What all forms of editing have in common: where the focus goes, and what Esc does. */
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'

/** Esc within a form closes the form, and nothing behind it. A key that an input method handles is not meant for us. */
export const onEscape =
  (act: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }

const FIELDS = '.field :is(input, select, textarea)'

/** The first field of a form that has just opened. */
export const useFirstField = <Of extends HTMLElement>(): RefObject<Of | null> => {
  const form = useRef<Of>(null)
  useEffect(() => {
    form.current?.querySelector<HTMLElement>(FIELDS)?.focus({ preventScroll: true })
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return form
}

/** The first field that is wrong, once faults are on screen. */
export const useFaultFocus = (form: RefObject<HTMLElement | null>, told: boolean): void => {
  useEffect(() => {
    if (told) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [told, form])
}
