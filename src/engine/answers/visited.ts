/** Which places were visited in the window, told the same wherever visits are counted. */
import type { Day } from '../../model/day.ts'
import { lastChecks } from '../../scoring/rows/visits.ts'
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
  lastChecks(prepared, t).forEach((day, spot) => {
    if (day > t - standard.window && !waived.has(spot)) visited.add(spot)
  })
  return { visited, waived }
}
