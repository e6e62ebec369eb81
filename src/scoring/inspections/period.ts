/** What was seen at each place in a span of days, by itself: not the score, whose window slides. */
import type { Day } from '../../model/day.ts'
import type { Prepared } from '../rows/prepare.ts'

export interface SeenSpot {
  spot: number
  /** visits, and items graded (each by its latest row; 不适用 left out) */
  visits: number
  items: number
  /** 得分率 Σ p·g / (10 Σ p) over these items, 0–1; null where none was graded */
  rate: number | null
}

/** Every spot with a check row in [from, to], in the order of the spots. Rows of inspections only, not derived ones. */
export const seenBetween = (prepared: Prepared, from: Day, to: Day): SeenSpot[] => {
  const { model, standard, siteItemRows } = prepared
  const sums = new Map<number, { visits: Set<string>; items: number; points: number; gained: number }>()
  for (const { spot, item, entries } of siteItemRows.values()) {
    let latest: number | null = null
    for (const { day, grade, origin } of entries) {
      if (origin.type !== 'check' || day < from || day > to) continue
      const sum = sums.get(spot) ?? { visits: new Set<string>(), items: 0, points: 0, gained: 0 }
      sums.set(spot, sum)
      sum.visits.add(`${day} ${model.checks[origin.index]?.visit}`)
      latest = grade
    }
    const sum = sums.get(spot)
    if (latest === null || sum === undefined) continue
    const points = standard.items[item]?.points ?? 0
    sum.items++
    sum.points += points
    sum.gained += (points * latest) / 10
  }
  return [...sums]
    .map(([spot, { visits, items, points, gained }]) => ({
      spot,
      visits: visits.size,
      items,
      rate: points === 0 ? null : gained / points,
    }))
    .sort((a, b) => a.spot - b.spot)
}
