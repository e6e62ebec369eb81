/** The line of a score over the days, as a drawing in a box of its own units. */
import type { Day } from '../model/day.ts'
import type { Standard } from '../model/standard.ts'
import { linePath } from './chart/path.ts'
import { type Span, scaleOf, scoreSpan } from './chart/scale.ts'

export interface TrendBox {
  width: number
  height: number
  /** room for the figures at the left, the dates below, and the dot at the right */
  left: number
  bottom: number
  right: number
  top: number
}

export interface TrendShape {
  path: string
  /** class bands behind the line: rank of the grade, top and height */
  bands: { rank: number; y: number; height: number }[]
  ticks: { value: number; y: number }[]
  /** the point of the day shown; null = the day has no score */
  mark: { x: number; y: number; value: number } | null
  /** where the day shown stands; null = outside the weeks */
  dayX: number | null
  first: Day
  last: Day
}

const lastUpTo = (days: readonly Day[], asOf: Day): number => {
  let at = -1
  days.forEach((day, i) => {
    if (day <= asOf) at = i
  })
  return at
}

/** Null when there are not two scores to join. */
export const trendShape = (
  days: readonly Day[],
  values: readonly (number | null)[],
  { grades }: Standard,
  asOf: Day,
  box: TrendBox,
): TrendShape | null => {
  const known = values.filter((value): value is number => value !== null)
  const [first, last] = [days[0], days[days.length - 1]]
  if (known.length < 2 || first === undefined || last === undefined) return null
  const [low, high] = scoreSpan(known)
  const x = scaleOf([first, last], [box.left, box.width - box.right])
  const y = scaleOf([low, high], [box.height - box.bottom, box.top])
  const at = lastUpTo(days, asOf)
  const here = values[at] ?? null
  return {
    path: linePath(values.map((value, i) => ({ x: x(days[i] as Day), y: value === null ? null : y(value) }))),
    bands: grades.flatMap((grade, rank) => {
      const top = Math.min(high, rank === 0 ? 100 : (grades[rank - 1]?.min ?? 100))
      const bottom = Math.max(low, rank === grades.length - 1 ? 0 : grade.min)
      return top > bottom ? [{ rank, y: y(top), height: y(bottom) - y(top) }] : []
    }),
    ticks: [low, ...grades.map((grade) => grade.min).filter((min) => min > low && min < high), high].map(
      (value) => ({ value, y: y(value) }),
    ),
    mark: here === null ? null : { x: x(days[at] as Day), y: y(here), value: here },
    dayX: asOf < first || asOf > last ? null : x(asOf),
    first,
    last,
  }
}

/** A line without axes, in a box 100 wide and 1 high, y downwards; '' when there are not two scores. */
export const ribbonPath = (shares: readonly number[], values: readonly (number | null)[]): string => {
  const known = values.filter((value): value is number => value !== null)
  if (known.length < 2) return ''
  const low = Math.min(...known)
  const y = scaleOf([low, Math.max(low + 1, ...known)], [1, 0])
  return linePath(
    values.flatMap((value, i) => (value === null ? [] : [{ x: 100 * (shares[i] ?? 0), y: y(value) }])),
    3,
  )
}

/** The line of one among many: all are drawn on the same scale, so that they can be compared. */
export interface SmallTrend {
  id: string
  path: string
  /** the latest score, and how far it is from the first one known; null where there are not two */
  last: number | null
  change: number | null
}

/** The scale that all share: the step tens around every value. */
export const sharedRange = (lines: readonly (readonly (number | null)[])[]): Span => {
  const known = lines.flat().filter((value): value is number => value !== null)
  return known.length === 0 ? [0, 100] : scoreSpan(known)
}

/**
 * @param values daily scores up to the day shown
 * @param range the scale shared by all
 * @returns a path in a box 100 wide and 30 high, y downwards
 */
export const smallTrend = (id: string, values: readonly (number | null)[], range: Span): SmallTrend => {
  const x = scaleOf([0, values.length - 1], [0, 100])
  const y = scaleOf(range, [30, 0])
  const known = values.filter((value): value is number => value !== null)
  const last = values.at(-1) ?? null
  return {
    id,
    path: linePath(values.map((value, i) => ({ x: x(i), y: value === null ? null : y(value) }))),
    last,
    change: known.length < 2 || last === null ? null : last - (known[0] as number),
  }
}
