/** How 走势 is set. */
import { choice, word } from '../../link/codec.ts'
import { categoryIds, field, known, maybe, table } from '../../link/field.ts'

export const TRENDS = table({
  order: field('by', 'better', choice(['better', 'worse', 'last'])),
  /** a category of the standard; null = the whole score */
  category: maybe('cat', word, known(categoryIds)),
})
