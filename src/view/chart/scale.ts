/** Where values stand on an axis. Straight scales only: nothing drawn here is logarithmic. */
import { tickStep, ticks } from 'd3-array'

export type Span = readonly [from: number, to: number]

/** From a value to its place; a value outside the domain lies as far outside the range. */
export type Scale = (value: number) => number

/**
 * A line through both ends, not d3-scale: for colours, dates and formats that nothing here needs, its straight scale would
 * add 9 kB to the first screen.
 * @param range where both ends of the domain stand; upside down where the second is less
 */
export const scaleOf = ([from, to]: Span, [start, end]: Span): Scale => {
  // A domain of one value has no way along it: it stands where the range begins.
  const each = to === from ? 0 : (end - start) / (to - from)
  return (value) => start + (value - from) * each
}

/** How far along the domain a value is: 0 at or before its beginning, 1 at or after its end. */
export const shareIn = (domain: Span): Scale => {
  const share = scaleOf(domain, [0, 1])
  return (value) => Math.min(1, Math.max(0, share(value)))
}

/** The step tens around the values with 4 points to spare, within 0 to 100, so that a quiet line of scores stays quiet. */
export const scoreSpan = (scores: readonly number[]): Span => [
  Math.max(0, Math.floor((Math.min(...scores) - 4) / 10) * 10),
  Math.min(100, Math.ceil((Math.max(...scores) + 4) / 10) * 10),
]

/** Round values (1, 2 or 5 of a power of ten apart) within the domain, which `most` such steps at the most span. */
export const ticksIn = ([low, high]: Span, most: number): number[] => {
  let count = most
  // d3 comes as near to the count as it can, from either side.
  while (count > 1 && tickStep(low, high, count) * most < high - low) count--
  return ticks(low, high, count)
}
