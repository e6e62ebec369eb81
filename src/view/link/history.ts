/** The view state in the address bar: a choice is a step that Back undoes, a drag rewrites the step it belongs to. */

import { useSession } from '../store.ts'
import { readHash, writeHash } from './hash.ts'
import { VIEW, type ViewState } from './state.ts'

/** Whether Back should lead from `now` to `before`. While presenting it does not: it leads out of the presentation. */
export const isStep = (before: ViewState, now: ViewState): boolean =>
  (before.presenting === null || now.presenting === null) &&
  JSON.stringify(VIEW.step(before)) !== JSON.stringify(VIEW.step(now))

/** Where this window is, with another hash; a page opened from disk may change nothing else. */
export const linkAt = (view: ViewState): string => {
  const hash = writeHash(view)
  return `${location.pathname}${location.search}${hash === '' ? '' : `#${hash}`}`
}

/** ms without a change before a drag is written: browsers limit the rate of history calls. */
const REST = 200

/** Keeps hash and store in step for as long as the page lives. */
export const keepHistory = (): void => {
  let following = false
  let timer = 0
  const rewrite = (view: ViewState) => {
    clearTimeout(timer)
    timer = 0
    history.replaceState(null, '', linkAt(view))
  }
  addEventListener('popstate', () => {
    clearTimeout(timer)
    timer = 0
    const { overview, view: left } = useSession.getState()
    const read = readHash(location.hash)
    const view = overview === null ? read : VIEW.settle(read, overview)
    // What the package does not have is not shown, and not left in the address either.
    if (writeHash(view) !== writeHash(read)) rewrite(view)
    following = true
    // A step that names no camera leaves it where it is: Back undoes a choice, not a look around.
    useSession.setState({ view: { ...view, camera: view.camera ?? left.camera } })
    following = false
  })
  useSession.subscribe((now, before) => {
    if (now.view === before.view || following) return
    if (before.overview === null && now.overview !== null) {
      // The link as the package has it: the same step, put right.
      rewrite(now.view)
      return
    }
    if (isStep(before.view, now.view)) {
      if (timer !== 0) rewrite(before.view)
      history.pushState(null, '', linkAt(now.view))
    } else if (now.view.presenting !== before.view.presenting) {
      // A window that is loaded anew in front of the hall goes on where it was.
      rewrite(now.view)
    } else {
      clearTimeout(timer)
      timer = window.setTimeout(() => rewrite(useSession.getState().view), REST)
    }
  })
}
