/** 整改闭环 as the screen lists it: which order, in which words. */
import type { ClosureGroup, OverdueLine } from '../../../engine/contract/studies/closure.ts'
import { marksOf, type Overlay } from '../../overlay.ts'
import type { ClosureOrder, ClosureSort } from './options.ts'

/** The order after a press on a column: the worst first, then the best first. */
export const pressedSort = ({ sort, reversed }: ClosureOrder, pressed: ClosureSort): ClosureOrder => ({
  sort: pressed,
  reversed: sort === pressed && !reversed,
})

/** Higher is worse; null = nothing to go by, always last. */
const badness = (group: ClosureGroup, sort: ClosureSort): number | null => {
  const { overdue, due, closedRate, closedOnTimeRate, index } = group
  switch (sort) {
    case 'overdue':
      return overdue
    case 'due':
      return due
    case 'closed':
      return closedRate === null ? null : -closedRate
    case 'onTime':
      return closedOnTimeRate === null ? null : -closedOnTimeRate
    case 'index':
      return index === null ? null : -index
  }
}

/** Groups in order; equal ones by 超期未结, then by name. */
export const sortedGroups = (
  groups: readonly ClosureGroup[],
  { sort, reversed }: ClosureOrder,
): ClosureGroup[] =>
  [...groups].sort((a, b) => {
    const [p, q] = [badness(a, sort), badness(b, sort)]
    if (p === null || q === null) return Number(p === null) - Number(q === null)
    const name = (group: ClosureGroup) => group.id ?? '\uffff'
    return (
      (reversed ? p - q : q - p) ||
      b.overdue - a.overdue ||
      (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0)
    )
  })

/** 92.7%, 「—」 where there is nothing to divide by. */
export const shareText = (share: number | null): string =>
  share === null ? '—' : `${(100 * share).toFixed(1)}%`

/** 9.3 天. */
export const daysText = (days: number | null): string => (days === null ? '—' : `${days.toFixed(1)} 天`)

/** Problems past due, each with the days it is late: red where nothing was done, brown where it waits for its recheck. */
export const overdueOverlay = (
  lines: readonly Pick<OverdueLine, 'lon' | 'lat' | 'pastDue' | 'fixedOn'>[],
): Overlay => ({
  quiet: true,
  marks: marksOf(
    lines.map(({ lon, lat, pastDue, fixedOn }) => ({
      at: [lon, lat],
      colour: fixedOn === null ? '#b3182f' : '#8a5300',
      text: String(pastDue),
      size: pastDue > 99 ? 13 : 11,
    })),
  ),
})
