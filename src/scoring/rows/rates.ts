/** 得分率 of places: points gained of the points of the items that were checked. */
import type { Counted } from './counted.ts'
import type { Prepared } from './prepare.ts'

/** 得分率 0–1 of each spot (index) over the rows that count, derived ones included; NaN where none counts. */
export const ratesOf = (
  { standard, places }: Pick<Prepared, 'standard' | 'places'>,
  counted: readonly Counted[],
): Float64Array<ArrayBuffer> => {
  const points = new Float64Array(places.spots.length)
  const gained = new Float64Array(places.spots.length)
  for (const { spot, item, grade } of counted) {
    const p = standard.items[item]?.points ?? 0
    points[spot] = (points[spot] as number) + p
    gained[spot] = (gained[spot] as number) + (p * grade) / 10
  }
  return gained.map((sum, spot) => sum / (points[spot] as number))
}
