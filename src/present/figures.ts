/** The figures that titles and talking points can name, of the view on screen. */
import { useMemo } from 'react'
import { type NamedFigure, namedFigures } from '../view/briefing/figures.ts'
import { useSession } from '../view/store.ts'

const NONE: NamedFigure[] = []

export const useFigures = (): readonly NamedFigure[] => {
  const overview = useSession((s) => s.overview)
  const board = useSession((s) => s.board)
  const office = useSession((s) => s.view.office)
  const selection = useSession((s) => s.view.selection)
  return useMemo(
    () => (overview === null || board === null ? NONE : namedFigures(overview, board, { office, selection })),
    [overview, board, office, selection],
  )
}
