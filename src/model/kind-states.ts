/** The states of places that are to be closed down (在营 → 整治中 → 已取缔), as the standard grades them. */
import type { Kind, Standard } from './standard.ts'

/** The grade of what is closed for good. */
export const CLOSED = 10

const NONE: Readonly<Record<string, number>> = {}

/** State → grade 0–10 of a kind; empty unless it is `targetZero` and its states are graded. */
export const gradesOfStates = (
  { derived }: Pick<Standard, 'derived'>,
  kind: Pick<Kind, 'id' | 'targetZero'> | undefined,
): Readonly<Record<string, number>> =>
  (kind?.targetZero && derived.status?.find(({ kinds }) => kinds.includes(kind.id))?.grades) || NONE
