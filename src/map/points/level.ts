/** What a zoom means for the points. */

/** From this zoom on (at type factor 1) places stand alone; below it they are gathered. */
export const ALONE = 13.7
/** Below this zoom (at type factor 1) an 居委会 is smaller than its name: only the choropleth is shown. */
const COUNTED = 12.05

export interface Level {
  /** places stand alone */
  alone: boolean
  /** the zoom that places are gathered for, in half steps; null where no counts are shown */
  gathered: number | null
  /** size of the mark of a problem, 1 = as it is near */
  growth: number
}

/** @param scale type factor: a wall shows the same ground at a higher zoom */
export const levelOf = (zoom: number, scale: number): Level => {
  const at = zoom - Math.log2(scale)
  const alone = at >= ALONE
  return {
    alone,
    gathered: !alone && at >= COUNTED ? Math.round(zoom * 2) / 2 : null,
    growth: Math.min(1.35, Math.max(0.75, 0.75 + (at - ALONE) * 0.25)),
  }
}
