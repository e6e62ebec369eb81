/** How 排查覆盖 is set. */
import { choice } from '../../link/codec.ts'
import { field, table } from '../../link/field.ts'

export const COVERAGE = table({ part: field('of', 'land', choice(['land', 'kinds', 'sure'])) })
