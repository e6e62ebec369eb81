/**
 * Restores the keyboard focus. The element that has it may be removed: a row is replaced by a card, a form closes, a
 * list is drawn anew. The focus then goes to what opened it, or to what took its place, and never to the page's body,
 * from where Tab would begin again at the top.
 */
import { useEffect } from 'react'

/** What had the focus, and what it lay in, from the inside out. */
interface Held {
  element: HTMLElement
  around: readonly HTMLElement[]
  /** tells it again when it has been made anew */
  mark: string
}

/** Elements remembered; what opened something lies a few steps back. */
const REMEMBERED = 40
/** Parts of the screen that can hold the focus themselves. */
const PARTS = 'aside, section, article, header, nav, form, [role="group"], [role="region"], [role="dialog"]'

const markOf = (element: HTMLElement): string =>
  [element.tagName, element.className, element.getAttribute('aria-label') ?? element.textContent].join(' ')

const isUsable = (element: HTMLElement): boolean =>
  element.isConnected && !element.matches(':disabled') && element.getClientRects().length > 0

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body

const heldBy = (element: HTMLElement): Held => {
  const around: HTMLElement[] = []
  for (let next = element.parentElement; next !== null; next = next.parentElement) around.push(next)
  return { element, around, mark: markOf(element) }
}

/** The part of the screen that what is gone lay in, as far as it is still there; null where the whole is gone. */
const partOf = ({ around }: Held): HTMLElement | null => {
  const part = around.find((each) => each.isConnected && each.matches(PARTS))
  return part !== undefined && isUsable(part) ? part : null
}

const again = (mark: string, part: HTMLElement): HTMLElement | undefined =>
  [...part.querySelectorAll<HTMLElement>('button, a, input, select, [tabindex]')].find(
    (each) => isUsable(each) && markOf(each) === mark,
  )

/** @param held the newest last, none of it twice; the newest is gone */
const heirOf = (held: readonly Held[]): HTMLElement | null => {
  const gone = held[held.length - 1]
  if (gone === undefined) return null
  const part = partOf(gone)
  for (const { element, mark } of [...held].reverse()) {
    if (element === part) continue
    if (isUsable(element) && (part === null || part.contains(element))) return element
    const heir = part === null ? undefined : again(mark, part)
    if (heir !== undefined) return heir
  }
  return part ?? document.querySelector<HTMLElement>('.right, .phone-sheet')
}

export const useFocusKeeper = (): void => {
  useEffect(() => {
    let held: Held[] = []
    /** the newest of them lost the focus because it was removed, not because the user left it */
    let kept = false
    let frame = 0
    const look = () => {
      frame = 0
      const newest = held[held.length - 1]
      if (!kept || !isLost() || newest === undefined) return
      // Disabled while it works, it is had again when it is done.
      const waits = newest.element.isConnected && newest.element.matches(':disabled')
      if (waits) return
      const heir = heirOf(held)
      if (heir === null) return
      if (!heir.matches('button, a, input, select, textarea, [tabindex]')) heir.tabIndex = -1
      heir.focus({ preventScroll: true })
    }
    const entered = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return
      kept = true
      held = [...held.filter(({ element }) => element !== target), heldBy(target)].slice(-REMEMBERED)
    }
    const left = ({ target, relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null || !(target instanceof HTMLElement)) return
      // Whether it was removed or left is known only after the removal.
      requestAnimationFrame(() => {
        if (isUsable(target) && isLost()) kept = false
      })
    }
    const changed = () => {
      if (isLost() && frame === 0) frame = requestAnimationFrame(look)
    }
    const observer = new MutationObserver(changed)
    observer.observe(document.body, {
      attributeFilter: ['disabled', 'hidden'],
      attributes: true,
      childList: true,
      subtree: true,
    })
    document.addEventListener('focusin', entered)
    document.addEventListener('focusout', left)
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
      document.removeEventListener('focusin', entered)
      document.removeEventListener('focusout', left)
    }
  }, [])
}
