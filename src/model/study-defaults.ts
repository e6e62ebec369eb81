/** How the studies ask where nothing else is set. */

/** Open problems are few at any moment, those of a whole window many: what is near is not the same for both. */
export const USUAL_CLUSTERS = {
  open: { metres: 300, least: 3 },
  found: { metres: 180, least: 4 },
} as const

/** Days after a 销号 within which a failure is a 反弹. */
export const USUAL_WITHIN = 30
