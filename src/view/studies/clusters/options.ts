/** How 集聚与反弹 is set. */
import { USUAL_WITHIN } from '../../../model/study-defaults.ts'
import { choice, count, figure } from '../../link/codec.ts'
import { field, maybe, table, type ValueOf } from '../../link/field.ts'

export const METRES = [100, 180, 300, 500] as const
export const LEAST = [3, 4, 6, 10] as const
/** Days after a 销号 within which a failure is a 反弹. */
export const WITHIN = [30, 60, 90, 180] as const

export const CLUSTERS = table({
  part: field('part', 'clusters', choice(['clusters', 'rebounds'])),
  /** which problems gather: those open now, or all found in the window */
  of: field('of', 'open', choice(['open', 'found'])),
  /** null = as usual for these problems; likewise `least` */
  metres: maybe('m', figure(METRES)),
  least: maybe('n', figure(LEAST)),
  /** number of the gathering whose problems are listed, from 1 */
  opened: maybe('at', count(1)),
  within: field('d', USUAL_WITHIN, figure(WITHIN)),
})
export type ClustersOptions = ValueOf<typeof CLUSTERS>
