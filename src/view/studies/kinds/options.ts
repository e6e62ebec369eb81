/** How 专项整治 is set. */
import { word } from '../../link/codec.ts'
import { kindIds, known, maybe, table } from '../../link/field.ts'

/** `of`: id of the kind whose page is open; null = all of them */
export const KINDS = table({ of: maybe('of', word, known(kindIds)) })
