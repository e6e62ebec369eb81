/** Selecting something and going there: one way for every list. */
import type { Ref } from '../../engine/contract/cards.ts'
import { useSession } from '../../view/store.ts'

/** A view that names no camera shows what is selected (view/framing.ts). */
export const goTo = (ref: Ref): void => useSession.getState().change({ selection: ref, camera: null })
