/** What every study panel leans on: its settings in the link, its drawing on the map. */
import { useEffect } from 'react'
import type { Board } from '../../engine/api.ts'
import type { Overlay } from '../../view/overlay.ts'
import { useSession } from '../../view/store.ts'
import { withOption } from '../../view/studies/registry.ts'

/** A setting of the open study, kept in the link; '' = its default. */
export const useOption = (key: string): [value: string, set: (value: string) => void] => {
  const value = useSession((s) => s.view.study?.options[key] ?? '')
  const set = (next: string) => {
    const { view, change } = useSession.getState()
    if (view.study !== null) change({ study: withOption(view.study, key, next) })
  }
  return [value, set]
}

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
