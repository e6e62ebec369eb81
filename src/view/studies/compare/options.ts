/** How 两日比较 is set. */
import { choice, day, word } from '../../link/codec.ts'
import { areaCodes, field, known, maybe, table } from '../../link/field.ts'

export const COMPARE = table({
  /** the day compared with; null = the usual one */
  day: maybe('day', day),
  /** the 居委会 whose causes are told */
  area: maybe('of', word, known(areaCodes)),
  /** what the map shows: the change in colours, or both days side by side */
  map: field('way', 'change', choice(['change', 'swipe'])),
})
