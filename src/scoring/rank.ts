/** Where a score stands among others. */

/** 1 = best, equal scores share one; null without a score. Those without a score hold no place. */
export const rankAmong = (all: readonly { score: number | null }[], score: number | null): number | null =>
  score === null ? null : 1 + all.filter((other) => other.score !== null && other.score > score).length
