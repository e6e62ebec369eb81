/** How 评选 is set. */
import { choice } from '../../link/codec.ts'
import { field, table } from '../../link/field.ts'

export const HONOURS = table({
  part: field('of', 'balance', choice(['balance', 'street', 'shop', 'family'])),
})
