/** The page of a kind of place: one way there from wherever it is named. */
import { useSession } from '../../view/store.ts'
import { studyView } from '../../view/studies/registry.ts'

/** @param of id of the kind */
export const openKind = (of: string): void =>
  useSession.getState().change({ selection: null, camera: null, study: studyView('kinds', { of }) })
