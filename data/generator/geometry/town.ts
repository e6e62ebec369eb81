/** How much of a town a place is, from 0 (open country) to 1 (the old streets). */
import type { Point } from '../frame.ts'

/** The market-town core lies north of the district; the district is its southern edge. */
const CORE: Point = [4700, 5300]

export const urbanity = ([x, y]: Point): number => {
  const dx = (x - CORE[0]) / (x < CORE[0] ? 1.25 : 1.45)
  const dy = (y - CORE[1]) / (y < CORE[1] ? 1.15 : 0.95)
  // the edge of a town is ragged: two slow waves bend it
  const ragged = 230 * Math.sin(x / 540 + y / 910) + 170 * Math.sin(y / 430 - x / 1250)
  return Math.min(1, Math.max(0, (3350 - Math.hypot(dx, dy) + ragged) / 1900))
}

/** The works of 开元路产业集聚区: large plots beyond 朝阳路. */
export const inWorks = ([x, y]: Point): boolean => x > 8020 && x < 9420 && y > 2330 && y < 4300
