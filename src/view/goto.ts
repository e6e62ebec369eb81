/** Selecting something and going there: one way for every list. */
import type { CheckRef, Ref } from '../engine/contract/cards.ts'
import { useSession } from './store.ts'

/**
 * A view that names no camera shows what is selected (framing.ts).
 * @param ref null = back to the office asked for, or the district
 * @param record the row of its checks that is to be in sight
 */
export const goTo = (ref: Ref | null, record: CheckRef | null = null): void =>
  useSession.getState().change({ selection: ref, record, camera: null })
