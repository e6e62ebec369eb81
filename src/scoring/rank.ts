/** Where a score stands among others. */

/** 1 = best, equal scores share one; null without a score. Those without a score hold no place. */
export const rankAmong = (all: readonly { score: number | null }[], score: number | null): number | null =>
  score === null ? null : 1 + all.filter((other) => other.score !== null && other.score > score).length

/** `rankAmong` for each of them. */
export const ranksAmong = (all: readonly { score: number | null }[]): (number | null)[] => {
  const best = all.flatMap(({ score }) => score ?? []).sort((a, b) => b - a)
  const places = new Map<number, number>()
  best.forEach((score, i) => {
    if (!places.has(score)) places.set(score, i + 1)
  })
  return all.map(({ score }) => (score === null ? null : (places.get(score) as number)))
}
