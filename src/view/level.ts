/** What a zoom means for the places: the nearer, and the fewer kinds are asked for, the more of them is shown one by one. */
import type { Asked } from './kinds.ts'

/**
 * Zooms at type factor 1. With all kinds on, the whole district shows scores and what is wrong alone; some kinds that are
 * picked out come as counts at once, a single one as its icons.
 */
const FROM: Readonly<Record<Asked, { counted: number; alone: number }>> = {
  all: { counted: 13.4, alone: 14.3 },
  some: { counted: 11, alone: 13.7 },
  one: { counted: 0, alone: 0 },
}
/** From this zoom on the mark of a problem grows. */
const GROWS = 13.7

export interface Level {
  /** places stand alone */
  alone: boolean
  /** the zoom that places are gathered for, in half steps; null where no counts are shown */
  gathered: number | null
  /** size of the mark of a problem, 1 = as it is near */
  growth: number
}

/** @param scale type factor: a wall shows the same ground at a higher zoom */
export const levelOf = (zoom: number, scale: number, asked: Asked): Level => {
  const at = zoom - Math.log2(scale)
  const { counted, alone: near } = FROM[asked]
  const alone = at >= near
  return {
    alone,
    gathered: !alone && at >= counted ? Math.round(zoom * 2) / 2 : null,
    growth: Math.min(1.35, Math.max(0.75, 0.75 + (at - GROWS) * 0.25)),
  }
}
