/** How figures are written: one decimal for scores, a sign for changes, a word for nothing. */
import { signed } from '../map/classes.ts'

export const scoreText = (score: number | null): string => (score === null ? '—' : score.toFixed(1))

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

export const pointsText = (points: number): string => (points < 0.05 ? points.toFixed(2) : points.toFixed(1))

export { signed }
