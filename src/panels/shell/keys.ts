/** Keys that work anywhere on the screen. */
import { useEffect } from 'react'
import { useSession } from '../../view/store.ts'
import { isTyping } from '../kit/typing.ts'

/**
 * Esc undoes the nearest thing: a form or tool in hand, the selection, the study, then the sheet. An open dialog or menu takes it for
 * itself.
 */
const stepBack = (): void => {
  if (document.querySelector('[role="dialog"]') !== null) return
  const cancels = document.querySelectorAll<HTMLElement>('[data-escape]')
  const innermost = cancels[cancels.length - 1]
  if (innermost !== undefined) {
    innermost.click()
    return
  }
  const { view, select, change } = useSession.getState()
  if (view.selection !== null) select(null)
  else if (view.study !== null) change({ study: null })
  else if (view.ledger.open) change({ ledger: { ...view.ledger, open: false } })
}

/**
 * The keys of a clicker turn pages where there are any (Pager.tsx): those of the panel in which somebody is, else those at
 * the right, which every question is answered in. @returns whether a page was turned
 */
const turnPage = (key: string): boolean => {
  const button = `[data-turns="${key}"]`
  const turning = [document.activeElement?.closest('.panel'), document.querySelector('.right'), document]
    .map((part) => part?.querySelector<HTMLElement>(button))
    .find((found) => found != null)
  turning?.click()
  return turning !== undefined
}

/** A field to look for something, with nothing in it: Esc has nothing left to clear there, and leaves it. */
const isEmptySearch = (target: EventTarget | null): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.type === 'search' && target.value === ''

/** @param onSearch is called for Ctrl/⌘K and / */
export const useKeys = (onSearch: () => void): void => {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const typing = isTyping(event.target)
      const command = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k'
      if (command || (event.key === '/' && !typing)) {
        event.preventDefault()
        onSearch()
      } else if (event.key === 'Escape' && isEmptySearch(event.target)) event.target.blur()
      else if (event.key === 'Escape' && !typing) stepBack()
      else if (!typing && turnPage(event.key)) event.preventDefault()
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [onSearch])
}
