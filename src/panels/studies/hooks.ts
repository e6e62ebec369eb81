/** The hooks that study panels share: their settings in the link, their drawing on the map. */

import { useEffect } from 'react'
import type { Board } from '../../engine/contract/board.ts'
import type { Overlay } from '../../view/overlay.ts'
import { useSession } from '../../view/store.ts'
import { type OptionsOf, type StudyId, studyView } from '../../view/studies/registry.ts'

/** How a study that is open is set now; as usual where another has taken its place. */
const optionsOf = <I extends StudyId>(id: I, open = useSession.getState().view.study): OptionsOf<I> =>
  (open?.id === id ? open : studyView(id)).options as OptionsOf<I>

/** How the study of the panel is set, kept in the link; what is set at once is one step of Back. */
export const useOptions = <I extends StudyId>(
  id: I,
): [options: OptionsOf<I>, set: (changed: Partial<OptionsOf<I>>) => void] => [
  optionsOf(
    id,
    useSession((s) => s.view.study),
  ),
  (changed) => {
    const { view, change } = useSession.getState()
    if (view.study?.id === id) change({ study: studyView(id, { ...optionsOf(id), ...changed }) })
  },
]

/** Draws another day left of a movable line for as long as the panel that asks is there. */
export const useBeside = (board: Board | null): void => {
  useEffect(() => {
    useSession.setState({ beside: board })
    return () => useSession.setState({ beside: null })
  }, [board])
}

/** Draws `overlay` on the map for as long as the panel that asks is there. Keep the reference while nothing changes. */
export const useOverlay = (overlay: Overlay | null): void => {
  useEffect(() => {
    useSession.setState({ overlay })
    return () => useSession.setState({ overlay: null })
  }, [overlay])
}
