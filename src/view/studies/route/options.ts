/** How 督导路线 is set. */
import { choice, count, list, word } from '../../link/codec.ts'
import { allKnown, areaCodes, field, kindIds, table, type ValueOf } from '../../link/field.ts'

/** Stops: the fewest, the usual, the most. */
export const STOPS = { least: 5, usual: 12, most: 30 } as const

const texts = list('~')

export const ROUTE = table({
  count: field('n', STOPS.usual, count(STOPS.least, STOPS.most)),
  areas: field('a', [], texts, allKnown(areaCodes)),
  kinds: field('k', [], texts, allKnown(kindIds)),
  /** keys of stops kept, taken out, and in an order of one's own */
  pinned: field('pin', [], texts),
  removed: field('out', [], texts),
  order: field('ord', [], texts),
  /** key of a stop, or `office:` and a name; '' = wherever the way is shortest */
  start: field('s', '', word),
  gait: field('go', 'walk', choice(['walk', 'car'])),
})
export type RouteOptions = ValueOf<typeof ROUTE>
