/**
 * How sure a score is: an interval for T by the bootstrap. What inspectors saw is a sample of how an area is; what would
 * another round of visits have given? In every category of an area the sites with counted checks are drawn again with
 * replacement, one fewer than there are (so that few sites are not taken for certain), the open problems stay as known.
 * A category that rests on a single site borrows how far sites of that category differ in the whole district.
 */
import type { Day } from '../../model/day.ts'
import { randomFrom, seedOf } from '../../model/random.ts'
import type { Item } from '../../model/standard.ts'
import { type CategoryTotals, categoryScore } from './category.ts'
import {
  type CategoryIndex,
  categoryTotals,
  type DayState,
  dayStateAt,
  isGraded,
  totalOf,
} from './category-index.ts'
import { DRAWS, type Interval, LEVEL } from './confidence.ts'

/** What one site adds to a category: Σ σ·p and Σ σ·p·g/10. */
interface Unit {
  spot: number
  points: number
  gained: number
}

const unitsOf = (
  { parts, siteItems, prepared }: CategoryIndex,
  { grades }: DayState,
  pair: number,
): Unit[] => {
  const units = new Map<number, Unit>()
  for (const { siteItem, item, share } of parts[pair] ?? []) {
    const grade = grades[siteItem]
    if (!isGraded(grade)) continue
    const { spot } = siteItems[siteItem] as (typeof siteItems)[number]
    const unit = units.get(spot) ?? { spot, points: 0, gained: 0 }
    const points = share * (prepared.standard.items[item] as Item).points
    unit.points += points
    unit.gained += (points * grade) / 10
    units.set(spot, unit)
  }
  return [...units.values()]
}

/** How far the sites of a category stand from its mean in the district, as shares of the points. */
const deviationsOf = (units: readonly Unit[]): number[] => {
  const [points, gained] = [0, 0].map((_, k) =>
    units.reduce((sum, unit) => sum + (k === 0 ? unit.points : unit.gained), 0),
  ) as [number, number]
  return points > 0 ? units.map((unit) => unit.gained / unit.points - gained / points) : []
}

/** The value below which `share` of the sorted values lie, between neighbours linearly. */
const quantile = (sorted: Float64Array, share: number): number => {
  const at = share * (sorted.length - 1)
  const [low, high] = [sorted[Math.floor(at)] as number, sorted[Math.ceil(at)] as number]
  return low + (at - Math.floor(at)) * (high - low)
}

/** One interval an area, in the order of the model's areas. The same district and day give the same, to the last digit. */
export const intervalsAt = (categoryIndex: CategoryIndex, t: Day): Interval[] => {
  const { model, standard } = categoryIndex.prepared
  const C = standard.categories.length
  const state = dayStateAt(categoryIndex, t)
  const units = model.areas.map((_, a) =>
    standard.categories.map((_, c) => unitsOf(categoryIndex, state, a * C + c)),
  )
  const elsewhere = standard.categories.map((_, c) => deviationsOf(units.flatMap((own) => own[c] ?? [])))
  return model.areas.map(({ code }, a): Interval => {
    const own = units[a] as Unit[][]
    const sums = standard.categories.map((_, c) => categoryTotals(categoryIndex, state, a * C + c))
    const scoreOf = (all: readonly CategoryTotals[]) =>
      totalOf(
        categoryIndex,
        all.map((sum) => categoryScore(sum, standard)),
      ).total
    const total = scoreOf(sums)
    const sites = new Set(own.flat().map(({ spot }) => spot)).size
    const single = own.flatMap((list, c) => (list.length === 1 ? [c] : []))
    if (total === null) return { total, low: null, high: null, sites, single }
    const random = randomFrom(seedOf(`${code} ${t}`))
    const pick = <V>(list: readonly V[]): V => list[Math.floor(random() * list.length)] as V
    const redrawn = (sum: CategoryTotals, c: number): CategoryTotals => {
      const list = own[c] as Unit[]
      if (list.length === 0) return sum
      if (list.length === 1) {
        const rate = sum.gained / sum.points + pick(elsewhere[c] as number[])
        return { ...sum, gained: sum.points * Math.max(0, Math.min(1, rate)) }
      }
      let [points, gained] = [0, 0]
      for (let k = 1; k < list.length; k++) {
        const unit = pick(list)
        points += unit.points
        gained += unit.gained
      }
      return { ...sum, points, gained }
    }
    const draws = Float64Array.from({ length: DRAWS }, () => scoreOf(sums.map(redrawn)) as number).sort()
    const tail = (1 - LEVEL) / 2
    return { total, low: quantile(draws, tail), high: quantile(draws, 1 - tail), sites, single }
  })
}
