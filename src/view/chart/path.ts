/** A line through points, as the `d` of an SVG path. */
import { line } from 'd3-shape'

export interface PathPoint {
  x: number
  /** null = unknown: the line breaks there rather than bridging it */
  y: number | null
}

/** @param digits decimals kept: one where a unit is about a pixel */
export const linePath = (points: Iterable<PathPoint>, digits = 1): string =>
  line<PathPoint>(
    ({ x }) => x,
    ({ y }) => y ?? 0,
  )
    .defined(({ y }) => y !== null)
    .digits(digits)(points) ?? ''
