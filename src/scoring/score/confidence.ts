/** What the interval of a score means: how it was drawn, what is few, and which places two overlapping ones leave open. */

export interface Interval {
  /** T; null where nothing is known, and then so are the ends */
  total: number | null
  /** the ends: T lies between them but for a skew of the draws */
  low: number | null
  high: number | null
  /** sites (居委会 and water bodies among them) with a counted check */
  sites: number
  /** categories (indices) that rest on a single site */
  single: number[]
}

/** Times the sites of an area are drawn again. */
export const DRAWS = 400
/** The share of draws between the two ends. */
export const LEVEL = 0.9
/** Fewer sites than this behind a score are few. */
export const FEW = 20

/** The places an area may hold among those listed: only one whose interval lies wholly above is surely ahead. */
export const rankRanges = (
  listed: readonly { low: number | null; high: number | null }[],
): ({ best: number; worst: number } | null)[] => {
  const known = listed.filter(({ low }) => low !== null) as { low: number; high: number }[]
  return listed.map(({ low, high }) =>
    low === null || high === null
      ? null
      : {
          best: 1 + known.filter((other) => other.low > high).length,
          worst: known.length - known.filter((other) => other.high < low).length,
        },
  )
}
