/** Which places were visited in the window, told the same wherever visits are counted. */
import type { Day } from '../../model/day.ts'
import type { Opened } from '../package/open.ts'

export interface Visited {
  /** spots (indices) with a check row in (t − window, t] */
  visited: ReadonlySet<number>
  /** spots all of whose items are 不适用: neither visited nor unvisited, so no place to be counted */
  waived: ReadonlySet<number>
}

export const visitedAt = ({ prepared, standard, scores }: Opened, t: Day): Visited => {
  const { waived } = scores(t)
  const visited = new Set<number>()
  for (const { spot, entries } of prepared.siteItemRows.values())
    if (
      !visited.has(spot) &&
      !waived.has(spot) &&
      entries.some(({ origin, day }) => origin.type === 'check' && day <= t && day > t - standard.window)
    )
      visited.add(spot)
  return { visited, waived }
}
