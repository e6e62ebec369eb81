/** How figures are written: one decimal for scores, an arrow for changes, a word for nothing. */

export const scoreText = (score: number | null): string => (score === null ? '—' : score.toFixed(1))

/** 「第 3 名」. A rank is among all of the district: beside an office, whose list counts its own, it says so. */
export const rankText = (rank: number, office: string | null): string =>
  `${office === null ? '' : '全区'}第 ${rank} 名`

/** 「▲ 1.2」「▼ 0.4」「持平」; '' where there is nothing to compare. */
export const changeText = (change: number | null, digits: 0 | 1 = 1): string => {
  if (change === null) return ''
  const rounded = Number(change.toFixed(digits))
  if (rounded === 0) return '持平'
  return `${rounded > 0 ? '▲' : '▼'} ${Math.abs(rounded).toFixed(digits)}`
}

/** Whether a change is good, bad or neither, for its colour; the arrow says it without. */
export const toneOf = (
  change: number | null,
  better: 'up' | 'down',
  digits: 0 | 1 = 1,
): 'good' | 'bad' | 'even' => {
  const rounded = change === null ? 0 : Number(change.toFixed(digits))
  if (rounded === 0) return 'even'
  return rounded > 0 === (better === 'up') ? 'good' : 'bad'
}

/** Points of a loss: a hundredth where a tenth would show nothing. */
export const pointsText = (points: number): string =>
  points === 0 ? '0' : points.toFixed(points < 0.05 ? 2 : 1)

/** A share of 1 as whole percent; never 100 % for less than all, never 0 % for more than nothing. */
export const percentText = (share: number): string => {
  const percent = Math.round(share * 100)
  if (percent === 100 && share < 1) return '99%'
  if (percent === 0 && share > 0) return '1%'
  return `${percent}%`
}
